"""One consent is asked for a service and for marketing, profiling or the like at once.

## What it does

A clause that waits for the consent of the person lists several purposes of which some are marketing, profiling, AI
training, product development or trade in data, and others are not. One note for each such bundle. Consent that is
called *specific* (or *separate*) is left out.

## Why it matters

Who wants the service has to take the rest with it. Such a yes is open to the objection that it was not free, and then
neither purpose has it.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use transaction history for account linking and  # note: "advertising together with account linking"
    advertising, with opt-in consent.
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Acme may share email addresses with Globex for data sale, customer support  # note: "would ask for one consent"
    and AI training, if consent.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use transaction history for account linking, with opt-in consent.
2: Globex may use transaction history for advertising, with opt-in consent.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use transaction history for account linking and advertising, with separate consent.
2: Globex may use transaction history for research and statistics, with consent.
3: Globex may use transaction history for account linking and advertising.
```

Boundary:

```policy
Acme is a bank.
Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex may use transaction history for email marketing and advertising, with consent.
2: Globex must not use transaction history for account linking and advertising without consent.
3: Globex may use transaction history only for account linking and profiling, only with  # note: "profiling together"
    consent.
```

## Known limits

Whether the two are asked apart on the screen is not known to policyc. Purposes that stand in two clauses are taken to
be asked apart.

## References

Regulation (EU) 2016/679, recital 43: consent is presumed not to be freely given if it does not allow separate consent
to different processing operations.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.model.names import Concept, Kind
from policyc.norms.norm import Norm
from policyc.rules.evidence import names, quote
from policyc.rules.granting import purposes_within
from policyc.rules.wording import by_clause, clauses, quoted_each, sentence, verb

SEVERITY = Severity.NOTE

EXTRAS = (
    "marketing",
    "profiling",
    "ai training",
    "product development",
    "data monetisation",
    "political campaigning",
)
"""Purposes that serve the one who asks more than the one who is asked."""
APART = ("specific consent",)


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that asks for one consent to a service and to something else at once."""
    for document in facts.agreements:
        closure, named = facts.closure(document), facts.mentions(document)
        extras, consent = covered(EXTRAS, Kind.PURPOSE, closure), covered(("consent",), Kind.CONDITION, closure)
        if not (named.purposes & extras and named.states & consent):
            continue
        apart = covered(APART, Kind.CONDITION, closure)
        found = [
            norm
            for norm in facts.norms_of(document)
            if norm.modality is Modality.PERMISSION
            and not norm.ensured
            and hinges_on(norm, consent)
            and not hinges_on(norm, apart)
            and is_personal(norm, closure)
        ]
        asked: dict[tuple[tuple[Concept, ...], tuple[Concept, ...]], list[Norm]] = {}
        for norm in by_clause(found):
            parts = (purposes_within(norm, extras, closure), purposes_within(norm, ~extras, closure))
            if all(parts):
                asked.setdefault(parts, []).append(norm)
        for (added, rest), norms in asked.items():
            yield finding(norms, added, rest)


def finding(norms: list[Norm], added: tuple[Concept, ...], rest: tuple[Concept, ...]) -> Finding:
    """The clauses of an agreement that ask for one consent to the same several things."""
    norm = norms[0]
    return Finding(
        "bundled",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {verb([norm], 'asks', 'ask')} for one consent to {names(added)} "
        f"together with {names(rest)}: who wants the one has to take the other.",
        quote(norm, "one consent for several purposes"),
        f"Say it in two clauses, or ask for each apart: `… for {names(added)}, with separate consent.`",
        quoted_each(norms, "asked here as well")[1:],
    )

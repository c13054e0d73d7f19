"""A clause has conditions that can never hold together.

## What it does

Finds clauses whose conditions exclude one another: the same condition wanted and denied, or a kind of one that is
denied altogether (*opt-in consent* is consent). Where one of them is only quoted, it is a warning.

## Why it matters

Whoever reads one half takes the clause for a right, a duty or a ban. Taken whole it permits, requires or forbids
nothing at all.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use financial data with opt-in consent unless consent.  # error: "exclude each other"
2: Globex must not use health data with consent without consent.  # error: "forbids nothing"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may keep financial data if "it is sealed" and not "it is sealed".  # warning: "exclude each other"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may use financial data with consent unless opt-in consent.
2: Globex must not use health data without consent.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex may share financial data with Acme if consent or not consent.
```

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Deal" between Acme and Globex.
1: Globex must delete financial data if requested unless requested or required by law.  # error: "requires nothing"
2: Globex must delete health data if requested unless required by law.
```

## Known limits

Two conditions exclude each other only where one is, or is a kind of, what the other denies. That two states of the
world cannot go together is not known (*adult* and *minor*), unless it is written with `not`.

## References

None needed: a condition and its contrary never hold at once.
"""

from collections.abc import Iterator

from policyc.analysis.conditions import EFFECTS
from policyc.analysis.conjuncts import Conjunct, conjuncts, exclusive, opposed_events
from policyc.analysis.facts import Facts
from policyc.analysis.words import listed
from policyc.findings import Finding, Severity
from policyc.norms.norm import Norm
from policyc.rules.evidence import quote
from policyc.rules.wording import by_clause, clauses, sentence

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause whose conditions leave nothing."""
    for norm in by_clause(facts.norms):
        closure = facts.closure(norm.document)
        if norm.by_only is None and not norm.region.condition and not opposed_events(norm.provision, closure):
            yield finding(norm, exclusive(conjuncts(norm.provision, closure)))


def finding(norm: Norm, causes: tuple[Conjunct, ...]) -> Finding:
    """The finding of one clause."""
    words = listed(f"`{cause.words}`" for cause in causes) or "its conditions and its events"
    exclude = (
        "can never hold" if len(causes) == 1 else "exclude each other" if len(causes) == 2 else "exclude one another"
    )
    return Finding(
        "impossible-condition",
        SEVERITY.at_most(Severity.WARNING) if norm.quoted else SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {EFFECTS[norm.modality]} nothing: {words} {exclude}.",
        quote(norm, "its conditions never hold"),
        "Take one of them out, or write a sentence for each case.",
    )

"""Silence counts as consent, although the law or another clause asks for a yes.

## What it does

A permission or duty on personal data rests on *opt-out consent* (people could have said no and did not), and

- the agreement says in its header that it is made under European data protection law (GDPR, UK GDPR and the like), or
- another clause of it forbids the same without consent, or leaves it only with consent.

One finding a clause. Other agreements under another law, or under none that they name, are left alone: in the United
States, banks may share by opt-out.

## Why it matters

Where the law wants a yes, a box that was ticked beforehand is none, and all processing that rests on it has no ground.

## Example

Bad:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, under "GDPR".
1: Acme may share email addresses with Globex for research, with opt-out consent.  # warning: "opt-out consent"
```

Bad:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, is proposed, under "UK GDPR art. 6".
1: Globex may use purchase history for recommendations if opt-out consent.  # warning: "would rest on"
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Offers" between Acme and Globex.
1: Globex may use purchase history only with opt-in consent.
2: Globex may use purchase history for research, with opt-out consent.  # warning: "clause 1 asks for a yes"
```

Good:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, under "GDPR".
1: Acme may share email addresses with Globex for research, with opt-in consent.
2: Globex may use purchase history for recommendations, with legitimate interests, unless opted out.
```

An objection ends what rests on another ground; it makes no consent.

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Offers" between Acme and Globex, under "GLBA".
1: Acme may share email addresses with Globex for email marketing, with opt-out consent.
```

Boundary:

```policy
Acme is a retailer.
Globex is a platform.
agreement "Audience" between Acme and Globex, under "Regulation (EU) 2016/679".
1: Globex may use aggregate statistics with opt-out consent.
2: Globex must not keep purchase history without opt-out consent.
3: Globex may use purchase history with opt-out consent or opt-in consent.
4: Globex may use purchase history with presumed consent.  # warning: "Clause 4"
```

## Known limits

Which consent a law wants for which use is not weighed here; nor is a law that an agreement does not name.

## References

Regulation (EU) 2016/679, recital 32: silence, pre-ticked boxes or inactivity should not constitute consent.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on, is_personal
from policyc.findings import Finding, Severity
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.rules.evidence import quote, quote_header
from policyc.rules.laws import EUROPEAN, is_under
from policyc.rules.wording import by_clause, clauses, quoted_each, sentence, verb

SEVERITY = Severity.WARNING

SILENT = ("opt-out consent",)


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that takes silence for consent where the law or another clause asks for a yes."""
    for document in facts.agreements:
        closure = facts.closure(document)
        silent = covered(SILENT, Kind.CONDITION, closure)
        if not facts.mentions(document).states & silent:
            continue
        european, own = is_under(document, EUROPEAN, closure), facts.norms_of(document)
        found = [norm for norm in own if norm.grants and is_personal(norm, closure)]
        for norm in by_clause(norm for norm in found if hinges_on(norm, silent)):
            promises = [ban for ban in own if asks_for_yes(ban, closure) and ban.region.meets(norm.region)]
            if european or promises:
                yield finding(norm, by_clause(promises))


def asks_for_yes(norm: Norm, closure: Closure) -> bool:
    """Whether a ban forbids something where people have not consented: *without consent*, *only with consent*."""
    consent = covered(("consent",), Kind.CONDITION, closure)
    ways = norm.region.condition
    return norm.bans and bool(ways) and all(way.absent and not way.absent & ~consent for way in ways)


def finding(norm: Norm, promises: list[Norm]) -> Finding:
    """One clause that takes silence for consent."""
    asked = (
        f"{clauses(promises, norm.document)} {verb(promises, 'asks', 'ask')} for a yes"
        if promises
        else "under the law that the agreement names silence is no consent"
    )
    return Finding(
        "opt-out-used",
        SEVERITY,
        f"{sentence(clauses([norm], norm.document))} {verb([norm], 'rests', 'rest')} on opt-out consent, and {asked}.",
        quote(norm, "silence counts as a yes"),
        "Ask for a yes (`… with opt-in consent`), or name the ground that is meant: `with legitimate interests`.",
        quoted_each(promises, "this asks for a yes") or (quote_header(norm.document, "made under this law"),),
    )

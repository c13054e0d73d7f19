"""Consent is promised for a party's use or receipt of data, and a clause lets the data flow without it.

## What it does

Somewhere an agreement lets a party get or use data only where a person has agreed: `with opt-in consent`, `only if
consent`, `must not use … without consent`. A clause of the same or another agreement gives the same party overlapping
data for an overlapping purpose, and sets no condition at all. An error in one agreement, a warning between two. One
finding for each promising agreement, flowing agreement and recipient.

A promise of consent for one use says nothing about another: where the same agreement also lets the party use the data
without consent, the flow is taken to be for that.

## Why it matters

*It's completely opt-in* is a promise about what happens to those who say nothing. A flow without the condition
carries the data of everyone, those who never agreed included, and the promise then holds for nobody.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Globex may use transaction history for personal finance management with opt-in consent.
2: Acme will share transaction history with Globex for personal finance management.  # error: "sets no condition"
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
Initech is a bank.
agreement "Account linking" between Initech and Globex.
7: Globex may use transaction history only with opt-in consent.
agreement "Bank deal" between Acme and Globex, is proposed.
4: Acme will share transaction history with Globex for fraud detection.  # warning: "clause 7 of "
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Globex must not use transaction history without opt-in consent.
2: Globex may receive transaction history from Acme for customer support.  # error: "sets no condition"
agreement "Scores" between Acme and Globex.
3: Acme may share credit scores with Globex for credit decisions with consent.
4: Acme may share credit scores with Globex for credit decisions.  # error: "clause 3 promises consent"
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Globex may use transaction history for personal finance management with opt-in consent.
2: Acme will share transaction history with Globex for personal finance management if opt-in consent.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
agreement "Newsletter" between Acme and Globex.
1: Globex may use email addresses for email marketing with opt-in consent.
2: Acme will share email addresses with Globex for customer support.
agreement "Post" between Acme and Globex.
1: Globex may use postal addresses for postal marketing with opt-in consent.
2: Globex may use postal addresses for delivery of goods.
3: Acme will share postal addresses with Globex.
4: Globex may share postal addresses with Acme.
```

People who hand over their own data agree by doing so, and a flow that has some condition is not without one.

Boundary:

```policy
Acme is a bank.
Globex is a platform.
agreement "Account linking" between Acme and Globex.
1: Globex may use transaction history only with opt-in consent.
2: Consumers may share transaction history with Globex.
3: Acme may share transaction history with Globex if customer approval.
4: Acme will share transaction history with Globex after request.
```

## Known limits

Whether a condition that is no consent comes close to one is not judged. *Prior* and *written* consent in a ban are
taken for a party's leave, which is what contracts mostly mean by them.

## References

12 CFR 40.10(a)(1): a bank may not disclose nonpublic personal information to a nonaffiliated third party unless the
consumer was given the chance to say no, and did not. A promise to ask first goes further, and is measured by its own
words.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.promises import Escape, flows_without_consent
from policyc.findings import Finding, Severity
from policyc.rules.evidence import names, quote
from policyc.rules.steps import flow_step
from policyc.rules.wording import by_clause, capped, clauses, does, persons, quoted_each, sentence, verb

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Finding]:
    """Every flow without a condition beside a promise of consent."""
    groups: dict[tuple[int, int, int], list[Escape]] = {}
    for escape in flows_without_consent(facts):
        key = (id(escape.promiser), id(escape.flow.norm.document), escape.flow.takers_mask)
        groups.setdefault(key, []).append(escape)
    for group in groups.values():
        yield finding(sorted(group, key=lambda escape: escape.flow.norm.purpose_stated))


def finding(group: list[Escape]) -> Finding:
    """The flows of one agreement to one party that a promise of another, or of the same, covers."""
    first, flow, own = group[0], group[0].flow, group[0].flow.norm.document
    taker, data = persons(flow.takers, flow.takers_mask), names(first.data)
    promises = by_clause(norm for escape in group for norm in escape.promises)
    message = (
        f"{sentence(clauses([flow.norm], own))} {verb([flow.norm], 'gives', 'give')} {taker} {data} and sets no "
        "condition, although "
        f"{clauses(promises, own)} {verb(promises, 'promises', 'promise')} consent."
    )
    blamed, promised = quote(flow.norm, "no condition"), quoted_each(promises, "the promise of consent")
    return Finding(
        "unconditional-flow",
        capped(SEVERITY, [flow.norm, promises[0]]),
        message,
        blamed,
        f"Add the condition to {clauses([flow.norm], own)}: `… with {taker} with opt-in consent`; or, if consent is "
        "not meant to "
        "cover this, say in the promise what it covers.",
        promised + quoted_each((escape.flow.norm for escape in group[1:]), "this is unconditional as well"),
        f"A person has not agreed; {persons(flow.givers, flow.givers_mask)} {does(flow.givers, 'share')} that person's "
        f"{data} with "
        f"{taker} all the same.",
        steps=(flow_step(flow, first.data, blamed, promised[0]),),
    )

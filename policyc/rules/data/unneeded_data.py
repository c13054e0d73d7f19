"""Data flows that none of the stated purposes needs.

## What it does

Every purpose of a flow (or, where it states none, of the clauses that let its recipient use the data) declares what
it `needs`, and a kind of data that flows is not among it. Without `needs` the rule stays quiet. One finding a clause
that shares. Where the data also serve a purpose that is banned to the recipient, `useful-for-banned` says so instead.

## Why it matters

What is not needed can only be misused, lost or leaked. Each field without a purpose widens every later breach.

## Example

Bad:

```policy
Acme is a bank.
Globex is a platform.
Account checking is a purpose, needs transaction history.
agreement "Balances" between Acme and Globex.
1: Acme will share transaction history and health data with Globex for account checking.  # warning: "health data"
```

Bad:

```policy
Acme is a bank.
Globex is a platform.
Account checking is a purpose, needs transaction history.
Bank data includes transaction history, identity data and credit scores.
agreement "Balances" between Acme and Globex, is proposed.
1: Acme will share bank data with Globex.  # warning: "would not be needed"
2: Globex may use bank data only for account checking.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Account checking is a purpose, needs financial data.
agreement "Balances" between Acme and Globex.
1: Acme will share transaction history with Globex for account checking.
```

Good:

```policy
Acme is a bank.
Globex is a platform.
Account checking is a purpose.
agreement "Balances" between Acme and Globex.
1: Acme will share transaction history and health data with Globex for account checking.
```

A purpose that says nothing of its needs takes over those of the nearest purpose above it.

Boundary:

```policy
Acme is a bank.
Globex is a platform.
Account checking is a purpose, needs transaction history.
Daily account checking is account checking.
agreement "Balances" between Acme and Globex.
1: Acme will share transaction history with Globex for daily account checking.
2: Acme will share names with Globex for daily account checking.  # warning: "names"
```

## Known limits

A list of `needs` counts as complete once given; one that forgets a field makes this rule report it.

## References

None needed: the reason is the agreement's own statement of what each purpose needs.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.headline import headlines
from policyc.analysis.necessity import Mismatch, Need
from policyc.analysis.purposes import needs_no_purpose
from policyc.findings import Finding, Severity
from policyc.rules.evidence import definition, names, quote
from policyc.rules.wording import capped, clauses, persons, plural, proposed, quoted_each, sentence, verb

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """Every clause that shares data which no purpose needs."""
    told = {id(mismatch) for headline in headlines(facts) for mismatch in headline.mismatches}
    by_clause: dict[int, list[Mismatch]] = {}
    for mismatch in facts.mismatches:
        clause = id(mismatch.flow.norm.clause)
        if mismatch.need is Need.UNNEEDED and id(mismatch) not in told and not needs_no_purpose(mismatch.flow, facts):
            by_clause.setdefault(clause, []).append(mismatch)
    yield from (finding(mismatches, facts) for mismatches in by_clause.values())


def finding(mismatches: list[Mismatch], facts: Facts) -> Finding:
    """One clause and the data of it that nothing needs."""
    flow, own = mismatches[0].flow, mismatches[0].flow.norm.document
    kinds = list(dict.fromkeys(mismatch.data for mismatch in mismatches))
    purposes = list(dict.fromkeys(purpose for mismatch in mismatches for purpose in mismatch.purposes))
    data, taker = names(kinds), persons(flow.takers, flow.takers_mask)
    be = "would not be" if proposed(own) else "are not" if plural(kinds) else "is not"
    what = f"{names(purposes)}, the only purpose stated" if len(purposes) == 1 else f"any of {names(purposes)}"
    gives = verb([flow.norm], "gives", "give")
    message = f"{sentence(clauses([flow.norm], own))} {gives} {taker} {data}, which {be} needed for {what}."
    granted = [norm for mismatch in mismatches for norm in mismatch.granted_by]
    needs = [line for purpose in purposes for line in definition(purpose, facts, own, "what the purpose needs")]
    return Finding(
        "unneeded-data",
        capped(SEVERITY, [flow.norm]),
        message,
        quote(flow.norm, "what flows"),
        f"Drop {data} from {clauses([flow.norm], own)}, or say which purpose needs it, for example "
        f"`{sentence(names(purposes[:1]))} needs …, {data}.` in its definition.",
        (*needs, *quoted_each(granted, "this states a purpose")),
    )

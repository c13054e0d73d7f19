"""A clause never decides anything, because others that outrank it say the contrary wherever it speaks.

## What it does

Finds clauses that a declared order (`despite`, `subject to`, `prevails over`, `the stricter clause prevails`) or an
exception of their own (`except as this agreement allows`) sets aside for every act of which they speak. Only what
stands in the same agreement counts; that an amendment replaces a clause is what amendments are for.

## Why it matters

One side will point to the clause, and it has no effect at all. Mostly the words of precedence reach further than their
writer meant.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex may share contact data with auditors.  # warning: "clause 2"
2: Despite anything in this agreement, Globex must not share personal data with anyone.
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not use contact data for email marketing.  # warning: "clause 2"
2: Globex may use contact data for marketing.
Clause 2 prevails over clause 1.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not share contact data with anyone.
2: Despite 1, Globex may share contact data with auditors.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not use contact data except as this agreement allows.
2: Globex may use contact data for customer support.
3: Globex may share contact data with auditors unless a court order exists.
4: Despite 3, Globex must not share contact data with auditors in the United States.
```

Several clauses can shadow one together.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex may use contact data for customer support and email marketing.  # warning: "clauses 2 and 3"
2: Despite 1, Globex must not use contact data for customer support.
3: Despite 1, Globex must not use contact data for marketing.
```

## Known limits

A clause that those which outrank it merely repeat is told by `redundant-clause`.

## References

None needed: a clause that never has an effect is a mistake of drafting.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.entailment.idle import Shadowed
from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.rules.evidence import quote
from policyc.rules.wording import capped, clauses, proposed, quoted_each, sentence

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that is always set aside."""
    for each in facts.idle[1]:
        yield finding(each)


def finding(found: Shadowed) -> Finding:
    """The finding of a shadowed clause."""
    norm, own = found.norms[0], found.norms[0].document
    others = clauses(found.others, own)
    never = "would never decide" if proposed(own) else "never decides"
    one = len({id(other.clause) for other in found.others}) == 1
    prevail, say = ("prevails", "says") if one else ("prevail", "say")
    what = f"wherever it speaks, {others} {prevail} and {say} the contrary"
    return Finding(
        "shadowed-clause",
        capped(SEVERITY, [norm, *found.others]),
        f"{sentence(clauses([norm], own))} {never} anything: {what}.",
        quote(norm, "this has no effect"),
        f"Take it out, or narrow the words by which {others} {prevail}.",
        quoted_each(found.others, "this sets it aside"),
    )

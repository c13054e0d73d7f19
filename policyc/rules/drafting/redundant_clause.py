"""A clause says only what other clauses of the agreement say already.

## What it does

Finds clauses that the others of the same agreement entail together: whatever the clause permits, forbids or requires,
they permit, forbid or require as well, for as long, as soon and under no more conditions. To take the clause out would
change no verdict. Of two clauses that say the same, the later one is told.

A ban that says aloud what `only` implies is no repetition, nor is a clause that quotes somebody else, nor one that
names what the others only take in: a recipient, a place, a purpose of which they say nothing, a condition of a
permission.

## Why it matters

Courts presume that every clause means something. A clause that adds nothing invites the other side to find a meaning
for it, and when one of the two is amended the other one stays behind and contradicts it.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not share personal data with anyone.
2: Globex may use contact data for customer support.
3: Globex must not sell contact data to data brokers.  # note: "clause 1"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex may use contact data for customer support and email marketing.
2: Globex must notify Acme within 72 hours after a breach.
3: Globex may use contact data and email addresses for customer support.  # note: "clause 1"
4: Globex must notify Acme within 72 hours after a breach.  # note: "the same as clause 2"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not use contact data for marketing.
2: Globex must not use bank account data for marketing.
3: Globex must not use contact data or bank account data for email marketing.  # note: "clauses 1 and 2"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex may use contact data only for customer support.
2: Globex must not use contact data for marketing.
3: Globex may share contact data with Initech for customer support.
4: Globex must notify Acme within 72 hours after a breach.
5: Globex must notify Acme within 24 hours after unauthorised access.
6: Acme may use bank account data. Acme may use bank account data for customer support.
Initech is a company.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not share contact data with anyone, per "Ann".
2: Globex must not share contact data with data brokers, per "Bob".
3: Globex must notify Acme within 72 hours after a breach.
4: Globex must delete contact data within 30 days after termination.
5: Globex must delete contact data after withdrawal of consent.
```

An exception is what makes a clause say something again.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not share contact data with anyone.
2: Globex may share contact data with auditors.
3: Despite 2, Globex must not share contact data with auditors in the United States.
4: Globex must not share contact data with data brokers.  # note: "clause 1"
```

## Known limits

Duties that leave a choice, and duties that differ in their deadline (`two-deadlines`), are not compared. That a part of
a clause is repeated elsewhere is not told.

## References

None needed: that every clause is presumed to mean something is a common canon of construction.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.entailment.idle import Redundant
from policyc.analysis.facts import Facts
from policyc.findings import Finding, Severity
from policyc.rules.evidence import quote
from policyc.rules.wording import clauses, quoted_each, sentence

SEVERITY = Severity.NOTE


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that could be taken out."""
    for each in facts.idle[0]:
        yield finding(each)


def finding(found: Redundant) -> Finding:
    """The finding of a redundant clause."""
    norm, own = found.norms[0], found.norms[0].document
    others = clauses(found.others, own)
    says = f"the same as {others}" if found.mutual else f"only what {others} say{'s' if single(found) else ''} already"
    return Finding(
        "redundant-clause",
        SEVERITY,
        f"{sentence(clauses([norm], own))} says {says}; without it nothing would be permitted, forbidden or required "
        "otherwise.",
        quote(norm, "this adds nothing"),
        f"Take it out, or say what it is to add to {others}.",
        quoted_each(found.others, "this says it already"),
    )


def single(found: Redundant) -> bool:
    """Whether one clause alone says it already."""
    return len({id(norm.clause) for norm in found.others}) == 1

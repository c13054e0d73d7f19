"""A clause repeats another, or repeats a part of it with conditions or times that change nothing.

## What it does

Finds clauses that the others of the same agreement entail together: whatever the clause permits, forbids or requires,
they permit, forbid or require as well, for as long, as soon and under no more conditions. To take the clause out would
change no verdict. Told are only those that mislead or that will be forgotten:

- two clauses that say the same, of which the later one is told, also where only the other survives termination
- a clause with a condition, a time or an end of its own, which the others do not heed: whoever reads `must not disclose
  to the police unless a warrant exists` takes it that with a warrant they may, although another clause forbids that

A narrower ban beside a wider one, for emphasis or to be on the safe side, is common drafting and is not told, nor is a
narrower permission or duty. No repetition is a ban that says aloud what `only` implies, a clause that quotes somebody
else, or one that names what the others only take in: a recipient, a place, a purpose of which they say nothing, a
condition of a permission. A duty to have safeguards of one kind adds to one to have safeguards.

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
3: Globex must not disclose contact data to law enforcement unless legal process exists.  # note: "changes nothing"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex may use contact data for customer support and email marketing.
2: Globex must notify Acme within 72 hours after a breach.
3: Globex may use contact data for customer support and email marketing.  # note: "the same as clause 1"
4: Globex must notify Acme within 72 hours after a breach.  # note: "the same as clause 2"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not use contact data for marketing. Clause 1 survives termination.
2: Globex must not use contact data for email marketing until 2027-12-31.  # note: "until the end of 2027-12-31"
3: Globex must not use contact data for marketing.  # note: "survives"
4: Globex must not use contact data for telemarketing.
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

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not share personal data with anyone.
2: Globex must not sell contact data to data brokers.
3: Globex must maintain security measures.
4: Globex must maintain encryption and access controls.
```

An exception is what makes a clause say something again.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Support" between Acme and Globex.
1: Globex must not share contact data with anyone.
2: Globex may share contact data with auditors.
3: Despite 2, Globex must not share contact data with auditors in the United States.
4: Globex must not share contact data with data brokers without consent.  # note: "clause 1"
```

## Known limits

Duties that leave a choice, and duties that differ in their deadline (`two-deadlines`), are not compared. That a part of
a clause is repeated elsewhere is not told.

## References

None needed: that every clause is presumed to mean something is a common canon of construction.
"""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.conditions import condition_words
from policyc.analysis.entailment.idle import Redundant
from policyc.analysis.facts import Facts
from policyc.analysis.timing import timing_words
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, Side
from policyc.rules.evidence import quote
from policyc.rules.wording import clauses, quoted_each, sentence

SEVERITY = Severity.NOTE
EMPTY = "; without it nothing would be permitted, forbidden or required otherwise"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause that repeats another, or that the others say already and say otherwise."""
    for each in facts.idle[0]:
        why = "" if each.mutual else misleading(each)
        if each.mutual or why:
            yield finding(each, why)


def finding(found: Redundant, why: str) -> Finding:
    """The finding of a redundant clause."""
    norm, own = found.norms[0], found.norms[0].document
    others = clauses(found.others, own)
    says = f"the same as {others}" if found.mutual else f"only what {others} say{'s' if single(found) else ''} already"
    meant = f"say what it is to add to {others}" if found.mutual else f"take what it leaves open out of {others}"
    return Finding(
        "redundant-clause",
        SEVERITY,
        f"{sentence(clauses([norm], own))} says {says}{why or EMPTY}.",
        quote(norm, "this adds nothing"),
        f"Take it out, or {meant}.",
        quoted_each(found.others, "this says it already"),
    )


def misleading(found: Redundant) -> str:
    """What a clause says otherwise than those that say it already, though it changes nothing; empty where nothing is.

    These are conditions, times, and whether it survives the agreement.
    """
    for norm in found.norms:
        others = [other for other in found.others if other.bans is norm.bans]
        condition = condition_words(norm.provision)
        if condition and all(other.region.condition != norm.region.condition for other in others):
            made = "forbidden" if norm.bans else "required" if norm.modality is Modality.DUTY else "permitted"
            return f", and its `{condition}` changes nothing: that is {made} either way"
        if others and all(other.timing != norm.timing for other in others):
            return f", and {times(norm)} changes nothing"
        if any(differs_in_survival(norm, other) for other in others):
            return ", which survives termination, as this clause does not"
    return ""


def times(norm: Norm) -> str:
    """The times of a norm."""
    said = timing_words(norm.timing)
    return f"its `{said}`" if said else "that it sets no time"


def differs_in_survival(norm: Norm, other: Norm) -> bool:
    """Whether two norms are about the same acts, of which the other still speaks after the end of the agreement."""
    phase = norm.region.masks[Side.PHASE]
    same = other.region.with_side(Side.PHASE, phase).masks == norm.region.masks
    return same and not phase & AFTER and bool(other.region.masks[Side.PHASE] & AFTER)


def single(found: Redundant) -> bool:
    """Whether one clause alone says it already."""
    return len({id(norm.clause) for norm in found.others}) == 1

"""Two clauses set different deadlines for the same duty.

## What it does

Finds two clauses of one agreement that make the same party do the same thing after the same event, for the same
counterparty, within different times, where no order says which one holds. A shorter time for some of the data, or for
a special case, is no conflict, nor are two steps that differ in manner, like a call first and a full report later.

## Why it matters

After a breach is the worst moment to find out which of two clocks is running.

## Example

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
5: Globex must notify Acme without undue delay, within 72 hours after a breach.
9: Globex must notify Acme within 24 hours after a breach.  # warning: "24 hours in clause 9, 72 hours in clause 5"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Globex must delete financial data within 30 days after termination.
2: Globex must delete bank account data within 90 days after termination.  # warning: "would have 90 days"
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must notify Acme without undue delay, within 72 hours after a breach.
2: Globex must notify users within 10 days after a breach.
3: Globex must notify Acme within 10 days after a change of control.
4: Despite 1, Globex must notify Acme within 24 hours after a breach.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must report suspected breaches to Acme within 1 hour after discovery of a breach with telephone notice.
2: Globex must report suspected breaches to Acme within 2 days after discovery of a breach with full detail.
3: Globex must delete financial data within 90 days after termination.
4: Globex must delete bank account data within 30 days after termination.
```

A longer time for a special case contradicts the general one.

Boundary:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must notify Acme within 72 hours after a breach.
2: Globex must notify Acme within 24 hours after unauthorised access.
3: Globex must notify Acme within 10 days after loss of data.  # warning: "10 days in clause 3, 72 hours in clause 1"
```

## Known limits

Deadlines without a number, like *promptly*, are not compared. Two events that are no kinds of each other, such as a
breach and becoming aware of it, are taken to differ.

## References

none needed: the reader cannot tell which of the two times holds.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.silence import acts
from policyc.analysis.words import concept_words, listed
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.concepts import OTHER
from policyc.norms.condition import NEVER, conjunction
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import quote
from policyc.rules.keeping import triggers
from policyc.rules.silences import bound
from policyc.rules.wording import clauses, proposed

SEVERITY = Severity.WARNING

COMPARED = (Side.BEARER, Side.PEOPLE, Side.COUNTERPARTY, Side.PURPOSE, Side.PLACE)


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause whose deadline differs from that of an earlier one."""
    for document in facts.agreements:
        timed = [norm for norm in facts.norms_of(document) if is_timed_duty(norm)]
        seen: set[int] = set()
        for at, later in enumerate(timed):
            rival = next(
                (each for each in timed[:at] if id(later.clause) not in seen and clashes(each, later, facts)), None
            )
            if rival:
                seen.add(id(later.clause))
                yield finding(rival, later, facts)


def is_timed_duty(norm: Norm) -> bool:
    """Whether a norm is a duty with a deadline that an event sets running."""
    after = any(each.word in ("after", "on") for each in norm.timing.occasions)
    return norm.modality is Modality.DUTY and not norm.ensured and norm.timing.within is not None and after


def clashes(one: Norm, other: Norm, facts: Facts) -> bool:
    """Whether two duties are the same with different deadlines, and nothing says which one holds."""
    same_clause = one.clause is other.clause or (
        one.clause.label is not None and one.clause.label == other.clause.label
    )
    if same_clause or hours(one) == hours(other) or one.manner != other.manner or is_choice(one) != is_choice(other):
        return False
    if facts.order.outranks(one, other) or facts.order.outranks(other, one):
        return False
    if conjunction(one.region.condition, other.region.condition) == NEVER:
        return False
    shorter, longer = sorted((one, other), key=hours)
    return compare(shorter, longer, facts)


def compare(shorter: Norm, longer: Norm, facts: Facts) -> bool:
    """Whether two duties overlap, and the shorter deadline is not one for a special case."""
    pairs = [(shorter.region.masks[side], longer.region.masks[side]) for side in COMPARED]
    pairs.append((triggers(shorter, facts), triggers(longer, facts)))
    acting = shorter.region.masks[Side.ACTION], longer.region.masks[Side.ACTION]
    about = subject(shorter, facts), subject(longer, facts)
    if (
        not acting[0] & acting[1]
        or not all(left & right & ~OTHER for left, right in pairs)
        or bool(about[0]) != bool(about[1])
    ):
        return False
    if about[0]:
        pairs.append(about)
    if (acting[0] | acting[1]) & ~facts.covers(shorter.document, "notify", Kind.ACTION):
        pairs.append(acting)
    special = all(not left & ~right for left, right in pairs) and any(right & ~left for left, right in pairs)
    return all(left & right for left, right in pairs) and not special


def subject(norm: Norm, facts: Facts) -> int:
    """What a duty is done to; nothing where it is to tell of the very event that sets the time running."""
    closure = facts.closure(norm.document)
    event = triggers(norm, facts)
    objects = [closure.covers(concept) for concept in norm.objects]
    told = acts(norm, "notify", closure) and all(mask & event for mask in objects)
    return 0 if told or not objects else norm.region.masks[Side.OBJECT]


def is_choice(norm: Norm) -> bool:
    """Whether a duty leaves a choice between acts."""
    return norm.provision.actions.choice


def hours(norm: Norm) -> int:
    """A deadline in hours."""
    return norm.timing.within.hours if norm.timing.within else 0


def finding(one: Norm, other: Norm, facts: Facts) -> Finding:
    """The finding of a pair."""
    document = other.document
    act = listed(concept_words(action) for action in other.actions)
    event = listed(concept_words(each.event) for each in other.timing.occasions)
    has = "would have" if proposed(document) else "has"
    return Finding(
        "two-deadlines",
        SEVERITY,
        f"After {event} {bound(other, facts)} {has} {other.timing.within} in {clauses([other], document)}, "
        f"{one.timing.within} in {clauses([one], document)} to {act}, and nothing says which one holds.",
        quote(other, f"within {other.timing.within}"),
        f"Keep one of the two, or say which prevails, for example: Clause {one.clause.name} prevails over clause "
        f"{other.clause.name}.",
        (quote(one, f"within {one.timing.within}"),),
    )

"""Two clauses set different deadlines for the same duty.

## What it does

Finds two clauses of one agreement that make the same party do the same thing after the same event, for the same
counterparty, within different times, where no order says which one holds; and two of which one wants something other
than a notice done sooner than the other allows (*within 30 days*, *at least 60 days after*). A shorter time for some of
the data, or for a special case, is no conflict, nor are two steps that differ in manner, like a call first and a full
report later. Business days are counted as days, five to a week.

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

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must delete financial data within 30 days after termination.
2: Globex must delete financial data at least 60 days after termination.  # warning: "only after 60 days by clause 2"
3: Globex must notify Acme within 72 hours.
4: Globex must notify Acme within 1 business day.  # warning: "1 business day in clause 4, 72 hours in clause 3"
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
5: Globex must share financial data with Acme within 1 month after a change of control.
6: Globex must share financial data with Acme within 30 days after a change of control.
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

Deadlines without a number, like *promptly*, are not compared, nor are notices given some time before an event, of which
there may be several. Two events that are no kinds of each other, such as a
breach and becoming aware of it, are taken to differ.

## References

None needed: the reader cannot tell which of the two times holds.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.silence import acts
from policyc.analysis.words import concept_words, listed
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.concepts import OTHER, union
from policyc.norms.condition import NEVER, conjunction
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.rules.evidence import quote
from policyc.rules.keeping import triggers
from policyc.rules.silences import bound
from policyc.rules.wording import clauses, proposed, sentence

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
    """Whether a norm is a duty with a deadline, or with a time before which nothing is to be done."""
    timed = norm.timing.within is not None or norm.timing.at_least is not None
    return norm.modality is Modality.DUTY and not norm.ensured and timed


def clock(norm: Norm) -> str:
    """Which way the time of a duty runs, seen from its event; empty where it names none."""
    words = {each.word for each in norm.timing.occasions}
    return "after" if words & {"after", "on"} else "before" if words else ""


def clashes(one: Norm, other: Norm, facts: Facts) -> bool:
    """Whether two duties are the same with times that do not agree, and nothing says which one holds."""
    same_clause = one.clause is other.clause or (
        one.clause.label is not None and one.clause.label == other.clause.label
    )
    if same_clause or clock(one) != clock(other) or one.manner != other.manner or is_choice(one) != is_choice(other):
        return False
    if facts.order.outranks(one, other) or facts.order.outranks(other, one):
        return False
    if conjunction(one.region.condition, other.region.condition) == NEVER:
        return False
    if too_early(one, other, facts) or too_early(other, one, facts):
        return overlaps(one, other, facts)
    if one.timing.within is None or other.timing.within is None or hours(one) == hours(other):
        return False
    shorter, longer = sorted((one, other), key=hours)
    return clock(one) != "before" and compare(shorter, longer, facts)


def too_early(sooner: Norm, later: Norm, facts: Facts) -> bool:
    """Whether a duty has to be done within less time than another wants to go by first; notices may be given twice."""
    within, at_least = sooner.timing.within, later.timing.at_least
    notice = facts.covers(sooner.document, "notify", Kind.ACTION)
    acting = sooner.region.masks[Side.ACTION] & later.region.masks[Side.ACTION]
    return within is not None and at_least is not None and at_least.hours > within.hours and bool(acting & ~notice)


def overlaps(one: Norm, other: Norm, facts: Facts) -> bool:
    """Whether two duties want the same done to the same, seen from the same event."""
    pairs = [(one.region.masks[side], other.region.masks[side]) for side in (*COMPARED, Side.ACTION, Side.OBJECT)]
    events = happenings(one, facts), happenings(other, facts)
    return all(left & right & ~OTHER for left, right in pairs) and (events == (0, 0) or bool(events[0] & events[1]))


def happenings(norm: Norm, facts: Facts) -> int:
    """The events from which the time of a duty is counted, and all kinds of them."""
    closure = facts.closure(norm.document)
    return union(closure.covers(occasion.event) for occasion in norm.timing.occasions)


def compare(shorter: Norm, longer: Norm, facts: Facts) -> bool:
    """Whether two duties overlap, and the shorter deadline is not one for a special case."""
    pairs = [(shorter.region.masks[side], longer.region.masks[side]) for side in COMPARED]
    if clock(shorter):
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
    impossible = one.timing.within is None or other.timing.within is None
    return Finding(
        "two-deadlines",
        SEVERITY,
        sentence(unreachable(one, other, facts) if impossible else undecided(one, other, facts)),
        quote(other, time_words(other)),
        f"Keep one of the two, or say which prevails, for example: Clause {one.clause.name} prevails over clause "
        f"{other.clause.name}.",
        (quote(one, time_words(one)),),
    )


def undecided(one: Norm, other: Norm, facts: Facts) -> str:
    """That two deadlines stand side by side."""
    document = other.document
    has = "would have" if proposed(document) else "has"
    return (
        f"{moment(other)}{bound(other, facts)} {has} {other.timing.within} in {clauses([other], document)}, "
        f"{one.timing.within} in {clauses([one], document)} to {deed(other)}, and nothing says which one holds."
    )


def unreachable(one: Norm, other: Norm, facts: Facts) -> str:
    """That one duty has to be done sooner than the other allows."""
    document = other.document
    sooner, later = (one, other) if one.timing.within else (other, one)
    has = "would have" if proposed(document) else "has"
    ahead = clock(other) == "before"
    soon = f"in the last {sooner.timing.within}" if ahead else f"within {sooner.timing.within}"
    late = f"at least {later.timing.at_least} ahead" if ahead else f"only after {later.timing.at_least}"
    return (
        f"{moment(other)}{bound(other, facts)} {has} to {deed(other)} {soon} by {clauses([sooner], document)}, "
        f"and {late} by {clauses([later], document)}: it cannot do both."
    )


def moment(norm: Norm) -> str:
    """The event from which the time of a duty is counted, as a sentence begins; empty where it names none."""
    event = listed(concept_words(each.event) for each in norm.timing.occasions)
    return f"{clock(norm)} {event} " if event else ""


def deed(norm: Norm) -> str:
    """What a duty wants done."""
    return listed(concept_words(action) for action in norm.actions)


def time_words(norm: Norm) -> str:
    """The time of a duty in its own words."""
    return f"within {norm.timing.within}" if norm.timing.within else f"at least {norm.timing.at_least}"

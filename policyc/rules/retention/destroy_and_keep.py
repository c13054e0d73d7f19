"""The same party must delete data and may or must keep them.

## What it does

Compares each duty to delete, destroy or return data with each permission and duty of the same party to keep or
archive data that overlap them. It reports them where the keeping outlasts the deletion: both follow the same event
and the keeping has no end or a later one; data are to be kept for ever; or neither names an event and the times
differ. It is a warning where the duty to delete or to keep depends on a condition, where leave to keep names a purpose
and the duty to delete none, where the data overlap in part, or where it is not certain that the time of keeping is
still running; and a note where leave to keep has a condition of its own, since that reads as an exception.

## Why it matters

Whoever obeys one sentence breaks the other, or picks the one that suits.

## Example

Bad:

```policy
Acme is a state agency. Initech is a researcher.
Project records are health data and confidential information.
Electronic project records are project records and electronic records.
agreement "Matching" between Acme and Initech.
8:   Initech must destroy confidential information promptly after completion of the project.
8.2: Initech must archive and store electronic project records after completion of the project.  # error: "clause 8"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex, is proposed.
1: Globex must delete bank account data within 30 days after termination.
2: Globex may keep bank account data for 12 months after termination.  # error: "would let Globex keep"
3: Globex must keep bank account data for at least 5 years.  # warning: "may not be over"
```

Bad:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must delete bank account data at least 30 days before termination.
2: Globex must keep bank account data until termination.  # error: "clause 1 wants deleted"
3: Globex must keep location data until 2030-01-01.  # error: "clause 4 wants deleted"
4: Globex must delete location data before 2028-01-01.
```

Good:

```policy
Acme is a bank. Globex is a platform.
agreement "Linking" between Acme and Globex.
1: Globex must delete bank account data within 60 days after termination unless required by law.
2: Globex may keep bank account data.
3: Globex may keep bank account data for 30 days after termination.
4: Globex may keep bank account data after termination if required by law.
5: Despite 1, Globex may keep transaction history for 5 years after termination.
```

Good:

```policy
Acme is a school. Initech is an evaluator.
agreement "Study" between Acme and Initech.
1: Initech must destroy or return education records after completion of purpose.
2: Initech must keep training records for 6 years after completion of the training.
```

A choice between erasing and keeping is no duty to erase.

Boundary:

```policy
Acme is a state agency. Initech is a researcher.
agreement "Matching" between Acme and Initech.
1: Initech must erase or keep health data after completion of the project.
2: Initech must delete health data after completion of the project if requested.
3: Initech may keep health data after completion of the project for research.  # warning: "clause 2"
4: Initech may keep health data after completion of the project with prior approval.  # note: "clause 2"
```

Few data deleted out of many kept are an exception, and records of any shape may hold what must be deleted.

Boundary:

```policy
Acme is a state agency. Initech is a researcher.
agreement "Matching" between Acme and Initech.
1: Initech must destroy health data after completion of the project.
2: Initech must archive electronic records after completion of the project.  # warning: "clause 1"
3: Initech must delete online records after completion of the project.
```

## Known limits

Leave to keep that stands under the same number as the duty to delete is taken for its proviso. Kinds of data overlap
only where a definition says so, or where paper, files or electronic records are kept. Where the two follow different
events, nothing is reported, as it is not known which comes first.

## References

None needed: the two sentences cannot both be obeyed.
"""

from collections.abc import Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.holding import covered, hinges_on
from policyc.analysis.words import named_in
from policyc.findings import Finding, Severity
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.condition import NEVER, conjunction
from policyc.norms.lawful import demands
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, Side
from policyc.rules.evidence import names, quote
from policyc.rules.keeping import (
    deletes,
    has_end,
    is_lawful_exception,
    is_perpetual,
    keeps,
    longer,
    same_data,
    triggers,
)
from policyc.rules.silences import bound
from policyc.rules.wording import by_clause, clauses, plural_clauses, proposed, sentence

SEVERITY = Severity.ERROR

FORMS = ("electronic records", "paper records", "kept records")
"""Shapes that any data may have: to keep these is to keep whatever they hold."""

STORING = ("store", "save", "put", "host")
AT_ONCE = ("promptly", "immediately", "without")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each clause on keeping that duties to delete deny."""
    for document in facts.agreements:
        norms = facts.norms_of(document)
        deletions = [norm for norm in norms if deletes(norm, facts)]
        seen: set[int] = set()
        for kept in (norm for norm in norms if deletions and keeps(norm, facts)):
            graded = [(grade, each) for each in deletions if (grade := clash(each, kept, facts))]
            if graded and id(kept.clause) not in seen:
                seen.add(id(kept.clause))
                worst = min((grade for grade, _ in graded), key=lambda grade: grade.rank)
                yield finding(kept, [each for grade, each in graded if grade is worst], worst, facts)


def clash(deletion: Norm, kept: Norm, facts: Facts) -> Severity | None:
    """How grave it is that some data have to be deleted and kept; None where both can be obeyed, or one gives way."""
    order = facts.order
    ordered = order.outranks(deletion, kept) or order.outranks(kept, deletion) or deletion.provision.yields_to_grants
    if is_proviso(deletion, kept) or ordered or is_lawful_exception(kept, facts) or ends_need(deletion, kept, facts):
        return None
    data = overlap(deletion, kept, facts)
    if data is None or conjunction(deletion.region.condition, kept.region.condition) == NEVER:
        return None
    grade = outlasts(deletion, kept, facts)
    special = kept.modality is Modality.PERMISSION and bool(kept.purposes) and not deletion.purposes
    waits = is_conditional(kept, facts) or bool(kept.quoted)
    depends = special or waits or is_conditional(deletion, facts) or bool(deletion.quoted)
    exception = waits and kept.modality is Modality.PERMISSION
    ceiling = Severity.NOTE if exception else Severity.WARNING if depends else data
    return grade.at_most(ceiling) if grade else None


def is_proviso(deletion: Norm, kept: Norm) -> bool:
    """Whether leave to keep stands in the clause that wants data deleted: *provided that it may retain one copy*."""
    alike = deletion.clause.label is not None and deletion.clause.label == kept.clause.label
    return deletion.clause is kept.clause or (alike and kept.modality is Modality.PERMISSION)


def ends_need(deletion: Norm, kept: Norm, facts: Facts) -> bool:
    """Whether data have to go only when nobody needs them any more, so that keeping them ends by itself."""
    spent = facts.covers(deletion.document, "no longer needed", Kind.CONDITION)
    return hinges_on(deletion, spent) and not is_perpetual(kept, facts)


def overlap(deletion: Norm, kept: Norm, facts: Facts) -> Severity | None:
    """How grave a clash over the data of two norms can be; None where they differ, or where few of many are deleted."""
    closure = facts.closure(kept.document)
    forms = covered(FORMS, Kind.DATA, closure)
    if not same_data(deletion, kept, facts):
        is_form = kept.objects and all(closure.universe.bit(concept) & forms for concept in kept.objects)
        alike = kept.region.masks[Side.BEARER] & deletion.region.masks[Side.BEARER]
        others = deletion.region.masks[Side.OBJECT] & closure.universe.kind(Kind.DATA) & ~forms
        return Severity.WARNING if is_form and alike and others else None
    deleted, held = (norm.region.masks[Side.OBJECT] for norm in (deletion, kept))
    if not held & ~deleted:
        return Severity.ERROR
    return Severity.WARNING if deleted & ~held else None


def outlasts(deletion: Norm, kept: Norm, facts: Facts) -> Severity | None:
    """Whether data are kept past the day on which they have to be gone."""
    if gone_before(deletion, kept, facts):
        return Severity.ERROR
    due, start = triggers(deletion, facts), triggers(kept, facts)
    if any(each.word in ("until", "before") for each in kept.timing.occasions):
        return None
    if due and start:
        return Severity.ERROR if due & start and runs_on(deletion, kept) else None
    if due:
        return outlasts_event(deletion, kept, facts)
    if start:
        return None if has_end(kept) or deletion.timing.through else Severity.WARNING
    if deletion.timing.through or kept.timing.through:
        days = deletion.timing.through, kept.timing.through
        return Severity.ERROR if days[0] and days[1] and days[0] < days[1] else None
    return Severity.ERROR if runs_on(deletion, kept) else None


def gone_before(deletion: Norm, kept: Norm, facts: Facts) -> bool:
    """Whether data have to be gone some time before the very event until which they are kept."""
    closure = facts.closure(kept.document)
    until = [closure.covers(each.event) for each in kept.timing.occasions if each.word in ("until", "before")]
    before = [closure.covers(each.event) for each in deletion.timing.occasions if each.word == "before"]
    return deletion.timing.at_least is not None and any(end & due for end in until for due in before)


def runs_on(deletion: Norm, kept: Norm) -> bool:
    """Whether, counted from one moment, keeping goes on after the deletion is due."""
    lasting, timing = kept.timing.lasting, deletion.timing
    if lasting is None:
        return kept.timing.through is None
    at_once = (timing.soft or "").startswith(AT_ONCE) or any(each.word == "on" for each in timing.occasions)
    return at_once if timing.within is None else longer(lasting, timing.within)


def outlasts_event(deletion: Norm, kept: Norm, facts: Facts) -> Severity | None:
    """Whether data that are kept from no event on are still kept when the event comes after which they have to go."""
    ending = triggers(deletion, facts) & facts.covers(deletion.document, "termination", Kind.EVENT)
    still = not ending or bool(kept.region.masks[Side.PHASE] & AFTER)
    needed = hinges_on(kept, facts.covers(kept.document, "necessary", Kind.CONDITION))
    commanded = kept.modality is Modality.DUTY and not is_storing(kept) and not needed
    if is_perpetual(kept, facts) or (not has_end(kept) and commanded and still):
        return Severity.ERROR
    running = commanded and kept.timing.lasting and kept.timing.lasting_bound != "for at most"
    return Severity.WARNING if running else None


def is_storing(norm: Norm) -> bool:
    """Whether a norm only says that data are stored, which is said of where and how, in the words of its clause."""
    return all(term.text.lower().startswith(STORING) for term in norm.provision.actions.terms)


def is_conditional(norm: Norm, facts: Facts) -> bool:
    """Whether a norm turns on more than its own event, and on more than what the law commands."""
    closure = facts.closure(norm.document)
    expected = demands(closure)
    for occasion in norm.timing.occasions:
        expected |= closure.covers(occasion.event)
    perpetual = closure.covers_key("perpetual", Kind.CONDITION)
    held = {mask for part in norm.region.condition for mask in part.held if mask & ~expected & ~perpetual}
    return bool(held) or any(part.absent & ~expected for part in norm.region.condition)


def finding(kept: Norm, deletions: list[Norm], grade: Severity, facts: Facts) -> Finding:
    """The finding of one clause on keeping."""
    document, keeper = kept.document, bound(kept, facts)
    shared = same_data(deletions[0], kept, facts)
    data = names(kept.objects if kept.objects else named_in(facts.closure(document), shared)[:1]) or "data"
    must = kept.modality is Modality.DUTY
    verb = ("would make" if must else "would let") if proposed(document) else ("makes" if must else "lets")
    uncertain = kept.timing.lasting is not None and not triggers(kept, facts) and triggers(deletions[0], facts)
    tail = ", and the time of keeping may not be over by then" if uncertain else ""
    want = "would want" if proposed(document) else "want" if plural_clauses(deletions) else "wants"
    number = clauses([kept], document)
    return Finding(
        "destroy-and-keep",
        grade,
        f"{sentence(number)} {verb} {keeper} keep {data}, which {clauses(deletions, document)} {want} deleted{tail}.",
        quote(kept, "to be kept"),
        f"Say which one prevails, for example by beginning {number} with `Despite {deletions[0].clause.name},`, end "
        "the duty to delete with `except as this agreement allows`, or end the keeping when the deletion falls due.",
        tuple(quote(each, "to be deleted") for each in by_clause(deletions)),
    )

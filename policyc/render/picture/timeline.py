"""The times of agreements: terms as bars on one axis, what is due by the event it is counted from, what survives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from policyc.render.phrases import clause_words
from policyc.render.picture.axis import Axis, Tick, axis_of, ticks
from policyc.render.picture.witness import Said, Target
from policyc.report import ClauseReference, Deadline, Survival, Term, Timeline

THINNEST = 0.6
"""The least width of a bar, in hundredths of the axis."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A term on the axis, in hundredths of its length; an open side has no day."""

    start: float
    width: float
    open_start: bool
    open_end: bool

    @property
    def end(self) -> float:
        """Where it ends."""
        return round(self.start + self.width, 2)


@dataclass(frozen=True, slots=True)
class TermItem:
    """A term: of what, its words, and its bar; None where no dates at all are known."""

    said: Said
    term: Term
    words: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class DeadlineItem:
    """A deadline, and the clause that sets it."""

    said: Said
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class EventGroup:
    """What is counted from one event, soonest first."""

    event: str
    items: tuple[DeadlineItem, ...]


@dataclass(frozen=True, slots=True)
class SurvivalItem:
    """What survives, of which agreement, and the clauses."""

    said: Said
    survival: Survival
    clauses: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """All times; ``now`` is where the day stands as of which the documents were read, None where none was given."""

    ticks: tuple[Tick, ...]
    now: Tick | None
    terms: tuple[TermItem, ...]
    events: tuple[EventGroup, ...]
    survivals: tuple[SurvivalItem, ...]

    @property
    def anything(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.terms or self.events or self.survivals)


def chart(times: Timeline, as_of: date | None, target: Target) -> TimelineItem:
    """The times of a report as the page shows them; ``target`` finds the anchors of clauses."""
    days = [day.toordinal() for term in times.terms for day in (term.start, term.end, as_of) if day]
    dated = any(term.start or term.end for term in times.terms)
    axis = axis_of(days) if dated else None
    return TimelineItem(
        tuple(ticks(axis)) if axis else (),
        Tick(axis.at(as_of.toordinal()), as_of.isoformat()) if axis and as_of else None,
        tuple(term_item(term, axis, target) for term in times.terms),
        tuple(events(times.deadlines, target)),
        tuple(survival_item(each, target) for each in times.survivals),
    )


def term_item(term: Term, axis: Axis | None, target: Target) -> TermItem:
    """A term and its bar; that no end, or no beginning, is stated is said in words, too."""
    words = term.words
    if term.start and not term.end:
        words += ", no end stated"
    if term.end and not term.start:
        words += ", no beginning stated"
    said = reference(term.clause, target) if term.clause else Said(term.agreement, target(term.place))
    return TermItem(said, term, words, bar(term, axis) if axis and (term.start or term.end) else None)


def bar(term: Term, axis: Axis) -> Bar:
    """Where a term lies on the axis: its last day is part of it."""
    start = axis.at(term.start.toordinal()) if term.start else 0.0
    end = axis.at(term.end.toordinal() + 1) if term.end else 100.0
    return Bar(start, round(max(end - start, THINNEST), 2), term.start is None, term.end is None)


def events(deadlines: Iterable[Deadline], target: Target) -> Iterator[EventGroup]:
    """The deadlines by event, in the order in which events are first named; those without an event come last."""
    found: dict[str, list[Deadline]] = {}
    for deadline in deadlines:
        found.setdefault(deadline.event.casefold(), []).append(deadline)
    for key in sorted(found, key=lambda key: not key):
        ordered = sorted(found[key], key=lambda each: (each.days is None, each.days or 0))
        items = tuple(DeadlineItem(reference(each.clause, target), each) for each in ordered)
        yield EventGroup(found[key][0].event, items)


def survival_item(survival: Survival, target: Target) -> SurvivalItem:
    """What survives, with its clauses."""
    clauses = tuple(Said(clause_words(each.clause), target(each.place)) for each in survival.clauses)
    return SurvivalItem(Said(survival.agreement, target(survival.place)), survival, clauses)


def reference(clause: ClauseReference, target: Target) -> Said:
    """A clause by its agreement and number."""
    return Said(f"{clause.agreement}, {clause_words(clause.clause)}", target(clause.place))

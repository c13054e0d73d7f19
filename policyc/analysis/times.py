"""The times of agreements: how long they and their clauses last, what is due when, and what goes on after the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from policyc.analysis.facts import Facts
from policyc.analysis.reading import Reader
from policyc.analysis.words import TAKES_NONE, concept_words, listed
from policyc.model.document import Clause, Dimension, Document, Length, Modality, Occasion, Provision, label_covers
from policyc.model.names import Concept, Kind
from policyc.norms.calendar import Calendar
from policyc.norms.in_force import bound_provision
from policyc.norms.region import AFTER
from policyc.report import ClauseReference, Deadline, Survival, Term, Timeline

DAY_HOURS = 24
EXACT = ("hour", "day", "week")
"""Units of time that are so many days whatever the calendar says."""
UNDATED = "no dates are given"
MODALS = {
    Modality.DUTY: "",
    Modality.PERMISSION: "may ",
    Modality.BAN: "must not ",
    Modality.RELEASE: "need not ",
}
"""What stands before an act that is no duty."""


def timeline(facts: Facts, documents: Iterable[Document] | None = None) -> Timeline:
    """All times of the agreements, or of some, in the order of places."""
    agreements = facts.workspace.agreements if documents is None else documents
    found = [Times(document, facts) for document in agreements]
    return Timeline(
        terms=tuple(term for each in found for term in each.terms()),
        deadlines=tuple(deadline for each in found for deadline in each.deadlines()),
        survivals=tuple(survival for each in found for survival in each.survivals()),
    )


def period(document: Document) -> str:
    """When a document is in force, in words; empty where it does not say."""
    return days_words(document.start, document.end)


def days_words(start: date | None, end: date | None) -> str:
    """From which day until which, in words."""
    since = f"from {start.isoformat()}" if start else ""
    return " ".join(part for part in (since, f"until {end.isoformat()}" if end else "") if part)


@dataclass(slots=True)
class Times:
    """Reads the times of one agreement."""

    document: Document
    facts: Facts

    def reference(self, clause: Clause) -> ClauseReference:
        """A clause as others refer to it."""
        return ClauseReference(self.document.title, clause.name, clause.origin.place)

    # How long

    def terms(self) -> Iterator[Term]:
        """The agreement's own days, then those of clauses that have days of their own."""
        document, status = self.document, self.document.status.value
        title, place = document.title, document.origin.place
        yield Term(title, place, status, document.start, document.end, period(document) or UNDATED)
        for clause in document.clauses:
            timing = bound_provision(clause).timing
            if timing.since or timing.through:
                words = days_words(timing.since, timing.through)
                at = clause.origin.place
                yield Term(title, at, status, timing.since, timing.through, words, self.reference(clause))

    # What is due

    def deadlines(self) -> Iterator[Deadline]:
        """What is due within, after or until a time, in the order of clauses."""
        closure = self.facts.closure(self.document)
        reader = Reader(self.document, closure, self.facts.shipped)
        for clause in self.document.clauses:
            provision = bound_provision(clause)
            for event, length, words, days in spans(provision):
                yield Deadline(
                    clause=self.reference(clause),
                    who=reader.bearers(provision).removesuffix(" (each of them)"),
                    does=deed(provision, reader),
                    event=concept_words(event.event) if event else "",
                    within=words,
                    days=days,
                    due=self.due(event, length),
                    keeps=self.keeps(provision),
                )

    def due(self, occasion: Occasion | None, length: Length | None) -> date | None:
        """The day itself, where the event has a date; a month or a year is a number of days by convention only."""
        day = self.day_of(occasion.event) if occasion else None
        if occasion is None or day is None or (length and length.unit not in EXACT):
            return None
        days = whole_days(length) if length else 0
        try:
            return day + timedelta(days=-days if occasion.word in ("before", "until") else days)
        except OverflowError:
            return None

    def day_of(self, event: Concept) -> date | None:
        """The day of an event that the header tells: the agreement begins on its first day and ends on its last."""
        closure, bit = self.facts.closure(self.document), self.facts.universe.bit(event)
        if bit & closure.covers_key("termination", Kind.EVENT):
            return self.document.end
        return self.document.start if bit & closure.covers_key("effective date", Kind.EVENT) else None

    def keeps(self, provision: Provision) -> bool:
        """Whether all that a provision is about is to have data lie with one."""
        covers = self.facts.closure(self.document).covers_key("keep", Kind.ACTION)
        acts = [term.value for term in provision.actions.terms]
        return all(isinstance(act, Concept) and self.facts.universe.bit(act) & covers for act in acts)

    # What goes on

    def survivals(self) -> Iterator[Survival]:
        """The sentences on survival, then the clauses that speak of the time after the end."""
        document = self.document
        for each in document.survivals:
            clauses = [c for c in document.clauses if any(label_covers(label, c.label) for label in each.labels)]
            words, place = each.origin.words, each.origin.place
            lasts = lasting_words(each.lasting, each.until)
            yield Survival(document.title, place, words, tuple(map(self.reference, clauses)), lasts)
        calendar = Calendar(document, self.facts.closure(document))
        for clause in document.clauses:
            provision = bound_provision(clause)
            if provision.modality is not Modality.DUTY and calendar.phases(clause, provision) == (AFTER,):
                lasts = lasting_words(provision.timing.lasting, ())
                origin = clause.origin
                yield Survival(document.title, origin.place, origin.words, (self.reference(clause),), lasts)


Span = tuple[Occasion | None, Length | None, str, int | None]
"""What a time is counted from, how long it is, in words, and in days where it can be counted."""


def spans(provision: Provision) -> Iterator[Span]:
    """The times of a provision, one for each event from which they are counted."""
    timing = provision.timing
    counted = list(lengths(provision))
    occasions: list[Occasion | None] = [*timing.occasions] or [None]
    if not counted and timing.occasions and provision.modality is Modality.DUTY:
        counted = [(None, "")]
    for length, words in counted:
        for occasion in occasions:
            yield occasion, length, side_words(words, occasion), whole_days(length) if length else None
    if timing.every:
        often = f"at most {timing.times} times " if timing.times else ""
        yield None, timing.every, f"{often}every {timing.every}", whole_days(timing.every)
    if timing.notice:
        yield None, timing.notice, f"on {timing.notice} of notice", whole_days(timing.notice)


def lengths(provision: Provision) -> Iterator[tuple[Length | None, str]]:
    """The lengths of time that are counted from an event, with their words."""
    timing = provision.timing
    if timing.within:
        soft = f"{timing.soft}, at most " if timing.soft else ""
        yield timing.within, f"{soft}{timing.within}"
    elif timing.soft:
        yield None, timing.soft
    if timing.at_least:
        yield timing.at_least, f"at least {timing.at_least}"
    if timing.lasting:
        yield timing.lasting, f"{timing.lasting_bound} {timing.lasting}"


def side_words(words: str, occasion: Occasion | None) -> str:
    """The words of a time, with the side of the event on which it lies, where that is not after it."""
    if occasion is None or occasion.word in ("after", "on"):
        return words
    return f"{words} {occasion.word}".strip()


def lasting_words(lasting: Length | None, until: tuple[Concept, ...]) -> str:
    """How long something goes on; empty where it is not said."""
    parts = [f"for {lasting}" if lasting else "", f"until {listed(map(concept_words, until))}" if until else ""]
    return ", ".join(part for part in parts if part)


def whole_days(length: Length) -> int:
    """A length of time as a number of days, begun ones counted."""
    return -(-length.hours // DAY_HOURS)


def deed(provision: Provision, reader: Reader) -> str:
    """What is to be done, in words: ``delete balances``, ``notify Acme``."""
    verbs = [reader.term(term, provision) for term in provision.actions.terms]
    words = [MODALS[provision.modality] + listed(verbs, "or" if provision.actions.choice else "and")]
    bare = provision.object is None and all(verb in TAKES_NONE for verb in verbs)
    if provision.object is not None:
        words.append(reader.names(provision.object, provision))
    for limit in provision.limits:
        if limit.dimension is Dimension.COUNTERPARTY and limit.names is not None and limit.mode in ("", "only"):
            words.append(f"{'' if bare else limit.word} {reader.names(limit.names, provision)}".strip())
    return " ".join(words)

"""A workspace as it stands on one day: what has not begun, was replaced or has ended is left out, and named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from policyc.findings import NOT_IN_FORCE, Unchecked
from policyc.model.document import Clause, Document, Provision, Workspace
from policyc.norms.calendar import Calendar
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, Side


@dataclass(frozen=True, slots=True)
class Absence:
    """A document, or one clause of it, that does not hold on a day, and why in words."""

    document: Document
    clause: Clause | None
    why: str

    @property
    def name(self) -> str:
        """How a reader is told which it is."""
        title = f'"{self.document.title}"'
        if self.clause is None:
            return title
        return f"clause {self.clause.label} of {title}" if self.clause.label else f"{self.clause.name} of {title}"


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds on a day, what names cover in each of its documents, and what does not hold."""

    workspace: Workspace
    closures: dict[int, Closure]
    absences: tuple[Absence, ...]

    def told(self, day: date) -> Iterator[Unchecked]:
        """What a run says was not weighed."""
        for each in self.absences:
            place = (each.clause or each.document).origin.place
            words = f"{each.name}, which {each.why}"
            yield Unchecked(place, f"{NOT_IN_FORCE} {day.isoformat()}", words)


def holds_on(document: Document, day: date) -> bool:
    """Whether a document is in force on a day."""
    return (document.start is None or document.start <= day) and not has_ended(document, day)


def has_ended(document: Document, day: date | None) -> bool:
    """Whether a document's last day is over on a day; what survives it may still hold."""
    return day is not None and document.end is not None and document.end < day


def speaks_to(law: Document, agreement: Document, day: date | None = None) -> bool:
    """Whether a law is in force when an agreement starts, else on the day that is weighed; true where neither is known.

    A statute of 2020 says nothing about a contract of 2018.
    """
    moment = agreement.start or day
    return moment is None or holds_on(law, moment)


def standing(workspace: Workspace, day: date, closures: dict[int, Closure]) -> Standing:
    """A workspace on a day; a law stays as long as it speaks to an agreement that stays, vocabularies always do.

    ``closures`` says what names cover in each document, by its identity.
    """
    kept: dict[int, Document] = {}
    absences: list[Absence] = []
    replacing = [document for document in workspace.documents if document.replaces]
    for document in workspace.documents:
        if document.kind == "agreement":
            stays, missing = weighed(document, day, closures[id(document)], replacing)
            absences += missing
            if stays:
                kept[id(document)] = stays
    agreements = list(kept.values())
    for document in workspace.documents:
        if document.kind == "vocabulary" or (document.kind == "policy" and binds(document, agreements, day)):
            kept[id(document)] = document
        elif document.kind == "policy":
            absences.append(Absence(document, None, why_absent(document, day, replacing)))
    documents = [kept[id(document)] for document in workspace.documents if id(document) in kept]
    known = {id(kept[at]): closures[at] for at in kept}
    return Standing(replace(workspace, documents=documents), known, tuple(absences))


def binds(law: Document, agreements: Iterable[Document], day: date) -> bool:
    """Whether a law is in force on a day, or speaks to one of some agreements."""
    return holds_on(law, day) or any(each.start and holds_on(law, each.start) for each in agreements)


def weighed(
    document: Document, day: date, closure: Closure, replacing: list[Document]
) -> tuple[Document | None, list[Absence]]:
    """An agreement with the clauses that hold on a day, None where none does, and what does not hold."""
    calendar = Calendar(document, closure)
    clauses = [clause for clause in document.clauses if clause_holds(clause, document, calendar, day)]
    if holds_on(document, day):
        absences = [
            Absence(document, clause, why_over(clause, day)) for clause in document.clauses if clause not in clauses
        ]
        return replace(document, clauses=clauses) if absences else document, absences
    why = why_absent(document, day, replacing)
    if not clauses or not has_ended(document, day):
        return None, [Absence(document, None, why)]
    left = ", ".join(dict.fromkeys(clause.name for clause in clauses))
    return replace(document, clauses=clauses), [Absence(document, None, f"{why}; what survives it is weighed: {left}")]


def clause_holds(clause: Clause, document: Document, calendar: Calendar, day: date) -> bool:
    """Whether a clause holds on a day, be it that it survives its agreement."""
    provision = bound_provision(clause)
    phases = calendar.phases(clause, provision)
    start, end = calendar.period(clause, provision)
    lives = not has_ended(document, day) or AFTER in phases
    return not phases or (lives and start <= day.toordinal() < end)


def bound_provision(clause: Clause) -> Provision:
    """What a clause provides in the end: for *must ensure that*, what is to be ensured."""
    provision = clause.provision
    while provision.ensured:
        provision = provision.ensured
    return provision


def why_absent(document: Document, day: date, replacing: list[Document]) -> str:
    """Why a document does not hold on a day; ``replacing`` are those that may have replaced it."""
    if document.start is not None and document.start > day:
        return f"begins on {document.start.isoformat()}"
    for other in replacing:
        titles = {title.lower() for title in other.replaces}
        if document.title.lower() in titles and (
            other.start is None or document.end == other.start - timedelta(days=1)
        ):
            return f'was replaced by "{other.title}"'
    return f"ended on {document.end.isoformat()}" if document.end else "holds on no day"


def why_over(clause: Clause, day: date) -> str:
    """Why a clause of an agreement in force does not hold on a day."""
    since, through = (getattr(bound_provision(clause).timing, name) for name in ("since", "through"))
    if through and through < day:
        return f"held until {through.isoformat()}"
    return f"holds from {since.isoformat()} on" if since else "holds on no day"


def on_day(norms: Iterable[Norm], day: date) -> Iterator[Norm]:
    """Norms as they hold on a day: that day is all that they speak of, and after its end what survives it."""
    start = day.toordinal()
    for norm in norms:
        region = replace(norm.region, start=start, end=start + 1)
        if has_ended(norm.document, day):
            region = region.with_side(Side.PHASE, region.masks[Side.PHASE] & AFTER)
        yield replace(norm, region=region)

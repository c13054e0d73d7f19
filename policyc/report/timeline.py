"""What a timeline shows: how long agreements last, what is due when, and what goes on after the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policyc.report.matrix import ClauseReference
from policyc.source import Place


@dataclass(frozen=True, slots=True)
class Term:
    """From when until when an agreement, or one clause of it, is in force; None where it does not say.

    ``words`` says so as the document does; ``clause`` is None for the agreement as a whole. ``status`` is that of the
    agreement (*live*, *proposed* …).
    """

    agreement: str
    place: Place
    status: str
    start: date | None
    end: date | None
    words: str
    clause: ClauseReference | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due within, after or until a time counted from an event.

    ``event`` is what it is counted from, in words; ``within`` the time in words (*30 days*); ``days`` the same as a
    number of days, for order and drawing, None where it cannot be counted; ``due`` the day itself where the event has a
    date; ``keeps`` is true where the time limits a keeping and false where something is to be done by then.
    """

    clause: ClauseReference
    who: str
    does: str
    event: str
    within: str
    days: int | None = None
    due: date | None = None
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Survival:
    """What stays in force after an agreement has ended, and how long in words, empty where that is not said."""

    agreement: str
    place: Place
    words: str
    clauses: tuple[ClauseReference, ...]
    lasts: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All times of a run, in the order of places."""

    terms: tuple[Term, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    survivals: tuple[Survival, ...] = ()

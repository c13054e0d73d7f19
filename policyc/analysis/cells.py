"""Cells of a matrix: how the acts that an answer was made from stand, and what that turns on."""

from __future__ import annotations

from collections.abc import Hashable

from policyc.analysis.answer import Answer, Case
from policyc.analysis.obligation import Outcome
from policyc.analysis.turning import dimensions, turning_words
from policyc.analysis.words import listed
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.norms.verdict import Verdict
from policyc.report import Cell, ClauseReference, Standing

MOST_TOLD = 100
LONGEST = 240
"""More cases, or longer words, are too much for a cell."""
SILENCE = Cell(Standing.SILENT)
UNIFORM: dict[Outcome, Standing] = {
    Verdict.PERMITTED: Standing.PERMITTED,
    Verdict.FORBIDDEN: Standing.FORBIDDEN,
    Verdict.UNCOVERED: Standing.SILENT,
}


def cell_of(answer: Answer, across: Side, closure: Closure) -> Cell:
    """The cell for an answer on one party, one act and one kind of data; ``across`` is the side of the columns."""
    standing = standing_of(answer, across)
    terms = "" if standing in UNIFORM.values() else terms_of(answer, closure)
    return Cell(standing, references(answer.deciding), terms)


def terms_of(answer: Answer, closure: Closure) -> str:
    """What an answer turns on, in words; where that would be too long to read in a table, only the names of it."""
    if len(answer.cases) <= MOST_TOLD and not answer.limited:
        words = "; ".join(turning_words(answer, closure))
        if len(words) <= LONGEST:
            return words
    return f"it turns on {listed(each.name for each in dimensions(answer, closure)) or 'several things together'}"


def standing_of(answer: Answer, across: Side) -> Standing:
    """How all the acts of an answer stand together."""
    if answer.limited:
        return Standing.UNWEIGHED
    verdicts = {case.verdict for case in answer.cases} or {Verdict.UNCOVERED}
    if Verdict.CONFLICTING in verdicts:
        return Standing.CONFLICTING
    if len(verdicts) == 1:
        return UNIFORM[verdicts.pop()]
    conditional = Verdict.PERMITTED in verdicts and turns_on_circumstances(answer, across)
    return Standing.CONDITIONAL if conditional else Standing.MIXED


def turns_on_circumstances(answer: Answer, across: Side) -> bool:
    """Whether acts are judged alike in like circumstances: states, days, people, places, and what else a cell leaves.

    Who acts, what is done with which data, and the column are no circumstances: they are what the cell is about.
    """
    about = (Side.BEARER, Side.ACTION, Side.OBJECT, across)
    seen: dict[Hashable, Outcome] = {}
    return all(seen.setdefault(circumstances(case, about), case.verdict) is case.verdict for case in answer.cases)


def circumstances(case: Case, about: tuple[Side, ...]) -> Hashable:
    """All of a case but what the cell is about."""
    point = case.point
    return tuple(bit for side, bit in zip(Side, point.bits, strict=True) if side not in about), point.states, point.day


def references(deciding: list[Norm]) -> tuple[ClauseReference, ...]:
    """The clauses of some norms, each once."""
    found = {
        id(norm.clause): ClauseReference(norm.document.title, norm.clause.name, norm.clause.origin.place)
        for norm in deciding
    }
    return tuple(found.values())

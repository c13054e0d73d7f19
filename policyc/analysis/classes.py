"""Classes of a side in words: the names that clauses tell apart, and the rest."""

from __future__ import annotations

from policyc.analysis.words import bit_words, concept_words, listed, named_in
from policyc.model.names import Concept
from policyc.norms.concepts import NONE, OTHER, Closure
from policyc.norms.region import AFTER, Side

CASE = {
    Side.BEARER: "by {}",
    Side.ACTION: "to {}",
    Side.OBJECT: "for {}",
    Side.PEOPLE: "about {}",
    Side.COUNTERPARTY: "with {}",
    Side.PURPOSE: "for {}",
    Side.PLACE: "in {}",
    Side.SOURCE: "from {}",
}
REST = {
    Side.BEARER: "by anyone else",
    Side.ACTION: "for anything else that is done",
    Side.OBJECT: "for other data",
    Side.PEOPLE: "about anyone else",
    Side.COUNTERPARTY: "with anyone else",
    Side.PURPOSE: "for any other purpose",
    Side.PLACE: "anywhere else",
    Side.SOURCE: "from anyone else",
}
UNSTATED = {Side.PURPOSE: "where no purpose is stated", Side.COUNTERPARTY: "where nobody else takes part"}
OTHERWISE = "for anything else of that kind that is done"
MOST_NAMES = 4


def class_words(side: Side, mask: int, closure: Closure) -> str:
    """A class of a side: its widest names, or what is left besides those that are named."""
    if side is Side.PHASE:
        return "after it has ended" if mask == AFTER else "while it is in force"
    if mask == NONE:
        return UNSTATED.get(side, "where none is stated")
    if mask < 0 or mask & OTHER:
        return REST[side]
    if rest_of := partly_named(mask, closure):
        if side is Side.PLACE:
            return f"elsewhere in {concept_words(rest_of)}"
        return OTHERWISE if side is Side.ACTION else CASE[side].format(f"other {concept_words(rest_of)}")
    names = [concept_words(concept) for concept in named_in(closure, mask)]
    if not names:
        return CASE[side].format(bit_words(mask & -mask, side, closure.universe))
    rest = len(names) - MOST_NAMES
    return CASE[side].format(listed([*names[:MOST_NAMES], *([f"{rest} more"] if rest > 0 else [])], "or"))


def partly_named(mask: int, closure: Closure) -> Concept | None:
    """The name that a class is the rest of, once narrower names are taken from it; None where there is none."""
    for concept in closure.universe.named(mask):
        covered = closure.covers(concept)
        if not mask & ~covered and covered & ~mask:
            return concept
    return None

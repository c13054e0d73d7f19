"""Which of two clauses prevails, for the naive reference."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tests.reference.amending import amending_order
from tests.reference.description import ALL, Agreement, Clause, Side, World
from tests.reference.joined import all_of, is_one, together
from tests.reference.names import label_covers
from tests.reference.narrower import is_exception, mentioned, states
from tests.reference.parts import Part
from tests.reference.phrases import effective

Sentence = tuple[str, str, int]
Pairs = set[tuple[Any, Any]]
"""What stands above what."""


def survivors(world: World, said: list[Part]) -> list[Part]:
    """Those that none of the others sets aside."""
    above = {(a, b) for a in said for b in said if outranks(world, a, b)}
    return [each for each in said if not any(compare(above, other, each) > 0 for other in said)]


def outranks(world: World, left: Part, right: Part) -> bool:
    """Whether what one clause says sets aside what another says: by clause, else by agreement, else by exception."""
    by_clause = compare(clause_order(world), *(sentence(each.agreement, each.clause) for each in (left, right)))
    if by_clause:
        return by_clause > 0
    between = compare(agreement_order(world), left.agreement.title, right.agreement.title)
    if left.agreement is not right.agreement and between:
        return between > 0
    if left.grants is right.grants:
        return False
    if is_demanded(left, right) or is_demanded(right, left):
        return left.grants
    if left.agreement is not right.agreement and not is_one(world, left.agreement, right.agreement):
        return False
    if left.grants:
        one = left.agreement is right.agreement and left.clause.label == right.clause.label
        together = bool(right.only and one and (closed(left) or right.only in spoken(left)))
        return right.clause.except_as_allowed or right.only in closed(left) or together
    limits = bool(left.only and closed(right)) and left.only not in closed(right)
    if limits or outranks(world, right, left):
        return limits
    return stricter_prevails(world, left.agreement, right.agreement) or is_exception(left, right)


def is_demanded(grant: Part, ban: Part) -> bool:
    """Whether a grant holds only where the law demands the act, and the ban does not speak of such demands."""
    demand = "legal obligation"
    asked = all(any(grant.names.below(demand, each) for each in held) for held in states(grant) if grant.holds_in(held))
    return (
        grant.grants and not ban.grants and asked and not any(ban.names.below(demand, each) for each in mentioned(ban))
    )


def stricter_prevails(world: World, left: Agreement, right: Agreement) -> bool:
    """Whether an agreement to which two belong, or what it incorporates, lets the stricter clause prevail."""
    wholes = [left] if left is right else together(world, left, right)
    return any(part.stricter_prevails for whole in wholes for part in all_of(world, whole))


def closed(part: Part) -> set[str]:
    """The slots that *only* closes in a clause: those closing the same are alternatives, those closing others limit."""
    return {phrase.slot for phrase in effective(part.clause, part.names.world) if phrase.mode == "only"}


def spoken(part: Part) -> set[str]:
    """The slots of which a clause says what is meant, and not what is left out."""
    return {phrase.slot for phrase in effective(part.clause, part.names.world) if phrase.mode != "except"}


def compare(above: Pairs, left: Any, right: Any) -> int:
    """1 where left stands above right, -1 where below, 0 where neither; in a circle no order holds."""
    return reaches(above, left, right) - reaches(above, right, left)


def reaches(above: Pairs, left: Any, right: Any) -> bool:
    """Whether left stands above right, directly or through others."""
    seen, pending = {left}, [left]
    while pending:
        following = {low for high, low in above if high == pending[-1]}
        if right in following:
            return True
        pending.pop()
        pending += following - seen
        seen |= following
    return False


@lru_cache(maxsize=16)
def clause_order(world: World) -> Pairs:
    """Which clause is said to prevail over which."""
    above: Pairs = set()
    for agreement in world.agreements:
        for clause in agreement.clauses:
            own = [sentence(agreement, clause)]
            above |= pairs(own, meant(world, agreement, clause.despite, "despite"))
            above |= pairs(meant(world, agreement, clause.subject_to, "subject_to"), own)
        for higher, lower in agreement.rankings:
            if {"clauses", "of"} & {higher[0], lower[0]}:
                above |= pairs(clauses_of(world, agreement, higher), clauses_of(world, agreement, lower))
    return above


@lru_cache(maxsize=16)
def agreement_order(world: World) -> Pairs:
    """Which agreement is said to prevail over which."""
    above: Pairs = {pair for pair in amending_order(world) if pair[0] != pair[1]}
    for agreement in world.agreements:
        for higher, lower in agreement.rankings:
            if not {"clauses", "of"} & {higher[0], lower[0]}:
                above |= pairs(titles_of(world, agreement, higher), titles_of(world, agreement, lower))
    return above


def pairs(higher: list[Any], lower: list[Any]) -> Pairs:
    """Each of some above each of others."""
    return {(high, low) for high in higher for low in lower if high != low}


def sentence(agreement: Agreement, clause: Clause) -> Sentence:
    """What tells a sentence from the others; several may stand under one label."""
    return (agreement.title, clause.label, agreement.clauses.index(clause.said_by or clause))


def meant(world: World, agreement: Agreement, labels: tuple[str, ...], word: str = "") -> list[Sentence]:
    """The clauses that labels mean; *anything in this agreement* is all clauses but those that say so themselves."""
    if labels == ALL:
        own = [each for each in world.agreements if is_one(world, each, agreement)]
        return [sentence(each, clause) for each in own for clause in each.clauses if getattr(clause, word) != ALL]
    return [
        sentence(agreement, clause)
        for clause in agreement.clauses
        if any(label_covers(label, clause.label) for label in labels)
    ]


def clauses_of(world: World, agreement: Agreement, side: Side) -> list[Sentence]:
    """The clauses on one side of a sentence such as *clause 4 prevails over clause 6*."""
    if side[0] == "clauses":
        return meant(world, agreement, side[1:])
    if side[0] == "of":
        named = [other for other in world.agreements if other.title == side[1]]
        return [found for other in named for found in meant(world, other, side[2:])]
    titles = titles_of(world, agreement, side)
    return [sentence(each, clause) for each in world.agreements if each.title in titles for clause in each.clauses]


def titles_of(world: World, agreement: Agreement, side: Side) -> list[str]:
    """The agreements on one side of such a sentence."""
    others = [other.title for other in world.agreements if not is_one(world, other, agreement)]
    return {"this": [agreement.title], "other": others, "title": list(side[1:])}[side[0]]

"""When a ban is an exception to a grant, for the naive reference: it is on something narrower, or more particular."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from tests.reference.description import Formula
from tests.reference.parts import SIDES, Part
from tests.reference.phrases import effective

MANNERS = ("manner", "necessary", "proportionate", "encrypted", "pseudonymised", "safeguard", "channel")
HOW_FAR = {"feasible", "applicable", "appropriate", "proportionate", "reasonable", "individual basis"} | {
    f"{how}necessary" for how in ("", "strictly ", "minimum ")
}
SLOTS = ("people", "counterparty", "purpose", "place", "source")


@lru_cache(maxsize=4_096)
def is_exception(ban: Part, grant: Part) -> bool:
    """Whether a ban that meets a grant of one agreement is an exception to it, and does not simply take it away."""
    return not takes_away(ban, grant) and (lies_inside(ban, grant) or is_more_particular(ban, grant))


def takes_away(ban: Part, grant: Part) -> bool:
    """Whether a ban leaves nothing of a grant."""
    (first, last), (since, through) = grant.period, ban.period
    covered = all(grant.extents[side] <= ban.extents[side] for side in SIDES)
    return covered and since <= first and last <= through and entails(grant, ban)


def lies_inside(ban: Part, grant: Part) -> bool:
    """Whether a ban is on narrower names than a grant, or on the same under a narrower condition.

    Whence data come makes a grant no narrower than a ban that does not speak of it; whom data are about counts where a
    phrase of one says it.
    """
    spoken = {"source": said(ban), "people": said(ban) | said(grant)}
    weighed = [side for side in SIDES if side in spoken.get(side, SIDES)]
    inside = all(ban.extents[side] <= grant.extents[side] for side in weighed)
    same = all(ban.extents[side] == grant.extents[side] for side in weighed)
    return inside and (not same or entails(ban, grant))


def is_more_particular(ban: Part, grant: Part) -> bool:
    """Whether a ban is on a narrower kind of act or data, or limits a side, or has a condition, that a grant does not.

    Whom only the names of a grant's data are about, the grant does not say.
    """
    if ban.extents["action"] < grant.extents["action"]:
        return True
    if ban.only == "condition":
        wider = ban.extents["data"] < grant.extents["data"]
        return wider or not has_ground(grant) or (is_manner(ban) and not entails(grant, ban))
    if not ban.only and (ban.extents["data"] < grant.extents["data"] or asks_more(ban, grant)):
        return True
    unspoken = said(ban) - said(grant)
    if "people" in unspoken and not grant.extents["people"] <= ban.extents["people"]:
        return True
    return any(ban.extents[side] < grant.extents[side] for side in unspoken)


def asks_more(ban: Part, grant: Part) -> bool:
    """Whether a ban has a condition that a grant does not meet anyway, and the grant is no special leave itself."""
    clause = grant.clause
    timed = bool(clause.occasions or clause.since or clause.through)
    special = timed or any(grant.extents[side] < ban.extents[side] for side in said(grant))
    return not entails(grant, ban) and not (special and has_ground(grant))


def has_ground(grant: Part) -> bool:
    """Whether leave stands on a condition of its own, neither a limit nor a manner, nor that it can be done at all."""
    manners = ("", "with", "to", "under", "in", "as", "at")
    said = (each for each in effective(grant.clause, grant.names.world) if each.slot == "condition")
    grounds = (each for each in said if each.mode == "even" or (not each.mode and each.word not in manners))
    return not all(set(leaves(each.formula)) <= HOW_FAR for each in grounds)


def is_manner(ban: Part) -> bool:
    """Whether an *only* that closes a condition says nothing but how something is to be done."""
    said = list(leaves(ban.phrases[-1].formula))
    return all(any(ban.names.whole(manner, name) for manner in MANNERS) for name in said)


def leaves(formula: Formula) -> Iterator[str]:
    """The names in a condition; *not* counts as one of its own, which nothing is a kind of."""
    if formula[0] == "is":
        yield formula[1]
    elif formula[0] == "not":
        yield "not"
    else:
        for operand in formula[1:]:
            yield from leaves(operand)


def said(part: Part) -> set[str]:
    """The sides of an act of which a clause speaks; who receives says who gives by *from*."""
    slots = {phrase.slot for phrase in part.phrases if phrase.slot in SLOTS}
    own = {"data"} if part.clause.objects else set()
    if not part.receives:
        return {*slots, *own, "bearer"}
    return {*slots - {"source"}, *own, "counterparty"} | ({"bearer"} if slots & {"source", "counterparty"} else set())


def states(*parts: Part) -> Iterator[frozenset[str]]:
    """Every set of the states on which some parts can turn."""
    names = {name for part in parts for name in [*part.names.world.kinds, *mentioned(part)] if turns_on(part, name)}
    for count in range(len(names) + 1):
        yield from map(frozenset, combinations(sorted(names), count))


def entails(narrow: Part, wide: Part) -> bool:
    """Whether the conditions of one part hold wherever those of another do."""
    return all(wide.holds_in(each) for each in states(narrow, wide) if narrow.holds_in(each))


def turns_on(part: Part, state: str) -> bool:
    """Whether a part asks for a state or for what it is a kind of."""
    return any(part.names.below(name, state) for name in mentioned(part))


@lru_cache(maxsize=4_096)
def mentioned(part: Part) -> frozenset[str]:
    """The conditions and events that a part names."""
    pending = [phrase.formula for phrase in part.phrases if phrase.formula]
    found = {*part.until, *(event for _, event in part.clause.occasions)}
    for formula in pending:
        if formula[0] == "is":
            found.add(formula[1])
        else:
            pending += formula[1:]
    return frozenset(found)

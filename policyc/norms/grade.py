"""How a ban meets a grant, graded as a lawyer would, name by name: a list says of each name what it says of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import product

from policyc.model.document import Dimension
from policyc.norms.concepts import union
from policyc.norms.condition import entails
from policyc.norms.manners import tells_extent
from policyc.norms.measures import goes_beyond
from policyc.norms.norm import Norm, Saying
from policyc.norms.region import Side


class Grade(Enum):
    """How a ban meets a grant."""

    DENIED = "what one sentence gives the other takes away"
    PARTIAL = "they overlap in part"
    NARROWER = "a narrower ban inside a broader grant"
    ORDERED = "a declared order decides"


RANK = {Grade.DENIED: 0, Grade.PARTIAL: 1, Grade.NARROWER: 2, Grade.ORDERED: 3}

Relation = tuple[bool, bool]
"""How a name of a grant stands to one of a ban: whether it lies within that, and whether it lies around it."""
EQUAL: Relation = (True, True)
AROUND: Relation = (False, True)
WITHIN: Relation = (True, False)


def relation(given: int, denied: int) -> Relation:
    """How a name of a grant stands to a name of a ban."""
    return not given & ~denied, not denied & ~given


def gravest(grades: Iterable[Grade]) -> Grade:
    """The gravest of some grades."""
    return min(grades, key=lambda each: RANK[each])


def grades(grant: Norm, ban: Norm) -> frozenset[Grade]:
    """Every grade that a name of each list of a grant and one of each list of a ban can have, where they overlap."""
    sides = [
        dict.fromkeys(relation(g, b) for g in grant.items[side] for b in ban.items[side] if g & b) for side in Side
    ]
    return frozenset(grade(grant, ban, relations) for relations in product(*sides))


def grade_of(grant: Saying, ban: Saying) -> Grade:
    """The grade of a grant of single names and a ban of single names that overlap."""
    return grade(grant.norm, ban.norm, tuple(map(relation, grant.items, ban.items)))


def grade(grant: Norm, ban: Norm, relations: Sequence[Relation]) -> Grade:
    """The grade of a grant and a ban, given how their names stand to each other on every side.

    A ban of narrower names inside a grant is an exception to it, even where the grant has a condition and the ban is
    flat. Leave that goes beyond what a ban measures (*for at most 18 months*, *for more than 12*) is no such grant.
    """
    given, denied = grant.region, ban.region
    always = given.start >= denied.start and given.end <= denied.end
    if always and all(within for within, _ in relations) and entails(given.condition, denied.condition):
        return Grade.DENIED
    if goes_beyond(grant.provision, ban.provision):
        return Grade.PARTIAL
    weighed = [each for side, each in zip(Side, relations, strict=True) if not is_detail(side, grant, ban)]
    inside = all(around for _, around in weighed)
    if inside and (any(each != EQUAL for each in weighed) or entails(denied.condition, given.condition)):
        return Grade.NARROWER
    return Grade.NARROWER if carves_out(grant, ban, relations) else Grade.PARTIAL


def is_detail(side: Side, grant: Norm, ban: Norm) -> bool:
    """Whether a grant is no narrower than a ban for what it says of a side: whence data come, whom they are about.

    *Must not collect old records* is an exception to *may collect records from the registry*, too. Whom data are about
    counts where a phrase says it, and not where only the names of the data are declared so.
    """
    if side is Side.PEOPLE:
        return side not in ban.stated and side not in grant.stated
    return side is Side.SOURCE and side not in ban.stated


def carves_out(grant: Norm, ban: Norm, relations: Sequence[Relation]) -> bool:
    """Whether a ban is on something particular that a grant does not speak of: the grant keeps all that it names.

    That is so for a narrower kind of act (*must not sell* beside *may share*), for narrower data (*must not process old
    records* beside *may share records with auditors*), and where the ban limits a side, or has a condition, of which
    the grant says nothing (*must not share with subprocessors* beside *may share abroad*, *must not use if anonymous
    data suffice* beside *may use*). A condition that ``only`` sets (*may process only on instruction*) is set for all
    leave that has no ground of its own, or is for broader data; one that says how a thing is done (*only with
    encryption*) for all leave that does not say the opposite. Of people a grant says nothing where only
    the names of its data are declared about them: a ban on *data about children* is an exception to leave for records.
    """
    if relations[Side.ACTION] == AROUND:
        return True
    if ban.by_only == "condition":
        both_hold = ban.of_manner and not entails(grant.region.condition, ban.region.condition)
        return relations[Side.OBJECT] == AROUND or not has_ground(grant) or both_hold
    if ban.by_only is None and (relations[Side.OBJECT] == AROUND or asks_more(grant, ban, relations)):
        return True
    unspoken = ban.stated - grant.stated
    if Side.PEOPLE in unspoken and not relations[Side.PEOPLE][0]:
        return True
    return any(relations[side] == AROUND for side in unspoken)


def asks_more(grant: Norm, ban: Norm, relations: Sequence[Relation]) -> bool:
    """Whether a ban has a condition that a grant does not meet anyway, and the grant is no special leave itself.

    *May share with the auditor if a threat is serious* may as well be the exception to *must not share without
    consent*: it has a ground of its own, and says something narrower, or a time.
    """
    if entails(grant.region.condition, ban.region.condition):
        return False
    special = any(relations[side] == WITHIN for side in grant.stated)
    timed = grant.timing.occasions or grant.timing.since or grant.timing.through
    return not (has_ground(grant) and (special or timed))


def has_ground(grant: Norm) -> bool:
    """Whether leave stands on a condition of its own, which is neither a limit (``only``) nor a manner (``with``).

    How far something is done, or that it can be done at all (*if available*), is no ground for doing it.
    """
    limits = (limit for limit in grant.provision.limits if limit.dimension is Dimension.CONDITION)
    grounds = (limit for limit in limits if limit.mode in ("", "even") and not limit.tells_manner)
    return not all(tells_extent(each.formula) for each in grounds)


def denied_zone(grant: Norm, ban: Norm) -> list[int]:
    """The sides of the acts that single names of a grant and of a ban, those inside these, take together."""
    return [union(g & b for g in grant.items[side] for b in ban.items[side] if g & b and not g & ~b) for side in Side]

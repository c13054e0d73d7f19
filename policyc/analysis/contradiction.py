"""Contradictions: a grant and a ban that overlap and that nothing orders, graded as a lawyer would.

Candidates come from an index on the bearer, so that the work is near the number of norms and of conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import product

from policyc.analysis.encounters import ByPerson, Encounters
from policyc.norms.concepts import NONE, OTHER, Closure
from policyc.norms.condition import ALWAYS, TooManyAlternatives, entails
from policyc.norms.norm import SIDES, Norm
from policyc.norms.order import Order, excepted, limited
from policyc.norms.region import Point, Region, Side
from policyc.norms.verdict import MAXIMUM_CELLS, Verdict, judge_point, points


class Grade(Enum):
    """How a ban meets a grant."""

    DENIED = "what one sentence gives the other takes away"
    PARTIAL = "they overlap in part"
    NARROWER = "a narrower ban inside a broader grant"
    ORDERED = "a declared order decides"


RANK = {Grade.DENIED: 0, Grade.PARTIAL: 1, Grade.NARROWER: 2, Grade.ORDERED: 3}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A grant and a ban that conflict; the witness is a point in both, judged again before it is shown.

    ``prevails`` is the norm that a declared order lets win, where there is one.
    """

    grant: Norm
    ban: Norm
    grade: Grade
    overlap: Region
    witness: Point
    prevails: Norm | None = None

    @property
    def across(self) -> bool:
        """Whether the two stand in different agreements."""
        return self.grant.document is not self.ban.document

    @property
    def quoted(self) -> bool:
        """Whether it hinges on a condition that is only quoted."""
        return bool(self.grant.quoted or self.ban.quoted)


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The contradictions of a workspace, and the pairs whose conditions are too intricate to weigh together."""

    found: tuple[Contradiction, ...]
    unweighed: tuple[tuple[Norm, Norm], ...]


def contradictions(
    norms: list[Norm], by_document: dict[int, list[Norm]], order: Order, closures: dict[int, Closure]
) -> Conflicts:
    """The contradictions of a workspace, one for each pair of clauses, the gravest kept, in the order of the grants.

    ``by_document`` and ``closures`` give the norms of a document, and what names cover there, by its identity.
    """
    weighed: list[Contradiction] = []
    unweighed: list[tuple[Norm, Norm]] = []
    for grant, ban in candidates(norms, Encounters(closures)):
        pair = (grant.document, ban.document)
        deciding = dict.fromkeys([*pair, *(upper for each in pair for upper in order.documents.above(each))])
        near = [norm for document in deciding for norm in by_document[id(document)]]
        try:
            contradiction = weigh(grant, ban, near, order, closures[id(grant.document)])
        except TooManyAlternatives:
            unweighed.append((grant, ban))
            continue
        if contradiction:
            weighed.append(contradiction)
    return Conflicts(tuple(gravest(without_free_choices(weighed, by_document))), tuple(unweighed))


def gravest(weighed: list[Contradiction]) -> list[Contradiction]:
    """The gravest contradiction of each grant's clause and each ban's."""
    found: dict[tuple[int, int, bool], Contradiction] = {}
    for each in weighed:
        identity = (id(each.grant.clause), id(each.ban.clause), each.ban.by_only is not None)
        known = found.get(identity)
        if known is None or RANK[each.grade] < RANK[known.grade]:
            found[identity] = each
    return list(found.values())


def without_free_choices(weighed: list[Contradiction], by_document: dict[int, list[Norm]]) -> list[Contradiction]:
    """Leave out conflicts of duties that offer a choice, as long as one of its alternatives meets no ban."""
    bans: dict[tuple[object, ...], list[Norm]] = {}
    for each in weighed:
        if each.grant.alternatives is not None and each.grade is not Grade.ORDERED:
            bans.setdefault(each.grant.alternatives, []).append(each.ban)
    stuck = {choice for choice, against in bans.items() if not has_free_alternative(choice, against, by_document)}
    return [each for each in weighed if each.grant.alternatives is None or each.grant.alternatives in stuck]


def has_free_alternative(choice: tuple[object, ...], bans: list[Norm], by_document: dict[int, list[Norm]]) -> bool:
    """Whether a duty can be met by an alternative that none of some bans touches."""
    norms = [n for norms in by_document.values() for n in norms if n.alternatives == choice]
    return any(
        not any(alternative.meets(ban.region) for ban in bans)
        for norm in norms
        for alternative in single_alternatives(norm)
    )


def single_alternatives(norm: Norm) -> Iterator[Region]:
    """A norm's region for each way to take one name from every list that its writer joined with ``or``."""
    sides = choice_sides(norm)
    for items in product(*(norm.items[side] for side in sides)):
        region = norm.region
        for side, item in zip(sides, items, strict=True):
            region = region.with_side(side, item)
        yield region


def choice_sides(norm: Norm) -> list[Side]:
    """The sides of a norm whose names are alternatives."""
    provision = norm.provision
    sides = [SIDES[limit.dimension] for limit in provision.limits if limit.names is not None and limit.names.choice]
    if provision.actions.choice:
        sides.append(Side.ACTION)
    if provision.object is not None and provision.object.choice:
        sides.append(Side.OBJECT)
    return list(dict.fromkeys(sides))


def candidates(norms: list[Norm], encounters: Encounters) -> Iterator[tuple[Norm, Norm]]:
    """Pairs of a grant and a ban of overlapping regions; a clause cannot contradict itself."""
    bans = ByPerson([norm for norm in norms if norm.bans], Side.BEARER, encounters)
    for grant in norms:
        if grant.grants:
            yield from ((grant, ban) for ban in bans.near(grant, Side.BEARER) if grant.region.meets(ban.region))


def weigh(grant: Norm, ban: Norm, near: list[Norm], order: Order, closure: Closure) -> Contradiction | None:
    """The contradiction of two norms, or None where they do not conflict or an exception keeps them apart."""
    overlap = grant.region.overlap(ban.region)
    if overlap is None:
        return None
    declared, same = order.declared(grant, ban), grant.document is ban.document
    if not declared and same and (excepted(grant, ban) or limited(ban, grant)):
        return None
    general = general_point(overlap, closure)
    if declared or order.outranks(ban, grant):
        return Contradiction(grant, ban, Grade.ORDERED, overlap, general, grant if declared > 0 else ban)
    witness = conflicting_point(overlap, general, grant, ban, near, order)
    return Contradiction(grant, ban, grade(grant, ban), overlap, witness) if witness else None


def grade(grant: Norm, ban: Norm) -> Grade:
    """Grade a conflict name by name: a list says of each of its names what it says of all."""
    grades = {grade_items(grant, ban, given, denied) for given, denied in item_pairs(grant, ban)}
    return min(grades - {None}, key=lambda each: RANK[each], default=Grade.PARTIAL)  # type: ignore[index,return-value]


def item_pairs(grant: Norm, ban: Norm) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Each way to take one name from every list of both norms such that they overlap, up to a bound."""
    pairs = []
    for side in Side:
        options = [(g, b) for g in grant.items[side] for b in ban.items[side] if g & b]
        pairs.append(options or [(grant.region.masks[side], ban.region.masks[side])])
    for number, choice in enumerate(product(*pairs)):
        if number >= MAXIMUM_CELLS:
            return
        yield tuple(g for g, _ in choice), tuple(b for _, b in choice)


def grade_items(grant: Norm, ban: Norm, given: tuple[int, ...], denied: tuple[int, ...]) -> Grade | None:
    """Grade one grant of single names against one ban of single names.

    A ban of narrower names inside a grant is an exception to it, even where the grant has a condition
    and the ban is flat.
    """
    within = all(not g & ~b for g, b in zip(given, denied, strict=True))
    around = all(not b & ~g for g, b in zip(given, denied, strict=True))
    narrower = given != denied or entails(ban.region.condition, grant.region.condition)
    narrow, wide = grant.region, ban.region
    if within and entails(narrow.condition, wide.condition) and wide.start <= narrow.start and narrow.end <= wide.end:
        return Grade.DENIED
    if (around and narrower) or carves_out(grant, ban, given, denied):
        return Grade.NARROWER
    return Grade.PARTIAL


def carves_out(grant: Norm, ban: Norm, given: tuple[int, ...], denied: tuple[int, ...]) -> bool:
    """Whether a ban is on something particular that a grant does not speak of: the grant keeps all that it names.

    That is so for a narrower kind of act (*must not sell* beside *may share*), and where the ban limits a side, or has
    a condition, of which the grant says nothing (*must not share with subprocessors* beside *may share abroad*).
    """
    act, banned = given[Side.ACTION], denied[Side.ACTION]
    if act != banned and not banned & ~act:
        return True
    if grant.region.condition == ALWAYS != ban.region.condition and ban.by_only is None:
        return True
    silent = stated_sides(ban) - stated_sides(grant)
    return any(given[side] != denied[side] and not denied[side] & ~given[side] for side in silent)


def stated_sides(norm: Norm) -> set[Side]:
    """The sides of which a norm's clause speaks."""
    sides = {SIDES[limit.dimension] for limit in norm.provision.limits if limit.dimension in SIDES}
    return sides | ({Side.OBJECT} if norm.provision.object is not None else set())


def conflicting_point(
    overlap: Region, first: Point, grant: Norm, ban: Norm, near: list[Norm], order: Order
) -> Point | None:
    """A point at which both norms survive, ``first`` if it will do; None where others decide everywhere."""
    relevant = [norm for norm in near if (norm.grants or norm.bans) and norm.region.meets(overlap)]
    if decided_by(first, grant, ban, relevant, order):
        return first
    for number, point in enumerate(points(overlap, relevant)):
        if number >= MAXIMUM_CELLS:
            break
        if decided_by(point, grant, ban, relevant, order):
            return point
    return None


def decided_by(point: Point, grant: Norm, ban: Norm, norms: list[Norm], order: Order) -> bool:
    """Whether a point is conflicting, and these two norms are among those that decide."""
    judgement = judge_point(point, norms, order)
    return judgement.verdict is Verdict.CONFLICTING and grant in judgement.deciding and ban in judgement.deciding


def general_point(overlap: Region, closure: Closure) -> Point:
    """The most general point of an overlap: for each side the widest name that lies in it."""
    chosen = tuple(widest(mask, closure) for mask in overlap.masks)
    states, alternative = 0, overlap.condition[0]
    for mask in sorted(alternative.held):
        if not states & mask:
            states |= widest(mask & ~alternative.absent, closure)
    return Point(chosen, states, overlap.start)


def widest(mask: int, closure: Closure) -> int:
    """The own bit of the widest name inside a set, as a scope sees it; a reserved bit where the set is not of names."""
    for reserved in (NONE, OTHER):
        if mask & reserved:
            return reserved
    if mask < 0:
        return 1 << (mask.bit_length() + 1)
    inside = [concept for concept in closure.universe.named(mask) if not closure.covers(concept) & ~mask]
    if not inside:
        return mask & -mask
    return closure.universe.bit(max(inside, key=lambda concept: closure.covers(concept).bit_count()))

"""Witnesses: acts at which a grant and a ban conflict, as general as they can be, and judged again before shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from policyc.analysis.encounters import ByPerson
from policyc.model.document import Document
from policyc.norms.concepts import NONE, OTHER, Closure
from policyc.norms.grade import Grade, denied_zone, grade_of, gravest
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.possible import Possible
from policyc.norms.region import Point, Region
from policyc.norms.sampling import points
from policyc.norms.verdict import MAXIMUM_CELLS, TooManyCases, surviving


@dataclass(frozen=True, slots=True)
class Near:
    """The norms of some documents, of which those are looked at that meet a region."""

    norms: ByPerson
    documents: list[Document]

    def meeting(self, region: Region) -> list[Norm]:
        """The norms that permit or forbid some acts of a region."""
        met = (norm for document in self.documents for norm in self.norms.meeting(region, document))
        return [norm for norm in met if norm.grants or norm.bans]


@dataclass(frozen=True, slots=True)
class Search:
    """Looks for acts at which a grant and a ban that nothing orders survive; ``near`` are the norms that may decide."""

    grant: Norm
    ban: Norm
    near: Near
    order: Order
    possible: Possible

    def graded(self, overlap: Region) -> tuple[Grade, Point] | None:
        """How the two conflict, and where; None where exceptions or other clauses decide everywhere in their overlap.

        Where the ban is an exception to the grant, the act is one that it decides. Raises ``TooManyCases``.
        """
        grades = self.order.grades(self.grant, self.ban)
        if Grade.DENIED in grades:
            zone = denied_zone(self.grant, self.ban)
            masks = tuple(mask & inside for mask, inside in zip(overlap.masks, zone, strict=True))
            denied = Region(masks, overlap.condition, overlap.start, overlap.end)
            if point := self.conflicting_point(denied):
                return Grade.DENIED, point
        excepts = self.order.unordered(self.grant, self.ban)
        if (not excepts or Grade.PARTIAL in grades) and (point := self.conflicting_point(overlap)):
            return self.grade_at(point), point
        if excepts and Grade.NARROWER in grades and (point := self.conflicting_point(overlap, exceptions=False)):
            return Grade.NARROWER, point
        return None

    def grade_at(self, point: Point) -> Grade:
        """The gravest grade of the single names that speak of an act."""
        pairs = [(given, denied) for given in self.grant.sayings(point.bits) for denied in self.ban.sayings(point.bits)]
        return gravest(grade_of(given, denied) for given, denied in pairs)

    def conflicting_point(self, overlap: Region, exceptions: bool = True) -> Point | None:
        """A point at which both norms survive, the most general if it will do; None where others decide everywhere."""
        first = general_point(overlap, self.possible)
        if first is None:
            return None
        relevant = self.relevant(overlap)
        if self.both_survive(first, relevant, exceptions):
            return first
        for number, point in enumerate(points(overlap, relevant, self.order, self.possible)):
            if number >= MAXIMUM_CELLS:
                raise TooManyCases
            if self.both_survive(point, relevant, exceptions):
                return point
        return None

    def both_survive(self, point: Point, norms: list[Norm], exceptions: bool) -> bool:
        """Whether both norms are among those that decide a point."""
        deciding = surviving(point, norms, self.order, exceptions)
        return self.grant in deciding and self.ban in deciding

    def relevant(self, overlap: Region) -> list[Norm]:
        """The two norms, and what can set one of them aside, itself or by way of others."""
        found = dict.fromkeys((self.grant, self.ban))
        near, declares = self.near.meeting(overlap), self.order.declares
        of_sort = {sort: [norm for norm in near if declares or norm.grants is sort] for sort in (True, False)}
        pending = list(found)
        for lower in pending:
            others = (norm for norm in of_sort[not lower.grants] if norm not in found)
            upper = [norm for norm in others if self.order.may_set_aside(norm, lower)]
            pending += upper
            found.update(dict.fromkeys(upper))
        return sorted(found, key=lambda norm: norm.index)


def general_point(overlap: Region, possible: Possible) -> Point | None:
    """The most general point of an overlap that can be: for each side the widest name in it, if it will do."""
    pick = partial(widest, closure=possible.closure)
    chosen = possible.act(overlap.masks, pick)
    if chosen is None:
        return None
    states, alternative = 0, overlap.condition[0]
    for mask in sorted(alternative.held):
        if not states & mask:
            states |= pick(mask & ~alternative.absent)
    return Point(chosen, states, overlap.start)


def widest(mask: int, closure: Closure) -> int:
    """The own bit of the widest name inside a set, as a scope sees it; a reserved bit where the set is not of names."""
    for reserved in (NONE, OTHER):
        if mask & reserved:
            return reserved
    if mask < 0:
        return 1 << (mask.bit_length() + 1)
    return closure.widest(mask)

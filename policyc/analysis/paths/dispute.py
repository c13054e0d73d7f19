"""Disputes: what of a grant no ban touches, and what of a ban no grant, by all clauses on the same persons."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.analysis.encounters import ByPerson, Encounters
from policyc.analysis.paths.opening import open_parts
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.region import Region, Side


class Disputes:
    """The grants and bans of a workspace, found by those whom they bind."""

    def __init__(self, norms: list[Norm], order: Order, encounters: Encounters) -> None:
        """Index some norms."""
        self._order = order
        grants, bans = (norm for norm in norms if norm.grants), (norm for norm in norms if norm.bans)
        self._grants, self._bans = (ByPerson(sort, Side.BEARER, encounters) for sort in (grants, bans))
        self._by_clause: dict[int, list[Norm]] = {}
        for norm in norms:
            self._by_clause.setdefault(id(norm.clause), []).append(norm)
        self._undisputed: dict[tuple[int, int], list[Region]] = {}

    def near(self, norm: Norm) -> list[Norm]:
        """All norms that speak of some acts of a norm, its own clause's among them, in their order."""
        others = (*self._grants.clashing(norm, Side.BEARER), *self._bans.clashing(norm, Side.BEARER))
        return sorted((*self._by_clause[id(norm.clause)], *others), key=lambda each: each.index)

    def undisputed(self, norm: Norm, bit: int) -> list[Region]:
        """The part of a norm, as far as it binds one person, that no clause of the other sort disputes.

        Of a grant that is all that no ban forbids, or conflicts with, unless the grant outranks it; of a ban what no
        grant permits that the ban does not set aside. Raises ``TooManyAlternatives`` where that is in too many parts.
        """
        key = (norm.index, bit)
        if key not in self._undisputed:
            whole = norm.region.with_side(Side.BEARER, norm.region.masks[Side.BEARER] & bit)
            self._undisputed[key] = open_parts(whole, self._disputing(norm, whole))
        return self._undisputed[key]

    def _disputing(self, norm: Norm, whole: Region) -> Iterator[Region]:
        """What of a norm's region norms of the other sort dispute, but where a third norm sets these aside."""
        same, other_sort = (self._bans, self._grants) if norm.bans else (self._grants, self._bans)
        allied = [each for each in same.clashing(norm, Side.BEARER) if each.region.meets(whole)]
        for other in other_sort.clashing(norm, Side.BEARER):
            if not other.region.meets(whole) or self._prevails(norm, other):
                continue
            if overlap := other.region.overlap(whole):
                near = (each for each in allied if each.region.meets(overlap))
                allies = [each for each in near if self._order.outranks(each, other)]
                yield from open_parts(overlap, [ally.region for ally in allies])

    def _prevails(self, norm: Norm, other: Norm) -> bool:
        """Whether a grant outranks a ban; or a ban a grant, be it as an exception to it."""
        return (self._order.may_set_aside if norm.bans else self._order.outranks)(norm, other)

"""Cells: a region split until each of some extents covers a part wholly or not at all.

Only what is still undecided is split, so that a wide region that one norm covers stays one cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from policyc.norms.concepts import SOME
from policyc.norms.condition import conjunction, negated
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.possible import Pick, Possible, lowest
from policyc.norms.region import Point, Region, Side

MAXIMUM_CELLS = 4_000
"""How many parts of a region are looked at; what needs more is not weighed, and said to be so."""

Settled = Callable[[list[int], list[int]], bool]
"""Whether a part needs no more splitting, by the positions of what covers it and of what covers it in part."""


class TooManyCells(Exception):
    """A region falls into more parts than policyc weighs."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What may cover a part: a region, and the single names of its lists, where those matter."""

    region: Region
    items: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a region, and the positions of the extents that cover it; no other touches it, unless it is settled."""

    region: Region
    covering: tuple[int, ...]

    def point(self, possible: Possible, pick: Pick = lowest) -> Point | None:
        """One act of the cell, since all others are alike; None where no act of it can be."""
        bits = possible.act(self.region.masks, pick)
        return Point(bits, self.states(pick), self.region.start) if bits else None

    def states(self, pick: Pick) -> int:
        """States under which the condition of the cell holds."""
        alternative, states = self.region.condition[0], 0
        for mask in sorted(alternative.held):
            if not states & mask:
                states |= pick(mask & ~alternative.absent)
        return states


def extents_of(norms: Sequence[Norm], order: Order) -> list[Extent]:
    """Norms as extents, with their single names where it turns on these which of two prevails."""
    listed = any(len(items) > 1 for norm in norms for items in norm.items)
    bans = [norm for norm in norms if norm.bans] if listed else []
    pairs = [(grant, ban) for ban in bans for grant in norms if grant.grants and grant.region.meets(ban.region)]
    mixed = {id(norm) for pair in pairs if order.is_mixed(*pair) for norm in pair}
    return [Extent(norm.region, norm.items if id(norm) in mixed else ()) for norm in norms]


def cells(region: Region, extents: Sequence[Extent], settled: Settled) -> Iterator[Cell]:
    """The parts of a region that some extents tell apart, as far as they have to be; depth first.

    Raises ``TooManyCells``, and ``TooManyAlternatives`` where conditions are too intricate.
    """
    part = real(region)
    pending = [] if part.empty else [(part, list(range(len(extents))))]
    looked_at = 0
    while pending:
        part, near = pending.pop()
        looked_at += 1
        if looked_at > MAXIMUM_CELLS:
            raise TooManyCells
        covering, cutting = sorted_out(part, near, extents)
        pieces = [] if settled(covering, cutting) else pieces_of(part, covering, cutting, extents)
        if pieces:
            near = sorted(covering + cutting)
            pending += [(piece, near) for piece in reversed(pieces)]
        else:
            yield Cell(part, tuple(covering))


def sorted_out(part: Region, near: list[int], extents: Sequence[Extent]) -> tuple[list[int], list[int]]:
    """The positions of the extents that cover a part wholly, and of those that cover it in part."""
    covering, cutting = [], []
    for at in near:
        other = extents[at].region
        if not part.meets(other):
            continue
        if part.inside(other):
            covering.append(at)
        elif conjunction(part.condition, other.condition):
            cutting.append(at)
    return covering, cutting


def pieces_of(part: Region, covering: list[int], cutting: list[int], extents: Sequence[Extent]) -> list[Region]:
    """A part cut in two by what covers only some of it, else by the single names of what covers it; or nothing."""
    if cutting:
        return split(part, extents[cutting[0]].region)
    for at in covering:
        for side, items in zip(Side, extents[at].items, strict=False):
            mask = part.masks[side]
            for item in items if len(items) > 1 else ():
                if mask & item and mask & ~item:
                    return [part.with_side(side, mask & item), part.with_side(side, mask & ~item)]
    return []


def split(part: Region, other: Region) -> list[Region]:
    """A part cut in two along the first side, day or condition on which another region covers only some of it."""
    for side in Side:
        mask, cut = part.masks[side], other.masks[side]
        if mask & ~cut:
            return [part.with_side(side, mask & cut), part.with_side(side, mask & ~cut)]
    for day in (other.start, other.end):
        if part.start < day < part.end:
            spans = ((part.start, day), (day, part.end))
            return [Region(part.masks, part.condition, start, end) for start, end in spans]
    halves = (conjunction(part.condition, each) for each in (other.condition, negated(other.condition)))
    return [Region(part.masks, half, part.start, part.end) for half in halves if half]


def real(region: Region) -> Region:
    """A region without what cannot be: data are about somebody and come from somebody, and acts are done somewhere."""
    for side in (Side.PEOPLE, Side.PLACE, Side.SOURCE):
        region = region.with_side(side, region.masks[side] & SOME)
    return region


def uncovered(region: Region, regions: Sequence[Region]) -> Region | None:
    """A part of a region that none of some others covers; None where they cover it together."""
    found = cells(region, list(map(Extent, regions)), settled=lambda covering, _: bool(covering))
    return next((cell.region for cell in found if not cell.covering), None)

"""Which cells of a matrix are alike: judged by the same clauses for the same reasons; one is weighed for all."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side
from policyc.norms.situation import Asked


def regions_of(asked: Iterable[Asked]) -> list[Region]:
    """The regions of what is asked."""
    return [region for each in asked for region in (each.region, each.stated) if region]


def signature(asked: tuple[Asked, ...], near: Sequence[Norm]) -> Hashable:
    """What tells a cell from others that the norms near it judge for the same reasons.

    Which data and which column it is about plays no part where each name of a norm's list covers all or nothing of it.
    """
    regions = regions_of(asked)
    return tuple(norm.index for norm in near), tuple(region_signature(region, near) for region in regions)


def region_signature(region: Region, near: Sequence[Norm]) -> Hashable:
    """A region as some norms see it."""
    sides = tuple(side_signature(side, mask, near) for side, mask in zip(Side, region.masks, strict=True))
    return sides, region.condition, region.start, region.end


def side_signature(side: Side, mask: int, near: Sequence[Norm]) -> Hashable:
    """One side of a region as some norms see it: the set itself where one of their names covers only a part of it."""
    if side not in (Side.OBJECT, Side.PURPOSE, Side.COUNTERPARTY):
        return mask
    seen = []
    for norm in near:
        for item in (norm.region.masks[side], *norm.items[side]):
            if mask & item and mask & ~item:
                return mask
            seen.append(bool(mask & item))
    return tuple(seen)

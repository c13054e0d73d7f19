"""What is open of a flow: the part of its region that no ban takes away, as regions that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policyc.norms.condition import ALWAYS, TooManyAlternatives, conjunction, negated
from policyc.norms.region import Region, Side

MOST_PARTS = 64
"""A flow that bans cut into more parts than that is not followed, and the run says so."""


def open_parts(region: Region, closed: Iterable[Region]) -> list[Region]:
    """What is left of a region when others are taken from it; raises ``TooManyAlternatives`` past the limits."""
    parts = [] if region.empty else [region]
    for each in closed:
        parts = [part for whole in parts for part in remainder(whole, each)]
        if len(parts) > MOST_PARTS:
            raise TooManyAlternatives
    return parts


def remainder(region: Region, taken: Region) -> list[Region]:
    """What is left of a region when another is taken from it, in parts that do not overlap."""
    if not region.meets(taken):
        return [region]
    parts, inside = [], region
    for side in Side:
        outside = inside.masks[side] & ~taken.masks[side]
        if outside:
            parts.append(inside.with_side(side, outside))
            inside = inside.with_side(side, inside.masks[side] & taken.masks[side])
    if inside.start < taken.start:
        parts.append(replace(inside, end=taken.start))
    if taken.end < inside.end:
        parts.append(replace(inside, start=taken.end))
    start, end = max(inside.start, taken.start), min(inside.end, taken.end)
    if taken.condition != ALWAYS:
        parts.append(Region(inside.masks, conjunction(inside.condition, negated(taken.condition)), start, end))
    return [part for part in parts if not part.empty]

"""The walk: a box is split along the norms that cover only a part of it, until each norm covers all of a part or none.

Only what a norm cuts is split, so that the parts are far fewer than all combinations of what the norms tell apart.
Conditions are weighed last, in each part those of the few norms that cover it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from policyc.analysis.difference.space import Box
from policyc.norms.condition import Alternative
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.region import Region, Side
from policyc.norms.sampling import cuts, partition
from policyc.norms.verdict import TooManyCases

MAXIMUM_PARTS = 20_000
"""More parts of one norm's acts than this are not weighed."""

MAXIMUM_ATOMS = 12
"""More conditions that matter at once than this are not weighed: each doubles the cases."""


@dataclass(frozen=True, slots=True)
class Part:
    """A box of which each norm covers all or nothing, conditions left aside, and the norms that cover it."""

    box: Box
    covering: tuple[Norm, ...]


def parts(box: Box, norms: Sequence[Norm], done: Sequence[Norm], orders: Sequence[Order]) -> Iterator[Part]:
    """The parts of a box; what lies in one of the norms that are ``done`` is left out. Raises ``TooManyCases``."""
    pending: list[tuple[Box, tuple[Norm, ...], tuple[Norm, ...]]] = [(box, (*done, *norms), ())]
    left_out, count = set(map(id, done)), 0
    while pending:
        at, open_norms, covering = pending.pop()
        undecided = open_norms
        while undecided:
            norm, undecided = undecided[0], undecided[1:]
            pieces = split(at, norm.region)
            if pieces is None:
                continue
            if not pieces:
                if id(norm) in left_out:
                    break
                covering = (*covering, norm)
                continue
            pending += [(piece, (norm, *undecided) if inside else undecided, covering) for piece, inside in pieces]
            break
        else:
            count += 1
            if count > MAXIMUM_PARTS:
                raise TooManyCases
            unique = tuple({id(norm): norm for norm in covering}.values())
            yield from by_names(at, unique, orders)


def split(box: Box, region: Region) -> list[tuple[Box, bool]] | None:
    """A box cut at the first side that a region covers in part, with whether the piece may lie in the region.

    Nothing is cut where the box lies inside the region, and None is given where it lies outside.
    """
    if region.start >= box.end or box.start >= region.end:
        return None
    masks = box.masks
    if not all(left & right for left, right in zip(masks, region.masks, strict=True)):
        return None
    for side in Side:
        mask, cut = masks[side], region.masks[side]
        if mask & ~cut:
            halves = ((mask & cut, True), (mask & ~cut, False))
            return [
                (Box((*masks[:side], half, *masks[side + 1 :]), box.start, box.end), inside) for half, inside in halves
            ]
    for day in (region.start, region.end):
        if box.start < day < box.end:
            before, after = Box(masks, box.start, day), Box(masks, day, box.end)
            return [(before, day != region.start), (after, day == region.start)]
    return []


def by_names(box: Box, covering: tuple[Norm, ...], orders: Sequence[Order]) -> Iterator[Part]:
    """A part cut further where it turns on the single names of lists which norm decides."""
    speaking = [norm for norm in covering if norm.grants or norm.bans]
    if not any(len(items) > 1 for norm in speaking for items in norm.items):
        yield Part(box, covering)
        return
    sides = [cuts(speaking, order) for order in orders]
    classes = [
        partition(mask, [cut for side in sides for cut in side[at] if mask & ~cut]) for at, mask in enumerate(box.masks)
    ]
    for number, masks in enumerate(product(*classes)):
        if number >= MAXIMUM_PARTS:
            raise TooManyCases
        yield Part(Box(masks, box.start, box.end), covering)


def cases(norms: Sequence[Norm]) -> Iterator[Alternative]:
    """Every way for the conditions of some norms to hold or not, those in which least holds first.

    Raises ``TooManyCases``.
    """
    atoms = classes_of(norms)
    if len(atoms) > MAXIMUM_ATOMS:
        raise TooManyCases
    for number in range(1 << len(atoms)):
        held = frozenset(atom for at, atom in enumerate(atoms) if number >> at & 1)
        absent = sum(atom for at, atom in enumerate(atoms) if not number >> at & 1)
        yield Alternative(held, absent)


def classes_of(norms: Sequence[Norm]) -> list[int]:
    """The states that the conditions of some norms tell apart, each class a set."""
    every = [alternative for norm in norms for alternative in norm.region.condition]
    masks = [mask for alternative in every for mask in (*sorted(alternative.held), alternative.absent) if mask]
    classes: list[int] = []
    for mask in dict.fromkeys(masks):
        rest = mask
        cut: list[int] = []
        for each in classes:
            cut += [part for part in (each & mask, each & ~mask) if part]
            rest &= ~each
        classes = cut + ([rest] if rest else [])
    return classes

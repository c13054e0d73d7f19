"""Sampling: one act for each case that some norms tell apart, which is all that there is to judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, islice, product
from operator import or_

from policyc.norms.condition import Alternative, Condition
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.possible import Possible, lowest
from policyc.norms.region import Masks, Point, Region, Side

MAXIMUM_STATES = 20_001
"""More than that many sets of states are never looked at: one case more than anything weighs."""


def points(region: Region, norms: list[Norm], order: Order, possible: Possible | None = None) -> Iterator[Point]:
    """One point for each case that some norms tell apart within a region; with ``possible``, only such as can be."""
    sides = [partition(mask, cut) for mask, cut in zip(region.masks, cuts(norms, order), strict=True)]
    days = sorted({region.start, *(edge for norm in norms for edge in (norm.region.start, norm.region.end))})
    days = [day for day in days if region.start <= day < region.end]
    states = list(islice(assignments([norm.region.condition for norm in norms], region.condition), MAXIMUM_STATES))
    for cell in product(*sides):
        bits = possible.act(cell) if possible else tuple(map(lowest, cell))
        for state in states if bits else ():
            for day in days:
                yield Point(bits, state, day)  # type: ignore[arg-type]


def cuts(norms: list[Norm], order: Order) -> list[list[int]]:
    """What tells acts apart on each side: the sides of norms, and single names where an exception turns on these."""
    bans = [norm for norm in norms if norm.bans]
    pairs = [(grant, ban) for grant in norms if grant.grants for ban in bans if grant.region.meets(ban.region)]
    mixed = dict.fromkeys(norm for pair in pairs if is_list(*pair) and order.is_mixed(*pair) for norm in pair)
    masks = [norm.region.masks for norm in norms]
    return [[*(each[side] for each in masks), *(item for norm in mixed for item in norm.items[side])] for side in Side]


def is_list(*norms: Norm) -> bool:
    """Whether one of some norms has a list on any side."""
    return any(len(items) > 1 for norm in norms for items in norm.items)


def partition(mask: int, cuts: Iterable[int]) -> Masks:
    """The classes of a set that some other sets tell apart."""
    classes = [mask]
    for cut in dict.fromkeys(cuts):
        if mask & ~cut:
            classes = [part for each in classes for part in (each & cut, each & ~cut) if part]
    return tuple(classes)


def assignments(conditions: Iterable[Condition], given: Condition) -> Iterator[int]:
    """Sets of states, one for each case that conditions tell apart, each once, all of which satisfy what is given."""
    every = [alternative for condition in (*conditions, given) for alternative in condition]
    masks = [mask for alternative in every for mask in sorted(alternative.held)]
    atoms = partition_all(dict.fromkeys([*masks, *(alternative.absent for alternative in every)]))
    for at, alternative in enumerate(given):
        earlier = given[:at]
        yield from (each for each in chosen(atoms, alternative) if not any(other.holds(each) for other in earlier))


def chosen(atoms: list[int], given: Alternative) -> Iterator[int]:
    """Sets of some atoms that an alternative allows: what it needs is never left out, what must be absent never in."""
    open_atoms = [atom for atom in atoms if not atom & given.absent]
    open_before = [0, *accumulate(open_atoms, or_)]
    pending = [(len(open_atoms), 0)]
    while pending:
        left, states = pending.pop()
        if any(not mask & (states | open_before[left]) for mask in given.held):
            continue
        if not left:
            yield states
        else:
            pending += [(left - 1, states | open_atoms[left - 1]), (left - 1, states)]


def partition_all(masks: Iterable[int]) -> list[int]:
    """One bit for each class of states that some masks tell apart."""
    classes: list[int] = []
    for mask in masks:
        rest = mask
        split: list[int] = []
        for each in classes:
            split += [part for part in (each & mask, each & ~mask) if part]
            rest &= ~each
        classes = split + ([rest] if rest else [])
    return [lowest(each) for each in classes]

"""Verdicts: what a set of norms makes of a point, and of a region whose points may differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import product

from policyc.norms.condition import Condition
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.region import Point, Region, Side

MAXIMUM_CELLS = 20_000


class Verdict(Enum):
    """What norms make of an act."""

    PERMITTED = "permitted"
    FORBIDDEN = "forbidden"
    CONFLICTING = "conflicting"
    UNCOVERED = "uncovered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict and the norms that decide it.

    An unknown verdict names the sides it turns on (``"condition"`` and ``"day"`` for those), and what it may be.
    ``limited`` is true where there were too many cases to weigh them all.
    """

    verdict: Verdict
    deciding: tuple[Norm, ...] = ()
    turns_on: tuple[Side | str, ...] = ()
    possible: tuple[Verdict, ...] = ()
    limited: bool = False


def judge_point(point: Point, norms: list[Norm], order: Order) -> Judgement:
    """The verdict at one point: the norms that cover it and that no other covering norm outranks decide."""
    covering = [norm for norm in norms if (norm.grants or norm.bans) and point.within(norm.region)]
    deciding = tuple(order.survivors(covering))
    granted, banned = any(norm.grants for norm in deciding), any(norm.bans for norm in deciding)
    if granted and banned:
        return Judgement(Verdict.CONFLICTING, deciding)
    if granted:
        return Judgement(Verdict.PERMITTED, deciding)
    if banned:
        return Judgement(Verdict.FORBIDDEN, deciding)
    return Judgement(Verdict.UNCOVERED)


def points(region: Region, norms: list[Norm]) -> Iterator[Point]:
    """One point for each case that some norms tell apart within a region."""
    sides = [partition(mask, [norm.region.masks[at] for norm in norms]) for at, mask in enumerate(region.masks)]
    days = sorted({region.start, *(edge for norm in norms for edge in (norm.region.start, norm.region.end))})
    days = [day for day in days if region.start <= day < region.end]
    states = list(assignments([norm.region.condition for norm in norms], region.condition))
    for bits in product(*sides):
        for state in states:
            for day in days:
                yield Point(bits, state, day)


def partition(mask: int, cuts: list[int]) -> list[int]:
    """One bit for each class of a set that some other sets tell apart; the bit of the widest name that fits."""
    classes = [mask]
    for cut in dict.fromkeys(cuts):
        if mask & ~cut:
            classes = [part for each in classes for part in (each & cut, each & ~cut) if part]
    return [each & -each for each in classes]


def assignments(conditions: list[Condition], given: Condition) -> Iterator[int]:
    """Sets of states, one for each case that conditions tell apart, all of which satisfy what is given."""
    masks = [mask for condition in (*conditions, given) for alternative in condition for mask in alternative.held]
    masks += [alternative.absent for condition in (*conditions, given) for alternative in condition]
    chosen = [0]
    for atom in partition_all(list(dict.fromkeys(masks))):
        chosen += [state | atom for state in chosen]
        if len(chosen) > MAXIMUM_CELLS:
            break
    return (state for state in chosen if any(alternative.holds(state) for alternative in given))


def partition_all(masks: list[int]) -> list[int]:
    """One bit for each class of states that some masks tell apart."""
    classes: list[int] = []
    for mask in masks:
        rest = mask
        split: list[int] = []
        for each in classes:
            split += [part for part in (each & mask, each & ~mask) if part]
            rest &= ~each
        classes = split + ([rest] if rest else [])
    return [each & -each for each in classes]


def judge(region: Region, norms: list[Norm], order: Order) -> Judgement:
    """The verdict on a region: one verdict where all its points agree, else unknown and what it turns on."""
    near = [norm for norm in norms if (norm.grants or norm.bans) and norm.region.meets(region)]
    found: dict[Verdict, Judgement] = {}
    deciding: dict[Norm, None] = {}
    by_point: list[tuple[Point, Verdict]] = []
    limited = False
    for number, point in enumerate(points(region, near)):
        if number >= MAXIMUM_CELLS:
            limited = True
            break
        judgement = judge_point(point, near, order)
        found.setdefault(judgement.verdict, judgement)
        deciding.update(dict.fromkeys(judgement.deciding))
        by_point.append((point, judgement.verdict))
    ordered = tuple(sorted(deciding, key=lambda norm: norm.index))
    if len(found) == 1 and not limited:
        return Judgement(next(iter(found)), ordered)
    possible = tuple(verdict for verdict in Verdict if verdict in found)
    return Judgement(Verdict.UNKNOWN, ordered, turning_points(by_point), possible, limited)


def turning_points(judged: list[tuple[Point, Verdict]]) -> tuple[Side | str, ...]:
    """The sides, conditions or day on which verdicts differ while all else is equal."""
    turns: list[Side | str] = [side for side in Side if differs([(without_side(p, side), v) for p, v in judged])]
    if differs([((point.bits, point.day), verdict) for point, verdict in judged]):
        turns.append("condition")
    if differs([((point.bits, point.states), verdict) for point, verdict in judged]):
        turns.append("day")
    return tuple(turns)


def without_side(point: Point, side: Side) -> tuple[object, ...]:
    """All of a point but one side."""
    return (point.bits[:side], point.bits[side + 1 :], point.states, point.day)


def differs(judged: list[tuple[tuple[object, ...], Verdict]]) -> bool:
    """Whether points that are otherwise alike have different verdicts."""
    seen: dict[tuple[object, ...], Verdict] = {}
    return any(seen.setdefault(rest, verdict) is not verdict for rest, verdict in judged)

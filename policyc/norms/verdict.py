"""Verdicts: what a set of norms makes of a point, and of a region whose points may differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.possible import Possible
from policyc.norms.region import Point, Region, Side
from policyc.norms.sampling import points

MAXIMUM_CELLS = 20_000


class TooManyCases(Exception):
    """There are more cases than policyc weighs."""


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
    deciding = tuple(surviving(point, norms, order))
    granted, banned = any(norm.grants for norm in deciding), any(norm.bans for norm in deciding)
    if granted and banned:
        return Judgement(Verdict.CONFLICTING, deciding)
    if granted:
        return Judgement(Verdict.PERMITTED, deciding)
    if banned:
        return Judgement(Verdict.FORBIDDEN, deciding)
    return Judgement(Verdict.UNCOVERED)


def surviving(point: Point, norms: list[Norm], order: Order, exceptions: bool = True) -> list[Norm]:
    """The norms that cover a point and that none of the others sets aside; narrower bans may count as exceptions."""
    covering = [norm for norm in norms if (norm.grants or norm.bans) and point.within(norm.region)]
    if len(covering) < 2:
        return covering
    return order.survivors([said for norm in covering for said in norm.sayings(point.bits)], exceptions)


def judge(region: Region, norms: list[Norm], order: Order, possible: Possible | None = None) -> Judgement:
    """The verdict on a region: one verdict where all its points agree, else unknown and what it turns on.

    With ``possible``, only the acts that can be are looked at.
    """
    near = [norm for norm in norms if (norm.grants or norm.bans) and norm.region.meets(region)]
    found: dict[Verdict, Judgement] = {}
    deciding: dict[Norm, None] = {}
    by_point: list[tuple[Point, Verdict]] = []
    limited = False
    for number, point in enumerate(points(region, near, order, possible)):
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
    may_be = tuple(verdict for verdict in Verdict if verdict in found)
    return Judgement(Verdict.UNKNOWN, ordered, turning_points(by_point), may_be, limited)


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

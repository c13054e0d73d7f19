"""The naive reference: what agreements make of one concrete act, found by looking at every clause in turn.

Written from the semantics alone, for clearness and not for speed. It shares nothing with the engine and imports nothing
of it.
"""

from __future__ import annotations

from tests.reference.description import Point, World
from tests.reference.order import survivors
from tests.reference.parts import Id, Part, parts

VERDICTS = {(True, True): "conflicting", (True, False): "permitted", (False, True): "forbidden"}


def judge(world: World, point: Point) -> tuple[str, frozenset[Id]]:
    """The verdict at a point, and the clauses that decide it."""
    deciding = survivors(world, covering(world, point))
    granted, banned = (any(each.grants is wanted for each in deciding) for wanted in (True, False))
    return VERDICTS.get((granted, banned), "uncovered"), frozenset(each.id for each in deciding)


def covering(world: World, point: Point) -> list[Part]:
    """Every part of a clause that speaks of a point."""
    return [part for part in parts(world) if part.covers(point)]

"""The engine and the naive reference agree on random worlds: verdict and deciding clauses, point by point."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.norms.concepts import ANY, SOME
from policyc.norms.condition import ALWAYS, Alternative
from policyc.norms.region import AFTER, DURING, Region, Side
from policyc.norms.verdict import Verdict, judge
from tests.reference import evaluator
from tests.reference.description import Point, World
from tests.reference.engine import Engine, clause_of, run_world
from tests.reference.examples import examples
from tests.reference.points import points
from tests.reference.text import world_text
from tests.reference.worlds import worlds

SEEDS = st.integers(0, 3)
WIDE = {Side.OBJECT: "data", Side.PEOPLE: "people", Side.PURPOSE: "purpose", Side.PLACE: "place", Side.SOURCE: "source"}


@examples(80)
@given(worlds(), SEEDS)
def test_engine_and_reference_agree_at_points(world: World, seed: int) -> None:
    compare_points(world, seed, 30)


@pytest.mark.slow
@examples(1000)
@given(worlds(), SEEDS)
def test_engine_and_reference_agree_at_many_points(world: World, seed: int) -> None:
    compare_points(world, seed, 20)


def compare_points(world: World, seed: int, count: int) -> None:
    engine = run_world(world)
    for point in points(world, seed, count):
        assert engine.judge(point) == evaluator.judge(world, point), f"{world_text(world)}\n{point}"


@examples(30)
@given(worlds(), SEEDS)
def test_the_verdict_on_a_region_is_that_of_its_points(world: World, seed: int) -> None:
    engine, random = run_world(world), Random(seed)
    for point, other in zip(points(world, seed, 10), points(world, seed + 4, 10), strict=True):
        widened = random.sample(list(WIDE), 2)
        judgement = judge(region_around(engine, point, widened, random), engine.facts.norms, engine.facts.order)
        possible = {Verdict(verdict) for verdict in judgement.possible} or {judgement.verdict}
        changes: dict[str, Any] = {WIDE[side]: getattr(other, WIDE[side]) or "research" for side in widened}
        moved = replace(point, **changes)
        for inside in (point, moved):
            verdict, deciding = engine.judge(inside)
            assert judgement.limited or Verdict(verdict) in possible, f"{world_text(world)}\n{inside}\n{widened}"
            assert judgement.limited or deciding <= set(map(clause_of, judgement.deciding))


def region_around(engine: Engine, point: Point, widened: list[Side], random: Random) -> Region:
    """A region that holds a point: some sides whole, perhaps every state, phase and day."""
    at = engine.point(point)
    masks = [ANY if side in widened else bit for side, bit in zip(Side, at.bits, strict=True)]
    if Side.PURPOSE in widened and point.purpose is not None:
        masks[Side.PURPOSE] = SOME
    if random.random() < 0.3:
        masks[Side.PHASE] = DURING | AFTER
    every_state = random.random() < 0.3
    held = {each for each in (1 << n for n in range(at.states.bit_length())) if each & at.states}
    exactly = (Alternative(frozenset(held), ~at.states),)
    days = (at.day - random.choice((0, 40)), at.day + random.choice((1, 40)))
    return Region(tuple(masks), ALWAYS if every_state else exactly, *days)

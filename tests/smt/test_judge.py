"""Engine, reference and solver agree: at points, and on regions, of which only the solver looks at every act."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.analysis.contradiction import Grade
from policyc.norms.concepts import union
from policyc.norms.condition import ALWAYS, Alternative
from policyc.norms.possible import Possible
from policyc.norms.region import AFTER, DURING, Region
from policyc.norms.verdict import judge
from tests.reference import evaluator
from tests.reference.description import Clause, Names, Point, World
from tests.reference.engine import SIDES, Engine, run_world
from tests.reference.examples import examples
from tests.reference.points import DATA, EVERYBODY, people_named, points
from tests.reference.text import world_text
from tests.reference.worlds import ALONE, INTERACTING, POOLS, crowds, worlds
from tests.smt.judge import Judge, Space

SEEDS = st.integers(0, 1000)
PERSONS = (*EVERYBODY, "recipient", "discloser")
OPEN: dict[str, tuple[str | None, ...]] = {
    "bearer": PERSONS,
    "action": (*ALONE, *INTERACTING),
    "data": (*DATA, "breach"),
    "counterparty": (*PERSONS, *POOLS["people"], None),
    "purpose": (*POOLS["purpose"], "?", None),
    "place": (*POOLS["place"], "?"),
    "source": EVERYBODY,
    "phase": ("during", "after"),
}


@examples(15)
@given(worlds(clauses=6), SEEDS)
def test_solver_and_reference_agree_at_points(world: World, seed: int) -> None:
    solver = Judge(world)
    for point in points(world, seed, 6):
        assert solver.verdicts(Space.of(point)) == {evaluator.judge(world, point)[0]}, f"{world_text(world)}\n{point}"


@examples(25)
@given(worlds(clauses=6), SEEDS)
def test_solver_and_engine_agree_on_regions(world: World, seed: int) -> None:
    compare_regions(world, seed, 5)


@examples(15)
@given(crowds(clauses=4), SEEDS)
def test_all_three_agree_on_people_among_people(world: World, seed: int) -> None:
    solver, engine = Judge(world), run_world(world)
    for point in points(world, seed, 6):
        expected = evaluator.judge(world, point)
        assert solver.verdicts(Space.of(point)) == {expected[0]}, f"{world_text(world)}\n{point}"
        assert engine.judge(point) == expected, f"{world_text(world)}\n{point}"
    compare_regions(world, seed, 3)
    compare_contradictions(world)


@pytest.mark.slow
@examples(200)
@given(crowds(clauses=6), SEEDS)
def test_all_three_agree_on_many_people_among_people(world: World, seed: int) -> None:
    compare_regions(world, seed, 8)
    compare_contradictions(world)


@pytest.mark.slow
@examples(400)
@given(worlds(clauses=8), SEEDS)
def test_solver_and_engine_agree_on_many_regions(world: World, seed: int) -> None:
    compare_regions(world, seed, 10)


def compare_regions(world: World, seed: int, count: int) -> None:
    """Regions around points: some sides open, perhaps all states and some days."""
    engine, solver, random = run_world(world), Judge(world), Random(seed)
    possible = Possible.seen_from(engine.facts.closures[id(engine.facts.agreements[0])], engine.facts.agreements)
    for point in points(world, seed, count):
        space = space_around(point, random, world)
        judgement = judge(region_of(engine, space), engine.facts.norms, engine.facts.order, possible)
        found = {verdict.value for verdict in judgement.possible} or {judgement.verdict.value}
        told = f"{world_text(world)}\n{point}\n{ {side: values for side, values in space.sides.items() if len(values) > 1} }"
        assert judgement.limited or found == solver.verdicts(space), f"{told}\n{found}\n{solver.verdicts(space)}"


@examples(20)
@given(worlds(clauses=5, agreements=1))
def test_a_contradiction_is_found_exactly_where_the_solver_finds_an_act(world: World) -> None:
    compare_contradictions(world)


@pytest.mark.slow
@examples(300)
@given(worlds(clauses=6))
def test_contradictions_are_found_exactly_where_the_solver_finds_an_act(world: World) -> None:
    compare_contradictions(world)


def compare_contradictions(world: World) -> None:
    """Duties that offer a choice are left out: they conflict only if each alternative does."""
    everything = Space(opened(world), (1, 3_000_000), None)
    choices = {(a.title, c.label) for a in world.agreements for c in a.clauses if offers_choice(c)}
    found = {
        pair
        for pair, each in run_world(world).graded().items()
        if each.joined and each.grade in (Grade.DENIED, Grade.PARTIAL) and pair[0] not in choices
    }
    expected = {pair for pair in Judge(world).conflicts(everything) if pair[0] not in choices}
    assert found == expected, f"{world_text(world)}\nengine alone: {found - expected}\nsolver alone: {expected - found}"


def offers_choice(clause: Clause) -> bool:
    """Whether a clause is a duty that joins names with *or*."""
    lists = [clause.verbs, clause.objects or Names(), *(phrase.names for phrase in clause.phrases)]
    return clause.modality == "must" and any(names.choice for names in lists)


def opened(world: World) -> dict[str, tuple[str | None, ...]]:
    """All that the sides of an act in a world may be."""
    return OPEN | {"people": (*people_named(world), "?")}


def space_around(point: Point, random: Random, world: World) -> Space:
    """A space that holds a point."""
    closed, wide = Space.of(point), opened(world)
    sides = closed.sides | {side: wide[side] for side in random.sample(list(wide), random.randint(1, 4))}
    states = None if random.random() < 0.4 else point.states
    return Space(sides, (closed.days[0], closed.days[1] + random.choice((0, 0, 40))), states)


def region_of(engine: Engine, space: Space) -> Region:
    """A space as the engine writes it."""
    masks = [union(engine.bit(value, kinds) for value in space.sides[side]) for side, kinds in SIDES]
    phase = union({"during": DURING, "after": AFTER}[str(value)] for value in space.sides["phase"])
    condition: Any = ALWAYS
    if space.states is not None:
        held = frozenset(engine.state(state) for state in space.states)
        condition = (Alternative(held, ~union(held)),)
    return Region((*masks, phase), condition, space.days[0], space.days[1] + 1)

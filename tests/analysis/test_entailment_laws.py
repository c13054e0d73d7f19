"""Laws of entailment that hold for every world, and what idle clauses change: nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from policyc.analysis.entailment.cells import TooManyCells, cells, extents_of, uncovered
from policyc.analysis.entailment.covering import Weighing
from policyc.analysis.entailment.duties import Duties
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.owed import is_plain_duty
from policyc.norms.norm import Norm
from policyc.norms.region import Region
from policyc.norms.verdict import Verdict, judge_point
from tests.reference import evaluator
from tests.reference.description import Clause, Modality, World
from tests.reference.engine import Engine, clause_of, run_world
from tests.reference.examples import examples
from tests.reference.points import points
from tests.reference.text import world_text
from tests.reference.worlds import a_clause, worlds

SEEDS = st.integers(0, 3)


def ground_of(engine: Engine) -> Ground:
    """The first agreement, ready to be weighed."""
    return engine.facts.ground(engine.facts.workspace.agreements[0])


def alone(norm: Norm, ground: Ground) -> Ground:
    """An agreement that says but one thing."""
    return replace(ground, norms=(norm,))


def entails(norms: list[Norm], wanted: Norm, ground: Ground) -> bool:
    """Whether norms say what another norm says."""
    if is_plain_duty(wanted):
        return Duties(ground, norms).gap([wanted]) is None
    verdict = Verdict.FORBIDDEN if wanted.bans else Verdict.PERMITTED
    alike = {id(norm) for norm in norms if (norm.bans if wanted.bans else norm.grants)}
    return Weighing(ground, norms).gap(wanted.region, lambda norm: id(norm) in alike, verdict) is None


def weighable(norms: tuple[Norm, ...]) -> Iterator[Norm]:
    """The norms that say something themselves."""
    return (norm for norm in norms if (norm.grants or norm.bans) and not norm.region.empty and not norm.alternatives)


@examples(30)
@given(worlds(clauses=4, agreements=1))
def test_every_norm_entails_itself(world: World) -> None:
    ground = ground_of(run_world(world))
    for norm in weighable(ground.norms):
        assert entails([norm], norm, alone(norm, ground)), world_text(world)


@examples(30)
@given(worlds(clauses=6, agreements=1))
def test_what_entails_what_entails_a_third_entails_it_too(world: World) -> None:
    """But for a permission that a duty entails: who must notify the balance must notify, and may not tell all else."""
    ground = ground_of(run_world(world))
    norms = list(weighable(ground.norms))[:12]
    says = {(a.index, b.index) for a in norms for b in norms if entails([a], b, alone(a, ground))}
    owed = {norm.index for norm in norms if is_plain_duty(norm)}
    for first, second in says:
        following = [third for at, third in says if at == second and (second in owed) <= (third in owed)]
        assert all((first, third) in says for third in following), world_text(world)


@examples(30)
@given(worlds(clauses=3, agreements=1), a_clause("7", ("7",)))
def test_one_more_clause_undoes_no_ban_that_no_permission_contests(world: World, clause: Clause) -> None:
    (agreement,) = world.agreements
    assume(not agreement.stricter_prevails and not any(c.except_as_allowed for c in agreement.clauses))
    more = replace(clause, despite=(), subject_to=(), modality="must not", only_then=False)
    more = replace(more, phrases=tuple(phrase for phrase in more.phrases if phrase.mode != "only"))
    one = ground_of(run_world(world))
    two = ground_of(run_world(replace(world, agreements=(replace(agreement, clauses=(*agreement.clauses, more)),))))
    for at, ban in enumerate(norm for norm in one.norms if norm.bans and not norm.region.empty):
        same = [norm for norm in two.norms if norm.bans and not norm.region.empty][at]
        if entails(list(one.norms), ban, one):
            assert entails(list(two.norms), same, two), world_text(world)


@examples(30)
@given(worlds(clauses=5, agreements=1), SEEDS)
def test_cells_are_the_region_cut_where_norms_differ(world: World, seed: int) -> None:
    engine = run_world(world)
    ground = ground_of(engine)
    norms = [norm for norm in ground.norms if not norm.region.empty]
    assume(norms)
    whole = Region((-1,) * 8 + (3,))
    extents = extents_of(norms, ground.order)
    try:
        found = list(cells(whole, extents, lambda *_: False))
    except TooManyCells:
        return
    for point in (engine.point(each) for each in points(world, seed, 20)):
        around = [cell for cell in found if point.within(cell.region)]
        covering = {at for at, norm in enumerate(norms) if point.within(norm.region)}
        assert around, point
        assert all(set(cell.covering) == covering for cell in around)


@examples(30)
@given(worlds(clauses=5, agreements=1), SEEDS)
def test_what_is_uncovered_is_covered_by_none(world: World, seed: int) -> None:
    engine = run_world(world)
    norms = [norm for norm in ground_of(engine).norms if not norm.region.empty]
    for wanted in norms:
        others = [norm.region for norm in norms if norm is not wanted]
        missing = uncovered(wanted.region, others)
        if missing:
            assert not any(missing.overlap(other) for other in others)
            assert missing.overlap(wanted.region)
        else:
            inside = (engine.point(each) for each in points(world, seed, 20))
            assert all(any(p.within(other) for other in others) for p in inside if p.within(wanted.region))


@examples(150)
@given(worlds(clauses=6, agreements=1), SEEDS)
def test_taking_redundant_clauses_out_changes_no_verdict(world: World, seed: int) -> None:
    engine = run_world(world)
    found, _ = engine.facts.idle
    gone = {each.norms[0].clause.label for each in found}
    (agreement,) = world.agreements
    silenced = (
        replace(clause, modality="need not") if clause.label in gone else clause for clause in agreement.clauses
    )
    less = replace(world, agreements=(replace(agreement, clauses=tuple(silenced)),))
    rest = [norm for norm in engine.facts.norms if norm.clause.label not in gone]
    for point in points(world, seed, 30 if gone else 0):
        told = f"{world_text(world)}\n{gone}\n{point}"
        verdict = engine.judge(point)[0]
        assert judge_point(engine.point(point), rest, engine.facts.order).verdict.value == verdict, told
        assert evaluator.judge(less, point)[0] == verdict, told


@examples(60)
@given(worlds(clauses=6, agreements=1), SEEDS)
def test_shadowed_clauses_decide_nothing(world: World, seed: int) -> None:
    (agreement,) = world.agreements
    above = over(agreement.clauses[0])
    world = replace(world, agreements=(replace(agreement, clauses=(*agreement.clauses, above)),))
    engine = run_world(world)
    _, found = engine.facts.idle
    shadowed = {clause_of(each.norms[0]) for each in found}
    for point in points(world, seed, 40 if shadowed else 0):
        _, deciding = evaluator.judge(world, point)
        assert shadowed.isdisjoint(deciding), f"{world_text(world)}\n{shadowed}\n{point}"


def over(clause: Clause) -> Clause:
    """A clause that forbids what another allows, or the other way round, and prevails over it."""
    modality: Modality = "may" if clause.modality == "must not" else "must not"
    plain = tuple(phrase for phrase in clause.phrases if not phrase.mode)
    made = replace(clause, label="9", modality=modality, phrases=plain, despite=(clause.label,), subject_to=())
    return replace(made, only_then=False)

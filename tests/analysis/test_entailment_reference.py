"""Entailment held against the naive reference: requirements on random worlds, and duties by what those do who keep them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from policyc.analysis.entailment.requirements import Provided, Shortfall
from tests.reference import entailment
from tests.reference.description import ROOTS, Clause, Phrase, Point, World
from tests.reference.engine import Engine, run_text
from tests.reference.entailment import Duty, every_act, owes
from tests.reference.examples import examples
from tests.reference.points import points
from tests.reference.text import agreements_text, clause_text, joined, vocabulary_text
from tests.reference.worlds import MODES, a_clause, few, some, variation, worlds

SEEDS = st.integers(0, 3)
MOST_ACTS = 4000
Naive = Callable[[World, Clause, Iterable[Point]], Iterator[Point]]


@st.composite
def askings(draw: st.DrawFn, negative: bool, clauses: int) -> tuple[World, Clause]:
    """A world of one agreement, and a clause that is required of it, or that it may not have: mostly like one it has."""
    world = draw(worlds(clauses=clauses, agreements=1))
    base, other = draw(some(world.agreements[0].clauses)), draw(a_clause("R", ("R",)))
    asked = draw(st.one_of(st.just(base), variation(base, other), variation(base, other)))
    modality = draw(some(("may", "must not")))
    bearers = draw(some((base.bearers, world.agreements[0].parties[:1], ("each party",))))
    modes = [mode for mode in MODES[modality] if not (negative and mode == "only")]
    return world, replace(
        asked,
        label="R",
        bearers=bearers,
        modality=modality,
        objects=replace(asked.objects, names=asked.objects.names[:1]) if asked.objects else None,
        phrases=tuple(phrase for phrase in asked.phrases if phrase.mode in modes and not takes_all(phrase)),
        only_then=False,
        since=None if negative else asked.since,
        through=None if negative else asked.through,
        occasions=() if negative else asked.occasions,
        despite=(),
        subject_to=(),
        except_as_allowed=False,
        turned=False,
    )


def takes_all(phrase: Phrase) -> bool:
    """Whether a phrase takes out all that there is of its kind, which leaves a clause about nothing."""
    return phrase.mode == "except" and not {*ROOTS}.isdisjoint(phrase.names.names)


def text_of(world: World, asked: Clause, negative: bool) -> str:
    """The agreement, and a policy that asks for a clause."""
    _, words = clause_text(asked).split(": ", 1)
    begins = "No agreement may provide that" if negative else "Every agreement must provide that"
    return f'{agreements_text(world)}policy "Rules".\nR: {begins} {words}.\n'


def outcome(world: World, asked: Clause, negative: bool) -> tuple[Engine, Shortfall | Provided | None]:
    """What the engine makes of a requirement; worlds in which it binds nobody are left out."""
    engine = run_text(text_of(world, asked, negative), vocabulary_text(world))
    found = engine.facts.requirements
    assume(not found.unweighed and engine.facts.agreements)
    outcomes = found.provided if negative else found.unmet
    return engine, outcomes[0] if outcomes else None


def check(world: World, asked: Clause, negative: bool, seed: int) -> None:
    """Where the engine objects, its witness bears it out; where it does not, no act that is tried does."""
    naive: Naive = entailment.given if negative else entailment.missing
    engine, found = outcome(world, asked, negative)
    told = f"{vocabulary_text(world)}\n{text_of(world, asked, negative)}"
    if found is not None:
        assert found.judged is not None
        witness = engine.reference_point(found.judged.point)
        assert list(naive(world, asked, [witness])), f"{told}\n{witness}"
        return
    agreement = world.agreements[0]
    near = replace(world, agreements=(replace(agreement, clauses=(*agreement.clauses, asked)),))
    assert next(naive(world, asked, points(near, seed, 40)), None) is None, told


@examples(250)
@given(askings(negative=False, clauses=3), SEEDS)
def test_what_agreements_must_provide(pair: tuple[World, Clause], seed: int) -> None:
    check(*pair, negative=False, seed=seed)


@examples(250)
@given(askings(negative=True, clauses=3), SEEDS)
def test_what_agreements_may_not_provide(pair: tuple[World, Clause], seed: int) -> None:
    check(*pair, negative=True, seed=seed)


@pytest.mark.slow
@examples(5000)
@given(st.booleans().flatmap(lambda no: st.tuples(askings(negative=no, clauses=4), st.just(no))), SEEDS)
def test_requirements_on_many_worlds(drawn: tuple[tuple[World, Clause], bool], seed: int) -> None:
    pair, negative = drawn
    check(*pair, negative=negative, seed=seed)


# Every act of a small world


def check_every_act(world: World, asked: Clause) -> None:
    """The engine finds a requirement met exactly where every act has the verdict that is asked for."""
    acts = list(islice(every_act(world, asked), MOST_ACTS + 1))
    assume(len(acts) <= MOST_ACTS)
    _, found = outcome(world, asked, negative=False)
    bad = next(entailment.missing(world, asked, acts), None)
    assert (found is None) == (bad is None), f"{vocabulary_text(world)}\n{text_of(world, asked, False)}\n{bad}"


@examples(40)
@given(askings(negative=False, clauses=2))
def test_every_act_of_a_small_world(pair: tuple[World, Clause]) -> None:
    check_every_act(*pair)


@pytest.mark.slow
@examples(800)
@given(askings(negative=False, clauses=2))
def test_every_act_of_many_small_worlds(pair: tuple[World, Clause]) -> None:
    check_every_act(*pair)


# Duties

VERBS = ("share", "sell", "disclose")
PERSONS = ("bolt", "corex")
DATA = ("location", "trace", "balance")
EVENTS = ("breach", "loss")
HOURS = (24, 72)
VOCABULARY = """vocabulary "duties".
Location is data. Trace is location. Balance is data. Loss is breach. Vow is a condition.
Acme is a party. Bolt is a party. Corex is a party.
"""
KINDS = {
    **{name: (name,) for name in (*VERBS, *PERSONS, *DATA, *EVENTS)},
    "share": VERBS,
    "location": ("location", "trace"),
    "breach": EVENTS,
}
DEEDS = [(v, p, h, m) for v in VERBS for p in PERSONS for h in (*HOURS, 1000) for m in (False, True)]


@st.composite
def duties(draw: st.DrawFn) -> Duty:
    """A duty."""
    return Duty(
        verbs=draw(few(VERBS)),
        towards=draw(few(PERSONS)),
        data=draw(few(DATA)),
        event=draw(some(EVENTS)),
        within=draw(some((None, *HOURS))),
        vowed=draw(st.booleans()),
        choice=draw(st.booleans()),
    )


def duty_text(duty: Duty) -> str:
    """A duty in words."""
    words = ["acme must", joined(duty.verbs, duty.choice), joined(duty.data), "to", joined(duty.towards)]
    words += [f"within {duty.within} hours"] if duty.within else []
    return " ".join([*words, f"after {duty.event}", *(["with vow"] if duty.vowed else [])])


def run_duties(given: list[Duty], wanted: Duty) -> bool:
    """Whether the engine finds a required duty met by others."""
    clauses = "".join(f"{at}: {duty_text(duty)}.\n" for at, duty in enumerate(given, start=1))
    text = f'agreement "Deal" between acme, bolt and corex.\n{clauses}policy "Rules".\n'
    engine = run_text(f"{text}R: Every agreement must provide that {duty_text(wanted)}.\n", VOCABULARY)
    assert not engine.facts.requirements.unweighed
    return not engine.facts.requirements.unmet


@st.composite
def duties_and_wanted(draw: st.DrawFn) -> tuple[list[Duty], Duty]:
    """Some duties, and one that is wanted: often like one of them, with one or two things changed."""
    given = draw(st.lists(duties(), min_size=1, max_size=2))
    base, other = draw(some(given)), draw(duties())
    changed = draw(st.sets(some(("verbs", "towards", "data", "event", "within", "vowed", "choice")), max_size=2))
    return given, replace(base, **{name: getattr(other, name) for name in sorted(changed)})


@examples(200)
@given(duties_and_wanted())
def test_duties_are_owed_where_whoever_keeps_them_keeps_what_is_wanted(drawn: tuple[list[Duty], Duty]) -> None:
    given_duties, wanted = drawn
    assert run_duties(given_duties, wanted) is owes(given_duties, wanted, DEEDS, KINDS), drawn


@pytest.mark.slow
@examples(3000)
@given(duties_and_wanted())
def test_many_duties_are_owed(drawn: tuple[list[Duty], Duty]) -> None:
    given_duties, wanted = drawn
    assert run_duties(given_duties, wanted) is owes(given_duties, wanted, DEEDS, KINDS), drawn

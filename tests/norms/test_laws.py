"""Laws that hold for every world: what a policy means does not hang on how it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.reference.description import Agreement, Clause, Names, Phrase, Point, World
from tests.reference.engine import Engine, run_text, run_world
from tests.reference.examples import examples
from tests.reference.points import points
from tests.reference.text import agreements_text, vocabulary_text, world_text
from tests.reference.worlds import POOLS, a_clause, an_object, names, some, worlds

SEEDS = st.integers(0, 3)


def rewritten(world: World, change: Callable[[Agreement], Agreement]) -> World:
    """A world with each agreement changed."""
    return replace(world, agreements=tuple(map(change, world.agreements)))


def with_clauses(world: World, change: Callable[[tuple[Clause, ...]], Iterable[Clause]]) -> World:
    """A world with the clauses of each agreement changed."""
    return rewritten(world, lambda agreement: replace(agreement, clauses=tuple(change(agreement.clauses))))


def assert_same(world: World, other: World, seed: int) -> None:
    """Two worlds have the same verdicts, decided by the same clauses."""
    one, two = run_world(world), run_world(other)
    for point in points(world, seed, 12):
        assert one.judge(point) == two.judge(point), f"{world_text(world)}\n{world_text(other)}\n{point}"


@examples(25)
@given(worlds(), SEEDS)
def test_the_order_of_clauses_does_not_matter(world: World, seed: int) -> None:
    assert_same(world, with_clauses(world, lambda clauses: Random(seed).sample(clauses, len(clauses))), seed)


@examples(25)
@given(worlds(), SEEDS)
def test_the_order_of_agreements_does_not_matter(world: World, seed: int) -> None:
    assert_same(world, replace(world, agreements=world.agreements[::-1]), seed)


@examples(25)
@given(worlds(), SEEDS)
def test_saying_a_thing_twice_adds_nothing(world: World, seed: int) -> None:
    assert_same(
        world, with_clauses(world, lambda clauses: [each for clause in clauses for each in (clause, clause)]), seed
    )


@examples(25)
@given(worlds(), SEEDS)
def test_a_list_says_of_each_name_what_it_says_of_all(world: World, seed: int) -> None:
    assert_same(
        world, with_clauses(world, lambda clauses: [part for clause in clauses for part in split(clause)]), seed
    )


def split(clause: Clause) -> Iterable[Clause]:
    """A clause for each bearer, verb and object of one; a label may be given to several sentences."""
    objects = clause.objects
    for bearer in clause.bearers:
        for verb in clause.verbs.names:
            for name in objects.names if objects else (None,):
                single = Names((name,), objects.minus) if objects and name else None
                yield replace(clause, bearers=(bearer,), verbs=Names((verb,)), objects=single)


@examples(25)
@given(worlds(), SEEDS)
def test_names_are_no_more_than_names(world: World, seed: int) -> None:
    one = run_world(world)
    vocabulary, text = (renamed(words) for words in (vocabulary_text(world), agreements_text(world)))
    title, *lines = vocabulary.splitlines()
    two = run_text(text, "\n".join([title, *lines[::-1]]))
    for point in points(world, seed, 12):
        assert one.judge(point) == two.judge(renamed_point(point)), f"{world_text(world)}\n{point}"


NAMES = re.compile(rf"\b({'|'.join(name for pool in POOLS.values() for name in pool)})\b", re.IGNORECASE)


def renamed(words: str) -> str:
    """Words with the names of the world changed."""
    return NAMES.sub(r"\1wise", words)


def renamed_point(point: Point) -> Point:
    """A point with the names of the world changed."""
    states = frozenset(map(renamed, point.states))
    return replace(
        point,
        bearer=renamed(point.bearer),
        data=renamed(point.data),
        people=renamed(point.people),
        counterparty=point.counterparty and renamed(point.counterparty),
        purpose=point.purpose and renamed(point.purpose),
        place=renamed(point.place),
        source=renamed(point.source),
        states=states,
    )


@examples(25)
@given(worlds(), a_clause("7", ("7",)), SEEDS)
def test_one_more_ban_never_permits_more(world: World, clause: Clause, seed: int) -> None:
    phrases = tuple(phrase for phrase in clause.phrases if phrase.mode != "only")
    ban = replace(clause, modality="must not", phrases=phrases, only_then=False, despite=(), subject_to=())
    one, two = run_world(world), run_world(with_clauses(world, lambda clauses: (*clauses, ban)))
    more = with_clauses(world, lambda clauses: (*clauses, ban))
    for point in points(more, seed, 12):
        if two.judge(point)[0] == "permitted":
            assert one.judge(point)[0] == "permitted", f"{world_text(more)}\n{point}"


@st.composite
def closed_clauses(draw: st.DrawFn) -> Clause:
    """A permission with one *only* of names, and nothing after it."""
    verbs = (draw(some(("use", "share", "keep", "sell"))),)
    slot, word = draw(some((("purpose", "for"), ("people", "about"), ("place", "in"), ("place", "outside"))))
    phrase = Phrase(slot, word, "only", draw(names(POOLS[slot])))
    return Clause("1", ("acme",), "may", Names(verbs), draw(an_object(verbs)), (phrase,))


@examples(25)
@given(worlds(), closed_clauses(), SEEDS)
def test_only_is_a_permission_and_a_ban_on_the_rest(world: World, clause: Clause, seed: int) -> None:
    (phrase,) = clause.phrases
    plain = replace(clause, phrases=(replace(phrase, mode=""),))
    ban = replace(clause, modality="must not", phrases=(replace(phrase, mode="except"),))
    first = replace(world.agreements[0], rankings=(), amends=(), incorporates=(), survivals=())
    one, two = (
        run_world(replace(world, agreements=(replace(first, clauses=clauses),)))
        for clauses in ((clause,), (plain, ban))
    )
    near = replace(world, agreements=(replace(first, clauses=(plain, ban)),))
    for point in points(near, seed, 12):
        assert one.judge(point) == two.judge(point), f"{world_text(near)}\n{point}"


@examples(25)
@given(worlds(agreements=1), SEEDS)
def test_a_circle_of_all_clauses_orders_nothing(world: World, seed: int) -> None:
    def circle(agreement: Agreement) -> Agreement:
        labels = [clause.label for clause in agreement.clauses]
        pairs = zip(labels, [*labels[1:], labels[0]], strict=True)
        return replace(agreement, rankings=tuple((("clauses", high), ("clauses", low)) for high, low in pairs))

    plain = with_clauses(world, lambda clauses: (replace(clause, despite=(), subject_to=()) for clause in clauses))
    unordered = rewritten(plain, lambda agreement: replace(agreement, rankings=()))
    assert_same(unordered, rewritten(unordered, circle), seed)


def test_the_engine_says_the_same_twice() -> None:
    text = 'agreement "Deal" between Acme and Bolt.\n1: Acme may use data.\n2: Acme must not use data.'
    vocabulary = 'vocabulary "v". Acme is a party. Bolt is a party.'
    witnesses = [witness_bits(run_text(text, vocabulary)) for _ in range(2)]
    assert witnesses[0] == witnesses[1]


def witness_bits(engine: Engine) -> list[tuple[int, ...]]:
    """The witnesses of the contradictions."""
    return [found.witness.bits for found in engine.facts.contradictions]

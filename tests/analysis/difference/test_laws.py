"""Laws of the difference, on random worlds: it is empty where nothing changed, symmetrical, true and complete."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.analysis.difference.bundles import bundles
from policyc.analysis.difference.changes import Change
from policyc.analysis.difference.grading import Direction
from policyc.pipeline.comparison import Comparison
from tests.analysis.difference.amended import Translator, amended, compared_worlds, only, rewritten, split
from tests.analysis.test_contradiction_reference import is_possible
from tests.reference.description import World
from tests.reference.evaluator import judge
from tests.reference.examples import examples
from tests.reference.points import points
from tests.reference.text import world_text
from tests.reference.worlds import worlds

Worlds = tuple[World, World]


def told(worlds: Worlds) -> str:
    return f"{world_text(worlds[0])}\n=== and then\n{world_text(worlds[1])}"


@examples(20)
@given(worlds())
def test_nothing_differs_from_itself(world: World) -> None:
    found = compared_worlds(world, world).found
    assert not found.changes
    assert not found.arrivals
    assert not found.unweighed
    assert found.edited == 0


@examples(30)
@given(rewritten())
def test_what_is_only_written_otherwise_changes_nothing(worlds: Worlds) -> None:
    found = compared_worlds(*worlds).found
    assert not found.changes, told(worlds)
    assert not found.unweighed


@examples(25)
@given(split())
def test_a_list_taken_apart_changes_nothing(worlds: Worlds) -> None:
    found = compared_worlds(*worlds).found
    assert not found.changes, told(worlds)


@examples(25)
@given(amended())
def test_there_and_back_is_symmetrical(worlds: Worlds) -> None:
    there, back = compared_worlds(*worlds), compared_worlds(*reversed(worlds))
    forward = Counter(identity(each, there, each.direction) for each in there.found.changes)
    backward = Counter(identity(each, back, each.direction.reverse, turned=True) for each in back.found.changes)
    assert forward == backward, f"{told(worlds)}\n{forward - backward}\n{backward - forward}"


def identity(change: Change, comparison: Comparison, direction: Direction, turned: bool = False) -> object:
    sides = [(change.before, names(change, "old")), (change.after, names(change, "new"))]
    return direction, tuple(reversed(sides) if turned else sides)


def names(change: Change, side: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((norm.document.title, norm.clause.name) for norm in getattr(change, side)))


@examples(40)
@given(amended())
def test_every_witness_is_judged_to_the_verdicts_stated(worlds: Worlds) -> None:
    check_witnesses(worlds)


@pytest.mark.slow
@examples(500)
@given(amended())
def test_every_witness_in_many_worlds(worlds: Worlds) -> None:
    check_witnesses(worlds)


def check_witnesses(worlds: Worlds) -> None:
    comparison = compared_worlds(*worlds)
    translator = Translator(comparison)
    for change in comparison.found.changes:
        point = translator.told(change.witness)
        together = titles_beside(change, comparison)
        old, new = (only(world, together) for world in worlds)
        words = f"{told(worlds)}\n{change.before} -> {change.after}\n{point}"
        assert judge(old, point)[0] == change.before.value, words
        assert judge(new, point)[0] == change.after.value, words
        assert is_possible(old, point), words
        assert any(change.witness.within(cell) for cell in change.cells)


def titles_beside(change: Change, comparison: Comparison) -> set[str]:
    """The titles of the documents that are judged together with those of a change."""
    own = (change.new or change.old)[0].document
    for bundle in bundles(comparison.pairing, comparison.old, comparison.new):
        if any(document is own for document in (*bundle.old, *bundle.new)):
            return {document.title for document in (*bundle.old, *bundle.new)}
    raise AssertionError(own.title)


@examples(40)
@given(amended(), st.integers(0, 3))
def test_no_change_is_missed_and_none_invented(worlds: Worlds, seed: int) -> None:
    check_completeness(worlds, seed, 25)


@pytest.mark.slow
@examples(800)
@given(amended(), st.integers(0, 3))
def test_no_change_is_missed_or_invented_in_many_worlds(worlds: Worlds, seed: int) -> None:
    check_completeness(worlds, seed, 20)


def check_completeness(worlds: Worlds, seed: int, count: int) -> None:
    comparison = compared_worlds(*worlds)
    translator = Translator(comparison)
    assert not comparison.found.unweighed
    for bundle in bundles(comparison.pairing, comparison.old, comparison.new):
        together = {document.title for document in (*bundle.old, *bundle.new)}
        old, new = (only(world, together) for world in worlds)
        changes = [change for change in comparison.found.changes if titles_beside(change, comparison) == together]
        ends = [agreement.last for world in (old, new) for agreement in world.agreements]
        last = max(end for end in ends if end) if None not in ends else date.max
        for point in (*points(old, seed, count), *points(new, seed, count)):
            if point.phase == "during" and point.day > last:
                continue
            before, after = judge(old, point)[0], judge(new, point)[0]
            at = translator.asked(point)
            covering = [change for change in changes if any(map(at.within, change.cells))]
            verdicts = {(change.before.value, change.after.value) for change in covering if change.of_verdict}
            expected = {(before, after)} if before != after else set()
            assert verdicts == expected, f"{told(worlds)}\n{point}\n{before} -> {after}\n{verdicts}"

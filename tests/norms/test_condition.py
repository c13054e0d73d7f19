"""Conditions as alternatives mean what the formula says in every state of affairs."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.model.document import Every, Formula, Holds, Negation, Some
from policyc.model.names import Concept, Kind
from policyc.norms.condition import (
    ALWAYS,
    MAXIMUM_ALTERNATIVES,
    NEVER,
    Alternative,
    Condition,
    TooManyAlternatives,
    condition,
    conjunction,
    entails,
    negated,
)
from tests.reference.examples import examples

CONSENT, OPT_IN, STRIKE, QUAKE = (
    Concept(Kind.CONDITION, name, name) for name in ("consent", "opt in", "strike", "quake")
)
COVERS = {CONSENT: 0b0011, OPT_IN: 0b0010, STRIKE: 0b0100, QUAKE: 0b1000}
"""Opt-in consent is consent."""
EVERY_STATE = range(16)


def holds(formula: Formula, states: int) -> bool:
    """Whether a formula holds where these states do."""
    match formula:
        case Holds(concept):
            return bool(COVERS[concept] & states)
        case Negation(operand):
            return not holds(operand, states)
        case Every(operands):
            return all(holds(operand, states) for operand in operands)
        case Some(operands):
            return any(holds(operand, states) for operand in operands)


def true_at(condition: Condition) -> set[int]:
    """The states at which a condition holds."""
    return {states for states in EVERY_STATE if any(alternative.holds(states) for alternative in condition)}


atoms = st.sampled_from([Holds(concept, concept.text) for concept in COVERS])
formulas: st.SearchStrategy[Formula] = st.recursive(
    atoms,
    lambda inner: st.one_of(
        inner.map(Negation),
        st.lists(inner, max_size=3).map(lambda parts: Every(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Some(tuple(parts))),
    ),
    max_leaves=6,
)


def made(formula: Formula) -> Condition:
    """A formula as alternatives."""
    return condition(formula, COVERS.__getitem__)


@examples(200)
@given(formulas)
def test_a_condition_holds_where_its_formula_does(formula: Formula) -> None:
    assert true_at(made(formula)) == {states for states in EVERY_STATE if holds(formula, states)}


@examples(200)
@given(formulas)
def test_a_condition_or_its_negation_holds(formula: Formula) -> None:
    assert true_at(negated(made(formula))) == set(EVERY_STATE) - true_at(made(formula))


@examples(200)
@given(formulas, formulas)
def test_conjunction_and_entailment(left: Formula, right: Formula) -> None:
    one, two = made(left), made(right)
    assert true_at(conjunction(one, two)) == true_at(one) & true_at(two)
    assert entails(one, two) is (true_at(one) <= true_at(two))
    assert (conjunction(one, two) == NEVER) is (not true_at(one) & true_at(two))


def test_always_and_never() -> None:
    assert conjunction() == conjunction(ALWAYS, ALWAYS) == negated(NEVER) == ALWAYS
    assert negated(ALWAYS) == NEVER
    assert entails(NEVER, ALWAYS)
    assert not entails(ALWAYS, NEVER)
    assert not Alternative(frozenset({1}), absent=1).possible


def many(count: int, shift: int = 0) -> Condition:
    """A condition that all of some pairs of states have a member that holds: 2 to the power of count alternatives."""
    pairs = [(1 << shift << 2 * n, 2 << shift << 2 * n) for n in range(count)]
    return conjunction(*[tuple(Alternative(frozenset({bit})) for bit in pair) for pair in pairs])


def test_too_many_alternatives_are_refused() -> None:
    assert len(many(8)) == MAXIMUM_ALTERNATIVES
    with pytest.raises(TooManyAlternatives):
        many(9)


def test_what_takes_too_many_alternatives_to_tell_is_not_entailed() -> None:
    threes = [Alternative(frozenset(1 << n for n in some)) for some in combinations(range(40, 50), 4)]
    assert not entails(many(6), tuple(threes))

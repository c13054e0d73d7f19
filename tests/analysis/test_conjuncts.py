"""The single conditions of a clause: which exclude each other, and which follow from others."""

import pytest

from policyc.analysis.conjuncts import Conjunct, conjuncts, exclusive, implied, opposed_events
from policyc.norms.condition import Alternative
from tests.worlds import HEADER, facts_of, resolved


def of(clause: str) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """The conditions of a clause, those that exclude one another, and those that another entails."""
    facts = facts_of(HEADER + clause)
    norm = facts.norms[0]
    found = conjuncts(norm.provision, facts.closure(norm.document))
    pairs = [(wide.words, narrow.words) for wide, narrow in implied(found)]
    return [each.words for each in found], [each.words for each in exclusive(found)], pairs


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (
            "Acme may use health data with consent and emergency.",
            (["with consent", "with emergency"], [], []),
        ),
        (
            "Acme may use health data with opt-in consent, if consent.",
            (["with opt-in consent", "if consent"], [], [("if consent", "with opt-in consent")]),
        ),
        (
            "Acme may use health data if consent or emergency.",
            (["if consent or emergency"], [], []),
        ),
        (
            "Acme may use health data with opt-in consent unless consent or emergency.",
            (
                ["with opt-in consent", "unless consent", "unless emergency"],
                ["with opt-in consent", "unless consent"],
                [],
            ),
        ),
        (
            "Acme may use health data if consent and (not consent or emergency) unless emergency.",
            (
                ["if consent", "if not consent or emergency", "unless emergency"],
                ["if consent", "if not consent or emergency", "unless emergency"],
                [],
            ),
        ),
        ("Acme must not use health data without consent, even with emergency.", (["without consent"], [], [])),
        ("Acme must use health data with consent.", ([], [], [])),
        (
            "Acme may use health data except if consent or emergency.",
            (["except if consent", "except if emergency"], [], []),
        ),
        ("Acme may use health data with consent, if consent.", (["with consent", "if consent"], [], [("if consent", "with consent")])),
    ],
)  # fmt: skip
def test_conditions(clause: str, expected: tuple[list[str], list[str], list[tuple[str, str]]]) -> None:
    assert of(clause) == expected


def test_conditions_that_are_too_intricate_are_left_alone() -> None:
    names = "".join(f"C{n} is a condition. D{n} is a condition. " for n in range(9))
    every = " and ".join(f"(c{n} or d{n})" for n in range(9))
    facts = facts_of(HEADER + names + "Acme may use health data if c0.")
    closure = facts.closure(facts.norms[0].document)
    workspace, _ = resolved(HEADER + names + f"Acme may use health data if not (not ({every}) or c0).")
    assert conjuncts(workspace.agreements[0].clauses[0].provision, closure) == []


def test_conditions_that_only_together_are_too_intricate_are_not_blamed() -> None:
    half = tuple(Alternative(frozenset({1 << at})) for at in range(20))
    other = tuple(Alternative(frozenset({1 << at})) for at in range(20, 40))
    assert exclusive([Conjunct("a", half), Conjunct("b", other)]) == ()


@pytest.mark.parametrize(
    ("clause", "opposed"),
    [
        ("Acme may use health data after a breach, before a breach.", True),
        ("Acme may use health data after a breach until withdrawal of consent.", False),
        ("Acme must use health data after a breach, before a breach.", False),
    ],
)
def test_events(clause: str, opposed: bool) -> None:
    facts = facts_of(HEADER + clause)
    norm = facts.norms[0]
    assert bool(opposed_events(norm.provision, facts.closure(norm.document))) is opposed

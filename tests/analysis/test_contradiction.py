"""Contradictions: which pairs are weighed, what is told of them, and what is left unweighed."""

from __future__ import annotations

import pytest

from policyc.analysis import witness
from policyc.analysis.contradiction import Contradiction, Grade
from policyc.norms.concepts import NONE
from policyc.norms.region import Side
from tests.reference.engine import Engine, run_text

VOCABULARY = """vocabulary "v".
Personal data is data. Location is personal data. Balance is personal data. Diary is personal data.
Research is a purpose. Marketing is a purpose. Acme is a party. Bolt is a party. Corex is a party.
Approval is a condition. Opt-in consent is consent.
"""
DEAL = 'agreement "Deal" between Acme and Bolt.\n'


def engine(text: str) -> Engine:
    """What the engine makes of some clauses of a deal, or of whole agreements."""
    return run_text(text if "agreement" in text else DEAL + text, VOCABULARY)


def only(text: str) -> Contradiction:
    """The one contradiction of a text."""
    (found,) = engine(text).facts.contradictions
    return found


def pairs(text: str) -> list[tuple[str, str]]:
    """The labels of grants and bans that contradict each other."""
    return [(found.grant.clause.name, found.ban.clause.name) for found in engine(text).facts.contradictions]


def test_a_witness_is_the_most_general_scenario() -> None:
    made = engine("1: Acme may use location and balance with consent.\n2: Acme must not use personal data.")
    (found,) = made.facts.contradictions
    point = made.reference_point(found.witness)
    assert (point.bearer, point.action, point.data, point.states) == ("acme", "use", "location", frozenset({"consent"}))
    assert found.witness.bits[Side.COUNTERPARTY] == NONE


def test_a_witness_is_sought_where_no_third_clause_decides() -> None:
    made = engine(
        "1: Acme may use data.\n2: Acme must not use data.\n3: Acme may use data except diary despite 1 and 2."
    )
    witness = next(found.witness for found in made.facts.contradictions if found.grant.clause.name == "1")
    assert made.reference_point(witness).data == "diary"


def test_a_witness_does_not_hold_what_must_be_absent() -> None:
    made = engine("1: Acme may use location with consent.\n2: Acme must not use location without opt-in consent.")
    (found,) = made.facts.contradictions
    assert made.reference_point(found.witness).states == {"consent"}


def test_the_gravest_of_two_clauses_is_told() -> None:
    found = only("1: Acme may use personal data and location.\n2: Acme must not use location and diary.")
    assert found.grade is Grade.DENIED


def test_the_ban_that_only_implies_is_told_apart_from_the_clause() -> None:
    found = only("1: Acme may use location only for research.\n2: Acme may use location for marketing.")
    assert (found.grant.clause.name, found.ban.clause.name, found.ban.by_only) == ("2", "1", Side.PURPOSE)


def test_a_clause_does_not_contradict_itself() -> None:
    assert pairs("1: Acme may use and keep location only for research only with consent.") == []


def test_contradictions_across_agreements_are_marked() -> None:
    other = 'agreement "Other" between Acme and Corex.\n2: Acme must not use location.'
    assert only(DEAL + "1: Acme may use location.\n" + other).across
    assert not only("1: Acme may use location.\n2: Acme must not use location.").across


@pytest.mark.parametrize(("status", "found"), [("", 1), (" is proposed", 1), (" is a template", 0)])
def test_templates_are_held_against_themselves_alone(status: str, found: int) -> None:
    own = "1: Acme may use location.\n2: Acme must not use balance.\n"
    other = f'agreement "Other" between Acme and Bolt{status}.\n3: Acme must not use location.\n'
    assert len(pairs(DEAL + own + other)) == found
    assert len(pairs(DEAL + own + other + "4: Acme may use location.")) == 2 * found + (0 if found else 1)


def test_a_policy_is_not_held_against_agreements() -> None:
    text = (
        DEAL
        + '1: Acme may use location.\npolicy "House rules".\n2: Acme must not use location.\n3: Acme may use diary.'
    )
    assert pairs(text) == []


def test_bans_on_everybody_meet_grants_to_anyone() -> None:
    text = "1: Anyone may use location.\n2: Third parties must not use location.\n3: Corex may use balance.\n"
    assert pairs(text + "4: Anyone must not use balance.") == [("1", "2"), ("3", "4")]


def test_a_quoted_condition_is_told() -> None:
    text = '1: Acme may use location if "it rains".\n2: Acme must not use location.'
    assert only(text).quoted
    assert not only("1: Acme may use location.\n2: Acme must not use location.").quoted


def test_what_a_declared_order_decides_says_which_prevails() -> None:
    found = only("1: Acme may use location.\n2: Acme must not use location despite 1.")
    assert found.grade is Grade.ORDERED
    assert found.prevails is found.ban


def test_conditions_too_intricate_to_weigh_together_are_told() -> None:
    names = [f"{side}{n}{half}" for side in ("left", "right") for n in range(5) for half in "ab"]
    definitions = "".join(f"{name.capitalize()} is a condition.\n" for name in names)
    terms = {side: " and ".join(f"({side}{n}a or {side}{n}b)" for n in range(5)) for side in ("left", "right")}
    text = f"1: Acme may use location if {terms['left']}.\n2: Acme must not use location if {terms['right']}."
    facts = run_text(DEAL + definitions + text, VOCABULARY).facts
    assert facts.conflicts.found == ()
    assert [(g.clause.name, b.clause.name) for g, b in facts.conflicts.unweighed] == [("1", "2")]


def test_long_lists_are_graded_to_their_last_names() -> None:
    items, aims = ([f"{part}-{n}q" for n in range(60)] for part in ("item", "aim"))
    definitions = "".join(
        f"{item} is personal data.\n{aim} is a purpose.\n" for item, aim in zip(items, aims, strict=True)
    )
    lists = ", ".join(items[:-1]) + f" and {{}} for {', '.join(aims[:-1])} and {{}}"
    text = f"1: Acme may use {lists.format(items[-1], aims[-1])}.\n2: Acme must not use {lists.format('balance', 'marketing')}."
    facts = run_text(DEAL + definitions + text, VOCABULARY).facts
    assert [found.grade for found in facts.contradictions] == [Grade.DENIED]


def test_nothing_is_said_where_others_decide_every_case() -> None:
    text = (
        "1: Acme may use location.\n2: Acme must not use location.\n3: Acme may use location for research despite 2.\n"
    )
    assert ("1", "2") in pairs(text)
    assert ("1", "2") not in pairs(
        text + "4: Acme must not use location except for research despite 1.\n5: Acme may use location despite 2."
    )


def test_no_contradiction_is_lost_in_a_crowd_of_other_clauses() -> None:
    kinds = {"data": "personal data", "aim": "a purpose", "group": "people", "spot": "a place"}
    definitions = "".join(f"{name}-{n}q is {kind}.\n" for n in range(13) for name, kind in kinds.items())
    crowd = "".join(f"x{n}: Acme may use data-{n}q for aim-{n}q about group-{n}q in spot-{n}q.\n" for n in range(13))
    text = "1: Acme may use data.\n2: Acme must not use data.\n3: Acme may use data except data-12q despite 1 and 2.\n"
    facts = engine(DEAL + definitions + text + crowd).facts
    assert ("1", "2") in [(found.grant.clause.name, found.ban.clause.name) for found in facts.contradictions]
    assert facts.conflicts.unweighed == ()


def test_what_has_too_many_cases_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(witness, "MAXIMUM_CELLS", 1)
    text = "1: Acme may use data.\n2: Acme must not use data.\n3: Acme may use data except diary despite 1 and 2."
    facts = engine(text).facts
    assert ("1", "2") in [(grant.clause.name, ban.clause.name) for grant, ban in facts.conflicts.unweighed]


LOCATED = "Echo is a party, in France. Fox is a party, in Asia. Europe is a place. France is Europe. Asia is a place.\n"
ECHO = 'agreement "Deal" between Echo and Bolt.\n'


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1: Echo must not receive data.\n3: Bolt may share data with Echo despite 1.\n6: Bolt may share data.",
            [("3", "1")],
        ),
        ("1: Bolt may share data with Echo or Fox.\n2: Bolt must not share data with Fox in France.", []),
        ("1: Bolt may share data with Echo or Fox.\n2: Bolt must not share data with Echo in France.", [("1", "2")]),
        ("1: Bolt may share data in Asia.\n2: Bolt must not share data with Echo.", []),
        ("1: Bolt may share data with Echo in Asia.\n2: Bolt must not share data.", [("1", "2")]),
        ("1: Bolt may use data with consent.\n2: Bolt must not process data with Echo.", []),
    ],
)
def test_witnesses_are_acts_that_can_be(text: str, found: list[tuple[str, str]]) -> None:
    text = text.replace("may use data with consent", "may use data if consent")
    assert pairs(LOCATED + ECHO + text) == found


def test_a_witness_gives_nothing_to_itself() -> None:
    text = "1: Acme may share data except with Bolt.\n2: Anyone must not share data."
    (found,) = engine(text).facts.contradictions
    assert found.witness.bits[Side.BEARER] != found.witness.bits[Side.COUNTERPARTY]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("1: Acme may use personal data and diary.\n2: Acme must not use location and diary.", Grade.DENIED),
        ("3: Acme may use diary despite 2.\n", Grade.NARROWER),
    ],
)
def test_a_list_is_graded_by_the_names_that_still_conflict(text: str, grade: Grade) -> None:
    base = "1: Acme may use personal data and diary.\n2: Acme must not use location and diary.\n"
    made = engine(text if text.startswith("1") else base + text)
    assert {f.grade for f in made.facts.contradictions if f.grant.clause.name == "1"} == {grade}

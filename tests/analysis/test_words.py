"""Concepts and points in words; who speaks for the terms."""

import pytest

from policyc.analysis.voices import known_from_others, speaks_for_terms
from policyc.analysis.words import bit_words, counted, listed, named_in, scenario_words, third_person
from policyc.model.names import Kind, lower_first
from policyc.norms.concepts import NONE, OTHER
from policyc.norms.region import AFTER, DAWN, DURING, Point, Side
from tests.worlds import HEADER, facts_of


def test_lists_and_counts() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")] == [
        "",
        "a",
        "a and b",
        "a, b or c",
    ]
    assert [counted(1, "clause"), counted(2, "clause")] == ["1 clause", "2 clauses"]


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Shopping location", "shopping location"),
        ("Location", "location"),
        ("GDPR rights", "GDPR rights"),
        ("Wells Fargo", "Wells Fargo"),
        ("ad targeting", "ad targeting"),
    ],
)
def test_a_name_inside_a_sentence(name: str, inside: str) -> None:
    assert lower_first(name) == inside


@pytest.mark.parametrize(
    ("verb", "third"),
    [
        ("use", "uses"),
        ("notify", "notifies"),
        ("destroy", "destroys"),
        ("publish", "publishes"),
        ("process", "processes"),
    ],
)
def test_third_person(verb: str, third: str) -> None:
    assert third_person(verb) == third


def test_a_point_is_a_concrete_scenario() -> None:
    facts = facts_of(HEADER + "Globex may share location data with Acme for research with consent.")
    closure = facts.closure(facts.agreements[0])

    def bit(key: str, kind: Kind) -> int:
        concept = closure.find(key, kind)
        assert concept is not None
        return facts.universe.bit(concept)

    bits = (
        bit("globex", Kind.PARTY),
        bit("sell", Kind.ACTION),
        bit("location data", Kind.DATA),
        NONE,
        bit("acme", Kind.PARTY),
        OTHER,
        bit("germany", Kind.PLACE),
        NONE,
        AFTER,
    )
    point = Point(bits, bit("consent", Kind.CONDITION), 738000)
    said = frozenset({Side.COUNTERPARTY, Side.PURPOSE})
    assert scenario_words(point, said, facts.universe) == (
        "Globex sells location data to Acme for another purpose given consent after termination on 2021-07-29"
    )
    vague = Point((OTHER, OTHER, OTHER, NONE, NONE, NONE, NONE, NONE, DURING), 0, DAWN)
    assert scenario_words(vague, frozenset({Side.OBJECT}), facts.universe).startswith("somebody ")
    assert bit_words(OTHER, Side.PHASE, facts.universe) == "something else"


def test_the_widest_names_inside_a_set() -> None:
    facts = facts_of(HEADER + "Globex may use data.")
    closure = facts.closure(facts.agreements[0])
    personal = closure.covers_key("personal data", Kind.DATA)
    assert [concept.text for concept in named_in(closure, personal)] == ["Personal data"]


@pytest.mark.parametrize(
    "speaker",
    [
        "section 4.2",
        "Common Paper DPA 2.6(a)",
        "§ 7",
        "Art. 28",
        "the Master Services Agreement",
        "Annex I",
        "Deal",
        "the privacy policy",
    ],
)
def test_documents_speak_for_the_terms(speaker: str) -> None:
    assert speaks_for_terms(speaker, ["Deal"])


@pytest.mark.parametrize("speaker", ["Elizabeth Diana", "the Wall Street Journal", "a spokeswoman"])
def test_people_and_the_press_do_not(speaker: str) -> None:
    assert not speaks_for_terms(speaker, ["Deal"])


def test_an_agreement_known_from_others() -> None:
    press = facts_of('Acme is a bank. agreement "Deal" between Acme and Acme, per "the press".').agreements[0]
    text = facts_of('Acme is a bank. agreement "Deal" between Acme and Acme, per "the contract".').agreements[0]
    silent = facts_of('Acme is a bank. agreement "Deal" between Acme and Acme.').agreements[0]
    assert [known_from_others(document, ["Deal"]) for document in (press, text, silent)] == [True, False, False]

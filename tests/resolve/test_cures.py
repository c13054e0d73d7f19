"""What a message proposes to do about a name that is not declared."""

import pytest

from policyc.model.names import Kind
from policyc.resolve.cures import SENTENCE_WORDS, cure, is_plural
from policyc.source import Source
from policyc.syntax import parse

PERSONS = frozenset({Kind.PARTY, Kind.PEOPLE})
STATES = frozenset({Kind.CONDITION, Kind.EVENT, Kind.THING, Kind.LAW})
OBJECTS = frozenset(Kind) - {Kind.ACTION, Kind.PLACE}
ANY = "Or, if that is what it is:"


@pytest.mark.parametrize(
    ("name", "kinds", "proposed"),
    [
        ("harmful effects", OBJECTS, f"Harmful effects are data. {ANY} Harmful effects are things."),
        ("rent", frozenset({Kind.ACTION}), "Rent is an action."),
        ("martians", PERSONS, "Martians are parties."),
        ("prior approval", PERSONS | STATES, f"Prior approval is a condition. {ANY} Prior approval is a party."),
        ("martian", PERSONS | STATES, f"Martian is a party. {ANY} Martian is a condition."),
        ("moon landing", frozenset({Kind.EVENT}), "Moon landing is an event."),
        ("records of the bank", OBJECTS, f"Records of the bank are data. {ANY} Records of the bank are things."),
        ("analysis", frozenset({Kind.PURPOSE}), "Analysis is a purpose."),
        ("Mars Act", frozenset({Kind.LAW}), "Mars Act is a law."),
        ("opt-in form", frozenset({Kind.PLACE}), "Opt-in form is a place."),
        ("blurb", None, f"Blurb is data. {ANY} Blurb is a thing."),
    ],
)
def test_a_declaration_is_proposed_that_can_be_read(name: str, kinds: frozenset[Kind] | None, proposed: str) -> None:
    assert cure(name, kinds, near=False) == f"Declare it, for example: {proposed}"
    assert cure(name, kinds, near=True).startswith("If not, declare it")
    for sentence in proposed.split(f" {ANY} "):
        assert not parse(Source("proposed", sentence))[1].found


@pytest.mark.parametrize("name", ["moon is blue", "records after the end", "no longer needed", "it was lost"])
def test_words_that_are_no_name_are_never_declared(name: str) -> None:
    assert "is a " not in cure(name, OBJECTS, near=False)
    assert "no name" in cure(name, OBJECTS, near=False)
    assert f'"{name}"' in cure(name, STATES, near=False)


def test_plurals() -> None:
    assert all(map(is_plural, ("records", "staff", "personal data", "children", "records of the bank")))
    assert not any(map(is_plural, ("analysis", "status", "business", "ethics", "list of records")))


def test_a_hyphen_makes_any_word_part_of_a_name() -> None:
    assert SENTENCE_WORDS.search("opt in form")
    assert not SENTENCE_WORDS.search("opt-in form")

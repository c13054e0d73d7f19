"""What an agreement itself calls the Purpose, the Data or the Party, beside any purpose, any data and each party."""

from __future__ import annotations

import pytest

from policyc.model.names import own_root
from tests.resolve.spoken import name, problem, provisions, told

OWN = "The Purpose is a purpose, includes support. The Data is personal data about customers. The Party is a vendor.\n"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("for the Purpose", "the purpose"),
        ("for the purpose", "the purpose"),
        ("for Purpose", "the purpose"),
        ("for any purpose", "purpose"),
        ("for all purposes", "purpose"),
    ],
)
def test_any_purpose_is_any_and_the_purpose_is_the_one_that_is_defined(said: str, meant: str) -> None:
    assert told(f"Globex must not use records {said}.", OWN) == [f"use | record | for what: {meant}"]


def test_any_purpose_other_than_the_purpose() -> None:
    (provision,) = provisions("Globex must not use records for any purpose other than the Purpose.", OWN)
    (limit,) = provision.limits
    assert limit.names is not None
    (term,) = limit.names.terms
    assert (name(term).partition(" ")[0], [each.text for each in term.minus]) == ("purpose", ["the Purpose"])


@pytest.mark.parametrize(
    ("said", "meant"), [("any data", "data"), ("the Data", "the data"), ("the data", "the data"), ("Data", "the data")]
)
def test_any_data_is_all_data_and_the_data_are_those_that_are_defined(said: str, meant: str) -> None:
    assert told(f"Globex must not sell {said}.", OWN) == [f"sell | {meant}"]


@pytest.mark.parametrize(
    ("who", "meant"),
    [
        ("Each Party", "each party"),
        ("The parties", "each party"),
        ("A party", "each party"),
        ("The Party", "the party"),
    ],
)
def test_each_party_is_each_of_the_parties_whatever_the_party_is(who: str, meant: str) -> None:
    (provision,) = provisions(f"{who} must encrypt records.", OWN)
    assert [name(term) for term in provision.bearer.terms] == [meant]


def test_neither_party_is_none_of_the_parties() -> None:
    (provision,) = provisions("Neither Party may sell records.", OWN)
    assert [name(term) for term in provision.bearer.terms] == ["each party"]


@pytest.mark.parametrize("sentence", ["Globex must not sell data.", "Globex may use records for purpose."])
def test_a_bare_word_that_may_be_either_is_refused(sentence: str) -> None:
    assert "that is defined here, or any" in problem(sentence, OWN)


def test_without_a_definition_a_bare_word_is_any() -> None:
    assert told("Globex must not sell data.") == ["sell | data"]


def test_which_words_mean_what_is_defined() -> None:
    assert own_root("any Purpose") == "the purpose"
    assert own_root("the Parties") is None
    assert own_root("the permitted purpose") is None
    assert own_root("") is None

"""Others than a clause names: other data, any other party, anyone else."""

import pytest

from tests.resolve.spoken import problem, told


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("other data", "other data"),
        ("other records", "other record"),
        ("its own data", "data of globex"),
        ("data from other sources", "data of other source"),
        ("personal data from another person", "personal data of another person"),
    ],
)
def test_what_data_must_not_be_combined_with(words: str, expected: str) -> None:
    assert told(f"Globex must not combine records with {words}.") == [f"combine | record + {expected}"]


@pytest.mark.parametrize("words", ["others", "anyone else", "any other party", "other persons", "another person"])
def test_anybody_besides(words: str) -> None:
    assert told(f"Globex must not share records with {words}.") == ["share | record | with whom: anyone"]


def test_the_other_party_is_one_of_the_agreement() -> None:
    assert told("Each party may share records with the other party.") == ["share | record | with whom: the other party"]


def test_anybody_besides_whom_the_sentence_names() -> None:
    assert told("Globex may share records with the auditor, but must not share records with anyone else.") == [
        "share | record | with whom: auditor",
        "share | record | with whom: anyone without auditor",
    ]


def test_other_purposes_than_those_that_the_clause_names() -> None:
    assert told("1: Globex may use records for support. Globex must not use records for other purposes.") == [
        "use | record | for what: support",
        "use | record | for what: purpose without support",
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Globex must not use records for any other purpose.", "Globex must not transfer records to any other country."],
)
def test_other_than_what_must_be_said(sentence: str) -> None:
    assert "does not say other than what" in problem(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Globex must not share records about a customer with other customers.",
            "share | record | about whom: customer | with whom: other customer",
        ),
        ("Globex must not share records with other vendors.", "share | record | with whom: other vendor"),
        ("Globex must maintain encryption and other safeguards.", "maintain | encryption + other safeguard"),
    ],
)
def test_others_of_the_same_kind_are_a_kind_of_their_own(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]

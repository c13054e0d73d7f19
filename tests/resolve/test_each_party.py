"""What each party does for its own part."""

import pytest

from tests.resolve.spoken import document, provisions, told

BOUND = "bind | on which condition: {} engage processor | with whom: processor"


@pytest.mark.parametrize(
    "sentence",
    [
        "If a party engages a processor, it shall bind the processor.",
        "If a party engages a processor, such party shall bind the processor.",
        "Each party shall, if it engages a processor, bind the processor.",
    ],
)
def test_who_engages_is_bound_and_nobody_else(sentence: str) -> None:
    assert sorted(" | ".join(sorted(each.split(" | "))) for each in told(sentence)) == sorted(
        " | ".join(sorted(BOUND.format(who).split(" | "))) for who in ("acme", "globex")
    )
    assert [str(each.bearer.terms[0].value) for each in provisions(sentence)] == ["Acme", "Globex"]


def test_a_purpose_of_its_own_is_that_of_who_acts() -> None:
    sentence = "Each party may use records for its own support only with consent of customers."
    assert [each.partition("for what: ")[2].partition(" |")[0] for each in told(sentence)] == [
        "support of acme",
        "support of globex",
    ]
    banned = provisions("Neither party may use records for its own support.")
    assert [str(each.bearer.terms[0].value) for each in banned] == ["Acme", "Globex"]


def test_a_choice_is_that_of_each_party() -> None:
    clauses = document("If a party engages a processor, it shall delete records or notify customers.").clauses
    origins = {str(each.provision.bearer.terms[0].value): id(each.origin) for each in clauses}
    assert len(clauses) == 4
    assert len(set(origins.values())) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Each party may use records for its own purposes.",
        "If a party becomes aware of a breach, it shall notify the other party.",
        "If a party receives a request, it shall notify the other party.",
        "Each party shall delete its records.",
        "If Globex sells records, each party may audit records.",
        "The parties shall delete records.",
    ],
)
def test_what_is_the_same_for_all_is_said_once(sentence: str) -> None:
    assert len(told(sentence)) == 1

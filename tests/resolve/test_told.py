"""Who is told something, and what, where nothing but `of` stands between them; who is provided with what."""

import pytest

from tests.resolve.spoken import problem, told


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Globex must inform recipients of Records of the deletion.",
            "notify | completion of deletion | with whom: recipients that received record",
        ),
        (
            "Globex must inform recipients of the deletion of records.",
            "notify | deletion of record | with whom: recipient",
        ),
        (
            "Globex shall inform personnel who process records of the confidentiality of records.",
            "notify | confidentiality of record | with whom: personnel who process record",
        ),
        (
            "Globex shall notify customers who use the records of customers of a breach.",
            "notify | breach | with whom: customers who use records of customer",
        ),
        (
            "Globex shall notify customers that are affected of the breach.",
            "notify | breach | with whom: affected customer",
        ),
        (
            "Globex shall inform personnel authorised to process records of a change of the law.",
            "notify | change of law | with whom: personnel authorised to process record",
        ),
        (
            "Globex shall notify Acme and personnel who process records of the breach.",
            "notify | breach | with whom: acme + personnel who process record",
        ),
        (
            "Globex shall notify customers who are residents of California.",
            "notify | with whom: customers who are residents of california",
        ),
        (
            "Globex shall notify vendors who process copies of records of a breach.",
            "notify | breach | with whom: vendors who process copies of record",
        ),
        ("Globex shall notify users of Acme of the breach.", "notify | breach | with whom: users of acme"),
    ],
)
def test_what_is_told_ends_a_description(sentence: str, found: str) -> None:
    assert told(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Globex shall notify vendors who process records of customers.",
        "Globex shall inform personnel who process records of their whatnots.",
        "Globex shall notify Acme and vendors who process records of customers.",
    ],
)
def test_where_a_description_ends_is_not_guessed(sentence: str) -> None:
    said = problem(sentence)
    assert said.startswith("broken-sentence")
    assert "where the description" in said


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Globex shall provide Acme, upon request, with records.",
            "provide | record | with whom: acme | after request",
        ),
        (
            "Globex may provide vendors, with consent, with records.",
            "provide | record | on which condition: consent | with whom: vendor",
        ),
        ("Globex shall present Acme with records.", "provide | record | with whom: acme"),
        ("Acme shall be provided by Globex with records.", "provide | record | with whom: acme"),
        (
            "Globex shall provide Acme in writing with access to records.",
            "admit | record | on which condition: written form | with whom: acme",
        ),
    ],
)
def test_what_somebody_is_provided_with_may_stand_behind_other_phrases(sentence: str, found: str) -> None:
    assert told(sentence) == [found]

"""What *it* and *them* point at."""

import pytest

from tests.resolve.spoken import problem, told

CASES = {
    "If Globex discovers a breach, it shall notify Acme within 24 hours and shall not disclose it to others.": [
        "notify | with whom: acme | on which condition: awareness of breach",
        "share | breach | on which condition: awareness of breach | with whom: anyone without acme",
    ],
    "If Globex receives records, it shall delete them.": [
        "delete | record | on which condition: receipt of record",
    ],
    "After a breach, Globex must notify Acme and document it.": [
        "notify | with whom: acme | after breach",
        "note down | breach | after breach",
    ],
    "After a breach, Globex must notify Acme and assist it.": [
        "notify | with whom: acme | after breach",
        "assist | with whom: acme | after breach",
    ],
    "Globex must notify Acme of a breach and document it.": ["notify | breach | with whom: acme", "note down | breach"],
    "Globex shall not sell records or use them for support.": ["sell | record", "use | record | for what: support"],
    "Globex must identify customers and contact them.": [
        "identify | about whom: customer",
        "contact | about whom: customer",
    ],
}


@pytest.mark.parametrize("sentence", CASES)
def test_what_is_pointed_at(sentence: str) -> None:
    assert [each.replace('"', "") for each in told(sentence)] == CASES[sentence]


def test_what_others_do_with_it() -> None:
    found = told("Globex shall not access records, or allow others to access them, except for support.")
    assert found[0] == "access | record | except for what: support"


@pytest.mark.parametrize(
    "sentence",
    [
        "Globex must notify customers and delete them.",
        "If Globex receives records or reports, it must notify Acme and delete them.",
    ],
)
def test_what_points_at_nothing_or_at_several_things_is_refused(sentence: str) -> None:
    assert "may stand for several things here" in problem(sentence)

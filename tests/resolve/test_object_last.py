"""What is acted on, named behind the commas of a time."""

import pytest

from tests.resolve.spoken import problem, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Globex must make available to Acme, upon request, records.",
            "provide | record | with whom: acme | after request",
        ),
        (
            "Globex must provide to Acme, upon request, records and audit reports.",
            "provide | record + audit report | with whom: acme | after request",
        ),
        ("Globex must share with Acme, after a breach, records.", "share | record | with whom: acme | after breach"),
        (
            "Globex must make available to Acme, upon request, all information necessary to demonstrate compliance.",
            "provide | information necessary to demonstrate compliance | with whom: acme | after request",
        ),
        (
            "Globex must notify Acme after a breach, a request.",
            "notify | with whom: acme | after breach | after request",
        ),
    ],
)
def test_what_stands_behind_a_time_is_acted_on(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


def test_but_not_where_something_is_acted_on_already() -> None:
    assert problem("Globex must share records with Acme, after a breach, old records.").startswith("wrong-kind")
    assert problem("Globex must share with Acme, after a breach and records.").startswith("wrong-kind")

"""What *such* points at: what the clause has named before."""

import pytest

from tests.resolve.spoken import problem, told

POINTED = [
    ("Globex may use records for support and must not sell such data.", "sell | record"),
    ("Globex may use old records for support and must not sell such records.", "sell | old record"),
    ("Globex must keep copies of records and delete copies of such records.", "delete | copies of record"),
    ("Globex must keep copies of records and delete such data.", "delete | copies of record"),
    ("Globex must obtain consent of customers and keep such consent.", "keep | consent of customer"),
    ("If Globex finds a breach, it must notify Acme of such breach.", "notify | breach | with whom: acme"),
    ("Globex may share records with affiliates and must audit such affiliates.", "audit | with whom: affiliate"),
    (
        "Globex may share records with third parties and must audit any such third party.",
        "audit | with whom: third parties",
    ),
    ("1: Globex may keep records. Globex must encrypt such records.", "encrypt | record"),
    ("Globex may keep Acme's secret recipe and must not sell such a recipe.", "sell | secret recipe of acme"),
]
NOTHING = "`such data` may point at several things here, or at nothing that the clause names before."


@pytest.mark.parametrize(("sentence", "last"), POINTED, ids=[last for _, last in POINTED])
def test_such_stands_for_what_was_named_before(sentence: str, last: str) -> None:
    assert last in told(sentence, "Secret recipe is a thing.\n")[-1]


@pytest.mark.parametrize(
    "sentence",
    [
        "Globex must delete such data.",
        "Globex must delete such data and old records.",
        "Globex must not use old records or location data and must delete such data.",
        "Globex may use records.\n2: Globex must delete such data.",
    ],
)
def test_such_that_points_at_nothing_or_at_several_things_is_reported(sentence: str) -> None:
    assert problem(f"1: {sentence}") == f"stop-word: {NOTHING}"


def test_such_in_a_definition_is_no_name() -> None:
    assert problem("1: Globex may use records.", "Old data is such data.\n").startswith("undeclared-name")

"""Who is redirected to another: what they ask for is."""

import pytest

from tests.resolve.spoken import told

REQUESTS = "redirect | requests of customer | with whom: acme"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Globex must redirect customers to Acme.", REQUESTS),
        ("Globex must redirect requests of customers to Acme.", REQUESTS),
        (
            "Globex must promptly redirect the data subject to Acme.",
            "redirect | data subject request | with whom: acme",
        ),
        ("Globex must promptly refer the data subject to Acme.", "redirect | data subject request | with whom: acme"),
        ("Globex must refer the auditor to Acme.", "redirect | requests of auditor | with whom: acme"),
        ("Globex must direct customers to Acme.", REQUESTS),
        ("Globex must redirect customers.", "redirect | with whom: customer"),
    ],
)
def test_who_is_redirected_goes_to_another(sentence: str, expected: str) -> None:
    assert told(sentence) == [expected]


def test_them_too() -> None:
    assert told("Globex must not answer customers, and must refer them to Acme.")[1] == REQUESTS

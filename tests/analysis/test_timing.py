"""Times of clauses in words."""

import pytest

from policyc.analysis.timing import timing_words
from tests.worlds import HEADER, facts_of


@pytest.mark.parametrize(
    ("phrases", "expected"),
    [
        ("", ""),
        ("promptly", "promptly (no number of days is given)"),
        ("within 30 days after termination", "within 30 days after termination"),
        ("within 10 business days", "within 10 business days (counted as 14 days)"),
        ("within 1 month", "within 1 month (counted as 30 days)"),
        ("at least 10 days before termination", "at least 10 days before termination"),
        ("after a breach", "after breach"),
        ("upon termination within 30 days after termination", "within 30 days after termination"),
        ("for at least 6 years", "for at least 6 years (counted as 2190 days)"),
        ("at most twice every year", "at most twice every year (counted as 365 days)"),
        ("every 2 weeks", "every 2 weeks"),
        ("on 10 days' notice", "on 10 days of notice"),
        ("from 2020-01-01 until 2020-12-31", "from 2020-01-01 on, until the end of 2020-12-31"),
        ("on 2020-01-01", "on 2020-01-01"),
    ],
)
def test_words(phrases: str, expected: str) -> None:
    facts = facts_of(f"{HEADER}Acme must delete health data {phrases}.")
    assert timing_words(facts.agreements[0].clauses[0].provision.timing) == expected

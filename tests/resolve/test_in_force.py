"""When an agreement runs, as its text says."""

from datetime import date

import pytest

from policyc.model.document import Document, Length
from tests.worlds import HEADER, PARTIES, resolved

JANUARY = date(2026, 1, 1)
CLAUSE = "1: Acme may use data.\n"
DATED = PARTIES + 'agreement "Deal" between Acme and Globex, from 2026-01-01.\n'


def read(sentences: str, header: str = HEADER) -> tuple[Document, list[str], list[str]]:
    """A document with some sentences, what was found, and what is not weighed."""
    workspace, findings = resolved(f"{header}{CLAUSE}{sentences}")
    unweighed = [each.reason for each in findings.unchecked]
    return workspace.agreements[0], [each.message for each in findings.found], unweighed


@pytest.mark.parametrize(
    ("sentence", "header", "first", "last"),
    [
        ("This agreement begins on 2026-01-01 and ends on 2027-06-30.", HEADER, JANUARY, date(2027, 6, 30)),
        ("This agreement shall take effect on 2026-01-01.", HEADER, JANUARY, None),
        ("This DPA is effective from 2026-01-01.", HEADER, JANUARY, None),
        ("This agreement remains in full force and effect until 2026-12-31.", DATED, JANUARY, date(2026, 12, 31)),
        ("This agreement remains in force for 3 years.", DATED, JANUARY, date(2028, 12, 31)),
        ("This agreement shall continue for an initial term of 18 months.", DATED, JANUARY, date(2027, 6, 30)),
        ("The term of this agreement is three (3) years.", DATED, JANUARY, date(2028, 12, 31)),
        (
            "This agreement takes effect on 2026-01-01 and remains in force for 30 days, unless terminated earlier.",
            HEADER,
            JANUARY,
            date(2026, 1, 30),
        ),
        ("This agreement remains in force until termination.", DATED, JANUARY, None),
        ("This agreement lasts for 1 year from the effective date.", DATED, JANUARY, date(2026, 12, 31)),
    ],
)
def test_days_and_lengths(sentence: str, header: str, first: date, last: date | None) -> None:
    document, found, unweighed = read(sentence, header)
    assert not found
    assert not unweighed
    assert (document.start, document.end) == (first, last)


def test_the_order_of_sentences_means_nothing() -> None:
    one, other = "This agreement remains in force for 1 year.", "This agreement begins on 2026-01-01."
    assert {read(f"{first} {then}")[0].end for first, then in ((one, other), (other, one))} == {date(2026, 12, 31)}


def test_a_length_without_a_first_day_is_kept_and_told() -> None:
    document, found, unweighed = read("This agreement remains in force for 3 years.")
    assert not found
    assert (document.end, document.term) == (None, Length(3, "year"))
    assert unweighed == ["when the agreement ends: how long it lasts is said, and not on which day it begins"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("This agreement remains in effect until Globex deletes all data.", "`Globex deletes all data` is no day"),
        ("This agreement takes effect on approval by the board.", "when the agreement begins: `approval by"),
        ("This agreement automatically renews for 1 year.", "that it is renewed"),
        ("This agreement shall be renewed, unless Acme gives 30 days' notice.", "that it is renewed"),
        ("This agreement lasts for 1 year from 2026-01-01, unless extended by both parties.", "that it is renewed"),
    ],
)
def test_what_has_no_day_is_told(sentence: str, told: str) -> None:
    document, found, unweighed = read(sentence)
    assert not found
    assert document.end is None
    assert len(unweighed) == 1
    assert told in unweighed[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "This agreement begins on 2026-02-01.",
        "This agreement remains in force for 3 years. This agreement ends on 2027-01-01.",
    ],
)
def test_two_days_contradict_each_other(sentence: str) -> None:
    _, found, _ = read(sentence, DATED)
    assert len(found) == 1
    assert "The agreement is said to" in found[0]

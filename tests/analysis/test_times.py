"""Timelines: terms, deadlines, and what goes on after the end."""

from datetime import date

import pytest

from policyc.analysis.times import timeline
from policyc.report import Timeline
from tests.worlds import HEADER, PARTIES, facts_of

DATED = PARTIES + 'agreement "Deal" between Acme and Globex, from 2020-01-01 until 2020-12-31.\n'


def times(text: str, header: str = DATED) -> Timeline:
    """The timeline of some clauses."""
    return timeline(facts_of(header + text))


def test_agreements_and_clauses_have_terms() -> None:
    first, second = times("1: Acme may use health data from 2020-03-01 until 2020-06-30.").terms
    assert (first.agreement, first.clause, first.status) == ("Deal", None, "live")
    assert (first.start, first.end, first.words) == (
        date(2020, 1, 1),
        date(2020, 12, 31),
        "from 2020-01-01 until 2020-12-31",
    )
    assert second.clause is not None
    assert (second.clause.clause, second.start, second.end) == ("1", date(2020, 3, 1), date(2020, 6, 30))
    assert times("Acme may use health data.", HEADER).terms[0].words == "no dates are given"


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        (
            "Globex must delete health data within 30 days after termination.",
            ("delete health data", "termination", "30 days", 30, date(2021, 1, 30), False),
        ),
        (
            "Globex must notify Acme without undue delay, within 72 hours after a breach.",
            ("notify Acme", "breach", "without undue delay, at most 72 hours", 3, None, False),
        ),
        (
            "Globex must notify Acme without undue delay after a breach.",
            ("notify Acme", "breach", "without undue delay", None, None, False),
        ),
        (
            "Globex must notify Acme at least 30 days before termination.",
            ("notify Acme", "termination", "at least 30 days before", 30, date(2020, 12, 1), False),
        ),
        (
            "Globex must delete health data after withdrawal of consent.",
            ("delete health data", "withdrawal of consent", "", None, None, False),
        ),
        (
            "Globex must keep health data until termination.",
            ("keep health data", "termination", "until", None, date(2020, 12, 31), True),
        ),
        ("Globex may keep health data for 6 years.", ("may keep health data", "", "for 6 years", 2190, None, True)),
        (
            "Globex must not use health data for at least 2 years after termination.",
            ("must not use health data", "termination", "for at least 2 years", 730, None, False),
        ),
        (
            "Acme may audit Globex at most 2 times every 12 months.",
            ("may audit Globex", "", "at most 2 times every 12 months", 360, None, False),
        ),
        (
            "Acme may audit Globex on 5 days of notice.",
            ("may audit Globex", "", "on 5 days of notice", 5, None, False),
        ),
        (
            "Globex must return or delete health data to Acme within 20 days after termination.",
            ("return or delete health data to Acme", "termination", "20 days", 20, date(2021, 1, 20), False),
        ),
    ],
)
def test_what_is_due(clause: str, said: tuple[object, ...]) -> None:
    (found,) = times(clause).deadlines
    assert (found.does, found.event, found.within, found.days, found.due, found.keeps) == said


def test_the_effective_date_is_the_first_day() -> None:
    (found,) = times(
        "Effective date is an event. Globex must notify Acme within 5 days after the effective date."
    ).deadlines
    assert found.due == date(2020, 1, 6)
    (open_one,) = times("Globex must delete health data within 5 days after termination.", HEADER).deadlines
    assert open_one.due is None


def test_a_day_beyond_the_calendar_is_none() -> None:
    header = DATED.replace("2020-12-31", "9999-12-30")
    (found,) = times("Globex must delete health data within 30 days after termination.", header).deadlines
    assert (found.days, found.due) == (30, None)


def test_who_is_bound() -> None:
    (found,) = times("Each party must notify the other party within 5 days after a breach.").deadlines
    assert found.who == "each party: Acme and Globex"


def test_what_is_allowed_at_any_time_or_before_something_is_not_due() -> None:
    assert not times("Acme may use health data. Acme may use location data before termination.").deadlines


def test_what_survives() -> None:
    text = (
        "1: Acme may use health data.\n2: After termination, Globex must not use health data for 30 days.\n"
        "3: Globex must delete health data after termination.\n4: Globex must not share health data.\n"
        "Clauses 1 and 4 survive termination."
    )
    first, second = times(text).survivals
    assert ([each.clause for each in first.clauses], first.lasts) == (["1", "4"], "")
    assert ([each.clause for each in second.clauses], second.lasts) == (["2"], "for 30 days")

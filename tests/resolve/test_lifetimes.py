"""From when until when documents hold: replacements, chains of them, and amendments."""

from datetime import date

import pytest

from tests.worlds import resolved

PARTIES = "Acme is a bank. Globex is a platform.\n"
Days = tuple[date | None, date | None]


def days(*headers: str) -> dict[str, Days]:
    """The first and last day of each of some documents, by title."""
    text = "".join(f"agreement {header}.\n" for header in headers)
    workspace, findings = resolved(PARTIES + text)
    assert not findings.found
    return {document.title: (document.start, document.end) for document in workspace.documents}


OLD = '"Old" between Acme and Globex, from 2018-01-01'
NEW = '"New" between Acme and Globex, from 2020-01-01, replaces "Old"'
NEWER = '"Newer" between Acme and Globex, from 2022-01-01, replaces "New"'


def test_a_chain_of_replacements_ends_each_before_the_next() -> None:
    found = days(NEWER, OLD, NEW)
    assert found["Old"] == (date(2018, 1, 1), date(2019, 12, 31))
    assert found["New"] == (date(2020, 1, 1), date(2021, 12, 31))
    assert found["Newer"] == (date(2022, 1, 1), None)


def test_a_replacement_that_ends_revives_nothing() -> None:
    found = days(OLD, NEW + ", until 2020-12-31")
    assert found["Old"][1] == date(2019, 12, 31)


def test_what_never_begins_replaces_nothing() -> None:
    earlier = '"Newer" between Acme and Globex, from 2019-01-01, replaces "New"'
    found = days(OLD, NEW, earlier)
    assert found["New"] == (date(2020, 1, 1), date(2018, 12, 31))
    assert found["Old"] == (date(2018, 1, 1), None)


def test_two_that_replace_each_other_on_one_day_both_end() -> None:
    one = '"One" between Acme and Globex, from 2020-01-01, replaces "Two"'
    two = '"Two" between Acme and Globex, from 2020-01-01, replaces "One"'
    assert days(one, two) == days(two, one) == dict.fromkeys(["One", "Two"], (date(2020, 1, 1), date(2019, 12, 31)))


def test_an_earlier_end_stays() -> None:
    assert days(OLD + ", until 2018-06-30", NEW)["Old"][1] == date(2018, 6, 30)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", (date(2018, 1, 1), date(2021, 12, 31))),
        (", from 2019-01-01", (date(2019, 1, 1), date(2021, 12, 31))),
        (", until 2023-12-31", (date(2018, 1, 1), date(2023, 12, 31))),
    ],
)
def test_an_amendment_holds_with_what_it_amends_unless_it_says_so(more: str, expected: Days) -> None:
    amendment = f'"More" between Acme and Globex{more}, amends "Old"'
    assert days(amendment, OLD + ", until 2021-12-31")["More"] == expected
    assert days(OLD + ", until 2021-12-31", amendment)["More"] == expected


def test_an_amendment_ends_when_what_it_amends_is_replaced() -> None:
    amendment = '"More" between Acme and Globex, until 2025-12-31, amends "Old"'
    second = '"Most" between Acme and Globex, amends "More"'
    found = days(second, amendment, OLD, NEW)
    assert found["More"] == (date(2018, 1, 1), date(2019, 12, 31))
    assert found["Most"] == (date(2018, 1, 1), date(2019, 12, 31))


def test_what_replaces_the_text_that_it_amends_stays() -> None:
    restated = '"Restated" between Acme and Globex, from 2020-01-01, amends "Old", replaces "Old"'
    found = days(OLD, restated)
    assert found["Restated"] == (date(2020, 1, 1), None)
    assert found["Old"][1] == date(2019, 12, 31)


def test_an_amendment_of_several_holds_as_long_as_any() -> None:
    other = '"Other" between Acme and Globex, from 2019-01-01, until 2022-12-31'
    found = days(OLD + ", until 2021-12-31", other, '"More" between Acme and Globex, amends "Old", amends "Other"')
    assert found["More"] == (date(2018, 1, 1), date(2022, 12, 31))


def test_amendments_in_a_circle_keep_their_own_days() -> None:
    one = '"One" between Acme and Globex, amends "Two"'
    two = '"Two" between Acme and Globex, from 2020-01-01, amends "One"'
    assert days(one, two) == days(two, one) == dict.fromkeys(["One", "Two"], (date(2020, 1, 1), None))


def test_what_is_only_proposed_replaces_nothing() -> None:
    assert days(OLD, NEW + ", is proposed")["Old"] == (date(2018, 1, 1), None)

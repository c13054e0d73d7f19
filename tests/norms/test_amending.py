"""What amends outranks what it amends, and of two amendments the later the earlier."""

from itertools import permutations

import pytest

from policyc.norms.order import Order
from tests.worlds import PARTIES, resolved

BASE = 'agreement "Base" between Acme and Globex, from 2020-01-01.\n1: Acme may use health data.\n'
FIRST = 'agreement "First" between Acme and Globex, from 2021-01-01, amends "Base".\n1: Acme may use health data.\n'
SECOND = 'agreement "Second" between Acme and Globex, from 2022-01-01, amends "Base".\n1: Acme may use health data.\n'
OF_FIRST = 'agreement "Third" between Acme and Globex, from 2021-06-01, amends "First".\n1: Acme may use data.\n'


def ranked(*texts: str) -> set[tuple[str, str]]:
    """Which document of some texts stands above which."""
    workspace, findings = resolved(PARTIES + "".join(texts))
    assert not findings.found
    order = Order(workspace.documents).documents
    pairs = permutations(workspace.documents, 2)
    return {(one.title, other.title) for one, other in pairs if order.compare(one, other) > 0}


def test_the_later_amendment_outranks_the_earlier_and_both_the_base() -> None:
    expected = {("First", "Base"), ("Second", "Base"), ("Second", "First")}
    assert ranked(BASE, FIRST, SECOND) == ranked(SECOND, FIRST, BASE) == expected


def test_an_amendment_of_an_amendment() -> None:
    found = ranked(BASE, FIRST, SECOND, OF_FIRST)
    assert {("Third", "First"), ("Third", "Base"), ("Second", "Third")} <= found


def test_an_amendment_counts_from_when_what_it_amends_begins() -> None:
    early = OF_FIRST.replace("2021-06-01", "2020-02-01")
    middle = SECOND.replace("2022-01-01", "2020-06-01")
    assert ("Third", "Second") in ranked(BASE, FIRST, middle, early)


@pytest.mark.parametrize("day", ["from 2021-01-01", "from 2021-01-01, until 2021-12-31"])
def test_amendments_of_one_day_are_not_ordered(day: str) -> None:
    twin = SECOND.replace("from 2022-01-01", day)
    found = ranked(BASE, FIRST, twin)
    assert not {("First", "Second"), ("Second", "First")} & found


def test_an_amendment_without_a_date_counts_from_the_beginning() -> None:
    assert ("First", "Second") in ranked(BASE, FIRST, SECOND.replace(", from 2022-01-01", ""))


def test_what_amends_something_else_is_not_ordered() -> None:
    other = BASE.replace('"Base"', '"Other"') + SECOND.replace('amends "Base"', 'amends "Other"')
    assert ("Second", "First") not in ranked(BASE, FIRST, other)

"""Names that look alike, beyond what the page shows."""

import pytest

from tests.rules.road import found

DEAL = 'agreement "Deal" between Acme and Globex.\n1: Globex may use names for research.\n'


@pytest.mark.parametrize(
    ("one", "two"),
    [("usage records", "usage reccords"), ("usage records", "usagg records"), ("trip recordings", "trip rcordings"),
     ("trip bo0kings", "trip bookings"), ("loyalty", "loyatly"), ("too1b0xes", "toolboxes")],
)  # fmt: skip
def test_one_slip_is_noted(one: str, two: str) -> None:
    (finding,) = found("look-alike-name", f"{one} are data. {two} are personal data.\n" + DEAL)
    assert finding.severity.value == "note"
    assert finding.primary.quote.startswith(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("cost", "post"), ("group1", "group2"), ("route", "route6"), ("usage records", "usage orders"),
     ("trip time", "trip times sums"), ("recordings", "rcordinsg"), ("ratings", "tarings"), ("depot12", "depot21"),
     ("depot1x", "depot11x")],
)  # fmt: skip
def test_two_names_are_left_alone(one: str, two: str) -> None:
    assert not found("look-alike-name", f"{one} are data. {two} are personal data.\n" + DEAL)


def test_names_are_compared_across_files_and_with_no_shipped_name() -> None:
    other = 'agreement "Other" between Acme and Globex.\nTrip recorrds are data.\n'
    other += "1: Globex may use trip recorrds for research."
    findings = found("look-alike-name", "Trip records are data. Browsing histori is data.\n" + DEAL, other)
    assert [finding.primary.place.path for finding in findings] == ["2.policy"]

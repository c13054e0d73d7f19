"""Notices of a breach down a chain: which deadlines add up, and to what."""

from __future__ import annotations

import pytest

from policyc.analysis.paths.notices import slow_chains
from policyc.findings import Finding
from tests.rules.road import found
from tests.worlds import facts_of

DATA = "Customer files are personal data. Payroll files are personal data.\n"
HOOLI = "Hooli is a cloud provider.\n"
FLOWS = "1: Acme may share customer files with Globex.\n"


def slow(linking: str, hosting: str = "", extra: str = "") -> list[Finding]:
    text = DATA + HOOLI + f'agreement "Linking" between Acme and Globex.\n{FLOWS}{linking}\n'
    if hosting:
        text += f'agreement "Hosting" between Globex and Hooli.\n1: Globex may share customer files with Hooli.\n{hosting}\n'
    return found("chain-too-slow", text + extra)


TOP = "2: Acme must notify the regulator within 72 hours after a breach.\n"
MIDDLE = "3: Globex must notify Acme within {} after discovery of a breach.\n"
LOWEST = "2: Hooli must notify Globex within {} after a breach.\n"


@pytest.mark.parametrize(
    ("middle", "lowest", "sum"),
    [
        ("48 hours", "25 hours", "25 + 48 = 73 hours"),
        ("1 day", "3 days", "72 + 24 = 96 hours"),
        ("one business day", "2 business days", "72 + 48 = 120 hours"),
        ("1 month", "1 hour", ""),
    ],
)
def test_the_arithmetic_is_told(middle: str, lowest: str, sum: str) -> None:
    (finding,) = slow(TOP + MIDDLE.format(middle), LOWEST.format(lowest))
    assert finding.severity.value == "warning"
    assert sum in finding.message
    if not sum:
        assert "word of one at Globex may take 720 hours" in finding.message


@pytest.mark.parametrize(("middle", "lowest"), [("48 hours", "24 hours"), ("1 hour", "71 hours")])
def test_a_sum_that_just_fits_is_fast_enough(middle: str, lowest: str) -> None:
    assert slow(TOP + MIDDLE.format(middle), LOWEST.format(lowest)) == []


@pytest.mark.parametrize(
    ("linking", "hosting"),
    [
        (TOP.replace("after a breach", "after discovery of a breach") + MIDDLE.format("96 hours"), ""),
        (TOP.replace("within 72 hours", "without undue delay") + MIDDLE.format("96 hours"), ""),
        (TOP + MIDDLE.format("96 hours").replace("within 96 hours", "promptly"), LOWEST.format("96 hours")),
        (TOP + MIDDLE.format("96 hours").replace("must notify", "may notify"), ""),
        (TOP + MIDDLE.format("96 hours").replace("discovery of a breach", "termination"), ""),
        (TOP + MIDDLE.format("96 hours").replace("after discovery of a breach", "before publication"), ""),
        (TOP.replace("a breach", "loss of data") + MIDDLE.format("96 hours").replace("discovery of a breach", "unauthorised access"), ""),
        (TOP + MIDDLE.format("96 hours").replace("notify Acme", "pay Acme"), ""),
        (TOP + "3: Globex must notify Acme within 96 hours.", ""),
        (TOP + MIDDLE.format("96 hours") + "4: Globex must notify Acme within 24 hours after a breach.", ""),
        ("2: Acme must notify the regulator within 72 hours after a breach if required by law.\n"
         "3: Globex must notify Acme within 96 hours after a breach unless required by law.", ""),
    ],
)  # fmt: skip
def test_what_adds_nothing(linking: str, hosting: str) -> None:
    assert slow(linking, hosting) == []


def test_only_a_party_that_has_the_data_is_in_the_chain() -> None:
    other = 'agreement "Payroll" between Globex and Hooli.\n1: Globex may share payroll files with Hooli.\n'
    assert slow(TOP + MIDDLE.format("24 hours"), "", other + LOWEST.format("30 days")) == []


def test_who_is_told_at_the_top_has_to_be_told_of_its_own_data() -> None:
    payroll = 'agreement "Payroll" between Globex and Hooli.\n1: Globex may share payroll files with Hooli.\n'
    middle = "3: Globex must notify Acme within 24 hours after a breach.\n"
    assert slow(middle, "", payroll + LOWEST.format("30 days")) == []
    (finding,) = slow(middle, LOWEST.format("25 hours"))
    assert "may take 25 hours to reach Globex" in finding.message


def test_deadlines_in_between_that_run_from_the_breach_make_a_note() -> None:
    (finding,) = slow(TOP + MIDDLE.format("48 hours").replace("discovery of ", ""), LOWEST.format("48 hours"))
    assert finding.severity.value == "note"
    assert "counted from when each is told" in finding.message


def test_the_path_is_quoted_from_below() -> None:
    (finding,) = slow(TOP + MIDDLE.format("48 hours"), LOWEST.format("48 hours"))
    assert [(each.agreement, each.clause) for each in finding.related] == [("Hosting", "2"), ("Linking", "3")]
    assert [each.message for each in finding.related] == ["hop 1: 48 hours", "hop 2: 48 hours"]


def test_a_ring_of_notices_ends() -> None:
    ring = (
        "3: Globex must notify Acme within 1 hour after discovery of a breach.\n"
        "4: Globex may share customer files with Acme.\n"
        "5: Acme must notify Globex within 1 hour after discovery of a breach.\n"
    )
    assert slow(TOP + ring) == []


def test_two_ways_down_to_one_party_are_one_way() -> None:
    second = (
        'agreement "Second" between Acme and Initech.\n1: Acme may share customer files with Initech.\n'
        "2: Initech must notify Acme within 1 hour after discovery of a breach.\n"
        'agreement "Third" between Initech and Hooli.\n1: Initech may share customer files with Hooli.\n'
        "2: Hooli must notify Initech within 24 hours after a breach.\n"
    )
    assert slow(TOP + MIDDLE.format("24 hours"), LOWEST.format("24 hours"), second) == []


def test_a_search_that_would_take_too_long_says_so() -> None:
    text = (
        "Acme is a bank. Bolt is a platform. Regulator is a party. Incident is an event. Leak is an incident.\n"
        'agreement "Deal" between Acme and Bolt.\n1: Acme may share data with Bolt.\n'
        "2: Acme must notify regulator within 72 hours after a leak.\n"
        "3: Bolt must notify Acme within 96 hours after a leak.\n"
    )
    facts = facts_of(text)
    assert len(facts.slow_chains.found) == 1
    norms = facts.graph.norms_of(facts.agreements[0])
    cut = slow_chains(norms, facts.graph, most=0)
    assert [norm.clause.name for norm in cut.unfinished] == ["2"]
    assert not facts.unfollowed


def test_an_authority_that_is_named_is_told_of_any_breach() -> None:
    named = 'The office means "the data office", a regulator.\n'
    top = TOP.replace("the regulator", "the office")
    (finding,) = found(
        "chain-too-slow",
        DATA + named + f'agreement "Linking" between Acme and Globex.\n{FLOWS}{top}' + MIDDLE.format("96 hours"),
    )
    assert "word of one at Globex may take 96 hours to reach Acme" in finding.message

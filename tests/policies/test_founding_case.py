"""The founding case: every row that must be flagged is, at its level; nothing that must not be is."""

from collections.abc import Iterator
from functools import cache

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import Examination, examine
from policyc.resources import resource
from policyc.source import Source

LIVE, PROPOSED = "Account linking", "Proposed bank deal"


@cache
def examination() -> Examination:
    path = resource("policies") / "examples" / "messenger-banking.policy"
    return examine([Source("policies/examples/messenger-banking.policy", path.read_text(encoding="utf-8"))])


def found(rule: str) -> list[Finding]:
    return [finding for finding in examination().findings.found if finding.rule == rule]


def places(finding: Finding) -> set[tuple[str | None, str | None]]:
    return {(evidence.agreement, evidence.clause) for evidence in (finding.primary, *finding.related)}


def errors() -> Iterator[Finding]:
    return (finding for finding in examination().findings.found if finding.severity.value == "error")


def test_the_headline_is_the_only_error() -> None:
    (headline,) = errors()
    assert headline.rule == "useful-for-banned"
    assert (headline.primary.agreement, headline.primary.clause) == (PROPOSED, "4")
    assert (PROPOSED, "3") in places(headline)
    message = f"{headline.message} {headline.help}".lower()
    for word in ("shopping location", "advertising", "no purpose"):
        assert word in message
    evidence = " ".join(item.quote for item in headline.related)
    assert "serves advertising" in evidence


def test_the_headline_names_three_ways_out() -> None:
    (headline,) = errors()
    for way in ("drop", "purpose", "consent"):
        assert way in headline.help.lower()


@pytest.mark.parametrize(
    ("rule", "level", "places_quoted"),
    [
        ("reveals", "warning", {(PROPOSED, "1")}),
        ("outside-only", "warning", {(PROPOSED, "4"), (LIVE, "8")}),
        ("vague-purpose", "warning", {(LIVE, "8")}),
        ("ban-narrower-than-flow", "warning", {(PROPOSED, "3")}),
        ("unconditional-flow", "warning", {(PROPOSED, "4"), (LIVE, "7")}),
        ("onward-transfer-unaddressed", "warning", {(PROPOSED, None)}),
        ("promise-not-in-terms", "warning", {(LIVE, "7"), (LIVE, "8")}),
        ("no-withdrawal", "warning", {(LIVE, "7")}),
        ("retention-unaddressed", "note", {(PROPOSED, None)}),
        ("breach-notice-unaddressed", "note", {(PROPOSED, None)}),
        ("security-unaddressed", "note", {(PROPOSED, None)}),
        ("combination", "note", {(PROPOSED, None)}),
        ("cross-border-unaddressed", "note", set()),
        ("unidentified-party", "note", set()),
        ("alias", "note", set()),
    ],
)
def test_each_row_is_flagged_at_its_level(rule: str, level: str, places_quoted: set[tuple[str, str | None]]) -> None:
    matching = [finding for finding in found(rule) if places_quoted <= places(finding)]
    assert matching, f"{rule} is not found with {places_quoted}: {[places(f) for f in found(rule)]}"
    assert {finding.severity.value for finding in found(rule)} == {level}


def test_the_narrow_ban_is_named_in_both_ways() -> None:
    (finding,) = found("ban-narrower-than-flow")
    assert "ad targeting" in finding.message
    assert "Messenger" in finding.message


def test_alias_and_unidentified_party_name_whom_they_mean() -> None:
    assert any("Citi Singapore" in f.message and "Citigroup" in f.message for f in found("alias"))
    assert any("unnamed" in f.message for f in found("unidentified-party"))


def test_balances_for_account_checking_are_left_alone() -> None:
    for rule in ("useful-for-banned", "unneeded-data", "flow-without-purpose", "contradiction"):
        for finding in found(rule):
            assert "balances" not in finding.message
            assert (PROPOSED, "2") not in places(finding)
            assert (finding.primary.agreement, finding.primary.clause) != (PROPOSED, "1")


def test_nobody_is_said_to_have_breached_anything() -> None:
    for finding in examination().findings.found:
        assert "breached" not in finding.message
        if finding.primary.agreement == PROPOSED and finding.severity.value != "note":
            assert " would " in f" {finding.message} {finding.help} "


def test_banks_that_were_only_asked_take_no_part() -> None:
    asked = ("JPMorgan", "Wells Fargo", "US Bancorp")
    for finding in examination().findings.found:
        if finding.rule != "unidentified-party":
            assert not any(bank in finding.message for bank in asked), finding.message
        if "PayPal" in finding.message:
            assert finding.primary.agreement != PROPOSED
    proposed = next(d for d in examination().workspace.agreements if d.title == PROPOSED)
    assert [party.text for party in proposed.parties] == ["Facebook", "Large banks"]


def test_no_flow_leaves_facebook() -> None:
    givers = {giver.text for flow in examination().facts.flows for giver in flow.givers}
    assert "Facebook" not in givers


def test_no_law_of_a_later_year_is_mentioned() -> None:
    for finding in examination().findings.found:
        for law in ("CCPA", "1033", "1798"):
            assert law not in f"{finding.message} {finding.help}"


def test_one_root_cause_is_one_finding() -> None:
    for rule in ("useful-for-banned", "reveals", "unconditional-flow", "ban-narrower-than-flow"):
        assert len(found(rule)) == 1


def test_everything_was_read() -> None:
    assert not examination().findings.unchecked

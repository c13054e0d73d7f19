"""Two real data processing agreements: what is wrong with them is found, the rest is left alone, every sentence is told."""

from __future__ import annotations

from functools import cache

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import Examination, examine
from policyc.resources import resource
from policyc.source import Source
from tests.policies.tables import NOT, PARTLY, agreement_page, findings_told, policy_labels

COMMON_PAPER, SIGNALS = SLUGS = ("common-paper-dpa", "37signals-dpa")
LEAST_SHARE = 0.95


@cache
def examination(slug: str) -> Examination:
    path = resource("policies") / "examples" / f"{slug}.policy"
    return examine([Source(f"policies/examples/{path.name}", path.read_text(encoding="utf-8"))])


def found(slug: str, rule: str) -> list[Finding]:
    return [finding for finding in examination(slug).findings.found if finding.rule == rule]


def serious(slug: str) -> list[Finding]:
    return [finding for finding in examination(slug).findings.found if finding.severity.value != "note"]


def clauses(finding: Finding) -> set[str | None]:
    return {evidence.clause for evidence in (finding.primary, *finding.related)}


def test_common_paper_gives_less_notice_than_time_to_object() -> None:
    (finding,) = found(COMMON_PAPER, "notice-shorter-than-objection")
    assert finding.severity.value == "warning"
    assert clauses(finding) == {"2.6(a)"}
    assert "10 business days (counted as 14 days)" in finding.message
    assert "30 days to object" in finding.message
    assert [evidence.quote.split()[1] for evidence in finding.related] == ["may"]


def test_common_paper_lets_the_provider_change_its_purposes() -> None:
    (finding,) = found(COMMON_PAPER, "unilateral-purpose-change")
    assert finding.severity.value == "warning"
    assert finding.primary.clause == "2.3"
    assert "purpose of processing" in finding.message


def test_common_paper_ranks_its_two_ways_to_authorise() -> None:
    told = [f for f in examination(COMMON_PAPER).findings.found if {"2.6(a)", "3.2(c)(ii)"} <= clauses(f)]
    assert {finding.severity.value for finding in told} <= {"note"}
    assert len(told) <= 1


def test_common_paper_has_no_errors() -> None:
    assert not [finding for finding in serious(COMMON_PAPER) if finding.severity.value == "error"]


def test_37signals_refers_to_a_clause_that_is_not_there() -> None:
    (finding,) = (each for each in serious(SIGNALS) if each.severity.value == "error")
    assert finding.rule == "dangling-reference"
    assert finding.primary.quote.startswith("11.4:")
    assert "7(b)" in finding.message


@pytest.mark.parametrize(
    "rule",
    [
        "notice-shorter-than-objection",
        "unilateral-purpose-change",
        "unneeded-data",
        "useful-for-banned",
        "two-deadlines",
    ],
)
def test_37signals_is_a_negative_control(rule: str) -> None:
    assert not found(SIGNALS, rule)


@pytest.mark.parametrize("slug", SLUGS)
def test_each_error_and_warning_is_told_on_the_page(slug: str) -> None:
    told = findings_told(slug)
    for finding in serious(slug):
        level, rule = finding.severity.value, f"`{finding.rule}`"
        clause = finding.primary.clause or ""
        assert any(level in cell and rule in cell and clause in cell for cell in told), finding.message
    for cell in told:
        rule = cell.split("`")[1]
        level = cell.split()[0]
        assert any(each.severity.value == level for each in found(slug, rule)), cell


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sentence_is_read(slug: str) -> None:
    assert not [gap for gap in examination(slug).findings.unchecked if gap.incomplete or "quot" in gap.reason]


@pytest.mark.parametrize("slug", SLUGS)
def test_table_and_policy_name_the_same_clauses(slug: str) -> None:
    assert agreement_page(slug).labels() == policy_labels(slug)


@pytest.mark.parametrize("slug", SLUGS)
def test_counts_are_those_of_the_rows(slug: str) -> None:
    page = agreement_page(slug)
    assert page.stated == page.counted()
    assert all(row.labels or row.kind in (PARTLY, NOT) for row in page.rows)


@pytest.mark.parametrize("slug", SLUGS)
def test_enough_is_carried_whole(slug: str) -> None:
    assert agreement_page(slug).share() >= LEAST_SHARE

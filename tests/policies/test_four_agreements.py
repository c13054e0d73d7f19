"""Four real agreements: what is really wrong with them is found, the rest is quiet, and every sentence is accounted for."""

from functools import cache

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import Examination, examine
from policyc.pipeline.scenarios import try_scenarios
from policyc.resources import resource
from policyc.source import Source
from tests.policies.tables import NOT, PARTLY, agreement_page, findings_told, policy_labels

GITHUB, KANSAS, CDC, C_UDA = "github-secret-scanning", "kansas-ferpa", "cdc-data-sharing", "microsoft-c-uda"
SLUGS = (GITHUB, KANSAS, CDC, C_UDA)

GRAVE = {
    GITHUB: [("warning", "outlives-restriction")],
    KANSAS: [],
    CDC: [("error", "destroy-and-keep")],
    C_UDA: [],
}
"""Every error and warning that is found; docs/agreements quotes the contract's words for each."""

IN_HEADER = {GITHUB: 1, KANSAS: 1, CDC: 0, C_UDA: 0}
"""Sentences that the header carries, which has no label: what an agreement incorporates."""

RETENTION = {
    "delete-shorter-than-backup",
    "destroy-and-keep",
    "flow-after-end",
    "outlives-restriction",
    "past-end",
    "retention-indefinite",
    "retention-unaddressed",
    "survival-gap",
}


@cache
def examination(slug: str) -> Examination:
    path = resource("policies") / "examples" / f"{slug}.policy"
    return examine([Source(path.name, path.read_text(encoding="utf-8"))])


def found(slug: str, rule: str) -> list[Finding]:
    return [finding for finding in examination(slug).findings.found if finding.rule == rule]


def clauses(finding: Finding) -> set[str | None]:
    return {evidence.clause for evidence in (finding.primary, *finding.related)}


@pytest.mark.parametrize("slug", SLUGS)
def test_errors_and_warnings_are_those_that_the_page_tells_of(slug: str) -> None:
    levels = [(finding.severity.value, finding.rule) for finding in examination(slug).findings.found]
    assert sorted(each for each in levels if each[0] != "note") == GRAVE[slug]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_weighs_each_error_and_warning_and_nothing_that_is_not_found(slug: str) -> None:
    weighed = {(cell.split()[0].removesuffix("s"), cell.split("`")[1]) for cell in findings_told(slug)}
    seen = {(each.severity.value, each.rule) for each in examination(slug).findings.found}
    assert weighed <= seen
    assert {each for each in seen if each[0] != "note"} <= weighed


@pytest.mark.parametrize("slug", SLUGS)
def test_every_sentence_is_understood_and_nothing_is_quoted(slug: str) -> None:
    unchecked = examination(slug).findings.unchecked
    assert [each for each in unchecked if each.incomplete or "quot" in each.reason] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_scenarios_come_out_as_a_lawyer_expects(slug: str) -> None:
    views = try_scenarios(examination(slug)).scenarios
    assert views
    assert [view.title for view in views if not view.passed] == []


def test_cdc_destroys_and_archives_the_same_records() -> None:
    (finding,) = found(CDC, "destroy-and-keep")
    assert {"VIII", "VIII.2"} <= clauses(finding)


def test_github_lets_values_outlive_the_limits_on_them() -> None:
    """7.2 leaves the values with the partner, 17.4 ends the limits after a year; the metadata are deleted by then."""
    (finding,) = found(GITHUB, "outlives-restriction")
    assert {"4.1", "4.2(a)", "6.3", "7.2", "8.1"} <= clauses(finding)
    assert "Clause 4 survives for 1 year" in finding.primary.quote
    assert "Detected Credentials" in finding.message
    assert "GitHub Metadata" not in finding.message


def test_github_may_forbid_all_onward_sharing() -> None:
    """8.1 is absolute, and hosting would breach it: a note at most, beside the limits that lapse."""
    told = [each for each in examination(GITHUB).findings.found if "8.1" in clauses(each)]
    assert {each.rule for each in told if each.severity.value != "note"} == {"outlives-restriction"}


@pytest.mark.parametrize("rule", ["unneeded-data", "useful-for-banned"])
def test_github_shares_no_more_than_its_purposes_need(rule: str) -> None:
    """4.1 closes the purposes, 4.2 forbids advertising, and metadata are shared: nothing is wrong with that."""
    assert [each for each in found(GITHUB, rule) if each.severity.value != "note"] == []


def test_kansas_keeps_training_records_not_student_data() -> None:
    """IV.c.8 keeps records of training for six years; IV.c.11 keeps student data *in no case beyond termination*."""
    assert {finding.rule for finding in examination(KANSAS).findings.found} & RETENTION == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_each_label_of_the_page_stands_in_the_file_and_each_of_the_file_on_the_page(slug: str) -> None:
    assert agreement_page(slug).labels() == policy_labels(slug)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_counts_are_those_of_the_rows(slug: str) -> None:
    page = agreement_page(slug)
    assert page.stated == page.counted()
    unlabelled = [row.words for row in page.rows if not row.labels and row.kind not in (PARTLY, NOT)]
    assert len(unlabelled) == IN_HEADER[slug]


@pytest.mark.parametrize("slug", SLUGS)
def test_nearly_all_sentences_are_carried_whole(slug: str) -> None:
    assert agreement_page(slug).share() >= 0.95

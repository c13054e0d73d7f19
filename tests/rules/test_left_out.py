"""Silence on one kind of data is not answered by a clause that speaks of another."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source

WORLD = """
Acme is a hospital. Globex is a platform.
Scans are health data about patients.
Addresses are contact data about patients.
Both are a purpose.
agreement "Deal" between Acme and Globex.
1: Acme will share scans and addresses with Globex for customer support.
"""
KEPT = "2: Globex must delete addresses within 30 days after termination.\n"


def found(rule: str, text: str, world: str = WORLD) -> list[Finding]:
    findings = examine([Source("deal.policy", world + text)]).findings
    assert not [item for item in findings.unchecked if item.incomplete]
    return [finding for finding in findings.found if finding.rule == rule]


def test_how_long_one_kind_is_kept_says_nothing_of_another() -> None:
    (finding,) = found("retention-unaddressed", KEPT)
    assert finding.severity.value == "warning"
    assert finding.message == (
        "Nothing in the agreement says how long Globex keeps scans, or what happens at the end; "
        "clause 2 speaks of addresses only."
    )
    assert [each.clause for each in finding.related] == ["1", "2"]
    assert "Globex must delete scans within 30 days after termination" in finding.help


def test_how_one_kind_is_kept_safe_says_nothing_of_another() -> None:
    (finding,) = found("security-unaddressed", "2: Globex must encrypt addresses.")
    assert "how Globex keeps scans safe; clause 2 speaks of addresses only." in finding.message


@pytest.mark.parametrize(
    "clause",
    [
        "Globex must delete personal data within 30 days after termination.",
        "Globex must delete all data within 30 days after termination.",
        "Globex must delete scans and addresses within 30 days after termination.",
        "Globex must delete health data within 30 days after termination.\n3: Globex must delete addresses on request.",
        "Globex must return confidential information after termination.",
        "Globex must delete electronic records after termination.",
        "Globex must delete data received from Acme after termination.",
        "Globex must follow the retention policy.",
        "Globex must delete MRI scans after termination.\n3: Globex must delete addresses after termination.",
        "Globex must delete the materials after termination.",
        "Globex must delete patient records after termination.",
        "Globex must delete everything in the materials after termination.",
    ],
)
def test_a_word_on_all_data_or_on_what_holds_them_answers_for_each(clause: str) -> None:
    world = WORLD.replace(
        "Both are", "MRI scans are scans. The materials are data. Patient records include scans and addresses. Both are"
    )
    if "everything in" in clause:
        clause = clause.replace("everything in ", "")
    assert found("retention-unaddressed", f"2: {clause}\n", world) == []


def test_data_that_are_made_of_what_is_told_of_are_told_of() -> None:
    world = WORLD.replace(
        "Scans are health data about patients.", "Scans are data, derived from addresses, bound by the same terms."
    )
    assert found("retention-unaddressed", KEPT, world) == []


@pytest.mark.parametrize("minor", ["work contact data", "device data", "activity logs", "credentials", "cookie data"])
def test_of_what_comes_along_nobody_asks(minor: str) -> None:
    world = WORLD.replace("Scans are health data about patients.", f"Scans are {minor}.")
    assert found("retention-unaddressed", KEPT, world) == []


def test_several_kinds_are_told_in_one_finding() -> None:
    world = WORLD.replace("scans and addresses with", "scans, payslips and addresses with").replace(
        "Both are", "Payslips are employment data. Both are"
    )
    (finding,) = found("retention-unaddressed", KEPT, world)
    assert "keeps scans and payslips" in finding.message


def test_a_proposed_agreement_gets_a_note() -> None:
    (finding,) = found(
        "retention-unaddressed", KEPT, WORLD.replace("Acme and Globex.\n", "Acme and Globex, is proposed.\n")
    )
    assert finding.severity.value == "note"


def test_what_a_party_is_only_let_use_is_not_asked_for_one_by_one() -> None:
    world = WORLD.replace("share scans and addresses with", "share addresses with")
    used = "3: Globex may use scans for customer support."
    assert found("retention-unaddressed", KEPT + used, world) == []


def test_data_that_a_party_is_let_use_and_is_never_handed_count_as_well() -> None:
    world = WORLD.replace("1: Acme will share scans and addresses with Globex for customer support.\n", "")
    used = "1: Globex may use scans for customer support.\n3: Globex must not keep addresses for more than 30 days.\n"
    (finding,) = found("retention-unaddressed", used, world)
    assert "keeps scans" in finding.message

"""The rules on security and breaches: cases beyond their pages."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source

PARTIES = (
    "Acme is a bank. Globex is a platform. Account data is financial data about customers. Customers are people.\n"
    "Data mishap is an event. Unauthorised peeking is an event.\n"
)
HEADER = 'agreement "Deal" between Acme and Globex.\n'
FLOW = "1: Acme may share account data with Globex for fraud detection.\n"


def found(rule: str, clauses: str) -> list[Finding]:
    findings = examine([Source("deal.policy", PARTIES + HEADER + clauses)]).findings
    assert not [item for item in findings.unchecked if item.incomplete], findings.found
    return [finding for finding in findings.found if finding.rule == rule]


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must notify Acme after loss of data.",
        "2: Globex must report incidents to Acme promptly.",
        "2: Globex must notify Acme without undue delay after discovery of a breach.",
        "2: Globex must provide incident reports to Acme within 2 days.",
        "2: Globex must notify Acme after unauthorised peeking.",
        "2: Globex must ensure that vendors must notify Acme after a breach.",
    ],
)
def test_a_duty_to_tell_of_a_breach_is_no_silence(clause: str) -> None:
    assert found("breach-notice-unaddressed", FLOW + clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex must notify Acme after a data mishap.",
        "2: Globex must notify Acme after a breach of contract.",
        "2: Globex must contain damage after a breach.",
        "2: Globex must notify Acme after termination.",
    ],
)
def test_a_duty_on_something_else_leaves_it_open(clause: str) -> None:
    (finding,) = found("breach-notice-unaddressed", FLOW + clause.replace("contain damage", "conduct audit work"))
    assert "Globex must notify Acme without undue delay" in finding.help


def test_without_another_party_the_other_one_is_told() -> None:
    (finding,) = found("breach-notice-unaddressed", "1: Acme and Globex may use account data for research.")
    assert "must notify the other party" in finding.help


# two-deadlines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Globex must notify Acme within 72 hours after a breach.",
         "Globex must notify Acme within 5 days after a breach."),
        ("Globex must notify Acme within 24 hours after a breach.",
         "Globex must report breaches to Acme within 3 days after a breach."),
        ("Globex must delete account data within 30 days after termination.",
         "Globex must return account data within 60 days after termination."),
        ("Globex must delete account data within 30 days after termination.",
         "Globex must delete account data within 3 months on termination."),
        ("Each party must notify the other party within 24 hours after a breach.",
         "Globex must notify Acme within 2 days after a breach."),
    ],
)  # fmt: skip
def test_two_times_for_one_duty_are_found(one: str, other: str) -> None:
    (finding,) = found("two-deadlines", f"1: {one}\n2: {other}")
    assert (finding.primary.clause, finding.severity.value) == ("2", "warning")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Globex must notify Acme within 3 days after a breach.",
         "Globex must notify Acme within 72 hours after a breach."),
        ("Globex must notify Acme promptly after a breach.", "Globex must notify Acme within 72 hours after a breach."),
        ("Globex must notify Acme within 24 hours after a breach.",
         "Globex must notify Acme within 72 hours after termination."),
        ("Globex must notify Acme within 24 hours after a breach.",
         "Acme must notify Globex within 72 hours after a breach."),
        ("Globex must notify Acme within 24 hours after a breach.",
         "Globex must notify regulators within 72 hours after a breach."),
        ("Globex must notify Acme within 24 hours after a breach with telephone notice.",
         "Globex must notify Acme within 72 hours after a breach with full detail."),
        ("Globex must notify Acme within 24 hours after a breach if high risk.",
         "Globex must notify Acme within 72 hours after a breach unless high risk."),
        ("Globex must return account data within 30 days after termination.",
         "Globex must delete account data within 60 days after termination."),
        ("Globex must delete account data within 30 days after termination.",
         "Globex must delete location data within 60 days after termination."),
        ("Globex must notify Acme within 24 hours after a breach.",
         "Globex must notify Acme about subprocessor changes within 10 days after a breach."),
        ("Globex must return or delete account data within 30 days after termination.",
         "Globex must delete account data within 60 days after termination."),
        ("Globex may notify Acme within 24 hours after a breach.",
         "Globex must notify Acme within 72 hours after a breach."),
        ("Globex must notify Acme within 24 hours before a merger.",
         "Globex must notify Acme within 72 hours before a merger."),
    ],
)  # fmt: skip
def test_these_are_two_duties_or_one_time(one: str, other: str) -> None:
    assert found("two-deadlines", f"1: {one}\n2: {other}") == []


def test_a_declared_order_and_one_clause_leave_nothing() -> None:
    one, other = (
        "Globex must notify Acme within 24 hours after a breach.",
        "Globex must notify Acme within 3 weeks after a breach.",
    )
    assert found("two-deadlines", f"1: {one}\n2: {other}\nClause 1 prevails over clause 2.") == []
    assert found("two-deadlines", f"1: {one}\n{other}") == []


def test_one_finding_for_a_clause_against_the_first_that_differs() -> None:
    clauses = "".join(f"{n}: Globex must notify Acme within {n} days after a breach.\n" for n in (1, 2, 3))
    assert [(f.primary.clause, f.related[0].clause) for f in found("two-deadlines", clauses)] == [
        ("2", "1"),
        ("3", "1"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "delete account data at least 60 days before termination",
            "delete account data within 10 days before termination",
            "Before termination Globex has to delete in the last 10 days by clause 2, and at least 60 days ahead by "
            "clause 1: it cannot do both.",
        ),
        (
            "delete account data within 30 days after termination",
            "delete account data at least 31 days after termination",
            "After termination Globex has to delete within 30 days by clause 1, and only after 31 days by clause 2: it "
            "cannot do both.",
        ),
        (
            "delete account data within 72 hours",
            "delete account data within 3 business days",
            "Globex has 3 business days in clause 2, 72 hours in clause 1 to delete, and nothing says which one holds.",
        ),
        ("delete account data within 30 days after termination", "delete account data at least 30 days after termination", ""),
        ("notify Acme at least 60 days before termination", "notify Acme within 10 days before termination", ""),
        ("notify Acme at least 60 days before termination", "notify Acme at least 30 days before termination", ""),
        ("delete account data within 10 days before termination", "delete account data within 20 days before termination", ""),
        ("delete account data within 30 days", "delete account data within 60 days after termination", ""),
        ("delete account data within 30 days after a breach", "delete account data at least 60 days after termination", ""),
        ("delete account data within 5 business days after termination", "delete account data within 7 days after termination", ""),
    ],
)  # fmt: skip
def test_times_that_do_not_agree(one: str, other: str, told: str) -> None:
    messages = [each.message for each in found("two-deadlines", f"1: Globex must {one}.\n2: Globex must {other}.\n")]
    assert messages == ([told] if told else [])


# breach-notice-no-deadline


@pytest.mark.parametrize(
    ("clauses", "where"),
    [
        ("1: Globex must notify Acme after a breach.", ["1"]),
        ("1: Globex must notify Acme after a breach.\n2: Globex must notify Acme within 2 days after a breach.", []),
        ("1: Globex must notify Acme promptly after a breach.", []),
        ("1: Globex must report breaches to Acme every month.", []),
        ("1: Globex must notify Acme at least 2 days before breach notification.", []),
        ("1: Globex must ensure that vendors must notify Acme after a breach.", []),
        ("1: Globex must notify the supervisory authority after a breach.", []),
        ("1: Globex may notify Acme after a breach.", []),
        (
            "1: Globex must notify Acme promptly after a breach.\n2: Acme must notify customers within 2 days after a breach.",
            ["1"],
        ),
        (
            "1: Globex must notify Acme promptly after a breach.\n2: Acme must notify Globex within 2 days after a breach.",
            [],
        ),
        ("1: Globex must notify anyone promptly after a breach.\n2: Acme must notify Globex within 2 days after a breach.", []),
    ],
)  # fmt: skip
def test_a_time_for_notices(clauses: str, where: list[str]) -> None:
    assert [finding.primary.clause for finding in found("breach-notice-no-deadline", clauses)] == where

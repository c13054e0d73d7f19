"""What goes on for another trade: cases beyond the page, in one file and in two."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source

NAMES = (
    "Acme is a bank. Globex is a platform. Initech is an advertiser. Hooli is a vendor.\n"
    "Card payments are transaction history about customers. Customers are people.\n"
)
FIRST = (
    NAMES
    + 'agreement "Support" between Acme and Globex.\n1: Acme may share card payments with Globex for customer support.\n'
)
SECOND = (
    NAMES
    + 'agreement "Audiences" between Globex and Initech.\n1: Globex may share card payments with Initech for ad targeting.\n'
)


def drift(*texts: str) -> list[Finding]:
    findings = examine([Source(f"{n}.policy", text) for n, text in enumerate(texts, start=1)]).findings
    assert not [item for item in findings.unchecked if item.incomplete], findings.found
    return [finding for finding in findings.found if finding.rule == "purpose-drift"]


def test_two_files_say_together_what_neither_says() -> None:
    (finding,) = drift(FIRST, SECOND)
    assert (finding.severity.value, finding.primary.agreement, finding.primary.clause) == ("warning", "Support", "1")
    assert [(item.agreement, item.clause) for item in finding.related] == [("Audiences", "1")]
    assert finding.witness is not None
    assert "Initech ends up with them for ad targeting" in finding.witness
    assert drift(FIRST) == drift(SECOND) == []


@pytest.mark.parametrize(
    "clause",
    [
        "2: Globex may use card payments for advertising.",
        "2: Globex may use card payments.",
        "2: Globex may share card payments with vendors for marketing under the same terms.",
        "2: Acme may share card payments with Globex for marketing.",
        "2: Acme may share card payments with Globex.",
        "2: Globex must not share card payments with advertisers.",
        "2: Globex must not use card payments for advertising.",
        "2: Globex must not share card payments with anyone.",
    ],
)
def test_what_is_allowed_or_barred_by_the_first_agreement_does_not_drift(clause: str) -> None:
    assert drift(FIRST + clause, SECOND) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("for ad targeting", "for ad targeting with opt-in consent"),
        ("for ad targeting", "for ad targeting under the same terms"),
        ("for ad targeting", "for ad targeting with prior approval"),
        ("for ad targeting", "for ad targeting from Hooli"),
        ("for ad targeting", "for fraud detection"),
        ("for ad targeting", "for ad targeting and customer support"),
        ("for ad targeting", "for ad targeting if de-identified"),
        ("for ad targeting", ""),
        ("between Globex and Initech", "between Globex, Acme and Initech"),
        ("between Globex and Initech", "between Globex and Initech, is a template"),
        ("between Globex and Initech", "between Globex and Initech, until 2020-12-31"),
        ("card payments with", "transaction history with"),
        ("Globex may share card payments with Initech", "Initech may share card payments with Hooli"),
    ],
)
def test_these_second_agreements_are_left_alone(old: str, new: str) -> None:
    first = FIRST.replace("between Acme and Globex", "between Acme and Globex, from 2021-01-01")
    assert drift(first, SECOND.replace(old, new)) == []
    assert len(drift(first, SECOND)) == 1


def test_what_closes_the_use_does_not_close_the_way_on() -> None:
    assert len(drift(FIRST + "2: Globex may use card payments only for customer support.", SECOND)) == 1


def test_the_first_agreement_is_blamed_once_for_all_that_follows() -> None:
    (finding,) = drift(FIRST, SECOND + "2: Globex may share card payments with Hooli for customer scoring.")
    assert [item.clause for item in finding.related] == ["1", "2"]


def test_a_missing_part_of_the_first_agreement_keeps_still() -> None:
    assert (
        drift(SECOND, FIRST.replace("between Acme and Globex", 'between Acme and Globex, incorporates "Terms"')) == []
    )

"""The rules on what agreements do not say: security, checks and people's requests, beyond their pages."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source

HEAD = """
Acme is a hospital. Globex is a processor. Patients are people.
Charts are health data about patients.
The server standard is a document. Safeguarding charts is a purpose.
agreement "Hosting" between Acme and Globex.
1: Acme will share charts with Globex for hosting.
2: Globex must delete charts after termination.
"""


def found(rule: str, *texts: str) -> list[Finding]:
    findings = examine([Source(f"{n}.policy", text) for n, text in enumerate(texts, start=1)]).findings
    return [finding for finding in findings.found if finding.rule == rule]


@pytest.mark.parametrize(
    "clause",
    [
        "Globex must protect charts.",
        "Globex may use charts only in a secure enclave.",
        "Globex must encrypt charts.",
        "Globex must maintain a security plan.",
        "Globex must not store charts unless encrypted.",
        "Globex may transmit charts only with encryption.",
        "Globex must keep charts with due care.",
        "Globex must follow the server standard for safeguarding charts.",
        "Globex must ensure security of the services.",
        "Globex must ensure that subprocessors must maintain security measures.",
        "Globex must maintain certification with password protection.",
    ],
)
def test_these_speak_of_security(clause: str) -> None:
    assert found("security-unaddressed", HEAD + "3: " + clause) == []


@pytest.mark.parametrize(
    "clause",
    [
        "Globex must keep charts with confidentiality undertaking.",
        "Globex must delete social security numbers.",
        "Globex may use charts for network security.",
        "Globex must send protected health information to Acme.",
        "Globex need not encrypt charts.",
    ],
)
def test_these_do_not(clause: str) -> None:
    if clause.startswith("Globex need not"):
        assert found("security-unaddressed", HEAD + "3: " + clause) == [], "that nothing is asked is a word on it"
        return
    (finding,) = found("security-unaddressed", HEAD + "3: " + clause)
    assert (finding.severity.value, finding.primary.agreement) == ("warning", "Hosting")


@pytest.mark.parametrize(
    ("rule", "clause"),
    [
        ("no-audit", "Acme may inspect Globex."),
        ("no-audit", "Globex must demonstrate compliance to Acme."),
        ("no-audit", "Acme may use charts for compliance auditing."),
        ("no-audit", "Globex must maintain compliance records."),
        ("no-audit", "Acme must not audit Globex."),
        ("no-rights-route", "Globex must assist Acme after an access request."),
        ("no-rights-route", "Patients may ask Globex about charts."),
        ("no-rights-route", "Globex may use charts for rights fulfilment."),
        ("no-rights-route", "Globex must forward inquiries to Acme."),
        ("no-rights-route", "Globex must respond to patients after a complaint receipt."),
    ],
)
def test_these_speak_of_checks_and_requests(rule: str, clause: str) -> None:
    assert found(rule, HEAD + "3: " + clause) == []
    assert [each.severity.value for each in found(rule, HEAD)] == ["note"]


@pytest.mark.parametrize("rule", ["no-audit", "no-rights-route"])
def test_only_who_works_for_another_is_asked_and_only_in_agreements_of_some_length(rule: str) -> None:
    assert found(rule, HEAD.replace("Globex is a processor", "Globex is a university")) == []
    assert found(rule, HEAD.replace("2: Globex must delete charts after termination.", "")) == []


PARTIES = "Acme is a controller. Globex is a processor.\n"

POLICY = """
policy "House rules".
S: Every agreement must provide that the processor must maintain security measures.
A: Every agreement must provide that the controller may audit the processor.
D: Every agreement must provide that the processor must delete personal data after termination.
B: Every agreement must provide that the processor must notify the controller after a breach.
O: Every agreement must provide that the processor must not share personal data with third parties.
"""

BARE = """
agreement "Hosting" between Acme and Globex.
1: Globex may process contact data for hosting.
2: Acme may instruct Globex.
"""


@pytest.mark.parametrize(
    "rule",
    ["security-unaddressed", "retention-unaddressed", "breach-notice-unaddressed", "onward-transfer-unaddressed"],
)
def test_what_a_policy_requires_is_told_as_its_breach_alone(rule: str) -> None:
    assert found(rule, PARTIES + POLICY + BARE) == []
    assert len(found("requirement-unmet", PARTIES + POLICY + BARE)) > 3
    assert len(found(rule, PARTIES + BARE)) == 1


@pytest.mark.parametrize(
    "rule",
    ["security-unaddressed", "retention-unaddressed", "breach-notice-unaddressed", "onward-transfer-unaddressed"],
)
def test_a_sentence_that_was_not_read_may_say_it(rule: str) -> None:
    for unread in ("3: Globex must follow the quality manual.\n", "3: Globex must notify Acme of of breaches.\n"):
        text = PARTIES + BARE + unread
        assert found(rule, text) == []
        reasons = [each.reason for each in examine([Source("cut.policy", text)]).findings.unchecked]
        assert [each for each in reasons if "1 sentence of it could not be read" in each]


def test_an_incorporated_text_speaks_for_the_agreement_and_a_missing_one_keeps_still() -> None:
    terms = 'Acme is a hospital. Globex is a processor.\nagreement "Terms" between Acme and Globex.\n1: Globex must encrypt data.\n'
    holding = HEAD.replace("between Acme and Globex.", 'between Acme and Globex, incorporates "Terms".')
    assert [each.primary.agreement for each in found("security-unaddressed", holding, terms)] == []
    assert found("security-unaddressed", holding) == []


def test_a_helper_that_gives_data_back_makes_no_holder_of_the_other() -> None:
    text = """
    Acme is a hospital. Globex is a processor.
    agreement "Back" between Acme and Globex.
    1: Globex must provide health data to Acme for rights fulfilment.
    """
    for rule in ("security-unaddressed", "retention-unaddressed", "breach-notice-unaddressed"):
        assert found(rule, text) == []
    assert found("retention-unaddressed", text.replace("a processor", "a bank")) != []

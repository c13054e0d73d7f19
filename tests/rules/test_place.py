"""The rules on places: what leaves Europe by which tool, and which module of the standard clauses fits."""

import pytest

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.rules.road import found as found_with_parties

ROLES = "Ada is a controller in Germany. Bob is a processor in India. Cyd is a bank in India. Dan is a company in Germany.\n"


def found(rule: str, text: str) -> list[Finding]:
    findings = examine([Source("deal.policy", ROLES + text)]).findings
    return [finding for finding in findings.found if finding.rule == rule]


HEADER = 'agreement "Deal" between Ada, Bob and Cyd.\n'


@pytest.mark.parametrize(
    "clause",
    [
        "1: Bob may transfer contact data outside Germany.",
        "1: Bob may transfer contact data in India.",
        "1: Bob must not transfer contact data outside the European Union.",
        "1: Bob may transfer contact data only outside the European Union.",
        "1: Bob may transfer network logs outside the European Union.\nNetwork logs are non-personal data.",
        "1: Bob may notify Ada outside the European Union.",
        "1: Bob may transfer contact data outside the European Union if adequacy decision exists.",
        "1: Bob may transfer contact data outside the European Union.\n2: Bob must sign standard contractual clauses.",
    ],
)
def test_these_need_no_tool_or_name_one(clause: str) -> None:
    assert found("no-mechanism", HEADER + clause) == []


def test_one_finding_for_all_that_may_leave() -> None:
    (finding,) = found(
        "no-mechanism",
        HEADER
        + "1: Bob may transfer contact data outside the European Union or Switzerland.\n"
        + "2: Cyd may process location data outside the United Kingdom.",
    )
    assert (finding.primary.clause, [item.clause for item in finding.related]) == ("1", ["2"])
    assert "outside the European Union or Switzerland" in finding.message


def test_what_a_policy_wants_of_a_place_is_told_there_alone() -> None:
    policy = 'policy "Rules".\nR: No agreement may provide that anyone may transfer personal data outside the European Union.\n'
    deal = HEADER + "1: Bob may transfer contact data outside the European Union.\n"
    assert found("no-mechanism", policy + deal) == []
    assert len(found("forbidden-provision", policy + deal)) == 1


@pytest.mark.parametrize(
    ("clause", "wrong"),
    [
        ("Ada may transfer contact data to Bob under Module Two.", ""),
        ("Ada may transfer contact data to Bob under Module One.", "Bob is a processor"),
        ("Ada may transfer contact data to Bob under Module Three.", "Ada is a controller"),
        ("Bob may transfer contact data to Ada under Module Four.", ""),
        ("Bob may transfer contact data to Ada under Module Two.", "Bob is a processor"),
        ("Ada may transfer contact data to Cyd under Module One.", ""),
        ("Ada may transfer contact data to anyone under Module Two.", ""),
        ("Ada may transfer contact data to Bob under Module One or Module Two.", ""),
        ("Ada may transfer contact data to Bob under EEA SCCs.", ""),
        ("Ada may receive contact data from Bob under Module Two.", "Bob is a processor"),
    ],
)
def test_the_module_that_fits(clause: str, wrong: str) -> None:
    told = found("wrong-module", HEADER + "1: " + clause)
    assert [wrong in finding.message for finding in told] == ([True] if wrong else [])


def test_the_help_names_modules_that_fit() -> None:
    (finding,) = found("wrong-module", HEADER + "1: Ada may transfer contact data to Bob under Module One.")
    assert "controller-to-processor clauses" in finding.help


def test_no_other_rule_on_place_speaks_of_plain_agreements() -> None:
    assert (
        found_with_parties("no-mechanism", 'agreement "D" between Acme and Globex.\n1: Globex may use contact data.')
        == []
    )

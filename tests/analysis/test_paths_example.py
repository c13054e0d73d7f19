"""The example of four parties and three agreements: what only shows when they are read together."""

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.resources import resource
from policyc.source import Source


def findings() -> list[Finding]:
    path = resource("policies") / "examples" / "chain-of-hands.policy"
    examination = examine([Source("chain-of-hands.policy", path.read_text(encoding="utf-8"))])
    assert not examination.findings.unchecked
    return examination.findings.found


def test_the_card_payments_end_with_an_advertiser() -> None:
    given, worked_out = [each for each in findings() if each.rule == "weaker-downstream"]
    assert (given.primary.clause, given.severity.value) == ("3", "warning")
    assert (worked_out.primary.clause, worked_out.severity.value) == ("4", "note")
    for finding in (given, worked_out):
        agreements = [each.agreement for each in finding.related]
        assert agreements == ["Support in the chat", "Counting", "Audiences"]


def test_word_of_a_breach_comes_a_day_too_late() -> None:
    (finding,) = [each for each in findings() if each.rule == "chain-too-slow"]
    assert (finding.primary.clause, finding.severity.value) == ("5.2", "warning")
    assert "48 + 48 = 96 hours" in finding.message


def test_there_is_no_error_in_any_agreement_by_itself() -> None:
    assert not [each for each in findings() if each.severity.value == "error"]

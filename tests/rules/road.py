"""The whole road for a text, and what one rule finds on it."""

from policyc.findings import Finding
from policyc.pipeline.road import examine
from policyc.source import Source

PARTIES = "Acme is a bank. Globex is a platform. Initech is an advertiser.\n"


def found(rule: str, *texts: str) -> list[Finding]:
    """What a rule finds in some texts, each a file, with Acme, Globex and Initech declared; they must be read whole."""
    examination = examine([Source(f"{n}.policy", PARTIES + text) for n, text in enumerate(texts, start=1)])
    assert not [item for item in examination.findings.unchecked if item.incomplete]
    return [finding for finding in examination.findings.found if finding.rule == rule]


def levels(findings: list[Finding]) -> list[str]:
    """How grave some findings are."""
    return [finding.severity.value for finding in findings]

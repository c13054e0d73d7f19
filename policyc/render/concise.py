"""One line a finding, as editors and other programs read them."""

from __future__ import annotations

from policyc.findings import Finding
from policyc.render.conclusion import unchecked_words, verdict
from policyc.render.paint import safe
from policyc.report import Report


def render_concise(report: Report) -> str:
    """A line for each finding, one for each thing that was not checked, and one that sums up."""
    lines = [finding_line(finding) for finding in report.findings]
    lines += [f"{safe(str(item.place))}: not checked: {unchecked_words(item)}" for item in report.unchecked]
    lines += [f"taken as given: {safe(name)}" for name in report.given]
    return "".join(f"{line}\n" for line in [*lines, verdict(report)])


def finding_line(finding: Finding) -> str:
    """``path:line:column: severity: message [rule]``."""
    mark = "" if finding.suppressed is None else " (suppressed)"
    where, message = safe(str(finding.primary.place)), " ".join(safe(finding.message).split())
    return f"{where}: {finding.severity.value}: {message} [{finding.rule}]{mark}"

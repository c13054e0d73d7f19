"""One line a finding, as editors and other programs read them."""

from __future__ import annotations

from policyc.findings import Finding
from policyc.render.conclusion import judgements, unchecked_words, verdict
from policyc.render.paint import safe
from policyc.report import Report


def render_concise(report: Report) -> str:
    """A line for each finding, one for each thing that was not checked, one that sums up, and what it rests on."""
    lines = [finding_line(finding) for finding in report.findings]
    lines += [f"{safe(str(item.place))}: not checked: {unchecked_words(item)}" for item in report.unchecked]
    lines += [f"taken as given: {safe(name)}" for name in report.given]
    lines += [verdict(report), *(f"{title}: {words}" for title, words in judgements(report))]
    return "".join(f"{line}\n" for line in lines)


def finding_line(finding: Finding) -> str:
    """``path:line:column: severity: message [rule]``."""
    mark = "" if finding.suppressed is None else " (suppressed)"
    where, message = safe(str(finding.primary.place)), " ".join(safe(finding.message).split())
    return f"{where}: {finding.severity.value}: {message} [{finding.rule}]{mark}"

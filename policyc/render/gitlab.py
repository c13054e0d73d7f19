"""The report for GitLab's Code Quality widget: a list of issues in the part of Code Climate's format that GitLab reads.

Severities: an error is *critical* and a warning *major*, since a merge request should be looked at for both; a note is
*minor*. *Blocker* is not used: whether a pipeline stops is said by the exit code. What is suppressed, and what was not
weighed without making the run incomplete, is *info*; what makes it incomplete is *major*.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator

from policyc.findings import Finding, Severity, Unchecked
from policyc.render.conclusion import unchecked_words
from policyc.render.notices import NOTHING_CHECKED
from policyc.render.paint import safe
from policyc.report import Report
from policyc.source import Place

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "minor"}
NOT_CHECKED = "not-checked"
Issue = dict[str, object]


def render_gitlab(report: Report) -> str:
    """The list; only ASCII characters. A run that checked nothing has an issue that says so."""
    seen: Counter[str] = Counter()
    issues = [
        {**issue, "fingerprint": unique(str(issue["fingerprint"]), seen)}
        for issue in [
            *map(finding_issue, report.findings),
            *map(unchecked_issue, report.unchecked),
            *run_issues(report),
        ]
    ]
    return json.dumps(issues, indent=2) + "\n"


def finding_issue(finding: Finding) -> Issue:
    """A finding."""
    suppressed = finding.suppressed is not None
    mark = f" (suppressed: {finding.suppressed})" if suppressed else ""
    cure = f" To cure: {finding.help}" if finding.help else ""
    severity = "info" if suppressed else SEVERITIES[finding.severity]
    return issue(finding.rule, f"{finding.message}{cure}{mark}", finding.fingerprint, severity, finding.primary.place)


def unchecked_issue(item: Unchecked) -> Issue:
    """Something that was not checked; its fingerprint is made of what it is, not of where it stands."""
    fingerprint = digest(NOT_CHECKED, item.place.path, item.reason, item.quote)
    words = f"Not checked: {unchecked_words(item)}"
    return issue(NOT_CHECKED, words, fingerprint, "major" if item.incomplete else "info", item.place)


def run_issues(report: Report) -> Iterator[Issue]:
    """What concerns the run and no place in it: that it checked nothing."""
    if not report.paths:
        yield issue(NOT_CHECKED, NOTHING_CHECKED, digest(NOT_CHECKED), "major", Place(".", 1, 1, 1, 1))


def issue(name: str, words: str, fingerprint: str, severity: str, place: Place) -> Issue:
    """One issue; GitLab links a path only if it does not begin with a dot and a slash."""
    return {
        "description": safe(words),
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": place.path.removeprefix("./"), "lines": {"begin": place.line, "end": place.end_line}},
    }


def unique(fingerprint: str, seen: Counter[str]) -> str:
    """A fingerprint for the first finding of its kind, one derived from it for each other: GitLab drops doubles."""
    number = seen[fingerprint]
    seen[fingerprint] += 1
    return digest(fingerprint, str(number)) if number else fingerprint


def digest(*parts: str) -> str:
    """A fingerprint as long as ours."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]

"""Exit codes, and which one a run ends with when several apply."""

from __future__ import annotations

from enum import IntEnum

from policyc.findings import Severity
from policyc.render.ending import fails
from policyc.report import Report


class Code(IntEnum):
    """What a run tells the program that started it."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    INCOMPLETE = 3
    INTERNAL = 4
    INTERRUPTED = 130


def code_of(report: Report, fail_on: Severity | None) -> Code:
    """The code of a finished run: incomplete before findings at or above a severity, None for no severity."""
    if report.incomplete:
        return Code.INCOMPLETE
    if any(fails(finding, fail_on) for finding in report.findings):
        return Code.FINDINGS
    return Code.CLEAN

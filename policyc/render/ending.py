"""How a run ends, as programs must know it that judge by more than the exit code."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Ending:
    """The exit code of a run, and the least grave severity that makes it fail; None where no finding does."""

    code: int
    fail_on: Severity | None

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the run fail: one at or above the severity that nobody has suppressed."""
        return fails(finding, self.fail_on)


def fails(finding: Finding, fail_on: Severity | None) -> bool:
    """Whether a finding makes a run fail that fails on a severity and graver ones, None for no severity."""
    return finding.suppressed is None and fail_on is not None and finding.severity.rank <= fail_on.rank

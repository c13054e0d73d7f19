"""``--statistics``: the findings of a run, counted by rule."""

from __future__ import annotations

from collections import Counter

from policyc.report import Report


def statistics_of(report: Report) -> str:
    """How many findings of each severity each rule has, most first; those that are suppressed are counted apart."""
    counts = Counter((each.rule, each.severity.value) for each in report.findings if each.suppressed is None)
    hidden = Counter((each.rule, each.severity.value) for each in report.findings if each.suppressed is not None)
    ranked = sorted({*counts, *hidden}, key=lambda row: (-counts[row], row))
    return "".join(
        f"{counts[rule, severity]:>6}  {severity:<7}  {rule}{apart(hidden[rule, severity])}\n"
        for rule, severity in ranked
    )


def apart(suppressed: int) -> str:
    """How many findings are suppressed, where any is."""
    return f" ({suppressed} suppressed)" if suppressed else ""

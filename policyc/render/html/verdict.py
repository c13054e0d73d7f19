"""The verdict in one line, and the gravest finding: what a partner reads first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policyc.findings import Finding, Severity
from policyc.render.phrases import counted, listed
from policyc.report import Report


def in_force(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that nobody has suppressed, gravest first."""
    return sorted((one for one in findings if one.suppressed is None), key=lambda one: one.severity.rank)


def counts(findings: Sequence[Finding]) -> list[str]:
    """How many findings there are of each severity that has any: ``1 error``, ``3 warnings``."""
    numbers = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    return [counted(number, severity.value) for severity, number in numbers.items() if number]


def nothing_read(report: Report) -> bool:
    """Whether there was nothing to check at all."""
    return not report.paths or not any(document.clauses or document.others for document in report.documents)


def left_open(report: Report) -> bool:
    """Whether anything was not checked, or taken as given."""
    return bool(report.unchecked or report.given)


def verdict(report: Report) -> str:
    """The outcome in one line; it is clear of doubt only where nothing was found and nothing left unchecked."""
    found = in_force(report.findings)
    if not found and nothing_read(report):
        return "Nothing was checked."
    outcome = outcome_of(found, len(report.findings) - len(found))
    if report.incomplete:
        return f"{outcome}, {'and' if found else 'but'} the check is incomplete."
    if found or not left_open(report):
        return f"{outcome}."
    return f"{outcome}, but not everything could be checked."


def outcome_of(found: Sequence[Finding], suppressed: int) -> str:
    """What was found, without a full stop."""
    if not found:
        return "Nothing was found to object to" + (" beside what is suppressed" if suppressed else "")
    words = listed(counts(found))
    return words if found[0].severity is Severity.ERROR else f"No errors; {words}"


def gaps(report: Report) -> str:
    """What a reader must know of the reach of the check, in a sentence or two."""
    if not report.paths:
        return "No policy file was found, so there was nothing to check."
    missing = sum(item.incomplete for item in report.unchecked)
    others = len(report.unchecked) - missing
    said = []
    if missing:
        said.append(f"{counted(missing, 'passage')} could not be read or weighed, and may hide more findings.")
    if others:
        said.append(f"{counted(others, 'passage')} {'was' if others == 1 else 'were'} left to a human reader.")
    if report.judged_on:
        said.append(f"Whether suppressions have ended was judged on {report.judged_on.isoformat()}.")
    if report.given:
        verb = "was" if len(report.given) == 1 else "were"
        said.append(f"{counted(len(report.given), 'name')} {verb} taken as given.")
    return " ".join(said)

"""How a run ends: the counts, and everything that was not checked."""

from __future__ import annotations

from collections import Counter

from policyc.findings import Unchecked
from policyc.render.paint import Line, safe, wrapped
from policyc.render.phrases import counted, listed
from policyc.report import Report

MOST_SHOWN = 20
"""How many unchecked things are shown one by one; the others are counted."""
LONGEST_QUOTE = 120


def conclusion(report: Report, width: int) -> list[Line]:
    """The last lines of a run."""
    style = "bold green" if is_clear(report) else "bold"
    first = [[(words, style) for words, _ in line] for line in wrapped([], verdict(report), width)]
    return [*first, *unchecked_lines(report, width)]


def is_clear(report: Report) -> bool:
    """Whether everything was checked and nothing found; a run with anything unchecked is never clear."""
    return not (report.findings or report.unchecked or report.given or report.incomplete)


def verdict(report: Report) -> str:
    """The summary line."""
    if not report.paths:
        return " ".join([*found(report), "Nothing was checked."])
    scope = scope_words(report)
    if report.findings:
        return f"{found(report)[0][:-1]} in {scope}."
    if is_clear(report):
        return f"All clear: {scope} checked, and nothing was found."
    return f"Nothing was found in what was checked: {scope}."


def found(report: Report) -> list[str]:
    """The counts of findings as a sentence, where there are any."""
    counts = report.summary
    named = (
        (counts.errors, "error"),
        (counts.warnings, "warning"),
        (counts.notes, "note"),
        (counts.suppressed, "suppressed finding"),
    )
    words = listed(counted(number, noun) for number, noun in named if number)
    return [f"{words}."] if words else []


def scope_words(report: Report) -> str:
    """What was checked: agreements, clauses, files."""
    counts = report.summary
    inside = f"{counted(counts.clauses, 'clause')}, {counted(counts.files, 'file')}"
    return f"{counted(counts.agreements, 'agreement')} ({inside})"


def unchecked_lines(report: Report, width: int) -> list[Line]:
    """What was not checked, one line each, and the names taken as given."""
    lines: list[Line] = []
    if report.unchecked:
        kinds = Counter(item.reason for item in report.unchecked)
        reasons = listed(f"{number} x {reason}" for reason, number in kinds.items())
        lines += wrapped([("Not checked: ", "bold")], f"{safe(reasons)}.", width)
    for item in report.unchecked[:MOST_SHOWN]:
        lines += wrapped([("  ", ""), (safe(str(item.place)), "cyan"), ("  ", "")], unchecked_words(item), width, 6)
    if len(report.unchecked) > MOST_SHOWN:
        lines.append([(f"  … and {len(report.unchecked) - MOST_SHOWN:,} more", "")])
    if report.given:
        names = safe(listed(f'"{name}"' for name in report.given))
        lines += wrapped([("Taken as given: ", "bold")], f"{names}; nothing in these files says more.", width)
    if report.incomplete and report.paths:
        unread = "what could not be read was not weighed, and may change what was found."
        words = "no agreement was in force on that day." if report.nothing_in_force else unread
        lines += wrapped([("This run is incomplete: ", "bold")], words, width)
    return lines


def unchecked_words(item: Unchecked) -> str:
    """Why something was not checked, and its words."""
    quote = " ".join(item.quote.split())
    shown = quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…"
    return safe(f"{item.reason}: {shown}" if shown else item.reason)

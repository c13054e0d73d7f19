"""How a run ends: the counts, and everything that was not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from policyc.findings import Unchecked
from policyc.render.laws import law_lines
from policyc.render.paint import Line, safe, wrapped
from policyc.render.phrases import counted, listed
from policyc.report import Gone, Report

MOST_SHOWN = 20
"""How many unchecked things are shown one by one; the others are counted."""
LONGEST_QUOTE = 120


def conclusion(report: Report, width: int) -> list[Line]:
    """The last lines of a run."""
    style = "bold green" if is_clear(report) else "bold"
    first = [[(words, style) for words, _ in line] for line in wrapped([], verdict(report), width)]
    return [*first, *judgement_lines(report, width), *unchecked_lines(report, width), *law_lines(report, width)]


def is_clear(report: Report) -> bool:
    """Whether everything was checked and nothing found; a run with anything unchecked is never clear."""
    return not (report.findings or report.unchecked or report.given or report.incomplete or report.summary.baselined)


def verdict(report: Report) -> str:
    """The summary line."""
    if not report.paths:
        return " ".join([*found(report), "Nothing was checked."])
    scope = scope_words(report)
    if found(report):
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
        (counts.baselined, "known finding"),
    )
    words = listed(counted(number, noun) for number, noun in named if number)
    return [f"{words}."] if words else []


def scope_words(report: Report) -> str:
    """What was checked: agreements, clauses, files."""
    counts = report.summary
    inside = f"{counted(counts.clauses, 'clause')}, {counted(counts.files, 'file')}"
    return f"{counted(counts.agreements, 'agreement')} ({inside})"


def judgement_lines(report: Report, width: int) -> list[Line]:
    """On which day suppressions were judged, and what of the baseline no longer occurs."""
    lines: list[Line] = []
    for title, words in judgements(report):
        lines += wrapped([(f"{title}: ", "bold")], words, width)
    gone = report.baseline.gone if report.baseline else ()
    for each in gone[:MOST_SHOWN]:
        lines += wrapped([("  ", "")], gone_words(each), width, 6)
    if len(gone) > MOST_SHOWN:
        lines.append([(f"  … and {len(gone) - MOST_SHOWN:,} more", "")])
    return lines


def judgements(report: Report) -> Iterator[tuple[str, str]]:
    """What a reader must know of repairs, suppressions and the baseline: a title and a sentence each."""
    if mendable := sum(bool(each.repair) for each in report.findings):
        yield "Repairs", f"{counted(mendable, 'finding')} can be mended by `policyc check --fix`."
    if report.judged_on:
        yield "Suppressions", f"whether they have ended was judged on {report.judged_on.isoformat()}."
    if gone := sum(each.count for each in report.baseline.gone) if report.baseline else 0:
        yield "Not found any more", f"{counted(gone, 'finding')} of the baseline; write it anew to shrink it."


def gone_words(gone: Gone) -> str:
    """What of a baseline no longer occurs: the rule, where it found something, and how often."""
    clause = f", clause {gone.clause}" if gone.clause else ""
    where = f': "{gone.agreement}"{clause}' if gone.agreement else ""
    times = f" ({gone.count} times)" if gone.count > 1 else ""
    return safe(f"[{gone.rule}] {gone.fingerprint}{where}{times}")


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

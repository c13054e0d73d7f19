"""The difference as Markdown, for a pull request or a memo: all that comes from files stands in code or is escaped."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.findings import Evidence
from policyc.render.conclusion import unchecked_words
from policyc.render.difference.shape import ChangeView, DifferenceReport, Redline
from policyc.render.difference.summary import edited, gaps, verdict
from policyc.render.difference.text import described, sides
from policyc.render.markdown_text import code, escaped, fenced


def render_markdown(report: DifferenceReport) -> str:
    """The whole difference."""
    return "\n".join(lines(report)) + "\n"


def lines(report: DifferenceReport) -> Iterator[str]:
    """Line by line."""
    yield "# What changes in meaning"
    yield ""
    yield f"**{escaped(verdict(report))}**"
    for words in (edited(report), *report.notes, gaps(report)):
        if words:
            yield ""
            yield escaped(words)
    for number, change in enumerate(report.changes, 1):
        yield ""
        yield from change_lines(number, change)
    if report.unchecked:
        yield ""
        yield "## Not compared"
        yield ""
        yield from (f"- {code(str(item.place))}: {escaped(unchecked_words(item))}" for item in report.unchecked)


def change_lines(number: int, change: ChangeView) -> Iterator[str]:
    """One change."""
    verdicts = f" ({change.before} → {change.after})" if change.before != change.after else ""
    yield f"## {number}. {change.direction.capitalize()}: {escaped(change.message)}{verdicts}"
    for redline in change.clauses:
        yield from redline_lines(redline, "")
    for redline in change.causes:
        yield from redline_lines(redline, "by a definition")
    for words in change.particulars:
        yield ""
        yield f"Besides: {escaped(words)}."
    if change.witness:
        yield ""
        yield f"For instance: {escaped(change.witness)}"


def redline_lines(redline: Redline, lead: str) -> Iterator[str]:
    """A sentence before and after, as a difference that sites colour."""
    shown = list(sides(redline))
    yield ""
    yield " → ".join(located(evidence, lead) for evidence, _, _ in shown)
    yield ""
    yield fenced((f"{' ' if mark == '=' else mark} {evidence.quote}." for evidence, mark, _ in shown), "diff")


def located(evidence: Evidence, lead: str) -> str:
    """Where a sentence stands."""
    words = " ".join(part for part in (lead, described(evidence)) if part)
    return f"{escaped(words)} {code(str(evidence.place))}".strip()

"""The difference for a reader at a terminal: each change with the clauses before and after, then how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.findings import Evidence
from policyc.render.conclusion import unchecked_words
from policyc.render.difference.shape import ChangeView, DifferenceReport, Redline
from policyc.render.difference.summary import edited, gaps, verdict
from policyc.render.paint import DEFAULT_WIDTH, Line, safe, text_of, wrapped
from policyc.render.phrases import clause_words

STYLES = {"looser": "bold red", "mixed": "bold yellow", "stricter": "bold green"}


def render_text(report: DifferenceReport, width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """All changes in full, gravest first; ``width`` counts columns of the screen."""
    lines: list[Line] = []
    for change in report.changes:
        lines += [*change_lines(change, width), []]
    return text_of([*lines, *conclusion(report, width)], colour)


def change_lines(change: ChangeView, width: int) -> list[Line]:
    """One change: what it is, where, for instance, and why."""
    lead: Line = [(f"{change.direction}: ", STYLES[change.direction])]
    verdicts = [(f"[{change.before} -> {change.after}]", "dim")] if change.before != change.after else []
    lines = wrapped(lead, safe(change.message), width, tail=verdicts)
    for words in change.particulars:
        lines += wrapped([("  besides: ", "bold")], f"{safe(words)}.", width, 4)
    for redline in change.clauses:
        lines += redline_lines(redline, "", width)
    for redline in change.causes:
        lines += redline_lines(redline, "by a definition", width)
    if change.witness:
        lines += wrapped([("  for instance: ", "bold")], safe(change.witness), width, 4)
    return lines


def redline_lines(redline: Redline, lead: str, width: int) -> list[Line]:
    """A sentence before and after; once where it is unchanged."""
    shown = list(sides(redline))
    lines: list[Line] = []
    for evidence, mark, style in shown:
        named = " ".join(part for part in (lead, described(evidence)) if part)
        lines += wrapped([("  ", ""), (safe(str(evidence.place)), "cyan"), ("  ", "")], safe(named), width, 6)
        lines += wrapped([(f"    {mark} ", style)], f"{safe(evidence.quote)}.", width, 6)
    return lines


def sides(redline: Redline) -> Iterator[tuple[Evidence, str, str]]:
    """What is shown of a sentence: its old words after ``-``, its new ones after ``+``, or both at once after ``=``."""
    if redline.unchanged and redline.new is not None:
        yield redline.new, "=", "dim"
        return
    if redline.old is not None:
        yield redline.old, "-", "red"
    if redline.new is not None:
        yield redline.new, "+", "green"


def described(evidence: Evidence) -> str:
    """A sentence by number and agreement."""
    name = clause_words(evidence.message) if evidence.clause or evidence.message.startswith("line ") else ""
    title = f'"{evidence.agreement}"' if evidence.agreement else ""
    return " of ".join(part for part in (name, title) if part)


def conclusion(report: DifferenceReport, width: int) -> list[Line]:
    """The last lines: the counts, how the text was edited, how it was compared, and what could not be."""
    clear = not report.changes and not report.incomplete
    style = "bold green" if clear else "bold"
    lines: list[Line] = [[(words, style) for words, _ in line] for line in wrapped([], verdict(report), width)]
    for words in (edited(report), *report.notes):
        lines += wrapped([], safe(words), width) if words else []
    for item in report.unchecked:
        lead: Line = [("Not compared: ", "bold"), (safe(str(item.place)), "cyan"), ("  ", "")]
        lines += wrapped(lead, unchecked_words(item), width, 4)
    if words := gaps(report):
        lines += wrapped([("This comparison is incomplete: ", "bold")], words, width)
    return lines

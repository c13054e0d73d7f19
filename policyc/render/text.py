"""The report for a reader at a terminal: findings with the lines that they rest on, then what was not checked."""

from __future__ import annotations

from collections.abc import Mapping

from policyc.findings import Finding, Severity
from policyc.render.conclusion import conclusion
from policyc.render.paint import DEFAULT_WIDTH, Line, safe, text_of, wrapped
from policyc.render.snippet import snippet
from policyc.report import Report
from policyc.source import Source

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold blue"}


def render_text(report: Report, sources: Mapping[str, Source], width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """The findings in full; ``sources`` holds the texts by path, ``width`` counts columns of the screen."""
    lines: list[Line] = []
    for finding in report.findings:
        lines += [*finding_lines(finding, sources, width), []]
    return text_of([*lines, *conclusion(report, width)], colour)


def finding_lines(finding: Finding, sources: Mapping[str, Source], width: int) -> list[Line]:
    """One finding: what is wrong, where, for instance, and what cures it."""
    style = STYLES[finding.severity]
    lead: Line = [(f"{finding.severity.value}: ", style)]
    lines = wrapped(lead, safe(finding.message), width, tail=[(f"[{finding.rule}]", "dim")])
    lines += snippet(finding.primary, sources, "^", style, width)
    for evidence in finding.related:
        lines += snippet(evidence, sources, "-", "blue", width)
    for name, words in (
        ("for instance", finding.witness),
        ("to cure", finding.help),
        ("suppressed", finding.suppressed),
    ):
        if words:
            lines += wrapped([(f"  {name}: ", "bold")], safe(words), width, indent=4)
    return lines

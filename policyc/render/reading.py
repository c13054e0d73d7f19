"""The read-back for a terminal: one clause a block, its words above, a line for each thing understood."""

from __future__ import annotations

from policyc.render.conclusion import unchecked_lines
from policyc.render.paint import DEFAULT_WIDTH, Line, columns, safe, text_of, wrapped
from policyc.render.phrases import listed
from policyc.report import ClauseView, DocumentView, Report

LEAST_ASPECT = len("on condition")


def render_reading(report: Report, width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """Every clause of every document, and what could not be read."""
    lines: list[Line] = []
    for document in report.documents:
        lines += document_lines(document, width)
    return text_of([*lines, *unchecked_lines(report, width)], colour)


def document_lines(document: DocumentView, width: int) -> list[Line]:
    """A document: its header, its clauses, its other sentences."""
    lines = wrapped([], safe(header(document)), width)
    lines = [[(words, "bold") for words, _ in line] for line in lines] + [[]]
    for clause in document.clauses:
        lines += [*clause_lines(clause, width), []]
    for words in document.others:
        lines += wrapped([("  ", "")], safe(words) + ".", width, 4)
    return [*lines, []] if document.others else lines


def header(document: DocumentView) -> str:
    """What kind of document, its title, between whom, when, on whose word."""
    parts = [f'{document.kind} "{document.title}"' + (f", {document.status}" if document.kind == "agreement" else "")]
    if document.parties:
        parts.append(f"between {listed(document.parties)}")
    if document.period:
        parts.append(document.period)
    if document.speaker:
        parts.append(f"as told by {document.speaker}")
    return ", ".join(parts) + f" ({document.place})"


def clause_lines(clause: ClauseView, width: int) -> list[Line]:
    """A clause: where it stands, its words, what was understood."""
    lead: Line = [("  ", ""), (f"line {clause.place.line}", "cyan"), ("  ", "")]
    words = wrapped(lead, safe(clause.words) + ".", width, indent=6)
    rows = [(reading.aspect, safe(reading.words)) for reading in clause.readings]
    return [*words, *columns(rows, width, 6, LEAST_ASPECT)]

"""Stretches of source text with line numbers and what is meant underlined."""

from __future__ import annotations

from collections.abc import Mapping

from rich.cells import cell_len

from policyc.findings import Evidence
from policyc.render.paint import Line, safe, wrapped
from policyc.render.phrases import counted
from policyc.source import Place, Source

MOST_LINES = {"^": 4, "-": 2}
"""How many lines of a stretch are shown: more of what is blamed than of what it rests on."""
CONTEXT = 20
LEAST_ROOM = 30
SHORTENED = "…"
HERE = "here"
"""What evidence says that plays no part but to be the place."""


def snippet(evidence: Evidence, sources: Mapping[str, Source], mark: str, style: str, width: int) -> list[Line]:
    """Where some evidence stands, the part it plays, and its lines with the words underlined."""
    lines = heading(evidence, width)
    source = sources.get(evidence.place.path)
    if source is None:
        return lines
    place = evidence.place
    last = min(place.end_line, place.line + MOST_LINES[mark] - 1)
    gutter = len(str(last)) + 4
    for number in range(place.line, last + 1):
        lines += numbered(source.lines[number - 1], number, marked_columns(place, number), mark, style, gutter, width)
    if place.end_line > last:
        lines.append([(" " * gutter + f"| {SHORTENED} and {counted(place.end_line - last, 'more line')}", "dim")])
    return lines


def heading(evidence: Evidence, width: int) -> list[Line]:
    """The place, the clause by the contract's own number, and what it says there."""
    lead: Line = [("  ", ""), (safe(str(evidence.place)), "cyan")]
    return wrapped([*lead, ("  ", "")], safe(described(evidence)), width, indent=6)


def described(evidence: Evidence) -> str:
    """The clause and document, and the part that the evidence plays."""
    title = f'"{evidence.agreement}"' if evidence.agreement else ""
    where = f"clause {evidence.clause} of {title}" if evidence.clause and title else title
    part = evidence.message if evidence.message != HERE else ""
    return ": ".join(words for words in (where, part) if words)


def marked_columns(place: Place, number: int) -> tuple[int, int | None]:
    """Which stretch of a line is meant, counted from 0; None for up to its end."""
    start = place.column - 1 if number == place.line else 0
    return start, place.end_column - 1 if number == place.end_line else None


def numbered(
    text: str, number: int, columns: tuple[int, int | None], mark: str, style: str, gutter: int, width: int
) -> list[Line]:
    """A line with its number, and below it a line of marks under what is meant, unless that is the whole line."""
    before, meant, after = cropped(text, columns, max(width - gutter - 2, LEAST_ROOM))
    shown: Line = [(f"{number:>{gutter - 1}} | ", "dim"), (before, ""), (meant, style), (after, "")]
    if not before.strip() and after.strip() in ("", "."):
        return [shown]
    marks = mark * max(1, cell_len(meant))
    return [shown, [(" " * gutter + "| ", "dim"), (" " * cell_len(before), ""), (marks, style)]]


def cropped(text: str, columns: tuple[int, int | None], room: int) -> tuple[str, str, str]:
    """A line as what stands before, in and after a stretch, cut to fit; white space at its edges is not in it."""
    start, end = columns
    end = len(text.rstrip()) if end is None else end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    before, meant, after = text[:start], text[start:end], text[end:]
    if cell_len(safe_cut(before, room) + safe_cut(meant, room) + safe_cut(after, room)) <= room:
        return cells(before), cells(meant), cells(after)
    if cell_len(safe_cut(before, room)) > CONTEXT:
        before = SHORTENED + before[-CONTEXT:]
    before = cells(before)
    shown = fitting(meant, room - cell_len(before))
    rest = fitting(after, room - cell_len(before) - cell_len(shown)) if shown == cells(meant) else ""
    return before, shown, rest


def safe_cut(text: str, room: int) -> str:
    """So much of a text as tells whether it fits: lines may be very long."""
    return cells(text[: room + 1])


def cells(text: str) -> str:
    """Source text as it is shown: tabs as spaces, hidden characters by name."""
    return safe(text.replace("\t", "    "))


def fitting(text: str, room: int) -> str:
    """The beginning of a text that fits, with a sign where it was cut."""
    shown = safe_cut(text, max(room, 0))
    if cell_len(shown) <= room:
        return shown
    while shown and cell_len(shown) >= max(room, 1):
        shown = shown[:-1]
    return shown + SHORTENED

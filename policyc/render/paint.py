"""Lines for a terminal: words with their styles, wrapped by what they take up on the screen, painted last of all."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.style import Style

from policyc.render.phrases import plain

Piece = tuple[str, str]
"""Words and their style, as rich names styles; empty for none."""
Line = list[Piece]

DEFAULT_WIDTH = 100
"""How wide text is where it goes to no terminal."""


def safe(text: str) -> str:
    """Text from a file on one line, with nothing in it that a terminal obeys or hides."""
    return plain(text).replace("\n", "<U+000A>")


def text_of(lines: Iterable[Line], colour: bool = False) -> str:
    """Lines as text, each ended by a line break; without colour the words are the same."""
    shown = ["".join(painted(*piece) if colour else piece[0] for piece in line).rstrip() for line in lines]
    return "".join(f"{line}\n" for line in shown)


def painted(text: str, style: str) -> str:
    """Words in their style, by the escape sequences that every terminal knows."""
    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD) if style and text else text


def wrapped(lead: Line, text: str, width: int, indent: int = 2, tail: Line | None = None) -> list[Line]:
    """Words after a lead, broken at spaces so that each line fits; further lines are indented."""
    lines, line, used = [], list(lead), sum(cell_len(words) for words, _ in lead)
    pieces = [(word, "") for word in text.split()] + (tail or [])
    fresh = True
    for word, style in pieces:
        space = 0 if fresh else 1
        if used + space + cell_len(word) > width and not fresh:
            lines.append(line)
            line, used, space = [(" " * indent, "")], indent, 0
        line.append((" " * space + word, style))
        used += space + cell_len(word)
        fresh = False
    return [*lines, line]


def columns(rows: Iterable[tuple[str, str]], width: int, indent: int, least: int = 0) -> list[Line]:
    """Pairs as two columns: the first as wide as its widest entry, the second wrapped beside it."""
    pairs = list(rows)
    gap = max([least, *(cell_len(left) for left, _ in pairs)]) + 3
    lines: list[Line] = []
    for left, right in pairs:
        lead = " " * indent + left + " " * (gap - cell_len(left))
        lines += wrapped([(lead, "dim")], right, width, indent + gap)
    return lines

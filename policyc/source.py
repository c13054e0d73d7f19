"""Text as it was given, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from unicodedata import category

Span = tuple[int, int]
"""Offsets into a source's text, counted in code points: start inclusive, end exclusive."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")
STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'", "‛": "'"})
"""Curly signs and the straight ones they read as: one for one, so that places stay true."""
COMMENT = re.compile(r"""(["“”„‟][^"“”„‟]*["“”„‟])|#[^\r\n]*(?=[\r\n])""")
"""A quotation, in which everything may stand, or a comment that ends with its line."""
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u2800\u3164\uffa0") | {
    chr(code) for bounds in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)) for code in range(*bounds)
}
"""Signs that show nothing, though Unicode counts them as letters, marks or symbols."""


def is_unseen(character: str) -> bool:
    """Whether a reader cannot see a character: control, format and bidirectional signs, fillers, unassigned codes."""
    if character.isprintable():
        return character in INVISIBLE
    return category(character) != "Zs"


def visible(text: str, limit: int | None = None) -> str:
    """Text from a file made safe to show: unseen characters as ``<U+202E>``, what is longer than the limit cut off."""
    if limit is not None and len(text) > limit:
        text = text[: limit - 1] + "…"
    if text.isascii() and text.isprintable():
        return text
    return "".join(code_point(each) if is_unseen(each) else each for each in text)


def code_point(character: str) -> str:
    """A character by its number: ``<U+202E>``."""
    return f"<U+{ord(character):04X}>"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file as a reader counts it: lines and columns from 1, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """The place as editors and terminals link it: ``path:line:column``."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Source:
    """One policy text: its path as given (forward slashes) and what stands in it."""

    path: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        return (0, *(match.end() for match in LINE_BREAK.finditer(self.text)))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines, without their breaks."""
        return tuple(LINE_BREAK.split(self.text))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def place(self, span: Span) -> Place:
        """The place of a span."""
        return Place(self.path, *self.position(span[0]), *self.position(span[1]))

    def quote(self, span: Span) -> str:
        """The words of a span on one line, safe to show: without comments, runs of white space made one space."""
        words = self.text[span[0] : span[1]]
        if "#" in words and LINE_BREAK.search(words):
            words = COMMENT.sub(lambda found: found[1] or "", words)
        return visible(" ".join(words.split()))

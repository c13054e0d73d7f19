"""Text as it was given, and places in it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]
"""Offsets into a source's text, counted in code points: start inclusive, end exclusive."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of what a terminal obeys or does not show: controls, format characters, line separators."""


def visible(text: str) -> str:
    """Text from a file, safe to show: what a terminal would obey or hide becomes its code point, as in ``<U+202E>``."""
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in UNSEEN else sign for sign in text)



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
        """The words of a span on one line: runs of white space become one space."""
        return " ".join(self.text[span[0] : span[1]].split())

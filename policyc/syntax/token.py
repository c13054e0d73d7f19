"""A token: a word or sign of the language, its terminal in the grammar, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.source import Span


@dataclass(slots=True)
class Token:
    """``type`` is the terminal's name; ``words`` are as written."""

    type: str
    words: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return (self.start, self.end)

    @property
    def said(self) -> str:
        """Its words in lower case, one space between them."""
        return " ".join(self.words.lower().split())

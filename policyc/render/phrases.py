"""Small wordings that a page needs: lists and counts as they are read, and hidden characters made visible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from policyc.source import LINE_BREAK, code_point, visible

IGNORABLE = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks that most fonts draw as nothing at all."""

STACKED = 4
"""Marks above or below one letter, past which no writing goes; more would be drawn over neighbouring lines."""


def listed(words: Iterable[str], joiner: str = "and") -> str:
    """Words as a list is read.

    >>> listed(["balances", "transactions", "location"])
    'balances, transactions and location'
    """
    *most, last = list(words) or [""]
    return f"{', '.join(most)} {joiner} {last}" if most else last


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "finding"), counted(2000, "finding")
    ('1 finding', '2,000 findings')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def clause_words(name: str) -> str:
    """A clause by its label, or by its line where it has none.

    >>> clause_words("4.1"), clause_words("line 31")
    ('clause 4.1', 'line 31')
    """
    return f"clause {name}" if name and not name.startswith("line ") else name


def ticked(text: str) -> list[str]:
    """The text cut at its back ticks: every second part is policy language.

    >>> ticked("Say `for care`.")
    ['Say ', 'for care', '.']
    """
    parts = text.split("`")
    return parts if len(parts) % 2 else [text]


def plain(text: str) -> str:
    """The text with all that hides, reorders or smothers other characters written out as code points; lines are kept.

    >>> plain("Chase\u202e")
    'Chase<U+202E>'
    """
    if text.isascii() and text.isprintable():
        return text
    lines = (visible(line) for line in LINE_BREAK.split(text.replace("\t", " ")))
    return unstacked(IGNORABLE.sub(lambda found: code_point(found[0]), "\n".join(lines)))


def unstacked(text: str) -> str:
    """The text with marks written out that are piled on one letter higher than any writing goes."""
    shown, stacked = [], 0
    for character in text:
        stacked = stacked + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        shown.append(code_point(character) if stacked > STACKED else character)
    return "".join(shown)

"""Text measured and wrapped without a browser: wide enough for any usual sans-serif font."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

BOLD = 1.14
"""How much wider a bold face runs."""

WIDTHS = {
    0.29: "'ijlIJ",
    0.36: " ,.‘’·/:;\\|f-",
    0.43: "()[]t!r",
    0.54: '"*_`–§sz“”?c',
    0.62: "LFkvxyPTYaoe",
    0.65: "ESbdghnpqu0123456789${}",
    0.71: "KAVBRXZC",
    0.80: "UHNDG&OQ",
    0.86: "w#+<=>^~M",
    1.00: "%mW@—…",
}
"""Widths of characters in ems, after Verdana and DejaVu Sans, the widest of the usual faces."""

EMS = {character: ems for ems, characters in WIDTHS.items() for character in characters}

PARTS = re.compile(r"(\s*)(\S+?[/-](?=[^\W\d])|\S+)")
"""What a line may end after: a word, and within a word a hyphen or slash before a letter."""


@cache
def ems(character: str) -> float:
    """The width of one character in ems; a generous guess for those beyond ASCII."""
    if character in EMS:
        return EMS[character]
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0.0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return 1.3 if unicodedata.category(character) == "So" else 1.0
    base = unicodedata.normalize("NFD", character)[0]
    return EMS.get(base, 1.0 if base.isupper() else 0.85)


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text in a font of that size."""
    return sum(map(ems, text)) * size * (BOLD if bold else 1.0)


def wrap(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The text in lines no wider than the room: broken between words, and inside a word that alone is too wide.

    >>> wrap("card transactions and balances", 120, 13)
    ['card transactions', 'and balances']
    """
    lines = [""]
    for space, part in PARTS.findall(text):
        glue = " " if space else ""
        for piece in pieces(part, room, size, bold):
            joined = lines[-1] + glue + piece if lines[-1] else piece
            if width(joined, size, bold) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
            glue = ""
    return lines if lines[0] or len(lines) == 1 else lines[1:]


def pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word cut into pieces that each fit the room; mostly the word itself."""
    cut = [""]
    for character in word:
        if cut[-1] and width(cut[-1] + character, size, bold) > room:
            cut.append("")
        cut[-1] += character
    return cut

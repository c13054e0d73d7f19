"""The little Markdown that the rules' own pages are written in, cut into what a template sets apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

PIECE = re.compile(r"`(?P<code>[^`]+)`|\*(?P<em>[^*]+)\*")

UNNEEDED = re.compile(r"none needed\b", re.IGNORECASE)
"""How a rule says that no law or literature stands behind it."""


def phrased(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text without its line breaks, each with what it is: plain, ``code`` or ``em``.

    >>> list(phrased("Say *only* or `only`."))
    [('', 'Say '), ('em', 'only'), ('', ' or '), ('code', 'only'), ('', '.')]
    """
    text, end = " ".join(text.split()), 0
    for found in PIECE.finditer(text):
        if found.start() > end:
            yield "", text[end : found.start()]
        yield found.lastgroup or "", found[found.lastgroup or 0]
        end = found.end()
    if end < len(text):
        yield "", text[end:]


def legal(references: str) -> str:
    """What a rule names as its sources, empty where it says that none are needed.

    >>> legal("None needed: it is arithmetic."), legal("16 CFR 312.5: consent.")
    ('', '16 CFR 312.5: consent.')
    """
    return "" if UNNEEDED.match(references) else references

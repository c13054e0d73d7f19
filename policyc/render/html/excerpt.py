"""The words that a finding rests on, in the line that they stand in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from policyc.findings import Evidence
from policyc.source import LINE_BREAK

REACH = 160
"""How many characters of a line are shown on either side of the words."""

BARE = re.compile(r"\s*(\S+:)?\s*|\s*\.?\s*(#.*)?")
"""What may stand beside a whole clause on its line: a label before it; a full stop and a comment after it."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words, and what stands before and after them on the line; nothing where they are all of it."""

    before: str
    words: str
    after: str


def excerpt(evidence: Evidence, sources: Mapping[str, str]) -> Excerpt:
    """The words of evidence; where they are only part of a line of a known source, with the rest of that line."""
    place = evidence.place
    line = line_of(sources.get(place.path, ""), place.line)
    if place.end_line != place.line or not line:
        return Excerpt("", evidence.quote, "")
    start, end = place.column - 1, max(place.end_column, place.column) - 1
    before, words, after = line[:start], line[start:end], line[end:]
    if evidence.quote and " ".join(words.split()) != " ".join(evidence.quote.split()):
        return Excerpt("", evidence.quote, "")
    if BARE.fullmatch(before) and BARE.fullmatch(after):
        return Excerpt("", evidence.quote, "")
    return Excerpt(shortened(before, from_end=True), words, shortened(after, from_end=False))


def line_of(text: str, number: int) -> str:
    """One line of a text, counted from 1; empty where there is none."""
    lines = LINE_BREAK.split(text)
    return lines[number - 1] if 0 < number <= len(lines) else ""


def shortened(text: str, *, from_end: bool) -> str:
    """The part of a line's rest that is near the words."""
    if len(text) <= REACH:
        return text
    return f"…{text[-REACH:]}" if from_end else f"{text[:REACH]}…"

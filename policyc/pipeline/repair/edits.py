"""Edits of a text: words put in the place of others, all else left as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.findings import Edit
from policyc.source import Place, Source, Span


@dataclass(frozen=True, slots=True)
class Repair:
    """What cured one finding: its rule, and for each place the words before, the words after, and the line."""

    rule: str
    changes: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """A source, its text with the repairs, and these in the order in which they were made."""

    source: Source
    text: str
    repairs: tuple[Repair, ...]


def repair_of(rule: str, edits: Iterable[Edit], source: Source, lines_before: int = 0) -> Repair:
    """The repair of a source that some edits are; the source may begin after some lines of its file."""
    return Repair(rule, tuple((words_at(each, source), each.words, each.place.line + lines_before) for each in edits))


def words_at(edit: Edit, source: Source) -> str:
    """The words that an edit takes away."""
    return source.text[slice(*span_of(edit.place, source))]


def edited(source: Source, edits: Iterable[Edit]) -> str:
    """The text of a source with some edits, which do not overlap."""
    text = source.text
    for (start, end), words in sorted(((span_of(each.place, source), each.words) for each in edits), reverse=True):
        text = text[:start] + words + text[end:]
    return text


def span_of(place: Place, source: Source) -> Span:
    """The offsets of a place."""
    starts = source.line_starts
    return starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1

"""Edits of a text: words put in the place of others, all else left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policyc.findings import Edit
from policyc.source import Place, Source, Span


@dataclass(frozen=True, slots=True)
class Repair:
    """Edits that cure one finding, the rule that found it, and the words that each edit takes away."""

    rule: str
    edits: tuple[Edit, ...]
    taken: tuple[str, ...]

    @property
    def changes(self) -> Iterator[tuple[str, str, int]]:
        """For each edit the words before, the words after, and the line."""
        for edit, old in zip(self.edits, self.taken, strict=True):
            yield old, edit.words, edit.place.line


@dataclass(frozen=True, slots=True)
class Repaired:
    """A source, its text with the repairs, and these in the order in which they were made."""

    source: Source
    text: str
    repairs: tuple[Repair, ...]


def repair_of(rule: str, edits: tuple[Edit, ...], source: Source) -> Repair:
    """The repair of a source that some edits are."""
    return Repair(rule, edits, tuple(source.text[slice(*span_of(each.place, source))] for each in edits))


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

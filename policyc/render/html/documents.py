"""The documents as the page shows them: every clause with an anchor, and with the findings that quote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyc.render.html.findings import FindingItem, Reference
from policyc.render.phrases import clause_words
from policyc.report import ClauseView, DocumentView
from policyc.source import Place

PER = re.compile(r""",?\s*\bper\s+["“”][^"“”]*["“”](\s*:\s*["“”][^"“”]*["“”])?\s*$""", re.IGNORECASE)
"""Whom a clause quotes, and the words, where these end it."""


@dataclass(frozen=True, slots=True)
class ClauseItem:
    """A clause, its anchor, and the findings that quote it."""

    anchor: str
    clause: ClauseView
    references: tuple[Reference, ...]

    @property
    def words(self) -> str:
        """The clause's words, without its label and without whom it quotes: these have places of their own."""
        words = self.clause.words.strip()
        if self.clause.label:
            words = words.removeprefix(f"{self.clause.label}:").lstrip()
        return (self.clause.speaker and PER.sub("", words)) or words


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document, its anchor, its clauses, and the findings about it as a whole."""

    anchor: str
    document: DocumentView
    clauses: tuple[ClauseItem, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a link can lead to: its anchor, and what it is called."""

    anchor: str
    words: str


class Anchors:
    """Where on the page stands what a file says at a place: anchors of clauses and of documents' headers."""

    def __init__(self, documents: Iterable[DocumentView]) -> None:
        self.by_line: dict[tuple[str, int], list[tuple[Place, Target]]] = {}
        self.by_name: dict[tuple[str, str], str] = {}
        for number, document in enumerate(documents, 1):
            self.add(document.place, Target(document_anchor(number), document.title))
            for nth, clause in enumerate(document.clauses, 1):
                name = clause.label or f"line {clause.place.line}"
                anchor = clause_anchor(number, nth)
                self.add(clause.place, Target(anchor, f"{document.title}, {clause_words(name)}"))
                self.by_name.setdefault((document.title, name), anchor)

    def add(self, place: Place, target: Target) -> None:
        """Remember what stands at a place."""
        for line in range(place.line, place.end_line + 1):
            self.by_line.setdefault((place.path, line), []).append((place, target))

    def at(self, place: Place) -> Target | None:
        """What the words at a place are part of."""
        known = self.by_line.get((place.path, place.line), [])
        return next((target for other, target in known if overlap(place, other)), None)

    def named(self, title: str, clause: str) -> str | None:
        """The anchor of a clause, by its agreement's title and its own label."""
        return self.by_name.get((title, clause))


def document_anchor(number: int) -> str:
    """The anchor of a document, by its number from 1."""
    return f"document-{number}"


def clause_anchor(number: int, nth: int) -> str:
    """The anchor of a clause, by the numbers of its document and of itself."""
    return f"document-{number}-clause-{nth}"


def overlap(one: Place, other: Place) -> bool:
    """Whether two places in one file share a character, or begin at the same."""
    starts = [(place.line, place.column) for place in (one, other)]
    ends = [(place.end_line, place.end_column) for place in (one, other)]
    return starts[0] == starts[1] or (starts[0] < ends[1] and starts[1] < ends[0])


def document_items(
    documents: Sequence[DocumentView], quoting: Mapping[str, Sequence[Reference]]
) -> Iterator[DocumentItem]:
    """The documents, given which findings quote which anchor."""
    for number, document in enumerate(documents, 1):
        clauses = []
        for nth, clause in enumerate(document.clauses, 1):
            anchor = clause_anchor(number, nth)
            clauses.append(ClauseItem(anchor, clause, tuple(quoting.get(anchor, ()))))
        anchor = document_anchor(number)
        yield DocumentItem(anchor, document, tuple(clauses), tuple(quoting.get(anchor, ())))


def quoted_by(items: Iterable[FindingItem]) -> dict[str, list[Reference]]:
    """For each anchor, the findings that quote what stands there, each once."""
    quoting: dict[str, dict[Reference, None]] = {}
    for item in items:
        for shown in item.evidence:
            if shown.target:
                quoting.setdefault(shown.target, {})[item.reference] = None
    return {anchor: list(references) for anchor, references in quoting.items()}

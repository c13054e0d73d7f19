"""Where on the page stands what a file says: the anchors of documents and of their clauses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.render.phrases import clause_words
from policyc.report import ClauseView, DocumentView
from policyc.source import Place


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a link can lead to: its anchor, what it is called, and the clause where it is one."""

    anchor: str
    words: str
    clause: ClauseView | None = None


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
                self.add(clause.place, Target(anchor, f"{document.title}, {clause_words(name)}", clause))
                self.by_name.setdefault((document.title, name), anchor)

    def add(self, place: Place, target: Target) -> None:
        """Remember what stands at a place."""
        for line in range(place.line, place.end_line + 1):
            self.by_line.setdefault((place.path, line), []).append((place, target))

    def at(self, place: Place) -> Target | None:
        """What the words at a place are part of."""
        known = self.by_line.get((place.path, place.line), [])
        return next((target for other, target in known if overlap(place, other)), None)

    def name_at(self, place: Place) -> str | None:
        """The anchor of what the words at a place are part of."""
        target = self.at(place)
        return target.anchor if target else None

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

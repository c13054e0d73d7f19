"""The documents as the page shows them: every clause with an anchor, and with the findings that quote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyc.render.html.anchors import clause_anchor, document_anchor
from policyc.render.html.findings import FindingItem, Reference
from policyc.render.html.quoting import bare_words
from policyc.report import ClauseView, DocumentView


@dataclass(frozen=True, slots=True)
class ClauseItem:
    """A clause, its anchor, and the findings that quote it."""

    anchor: str
    clause: ClauseView
    references: tuple[Reference, ...]

    @property
    def words(self) -> str:
        """The clause's words, without its label and without whom it quotes: these have places of their own."""
        return bare_words(self.clause.words, self.clause.label, self.clause.speaker)


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """A document, its anchor, its clauses, and the findings about it as a whole."""

    anchor: str
    document: DocumentView
    clauses: tuple[ClauseItem, ...]
    references: tuple[Reference, ...]


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
                quoting.setdefault(shown.target.anchor, {})[item.reference] = None
    return {anchor: list(references) for anchor, references in quoting.items()}

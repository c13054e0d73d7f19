"""Which documents count as one agreement: one, and all that it incorporates, itself or by way of others.

Two agreements that incorporate the same terms are not one for that reason: each is one with the terms.
"""

from __future__ import annotations

from policyc.model.document import Document


class Joined:
    """The documents of a workspace, joined where one incorporates the other."""

    def __init__(self, documents: list[Document]) -> None:
        """Follow what every document incorporates."""
        titles = {document.title.lower(): document for document in documents}
        self._wholes = {document: reached(document, titles) for document in documents if document.incorporates}
        self._heads: dict[Document, dict[Document, None]] = {}
        for document in documents if self._wholes else ():
            for part in self.whole(document):
                self._heads.setdefault(part, {})[document] = None

    def whole(self, document: Document) -> list[Document]:
        """A document and all that it incorporates."""
        return self._wholes.get(document, [document])

    def heads(self, document: Document) -> list[Document]:
        """The documents to which a document belongs: itself, and what incorporates it."""
        return list(self._heads.get(document, (document,)))

    def shared(self, left: Document, right: Document) -> list[Document]:
        """The documents to which two others belong together; of a document and itself, that one alone."""
        if left is right:
            return [left]
        known = self._heads.get(right, {})
        return [head for head in self._heads.get(left, ()) if head in known]

    def one(self, left: Document, right: Document) -> bool:
        """Whether two documents count as one agreement."""
        return left is right or bool(self.shared(left, right))

    def beside(self, document: Document) -> list[Document]:
        """A document, and all others that count as one agreement with it."""
        if document not in self._heads:
            return [document]
        return list(dict.fromkeys([document, *(part for head in self.heads(document) for part in self.whole(head))]))


def reached(document: Document, titles: dict[str, Document]) -> list[Document]:
    """A document and all that it incorporates, itself or by way of others, as far as that is at hand."""
    found = {document: None}
    pending = [document]
    for each in pending:
        for title in each.incorporates:
            other = titles.get(title.lower())
            if other is not None and other not in found:
                found[other] = None
                pending.append(other)
    return pending

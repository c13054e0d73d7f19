"""What documents outrank because they amend: each what it amends, and the later of two amendments the earlier."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policyc.model.document import Document


def amendments(documents: list[Document]) -> Iterator[tuple[Document, list[Document]]]:
    """Each document that amends others, with all that it outranks for that reason.

    Of two that amend the same document, themselves or by way of others, the one that begins later outranks the
    other; where they begin on one day neither does. None begins before what it amends.
    """
    titles = {document.title.lower(): document for document in documents}
    amended = {id(document): reached(document, titles) for document in documents if document.amends}
    families: dict[int, list[Document]] = {}
    for document in documents:
        for each in amended.get(id(document), ()):
            families.setdefault(id(each), []).append(document)
    for document in documents:
        below = amended.get(id(document), [])
        beside = {id(each): each for root in below for each in families[id(root)]}
        day = begins(document, below)
        earlier = [each for each in beside.values() if begins(each, amended[id(each)]) < day]
        if below:
            yield document, [*direct(document, titles), *earlier]


def direct(document: Document, titles: dict[str, Document]) -> list[Document]:
    """What a document itself amends, as far as that is at hand."""
    return [titles[title.lower()] for title in document.amends if title.lower() in titles]


def reached(document: Document, titles: dict[str, Document]) -> list[Document]:
    """All that a document amends, itself or by way of others."""
    found: dict[int, Document] = {}
    pending = direct(document, titles)
    for each in pending:
        if id(each) not in found:
            found[id(each)] = each
            pending += direct(each, titles)
    return list(found.values())


def begins(document: Document, below: list[Document]) -> date:
    """The day from which a document speaks, not before all that it amends does; the first of days where none says."""
    return max(each.start or date.min for each in (document, *below))

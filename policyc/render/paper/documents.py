"""The documents in full on paper: each clause with the contract's words, its reading, the findings that quote it."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.render.html.documents import ClauseItem, DocumentItem
from policyc.render.html.view import Page
from policyc.render.paper.blocks import Block, Bullets, Heading, Paragraph, Span, Words
from policyc.render.paper.words import finding_list, joined, place, run_in, said, source, spoken, strong, text
from policyc.render.phrases import listed

SAYS_WHO = "says who"
"""The reading that repeats whom a clause quotes, which stands beside its words."""


def documents(page: Page) -> Iterator[Block]:
    """The section of documents."""
    yield Heading(1, said("The documents in full"), "documents")
    if not page.documents:
        yield text("None was read.")
    for item in page.documents:
        yield from document_blocks(item)


def document_blocks(item: DocumentItem) -> Iterator[Block]:
    """One document."""
    document = item.document
    yield Heading(2, said(document.title), item.anchor)
    yield source(particulars(item), place(document.place))
    if item.references:
        yield run_in("Findings that quote it", finding_list(item.references))
    for clause in item.clauses:
        yield from clause_blocks(clause)
    if document.others:
        yield Heading(3, said("Other sentences"))
        yield Bullets(tuple(said(sentence) for sentence in document.others))


def particulars(item: DocumentItem) -> Words:
    """What kind of document it is, how it stands, between whom, when, and on whose word."""
    document = item.document
    return joined(
        (
            said(document.kind.capitalize()),
            strong(document.status) if document.status else (),
            said(f"between {listed(document.parties)}" if document.parties else ""),
            said(document.period),
            said(f"according to {document.speaker}" if document.speaker else ""),
        ),
        ", ",
    )


def clause_blocks(item: ClauseItem) -> Iterator[Block]:
    """One clause."""
    clause = item.clause
    yield Heading(3, said(f"Clause {clause.label}" if clause.label else f"Line {clause.place.line}"), item.anchor)
    quoted = (Span("Findings that quote it: "), *finding_list(item.references)) if item.references else ()
    yield source(place(clause.place), quoted)
    yield Paragraph(said(item.words))
    if clause.quoted or clause.speaker:
        yield spoken(clause.speaker or "", clause.quoted or "")
    readings = [each for each in clause.readings if not (clause.speaker and each.aspect == SAYS_WHO)]
    if readings:
        yield Bullets(tuple((*strong(each.aspect), Span(": "), *said(each.words)) for each in readings))

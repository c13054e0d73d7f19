"""From the report to the blocks of a paper: what the page shows, in the same order and the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policyc.render.html.view import Page, page
from policyc.render.paper.blocks import Block, Heading, Kind, Paper, Paragraph, Span, Words
from policyc.render.paper.documents import documents
from policyc.render.paper.findings import findings
from policyc.render.paper.flows import flows, matrices
from policyc.render.paper.reach import laws, rules, unchecked
from policyc.render.paper.record import record
from policyc.render.paper.times import times
from policyc.render.paper.words import joined, line, prose, said, strong
from policyc.report import Report

SECTIONS = (findings, unchecked, flows, matrices, times, documents, laws, rules, record)


def paper(report: Report, sources: Mapping[str, str]) -> Paper:
    """A report as plain blocks; with the texts of the files, by path, short quotations stand in their lines."""
    view = page(report, sources)
    sections = (block for section in SECTIONS for block in section(view))
    title = line(f"Report on {view.title}")
    return Paper(title, f"policyc {report.version}", (*opening(view, title), *sections))


def opening(view: Page, title: str) -> Iterator[Block]:
    """What a reader sees first: the verdict, and the whole in a paragraph."""
    yield Heading(0, said(title))
    yield Paragraph(prose(view.verdict), Kind.VERDICT)
    incomplete = view.report.incomplete and view.gaps
    parts = [prose(view.scope), gravest(view), prose(view.next), prose(view.fine)]
    yield Paragraph(joined([*parts, () if incomplete else prose(view.gaps)], " "))
    if incomplete:
        yield Paragraph((*strong("Incomplete."), Span(" "), *prose(view.gaps)))
    yield Paragraph(said(" · ".join(f"{name}: {number:,}" for name, number in view.counts)), Kind.SOURCE)


def gravest(view: Page) -> Words:
    """The gravest finding."""
    if view.gravest is None:
        return ()
    item = view.gravest
    number = Span(f"finding {item.number}", target=item.anchor)
    agreement = item.finding.primary.agreement
    where = said(f", in “{agreement}”") if agreement and len(view.documents) > 1 else ()
    return (Span("The gravest point is "), number, *where, Span(": "), *prose(item.finding.message))

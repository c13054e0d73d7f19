"""What the templates show: the report with its findings numbered, its anchors made and its cross references found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyc.findings import Unchecked
from policyc.render.html.documents import Anchors, DocumentItem, Target, document_items, quoted_by
from policyc.render.html.findings import FindingItem, Group, Reference, grouped, numbered, references
from policyc.render.html.verdict import gaps, verdict
from policyc.render.laws import outcome_words
from policyc.render.phrases import counted, listed
from policyc.render.picture import Arrow, Panel, arrows, panels
from policyc.report import FlowView, LawView, Report

MOST = 150
"""More arrows than this are not drawn: the table has them all, and a drawing would show nobody anything."""

FEW = 3
"""The titles of so many agreements stand in the heading; more are counted."""


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A row of the table of flows: who gives whom what, where that is said, and the findings that quote it."""

    givers: tuple[str, ...]
    takers: tuple[str, ...]
    terms: FlowView
    target: str | None
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class UncheckedItem:
    """What was not checked, and the clause that it stands in."""

    unchecked: Unchecked
    target: Target | None


@dataclass(frozen=True, slots=True)
class LawItem:
    """What became of a law and an agreement, in words, and the anchor of the agreement."""

    view: LawView
    words: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that the templates show."""

    report: Report
    title: str
    verdict: str
    gaps: str
    gravest: FindingItem | None
    counts: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]
    unchecked: tuple[UncheckedItem, ...]
    laws: tuple[LawItem, ...]
    arrows: int
    panels: tuple[Panel, ...]
    flows: tuple[FlowRow, ...]
    documents: tuple[DocumentItem, ...]


def page(report: Report, sources: Mapping[str, str]) -> Page:
    """Prepare a report for the templates."""
    anchors = Anchors(report.documents)
    evidence = [one for finding in report.findings for one in (finding.primary, *finding.related)]
    found = {one: anchors.at(one.place) for one in evidence}
    targets = {one: target.anchor for one, target in found.items() if target}
    items = numbered(report.findings, targets, sources)
    known = references(items)
    drawn = arrows(report.flows)
    numbers = {key: (to.severity, to.number) for key, to in known.items() if not to.suppressed}
    unchecked = sorted(report.unchecked, key=lambda item: not item.incomplete)
    return Page(
        report=report,
        title=title(report),
        verdict=verdict(report),
        gaps=gaps(report),
        gravest=next((item for item in items if item.finding.suppressed is None), None),
        counts=tuple(counts(report)),
        groups=tuple(grouped(items)),
        unchecked=tuple(UncheckedItem(item, anchors.at(item.place)) for item in unchecked),
        laws=tuple(LawItem(law, outcome_words(law), anchor_of(law, anchors)) for law in report.laws),
        arrows=len(drawn),
        panels=tuple(panels(drawn, numbers)) if len(drawn) <= MOST else (),
        flows=tuple(row for arrow in drawn for row in rows(arrow, anchors, known)),
        documents=tuple(document_items(report.documents, quoted_by(items))),
    )


def anchor_of(law: LawView, anchors: Anchors) -> str | None:
    """The anchor of the agreement that a law was, or was not, held against."""
    target = anchors.at(law.place)
    return target.anchor if target else None


def counts(report: Report) -> Iterator[tuple[str, int]]:
    """The numbers that the page begins with; the last are named only where there are any."""
    total = report.summary
    yield "Agreements", total.agreements
    yield "Clauses", total.clauses
    yield "Errors", total.errors
    yield "Warnings", total.warnings
    yield "Notes", total.notes
    if total.suppressed:
        yield "Suppressed", total.suppressed
    if report.unchecked or report.given:
        yield "Not checked", len(report.unchecked) + len(report.given)


def rows(arrow: Arrow, anchors: Anchors, known: Mapping[str, Reference]) -> Sequence[FlowRow]:
    """The rows of the table that say what an arrow says."""
    return [
        FlowRow(
            arrow.givers,
            arrow.takers,
            terms,
            anchors.named(terms.agreement, terms.clause),
            tuple(sorted((known[key] for key in terms.fingerprints if key in known), key=by_number)),
        )
        for terms in arrow.terms
    ]


def by_number(reference: Reference) -> int:
    """The order in which references are listed."""
    return reference.number


def title(report: Report) -> str:
    """What the report is about, in words."""
    titles = [document.title for document in report.documents if document.kind == "agreement"]
    if 0 < len(titles) <= FEW:
        return listed(f"“{title}”" for title in titles)
    if titles:
        return counted(len(titles), "agreement")
    return counted(len(report.paths), "policy file") if report.paths else "no policy file"

"""What the templates show: the report with its findings numbered, its anchors made and its cross references found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policyc.findings import Unchecked
from policyc.render.html import abstract
from policyc.render.html.anchors import Anchors, Target
from policyc.render.html.causes import SharedCause, listed_causes, shared_causes
from policyc.render.html.documents import DocumentItem, document_items, quoted_by
from policyc.render.html.evidence import Setting
from policyc.render.html.findings import FindingItem, Group, Reference, grouped, numbered, references
from policyc.render.html.flows import FlowRow, rows
from policyc.render.html.rules import Family, families, hit, rules_words
from policyc.render.html.verdict import gaps, verdict
from policyc.render.laws import outcome_words
from policyc.render.phrases import counted, listed
from policyc.render.picture import Overview, Panel, arrows, matrix, overview, panels, timeline
from policyc.report import LawView, Report

MANY = 300
"""Of more findings than this, a browser lays out only those that are seen."""

FEW = 3
"""The titles of so many agreements stand in the heading; more are counted."""


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
    anchors: Anchors
    title: str
    verdict: str
    scope: str
    gravest: FindingItem | None
    next: str
    fine: str
    gaps: str
    counts: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]
    causes: tuple[SharedCause, ...]
    unchecked: tuple[UncheckedItem, ...]
    laws: tuple[LawItem, ...]
    against: tuple[Reference, ...]
    map: Overview[FlowRow] | None
    panels: tuple[Panel, ...]
    flows: tuple[FlowRow, ...]
    matrices: tuple[matrix.MatrixGroup, ...]
    timeline: timeline.TimelineItem
    documents: tuple[DocumentItem, ...]
    rules: str
    families: tuple[Family, ...]

    @property
    def many(self) -> bool:
        """Whether there are so many findings that a browser had better not lay out those that are out of sight."""
        return len(self.report.findings) > MANY

    @property
    def elsewhere(self) -> str:
        """The page that lists all rules where this one does not: the index of a portfolio."""
        return self.report.links.index if self.report.links else ""

    @property
    def alone(self) -> str | None:
        """The title of the only document; None where there are several."""
        return self.report.documents[0].title if len(self.report.documents) == 1 else None

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that were read."""
        return self.report.paths

    @property
    def contents(self) -> Iterator[tuple[str, str]]:
        """The sections of the page: anchors and headings."""
        times = self.report.timeline
        yield "findings", "Findings"
        yield "unchecked", "What was not checked"
        yield "flows", "Who gives what to whom"
        if self.report.matrices:
            yield "matrix", "Who may do what"
        if times.terms or times.deadlines or times.survivals:
            yield "timeline", "When"
        yield "documents", "The documents in full"
        yield "laws", "Laws"
        if self.families:
            yield "rules", "Rules"
        yield "about", "About this report"


def page(report: Report, sources: Mapping[str, str]) -> Page:
    """Prepare a report for the templates."""
    anchors = Anchors(report.documents)
    setting = Setting(
        anchors, sources, {rule.name: rule for rule in report.rules}, shared_causes(report, anchors), report.links
    )
    items = numbered(report.findings, setting)
    known = references(items)
    drawn = arrows(report.flows)
    many = overview(drawn, lambda arrow: rows(arrow, anchors, known))
    numbers = {key: (to.severity, to.number) for key, to in known.items() if not to.suppressed}
    unchecked = sorted(report.unchecked, key=lambda item: not item.incomplete)
    documents = tuple(document_items(report.documents, quoted_by(items)))
    return Page(
        report=report,
        anchors=anchors,
        title=title(report),
        verdict=verdict(report),
        scope=abstract.scope(report),
        gravest=next((item for item in items if item.finding.suppressed is None), None),
        next=abstract.next_words(report),
        fine=abstract.fine(report, sum(not clause.references for each in documents for clause in each.clauses)),
        gaps=gaps(report),
        counts=tuple(counts(report)),
        groups=tuple(grouped(items)),
        causes=tuple(listed_causes(items, anchors)),
        unchecked=tuple(UncheckedItem(item, anchors.at(item.place)) for item in unchecked),
        laws=tuple(LawItem(law, outcome_words(law), anchors.name_at(law.place)) for law in report.laws),
        against=tuple(item.reference for item in items if any(step.against for step in item.finding.steps)),
        map=many,
        panels=() if many else tuple(panels(drawn, numbers)),
        flows=() if many else tuple(row for arrow in drawn for row in rows(arrow, anchors, known)),
        matrices=matrix.items(report.matrices, anchors.name_at),
        timeline=timeline.chart(report.timeline, report.provenance.as_of, anchors.name_at),
        documents=documents,
        rules=rules_words(report.rules, report.version),
        families=tuple(families(report.rules if report.links is None else hit(report.rules))),
    )


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


def title(report: Report) -> str:
    """What the report is about, in words."""
    titles = [document.title for document in report.documents if document.kind == "agreement"]
    if 0 < len(titles) <= FEW:
        return listed(f"“{title}”" for title in titles)
    if titles:
        return counted(len(titles), "agreement")
    return counted(len(report.paths), "policy file") if report.paths else "no policy file"

"""The findings on paper: by severity, each with its quotations, a case, why it matters, and a cure."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.render.html.evidence import EvidenceItem
from policyc.render.html.findings import FindingItem, Group
from policyc.render.html.view import Page
from policyc.render.html.wording import legal
from policyc.render.paper.blocks import Block, Bullets, Heading, Kind, Paragraph, Span, Style, Words
from policyc.render.paper.words import (
    code,
    finding_list,
    gloss,
    joined,
    line,
    place,
    prose,
    run_in,
    said,
    source,
    spoken,
    strong,
    text,
)
from policyc.render.phrases import clause_words


def findings(page: Page) -> Iterator[Block]:
    """The section of findings."""
    yield Heading(1, said("Findings"), "findings")
    if not page.groups:
        yield text(page.verdict)
    if page.causes:
        yield text("What several findings rest on; one cure may do for all of them:")
        yield Bullets(tuple(joined((strong(each.words), finding_list(each.references)), ": ") for each in page.causes))
    for group in page.groups:
        yield from group_blocks(group)


def group_blocks(group: Group) -> Iterator[Block]:
    """The findings of one severity, or those that are suppressed."""
    yield Heading(2, said(group.heading), group.key)
    yield source(prose(group.explanation))
    for item in group.items:
        yield from finding_blocks(item)


def finding_blocks(item: FindingItem) -> Iterator[Block]:
    """One finding."""
    finding = item.finding
    yield Heading(3, (Span(f"Finding {item.number}. "), *prose(finding.message)), item.anchor)
    yield source(strong(finding.severity.value.capitalize()), code(finding.rule), said(finding.primary.agreement or ""))
    if finding.suppressed is not None:
        yield run_in("Suppressed", said(finding.suppressed or "no reason given"))
    for evidence in item.evidence:
        yield from evidence_blocks(evidence)
    if finding.witness:
        yield run_in("For instance", prose(finding.witness))
    if item.rule and item.rule.why:
        yield run_in("Why it matters", gloss(item.rule.why))
        if references := legal(item.rule.references):
            yield run_in("Sources", gloss(references))
    if finding.help:
        yield run_in("What would cure it", prose(finding.help))


def evidence_blocks(item: EvidenceItem) -> Iterator[Block]:
    """What a finding quotes: the part it plays, where it stands, its words, and on whose word it stands."""
    evidence = item.evidence
    clause = clause_words(evidence.clause) if evidence.clause else ""
    where = ", ".join(part for part in (item.title, clause) if part)
    at = place(evidence.place) if item.path else said(f"line {evidence.place.line}")
    target = item.target.anchor if item.target else None
    yield source(prose(evidence.message), said(where, target), at)
    shown = item.excerpt
    if shown.words:
        words = (*said_open(shown.before), Span(line(shown.words), mark(item)), *said_open(shown.after))
        yield Paragraph(words, Kind.QUOTE)
    if item.source:
        yield spoken(item.source.speaker, item.source.quoted)


def mark(item: EvidenceItem) -> Style:
    """How the words that are meant are set: apart from the line that they stand in, if that is shown."""
    return Style.STRONG if item.excerpt.before or item.excerpt.after else Style.PLAIN


def said_open(words: str) -> Words:
    """The rest of a line, its blanks at the edge kept."""
    if not words.strip():
        return (Span(" "),) if words else ()
    lead, tail = (" " if words[at].isspace() else "" for at in (0, -1))
    return (Span(f"{lead}{line(words)}{tail}"),)

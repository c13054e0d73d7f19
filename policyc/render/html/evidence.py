"""The words that a finding rests on as the page shows them: in their line, linked, and with whose words they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from policyc.findings import Evidence
from policyc.render.html.addresses import file_address
from policyc.render.html.anchors import Anchors, Target
from policyc.render.html.excerpt import Excerpt, excerpt
from policyc.render.html.quoting import Source, shown_words, source_of
from policyc.report import Links, RuleView
from policyc.report.causes import Cause


@dataclass(frozen=True, slots=True)
class Setting:
    """What findings are shown amid: what else the page and its portfolio show, the texts of files, the rules' pages.

    ``causes`` is what a finding has in common with others, by its position among the findings.
    """

    anchors: Anchors
    sources: Mapping[str, str]
    rules: Mapping[str, RuleView]
    causes: Mapping[int, Cause]
    links: Links | None


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """Evidence, its words in their line, what it is part of if the page shows that, and on whose word it stands.

    ``href`` leads to what it is part of, on this page or on another of the portfolio; empty where none shows it.
    ``title`` is its agreement and ``path`` its file, both empty where the evidence before it has the same.
    """

    evidence: Evidence
    excerpt: Excerpt
    target: Target | None
    href: str
    source: Source | None
    title: str
    path: str


def evidence_item(evidence: Evidence, before: Evidence | None, setting: Setting) -> EvidenceItem:
    """Evidence with its words in their line; a whole clause stands without its label and its source."""
    target = setting.anchors.at(evidence.place)
    href = f"#{target.anchor}" if target else page_of(evidence, setting.links)
    clause = target.clause if target else None
    shown = excerpt(evidence, setting.sources)
    if not (shown.before or shown.after):
        shown = Excerpt("", shown_words(evidence, clause), "")
    title = "" if before and before.agreement == evidence.agreement and evidence.clause else evidence.agreement or ""
    path = "" if before and before.place.path == evidence.place.path else evidence.place.path
    return EvidenceItem(evidence, shown, target, href, source_of(clause), title, path)


def page_of(evidence: Evidence, links: Links | None) -> str:
    """The page of the portfolio that shows another agreement; empty where there is none."""
    where = (evidence.place.path, evidence.agreement)
    pages = links.pages if links else ()
    return next((file_address(each.page) for each in pages if (each.path, each.title) == where), "")

"""The findings as the page shows them: numbered, anchored and grouped, gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from policyc.findings import Evidence, Finding, Severity
from policyc.render.html.excerpt import Excerpt, excerpt
from policyc.render.phrases import counted


@dataclass(frozen=True, slots=True)
class Reference:
    """A finding as another part of the page refers to it."""

    number: int
    anchor: str
    severity: Severity
    suppressed: bool


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """Evidence, its words in their line, and the anchor of the clause that it quotes, if the page shows that."""

    evidence: Evidence
    excerpt: Excerpt
    target: str | None


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding with its number and its anchor; the first evidence is what it blames."""

    number: int
    anchor: str
    finding: Finding
    evidence: tuple[EvidenceItem, ...]

    @property
    def reference(self) -> Reference:
        """How others refer to it."""
        return Reference(self.number, self.anchor, self.finding.severity, self.finding.suppressed is not None)


@dataclass(frozen=True, slots=True)
class Group:
    """The findings under one heading."""

    key: str
    heading: str
    explanation: str
    items: tuple[FindingItem, ...]


EXPLANATIONS = {
    Severity.ERROR: "What is written cannot stand: it contradicts itself, lacks what it needs, or cannot be read.",
    Severity.WARNING: "A careful reader would raise these before signing.",
    Severity.NOTE: "For information: nothing here need be wrong.",
}


def numbered(
    findings: Iterable[Finding], targets: Mapping[Evidence, str], sources: Mapping[str, str]
) -> list[FindingItem]:
    """The findings in the order of the page: those in force by severity, then the suppressed."""
    order = sorted(findings, key=lambda one: (one.suppressed is not None, one.severity.rank))
    seen: Counter[str] = Counter()
    items = []
    for number, finding in enumerate(order, 1):
        seen[finding.fingerprint] += 1
        anchor = f"finding-{finding.fingerprint}"
        if seen[finding.fingerprint] > 1:
            anchor += f"-{seen[finding.fingerprint]}"
        evidence = (finding.primary, *finding.related)
        shown = tuple(EvidenceItem(one, excerpt(one, sources), targets.get(one)) for one in evidence)
        items.append(FindingItem(number, anchor, finding, shown))
    return items


def grouped(items: Sequence[FindingItem]) -> list[Group]:
    """The findings by severity, and the suppressed in a group of their own."""
    groups = [severity_group(severity, items) for severity in Severity]
    suppressed = tuple(item for item in items if item.finding.suppressed is not None)
    words = "Somebody has judged these and given a reason; they count no more, and are listed all the same."
    groups.append(Group("suppressed", f"{len(suppressed):,} suppressed", words, suppressed))
    return [group for group in groups if group.items]


def severity_group(severity: Severity, items: Sequence[FindingItem]) -> Group:
    """The findings of one severity that are in force."""
    mine = tuple(i for i in items if i.finding.severity is severity and i.finding.suppressed is None)
    return Group(severity.value, counted(len(mine), severity.value), EXPLANATIONS[severity], mine)


def references(items: Iterable[FindingItem]) -> dict[str, Reference]:
    """The findings by fingerprint, as others refer to them; the first of several alike."""
    found: dict[str, Reference] = {}
    for item in items:
        found.setdefault(item.finding.fingerprint, item.reference)
    return found

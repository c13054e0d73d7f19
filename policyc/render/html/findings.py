"""The findings as the page shows them: numbered, anchored and grouped, gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policyc.findings import Finding, Severity
from policyc.render.html.evidence import EvidenceItem, Setting, evidence_item
from policyc.render.phrases import counted
from policyc.render.picture.witness import Witness, witness
from policyc.report import RuleView
from policyc.report.causes import Cause


@dataclass(frozen=True, slots=True)
class Reference:
    """A finding as another part of the page refers to it."""

    number: int
    anchor: str
    severity: Severity
    suppressed: bool
    rule: str


@dataclass(frozen=True, slots=True)
class FindingItem:
    """A finding with its number, its anchor and its rank in the order of places; the first evidence is what it blames.

    ``rule`` is the page of its rule, None where the report has none; ``picture`` shows its witness, None where there is
    none; ``cause`` is what it has in common with others, None where it stands alone.
    """

    number: int
    anchor: str
    place: int
    finding: Finding
    evidence: tuple[EvidenceItem, ...]
    rule: RuleView | None
    picture: Witness | None
    cause: Cause | None

    @property
    def reference(self) -> Reference:
        """How others refer to it."""
        finding = self.finding
        return Reference(self.number, self.anchor, finding.severity, finding.suppressed is not None, finding.rule)

    @property
    def kind(self) -> str:
        """What a reader may leave out: its severity, or that it is suppressed."""
        return self.finding.severity.value if self.finding.suppressed is None else "suppressed"


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


def numbered(findings: Sequence[Finding], setting: Setting) -> list[FindingItem]:
    """The findings in the order of the page: those in force by severity, then the suppressed."""
    order = sorted(enumerate(findings), key=lambda one: (one[1].suppressed is not None, one[1].severity.rank))
    seen: Counter[str] = Counter()
    items = []
    for number, (place, finding) in enumerate(order, 1):
        seen[finding.fingerprint] += 1
        anchor = f"finding-{finding.fingerprint}"
        if seen[finding.fingerprint] > 1:
            anchor += f"-{seen[finding.fingerprint]}"
        evidence = (finding.primary, *finding.related)
        items.append(
            FindingItem(
                number=number,
                anchor=anchor,
                place=place,
                finding=finding,
                evidence=tuple(
                    evidence_item(one, evidence[at - 1] if at else None, setting) for at, one in enumerate(evidence)
                ),
                rule=setting.rules.get(finding.rule),
                picture=witness(finding.steps, setting.anchors.name_at),
                cause=setting.causes.get(place),
            )
        )
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

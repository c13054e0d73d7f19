"""The headline: data that serve a purpose banned to a party flow to that party, one case for each agreement, data and taker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.analysis.contradiction import comparable
from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.necessity import Mismatch, Need
from policyc.analysis.purposes import covered_by, needs_no_purpose, one_agreement
from policyc.findings import Severity
from policyc.model.document import Document
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import NONE
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import Side

CONTROLS = ("consent", "de identified")
"""Conditions on a flow that answer the question whether the data serve a banned purpose."""


@dataclass(frozen=True, slots=True)
class Headline:
    """Data that flow to a party and serve purposes banned to it; several flows and several bans are one case."""

    mismatches: tuple[Mismatch, ...]
    bans: tuple[Norm, ...]
    severity: Severity

    @property
    def first(self) -> Mismatch:
        """The mismatch that is told."""
        return self.mismatches[0]

    @property
    def flow(self) -> Flow:
        """The flow that is blamed."""
        return self.first.flow

    @property
    def document(self) -> Document:
        """The agreement of the flow."""
        return self.flow.norm.document

    @property
    def serves(self) -> tuple[Concept, ...]:
        """The purposes that such data serve and that are banned."""
        return tuple(dict.fromkeys(purpose for each in self.mismatches for purpose in each.serves))


def headlines(facts: Facts) -> list[Headline]:
    """Every case, in the order of the flows."""
    groups: dict[tuple[int, Concept, int], list[tuple[Mismatch, list[Norm]]]] = {}
    for mismatch in facts.mismatches:
        flow = mismatch.flow
        bans = [ban for ban in mismatch.bans if comparable(flow.norm, ban)]
        if bans and not controlled(flow, facts) and not needs_no_purpose(flow, facts):
            key = (id(flow.norm.document), mismatch.data, flow.takers_mask)
            groups.setdefault(key, []).append((mismatch, bans))
    return [headline(group) for group in groups.values()]


def controlled(flow: Flow, facts: Facts) -> bool:
    """Whether data flow only with consent, or only stripped of what points to people."""
    control = covered_by(CONTROLS, Kind.CONDITION, facts.closure(flow.norm.document))
    parts = (flow.norm.region.condition, flow.norm.manner)
    return any(all(any(not mask & ~control for mask in way.held) for way in part) for part in parts if part)


def headline(group: list[tuple[Mismatch, list[Norm]]]) -> Headline:
    """One case of several mismatches, the gravest first."""
    ranked = sorted(group, key=lambda pair: severity_of(*pair).rank)
    bans = dict.fromkeys(ban for _, each in ranked for ban in each)
    document = ranked[0][0].flow.norm.document
    own_first = sorted(bans, key=lambda ban: (not one_agreement(ban.document, document), ban.index))
    return Headline(tuple(mismatch for mismatch, _ in ranked), tuple(own_first), severity_of(*ranked[0]))


def severity_of(mismatch: Mismatch, bans: Iterable[Norm]) -> Severity:
    """An error where nothing needs the data and a flat ban of the same agreement is meant; a note where a need is unknown."""
    if mismatch.need is Need.UNKNOWN:
        return Severity.NOTE
    flat = any(one_agreement(ban.document, mismatch.flow.norm.document) and is_flat(ban) for ban in bans)
    return Severity.ERROR if flat and not mismatch.flow.norm.quoted else Severity.WARNING


def is_flat(ban: Norm) -> bool:
    """Whether a ban holds without any condition, and on what one does oneself, not only on what one does with others."""
    return ban.region.condition == ALWAYS and not ban.quoted and bool(ban.region.masks[Side.COUNTERPARTY] & NONE)

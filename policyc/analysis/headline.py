"""The headline: data that serve a purpose banned to a party flow to it; one case an agreement, data and taker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.necessity import Mismatch, Need
from policyc.analysis.purposes import needs_no_purpose, one_agreement, only_where
from policyc.findings import Severity
from policyc.model.document import Document
from policyc.model.names import Concept
from policyc.norms.concepts import NONE, OTHER
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
    def data(self) -> tuple[Concept, ...]:
        """The data: one kind, or for a note all the kinds of which no need is known."""
        return tuple(dict.fromkeys(each.data for each in self.mismatches))

    @property
    def serves(self) -> tuple[Concept, ...]:
        """The purposes that such data serve and that are banned."""
        return tuple(dict.fromkeys(purpose for each in self.mismatches for purpose in each.serves))


def headlines(facts: Facts) -> list[Headline]:
    """Every case, in the order of the flows; all data of which no need is known are one case an agreement and taker."""
    groups: dict[tuple[int, Concept | None, int], list[tuple[Mismatch, list[Norm]]]] = {}
    for mismatch in sorted(facts.mismatches, key=lambda each: each.need is Need.UNKNOWN):
        flow = mismatch.flow
        bans = [ban for ban in mismatch.bans if names_what_it_bans(ban)]
        controlled = only_where(flow, CONTROLS, facts.closure(flow.norm.document))
        if bans and not controlled and not needs_no_purpose(flow, facts):
            key: tuple[int, Concept | None, int] = (id(flow.norm.document), mismatch.data, flow.takers_mask)
            if mismatch.need is Need.UNKNOWN and key not in groups:
                key = (key[0], None, key[2])
            groups.setdefault(key, []).append((mismatch, bans))
    return [headline(group) for group in groups.values()]


def names_what_it_bans(ban: Norm) -> bool:
    """Whether a ban names purposes, and not all but some: such a closed list is told where a flow lies outside it."""
    return not ban.region.masks[Side.PURPOSE] & OTHER


def headline(group: list[tuple[Mismatch, list[Norm]]]) -> Headline:
    """One case of several mismatches, the gravest first."""
    ranked = sorted(group, key=lambda pair: severity_of(*pair).rank)
    bans = dict.fromkeys(ban for _, each in ranked for ban in each)
    document = ranked[0][0].flow.norm.document
    own_first = sorted(bans, key=lambda ban: (not one_agreement(ban.document, document), ban.index))
    return Headline(tuple(mismatch for mismatch, _ in ranked), tuple(own_first), severity_of(*ranked[0]))


def severity_of(mismatch: Mismatch, bans: Iterable[Norm]) -> Severity:
    """An error where nothing needs the data and a flat ban stands beside; a note where a need is unknown."""
    if mismatch.need is Need.UNKNOWN:
        return Severity.NOTE
    flat = any(one_agreement(ban.document, mismatch.flow.norm.document) and is_flat(ban) for ban in bans)
    return Severity.ERROR if flat and not mismatch.flow.norm.quoted else Severity.WARNING


def is_flat(ban: Norm) -> bool:
    """Whether a ban holds without a condition, and on what one does oneself, not only on what one does with others."""
    return ban.region.condition == ALWAYS and not ban.quoted and bool(ban.region.masks[Side.COUNTERPARTY] & NONE)

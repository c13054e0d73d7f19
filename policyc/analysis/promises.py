"""Promises that a flow gets round: a closed list of uses, or consent, promised for data that flow without either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.encounters import ByPerson
from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.necessity import touches, weighed_data
from policyc.analysis.purposes import needs_no_purpose, one_agreement, purposes_of, says_nothing
from policyc.analysis.silence import relies_on_consent
from policyc.model.document import Dimension, Document
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import OTHER, Closure
from policyc.norms.norm import Norm
from policyc.norms.order import closed_sides
from policyc.norms.region import Side

PARTYS_OWN = ("prior consent", "written consent")
"""Kinds of consent that clauses ask of a party at least as often as of a person."""


@dataclass(frozen=True, slots=True)
class Escape:
    """Data of a flow for which a promise of one document, made in ``promises``, does not hold."""

    flow: Flow
    data: tuple[Concept, ...]
    promises: tuple[Norm, ...]

    @property
    def promiser(self) -> Document:
        """The document that makes the promise."""
        return self.promises[0].document

    @property
    def across(self) -> bool:
        """Whether promise and flow stand in different agreements."""
        return not one_agreement(self.promiser, self.flow.norm.document)


# Closed lists of uses


def closed_uses(facts: Facts) -> list[Norm]:
    """The bans on using data for anything outside a list: what ``only for`` or ``except for`` leaves out."""
    return [norm for norm in facts.norms if norm.bans and closes(norm, facts.closure(norm.document))]


def closed_for(flow: Flow, facts: Facts) -> bool:
    """Whether the agreement of a flow closes the uses of its takers to a list of purposes."""
    return any(touches(ban, flow) for ban in closing(flow.norm.document, facts))


def closing(document: Document, facts: Facts) -> list[Norm]:
    """The bans of an agreement that close the uses of data to a list of purposes."""
    closure = facts.closure(document)
    return [ban for ban in facts.norms_of(document) if ban.bans and closes(ban, closure)]


def closes(ban: Norm, closure: Closure) -> bool:
    """Whether a ban leaves only certain purposes for some use."""
    outside = ban.region.masks[Side.PURPOSE]
    limited = any(limit.dimension is Dimension.PURPOSE for limit in ban.provision.limits)
    use = closure.covers_key("use", Kind.ACTION) & ban.region.masks[Side.ACTION]
    return bool(limited and outside & OTHER and use and allowed(ban, closure))


def allowed(ban: Norm, closure: Closure) -> int:
    """The purposes that a closed list leaves."""
    return closure.universe.kind(Kind.PURPOSE) & ~ban.region.masks[Side.PURPOSE] & ~OTHER


def open_ended(ban: Norm, facts: Facts) -> bool:
    """Whether a closed list holds a purpose that says nothing, so that nobody can tell what lies outside it."""
    return any(says_nothing(purpose, ban.document, facts) for purpose in listed_purposes(ban))


def listed_purposes(ban: Norm) -> list[Concept]:
    """The purposes that the clause of a closed list names."""
    limits = [limit.names for limit in ban.provision.limits if limit.dimension is Dimension.PURPOSE and limit.names]
    terms = [term for names in limits for term in names.terms]
    values = [inner.value for term in terms for inner in (term.minus or (term,))]
    return [value for value in values if isinstance(value, Concept)]


def flows_outside(facts: Facts) -> list[Escape]:
    """The flows to a party whose uses are closed, by which it gets the data for nothing on the list.

    A flow in the same agreement that states no purpose is left to the list: it says what the data are for.
    """
    closed = ByPerson(closed_uses(facts), Side.BEARER, facts.encounters)
    found: list[Escape] = []
    for flow in facts.flows:
        if needs_no_purpose(flow, facts):
            continue
        near = [ban for ban in closed.near(flow.norm, Side.COUNTERPARTY) if touches(ban, flow)]
        for bans in by_document(near):
            together = one_agreement(bans[0].document, flow.norm.document)
            if flow.norm.purpose_stated or not together:
                found += escaping(flow, bans, facts)
    return found


def by_document(norms: list[Norm]) -> list[list[Norm]]:
    """Norms grouped by their document."""
    groups: dict[int, list[Norm]] = {}
    for norm in norms:
        groups.setdefault(id(norm.document), []).append(norm)
    return list(groups.values())


def escaping(flow: Flow, bans: list[Norm], facts: Facts) -> Iterator[Escape]:
    """The data of a flow that the closed lists of one document leave no purpose for."""
    closure = facts.closure(flow.norm.document)
    outside = []
    for data in weighed_data(flow, closure):
        near = [ban for ban in bans if ban.region.masks[Side.OBJECT] & closure.universe.bit(data)]
        if near and lies_outside(purposes_of(flow, data, facts), near, facts):
            outside.append(data)
    if outside:
        yield Escape(flow, tuple(outside), tuple(bans))


def lies_outside(purposes: tuple[Concept, ...], bans: list[Norm], facts: Facts) -> bool:
    """Whether none of some purposes, or no purpose at all, is on one of the closed lists."""
    if not purposes:
        return True
    inside = 0
    for ban in bans:
        inside |= allowed(ban, facts.closure(ban.document))
    closure = facts.closure(bans[0].document)
    return not any(closure.covers(purpose) & inside for purpose in purposes) and not any(
        open_ended(ban, facts) for ban in bans
    )


# Consent


def flows_without_consent(facts: Facts) -> list[Escape]:
    """The flows without any condition to a party that is to have, or use, such data with consent."""
    promising = [norm for norm in facts.norms if promises_consent(norm, facts.closure(norm.document))]
    to_use, to_get = (ByPerson(promising, side, facts.encounters) for side in (Side.BEARER, Side.COUNTERPARTY))
    found: list[Escape] = []
    for flow in facts.flows:
        if not flow.unconditional or flow.norm.timing.occasions or needs_no_purpose(flow, facts):
            continue
        if given_by_people(flow, facts.closure(flow.norm.document)):
            continue
        near = {each.index: each for index in (to_use, to_get) for each in index.near(flow.norm, Side.COUNTERPARTY)}
        for norms in by_document([norm for _, norm in sorted(near.items())]):
            found += unconsented(flow, norms, facts)
    return found


def given_by_people(flow: Flow, closure: Closure) -> bool:
    """Whether people give their data themselves, which says yes by itself."""
    return not flow.givers_mask & ~closure.universe.kind(Kind.PEOPLE)


def unconsented(flow: Flow, norms: list[Norm], facts: Facts) -> Iterator[Escape]:
    """The data of a flow for which the norms of one document promise consent."""
    closure = facts.closure(flow.norm.document)
    data, promises = [], {}
    for concept in weighed_data(flow, closure):
        bit = closure.universe.bit(concept)
        binding = [norm for norm in norms if binds(norm, flow, bit, facts)]
        if binding:
            data.append(concept)
            promises.update(dict.fromkeys(binding))
    if data:
        yield Escape(flow, tuple(data), tuple(promises))


def promises_consent(norm: Norm, closure: Closure) -> bool:
    """Whether a norm lets something be done only where a person has agreed."""
    if norm.bans:
        party = 0
        for key in PARTYS_OWN:
            party |= closure.covers_key(key, Kind.CONDITION)
        consent = closure.covers_key("consent", Kind.CONDITION)
        lifted = [way.absent for way in norm.region.condition]
        using = closure.covers_key("share", Kind.ACTION) & norm.region.masks[Side.ACTION] == 0
        return using and all(mask and not mask & ~consent and mask & ~party for mask in lifted)
    return relies_on_consent(norm, closure)


def binds(promise: Norm, flow: Flow, data: int, facts: Facts) -> bool:
    """Whether a promise of consent holds for a flow: for its taker, its data, its purposes and its days."""
    region, other = promise.region, flow.norm.region
    if not region.masks[Side.OBJECT] & data or region.start >= other.end or other.start >= region.end:
        return False
    if flow.norm.purpose_stated and not region.masks[Side.PURPOSE] & other.masks[Side.PURPOSE]:
        return False
    closure = facts.closure(promise.document)
    if not region.masks[Side.ACTION] & ~closure.covers_key("share", Kind.ACTION):
        return same_way(promise, flow)
    if not region.masks[Side.BEARER] & flow.takers_mask:
        return False
    return promise.bans or not free_use(promise, flow, data, facts)


def same_way(promise: Norm, flow: Flow) -> bool:
    """Whether a promise to share with consent speaks of the flow's giver, taker and purpose."""
    sides = (Side.BEARER, Side.COUNTERPARTY, Side.PURPOSE)
    return all(promise.region.masks[side] & flow.norm.region.masks[side] for side in sides)


def free_use(promise: Norm, flow: Flow, data: int, facts: Facts) -> bool:
    """Whether the promise's document also lets the taker use the data without consent, other than by a closed list."""
    closure = facts.closure(promise.document)
    stated = flow.norm.region.masks[Side.PURPOSE] if flow.norm.purpose_stated else -1
    return any(
        norm.grants
        and not relies_on_consent(norm, closure)
        and not closed_sides(norm)
        and norm.region.masks[Side.ACTION] & closure.covers_key("use", Kind.ACTION)
        and norm.region.masks[Side.BEARER] & flow.takers_mask
        and norm.region.masks[Side.OBJECT] & data
        and norm.region.masks[Side.PURPOSE] & stated
        for norm in facts.norms_of(promise.document)
    )

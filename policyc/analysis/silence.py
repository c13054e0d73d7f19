"""Silence: what no clause of an agreement speaks of. Silence is a third value, never an error."""

from __future__ import annotations

from enum import Enum

from policyc.analysis.flow import Flow
from policyc.model.document import Document, Modality
from policyc.model.lexicon import Relation
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side


class Topic(Enum):
    """What an agreement on personal data is expected to speak of."""

    ONWARD_TRANSFER = "whether the recipient may pass the data on"
    RETENTION = "how long the data are kept, and what happens to them at the end"
    BREACH_NOTICE = "who is told of a breach"
    WITHDRAWAL = "what happens when consent is withdrawn"
    COMBINATION = "whether the recipient may combine the data with what else it holds"
    CROSS_BORDER = "how data are protected in another country"


def silent_topics(document: Document, norms: list[Norm], flows: list[Flow], closure: Closure) -> frozenset[Topic]:
    """The topics that matter to an agreement and that none of its norms speaks of."""
    speaking = {
        Topic.ONWARD_TRANSFER: speaks_of_onward_transfer,
        Topic.RETENTION: speaks_of_retention,
        Topic.BREACH_NOTICE: speaks_of_breach,
        Topic.WITHDRAWAL: speaks_of_withdrawal,
        Topic.COMBINATION: speaks_of_combination,
        Topic.CROSS_BORDER: speaks_of_safeguards,
    }
    relevant = [topic for topic in Topic if matters(topic, document, norms, flows, closure)]
    return frozenset(topic for topic in relevant if not speaking[topic](document, norms, closure))


def matters(topic: Topic, document: Document, norms: list[Norm], flows: list[Flow], closure: Closure) -> bool:
    """Whether an agreement gives reason to speak of a topic."""
    match topic:
        case Topic.WITHDRAWAL:
            return any(relies_on_consent(norm, closure) for norm in norms)
        case Topic.COMBINATION:
            return any(len(flow.data) > 1 or holds_several(flow, closure) for flow in flows)
        case Topic.CROSS_BORDER:
            return any(crosses_border(flow, closure) for flow in flows)
        case _:
            return hands_over_personal_data(document, flows, norms, closure)


def hands_over_personal_data(document: Document, flows: list[Flow], norms: list[Norm], closure: Closure) -> bool:
    """Whether a party gets, or is let use, personal data."""
    personal = closure.covers_key("personal data", Kind.DATA)
    party = 0
    for concept in document.parties:
        party |= closure.covers(concept)
    if any(flow.data_mask & personal for flow in flows):
        return True
    return any(
        norm.grants and norm.objects and norm.region.masks[Side.OBJECT] & personal and acts(norm, "process", closure)
        for norm in norms
        if norm.region.masks[Side.BEARER] & party
    )


def acts(norm: Norm, action: str, closure: Closure) -> bool:
    """Whether a norm speaks of an action or of a kind of it."""
    covered = closure.covers_key(action, Kind.ACTION)
    return any(closure.universe.bit(concept) & covered for concept in norm.actions)


def overlaps(norm: Norm, action: str, closure: Closure) -> bool:
    """Whether a norm covers some act of a kind."""
    return bool(norm.region.masks[Side.ACTION] & closure.covers_key(action, Kind.ACTION))


def mentions(norm: Norm, key: str, kind: Kind, closure: Closure) -> bool:
    """Whether a norm's object, occasion or condition is of a kind, or of something below it."""
    covered = closure.covers_key(key, kind)
    occasions = [closure.universe.bit(occasion.event) for occasion in norm.timing.occasions]
    named = [closure.universe.bit(concept) for concept in norm.objects]
    states = [mask for part in (*norm.region.condition, *norm.manner) for mask in (*part.held, part.absent)]
    return any(bit & covered for bit in (*occasions, *named)) or any(mask & covered for mask in states)


def speaks_of_onward_transfer(document: Document, norms: list[Norm], closure: Closure) -> bool:
    """Whether a norm, or what somebody must be bound to, says if those who hold the data may share them further.

    The flow that brings the data to its recipient does not; a ban on *sharing for a purpose* alone does not either.
    """
    takers = 0
    for norm in norms:
        if norm.grants and acts(norm, "share", closure) and norm.region.masks[Side.COUNTERPARTY] > 0:
            takers |= norm.region.masks[Side.COUNTERPARTY]
    holders = takers or -1
    return any(
        overlaps(norm, "share", closure)
        and norm.region.masks[Side.BEARER] & holders
        and (norm.bans or norm.grants or norm.ensured)
        and not (norm.bans and norm.by_only is not None and not acts(norm, "share", closure))
        for norm in norms
    )


def speaks_of_retention(document: Document, norms: list[Norm], closure: Closure) -> bool:
    """Whether a norm says how long data are kept, or that they are deleted or returned."""
    return any(acts(norm, "delete", closure) or acts(norm, "keep", closure) for norm in norms)


def speaks_of_breach(document: Document, norms: list[Norm], closure: Closure) -> bool:
    """Whether somebody has to be told of a breach."""
    return any(
        acts(norm, "notify", closure)
        and norm.modality is Modality.DUTY
        and mentions(norm, "breach", Kind.EVENT, closure)
        for norm in norms
    )


def relies_on_consent(norm: Norm, closure: Closure) -> bool:
    """Whether a grant holds only where consent was given."""
    consent = closure.covers_key("consent", Kind.CONDITION)
    parts = (*norm.region.condition, *norm.manner)
    return norm.grants and any(mask and not mask & ~consent for part in parts for mask in part.held)


def speaks_of_withdrawal(document: Document, norms: list[Norm], closure: Closure) -> bool:
    """Whether a norm says what happens after consent is withdrawn."""
    return any(mentions(norm, "withdrawal of consent", Kind.EVENT, closure) for norm in norms)


def holds_several(flow: Flow, closure: Closure) -> bool:
    """Whether a flow carries several kinds of data that the agreement itself tells apart."""
    return any(len(closure.lexicon.linked(concept, Relation.INCLUDES)) > 1 for concept in flow.data)


def speaks_of_combination(document: Document, norms: list[Norm], closure: Closure) -> bool:
    """Whether a norm speaks of combining, linking or matching data."""
    return any(acts(norm, "combine", closure) for norm in norms)


def crosses_border(flow: Flow, closure: Closure) -> bool:
    """Whether a giver and a taker are declared to be in different countries."""
    giving = {place for party in flow.givers for place in closure.nearest(party, Relation.IN)}
    taking = {place for party in flow.takers for place in closure.nearest(party, Relation.IN)}
    return bool(giving and taking) and any(not closure.covers(a) & closure.covers(b) for a in giving for b in taking)


def speaks_of_safeguards(document: Document, norms: list[Norm], closure: Closure) -> bool:
    """Whether a norm names a place, or a safeguard for data that leave one."""
    safeguarded = any(mentions(norm, "safeguard", Kind.THING, closure) for norm in norms)
    placed = any(limit.dimension.name == "PLACE" for norm in norms for limit in norm.provision.limits)
    return safeguarded or placed

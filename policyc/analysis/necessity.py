"""Necessity: does any purpose need what flows, and does what flows serve a purpose that its recipient gave up?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from policyc.analysis.encounters import ByPerson, Encounters
from policyc.analysis.flow import Flow
from policyc.model.lexicon import Relation
from policyc.model.names import Concept
from policyc.norms.concepts import ANY, NONE, SOME, Closure
from policyc.norms.joined import Joined
from policyc.norms.norm import Norm
from policyc.norms.region import Side


class Need(Enum):
    """Whether a purpose of the recipient needs some data."""

    NEEDED = "needed"
    UNNEEDED = "no purpose needs it"
    UNKNOWN = "a purpose does not say what it needs"
    NO_PURPOSE = "no purpose is stated"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Data of a flow that no purpose of its recipient needs, or that serve purposes banned to it.

    ``serves`` are the purposes that such data is commercially useful for and that ``bans`` forbid the recipient;
    ``purposes`` are those that were weighed, ``granted_by`` the clauses that state them.
    """

    flow: Flow
    data: Concept
    need: Need
    purposes: tuple[Concept, ...]
    granted_by: tuple[Norm, ...]
    serves: tuple[Concept, ...]
    bans: tuple[Norm, ...]


def mismatches(
    flows: list[Flow], by_document: dict[int, list[Norm]], closures: dict[int, Closure], joined: Joined
) -> list[Mismatch]:
    """Every mismatch of every flow, in the order of flows and of the data that they name.

    ``by_document`` and ``closures`` give the norms of a document, and what names cover there, by its identity.
    """
    norms = [norm for own in by_document.values() for norm in own]
    stated_bans = [norm for norm in norms if norm.bans and norm.by_only is None and names_purpose(norm)]
    bans_of = ByPerson(stated_bans, Side.BEARER, Encounters(closures, joined))
    found = []
    for flow in flows:
        closure = closures[id(flow.norm.document)]
        own = [norm for part in joined.beside(flow.norm.document) for norm in by_document[id(part)]]
        near = [ban for ban in bans_of.near(flow.norm, Side.COUNTERPARTY) if touches(ban, flow)]
        for data in weighed_data(flow, closure):
            mismatch = weigh(flow, data, near, own, closure)
            if mismatch.need is not Need.NEEDED and (mismatch.bans or mismatch.need is Need.UNNEEDED):
                found.append(mismatch)
    return found


def names_purpose(norm: Norm) -> bool:
    """Whether a norm speaks of certain purposes only."""
    return norm.region.masks[Side.PURPOSE] not in (ANY, SOME, NONE)


def touches(ban: Norm, flow: Flow) -> bool:
    """Whether a ban binds a taker of a flow, on data of the flow, at a time when it flows."""
    region, other = ban.region, flow.norm.region
    return bool(
        region.masks[Side.BEARER] & flow.takers_mask
        and flow.takers_mask > 0
        and region.masks[Side.OBJECT] & flow.data_mask
        and region.start < other.end
        and other.start < region.end
    )


def weighed_data(flow: Flow, closure: Closure) -> list[Concept]:
    """The data that a flow names, and the members that the agreement itself (not the shipped vocabulary) gives them."""
    found: dict[Concept, None] = dict.fromkeys(flow.data)
    pending = list(flow.data)
    for concept in pending:
        for member in closure.lexicon.linked(concept, Relation.INCLUDES):
            if member not in found and closure.universe.bit(member) & flow.data_mask:
                found[member] = None
                pending.append(member)
    return [concept for concept in found if not closure.lexicon.linked(concept, Relation.INCLUDES)]


def weigh(flow: Flow, data: Concept, bans: list[Norm], norms: list[Norm], closure: Closure) -> Mismatch:
    """Whether some data of a flow are needed, and which purposes banned to the recipient they serve."""
    bit = closure.universe.bit(data)
    granted = [] if flow.norm.purpose_stated else grants_of_taker(flow, bit, norms)
    purposes = flow.purposes or tuple(dict.fromkeys(p for norm in granted for p in norm.purposes))
    need = needed(purposes, bit, closure)
    serving = [(ban, purpose) for ban in bans for purpose in served(data, ban, bit, closure)]
    serves = tuple(dict.fromkeys(purpose for _, purpose in serving))
    forbidding = tuple(dict.fromkeys(ban for ban, _ in serving))
    return Mismatch(flow, data, need, purposes, tuple(granted), serves, forbidding)


def grants_of_taker(flow: Flow, data: int, norms: list[Norm]) -> list[Norm]:
    """The permissions among some that let a taker use the data for a stated purpose."""
    return [
        norm
        for norm in norms
        if norm.grants
        and norm is not flow.norm
        and norm.purpose_stated
        and norm.region.masks[Side.BEARER] & flow.takers_mask
        and norm.region.masks[Side.OBJECT] & data
    ]


def needed(purposes: tuple[Concept, ...], data: int, closure: Closure) -> Need:
    """Whether one of some purposes needs the data; a purpose without ``needs`` takes over the nearest above it."""
    if not purposes:
        return Need.NO_PURPOSE
    declared = [closure.nearest(purpose, Relation.NEEDS) for purpose in purposes]
    if any(closure.covers(kind) & data for kinds in declared for kind in kinds):
        return Need.NEEDED
    return Need.UNNEEDED if all(declared) else Need.UNKNOWN


def served(data: Concept, ban: Norm, bit: int, closure: Closure) -> list[Concept]:
    """The purposes that such data serves and that a ban touches."""
    if not ban.region.masks[Side.OBJECT] & bit:
        return []
    purposes = closure.inherited(data, Relation.SERVES)
    return [purpose for purpose in purposes if closure.covers(purpose) & ban.region.masks[Side.PURPOSE]]

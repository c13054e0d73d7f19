"""Holdings: which parties of an agreement get, or are let process, personal data; and who stands outside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from policyc.analysis.flow import Flow
from policyc.analysis.words import named_in
from policyc.model.document import Dimension, Document
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind, key
from policyc.norms.concepts import NONE, Closure
from policyc.norms.condition import needs_one
from policyc.norms.lawful import demands
from policyc.norms.norm import Norm
from policyc.norms.region import Side

IMPERSONAL = (
    "technical data",
    "confidential information",
    "intellectual property",
    "results",
    "de-identified data",
    "aggregated data",
    "non-personal data",
    "publicly available information",
    "synthetic data",
)
"""Data that are not taken for personal unless an agreement says so, although some of them may be."""

AUTHORITIES = ("law enforcement", "prosecutor", "court", "regulator", "supervisory authority", "tax authority")
LAWFUL_PURPOSES = ("legal compliance", "legal claims", "crime investigation")

HELPERS = ("personnel", "counsel", "adviser", "auditor")
"""Who works for a party, or is bound to silence by a profession: to tell them is not to pass data on."""

WORKING = ("processor", "service provider", "business associate")
WORKED_FOR = ("controller", "covered entity", "customer entity", "discloser", "business")
"""Who handles data for another, and whom they do it for."""

STAFF = "members of staff"
"""Those who work for a party, as people whom data are about."""

NOT_PROCESSING = ("notify", "share", "delete", "interact")
"""What is done to data without having them for oneself."""


@dataclass(slots=True)
class Holding:
    """A party that gets, or is let process, personal data, from whom it may have them, and by which norms.

    ``received`` is true where a clause hands the data over to it, not only lets it process them.
    """

    holder: Concept
    received: bool = False
    sources: dict[Concept, None] = field(default_factory=dict)
    data: dict[Concept, None] = field(default_factory=dict)
    norms: list[Norm] = field(default_factory=list)

    @property
    def from_another(self) -> bool:
        """Whether the holder has its data from another party, by name or kind."""
        return any(source.kind is Kind.PARTY for source in self.sources)

    def has(self, data: int) -> bool:
        """Whether some of a set of data are among what is held."""
        return any(data & norm.region.masks[Side.OBJECT] for norm in self.norms)


def covered(names: tuple[str, ...], kind: Kind, closure: Closure) -> int:
    """Everything that some names of the vocabulary cover."""
    return closure.covers_keys(keys(names), kind)


@cache
def keys(names: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of some names that rules are written with."""
    return tuple(map(key, names))


def is_personal(norm: Norm, closure: Closure) -> bool:
    """Whether a norm is about personal data: those that the vocabulary knows as such, and those about people."""
    if not norm.region.masks[Side.OBJECT] & closure.universe.kind(Kind.DATA):
        return False
    named = [concept for concept in norm.objects if concept.kind is Kind.DATA]
    if not named or any(limit.dimension is Dimension.PEOPLE for limit in norm.provision.limits):
        return not hinges_on(norm, covered(("de-identified",), Kind.CONDITION, closure))
    if hinges_on(norm, covered(("de-identified",), Kind.CONDITION, closure)):
        return False
    personal = covered(("personal data",), Kind.DATA, closure)
    impersonal = covered(IMPERSONAL, Kind.DATA, closure)
    return any(tells_of_people(concept, personal, impersonal, closure) for concept in named)


def tells_of_people(concept: Concept, personal: int, impersonal: int, closure: Closure) -> bool:
    """Whether data are personal, hold something personal, or are said to be about people.

    How to reach a party's own staff is not what an agreement is about, unless it gives these details a name itself.
    """
    bit = closure.universe.bit(concept)
    if reaches_staff(concept, closure):
        return False
    if bit & personal:
        return True
    if bit & impersonal:
        return False
    return bool(closure.covers(concept) & personal or closure.nearest(concept, Relation.ABOUT))


def reaches_staff(concept: Concept, closure: Closure) -> bool:
    """Whether data are *contact details of the officer*, or of others who act for a party, that nobody declared."""
    contact, staff = covered(("contact data",), Kind.DATA, closure), covered((STAFF,), Kind.PEOPLE, closure)
    about = closure.nearest(concept, Relation.ABOUT)
    composed = any(concept in scope.composed for scope in closure.lexicon.scopes())
    of_staff = bool(about) and all(closure.universe.bit(people) & staff for people in about)
    return composed and of_staff and bool(closure.universe.bit(concept) & contact)


def hinges_on(norm: Norm, states: int) -> bool:
    """Whether a norm speaks only of cases, or demands a manner, in which one of some states holds."""
    return needs_one(norm.region.condition, states) or needs_one(norm.manner, states)


def holdings(document: Document, norms: list[Norm], flows: list[Flow], closure: Closure) -> list[Holding]:
    """The holdings under an agreement, in the order in which its clauses make them.

    A party that only gives data away, and is let process what it has, is none: it has its data from elsewhere.
    """
    found: dict[Concept, Holding] = {}
    givers: set[Concept] = set()
    personal = [flow for flow in flows if is_personal(flow.norm, closure)]
    given: dict[int, list[Flow]] = {}
    for flow in personal:
        sources = parties_in(flow.givers_mask, document, closure)
        takers = [taker for taker in parties_in(flow.takers_mask, document, closure) if taker not in sources]
        takers = [taker for taker in takers if not works_for(sources, taker, document, closure)]
        if takers and not any(gives_back(flow, earlier) for earlier in given.get(flow.takers_mask, ())):
            givers.update(sources)
            for taker in takers:
                add(found, taker, flow.norm, sources).received = True
        given.setdefault(flow.givers_mask, []).append(flow)
    takers_by_flow = set(found)
    for norm in norms:
        if norm.grants and is_processing(norm, closure) and is_personal(norm, closure):
            for party in parties_in(norm.region.masks[Side.BEARER], document, closure):
                if party in takers_by_flow or party not in givers:
                    add(found, party, norm, [])
    for holding in found.values():
        if not holding.sources:
            others = [party for party in document.parties if party not in found and party.kind is Kind.PARTY]
            holding.sources.update(dict.fromkeys(others))
    return list(found.values())


def works_for(givers: list[Concept], taker: Concept, document: Document, closure: Closure) -> bool:
    """Whether all who give work for the one who gets: what a processor gives its controller was this one's before."""
    bit = closure.universe.bit
    helping, helped = covered(WORKING, Kind.PARTY, closure), covered(WORKED_FOR, Kind.PARTY, closure)
    if not givers or not all(bit(giver) & helping for giver in givers):
        return False
    return bool(bit(taker) & helped) or (len(document.parties) == 2 and not bit(taker) & helping)


def gives_back(flow: Flow, earlier: Flow) -> bool:
    """Whether a flow returns data to those from whom an earlier clause brought them."""
    mirrored = flow.takers_mask == earlier.givers_mask and flow.givers_mask & earlier.takers_mask
    return bool(mirrored and flow.data_mask & earlier.data_mask and flow.norm.clause is not earlier.norm.clause)


def add(found: dict[Concept, Holding], holder: Concept, norm: Norm, sources: list[Concept]) -> Holding:
    """Enter what a norm lets a party have; what it may process tells less than what it is handed."""
    holding = found.setdefault(holder, Holding(holder))
    holding.norms.append(norm)
    holding.sources.update(dict.fromkeys(sources))
    if sources or not holding.received:
        holding.data.update(dict.fromkeys(concept for concept in norm.objects if concept.kind is Kind.DATA))
    return holding


def parties_in(mask: int, document: Document, closure: Closure) -> list[Concept]:
    """The parties of an agreement that a set names; where its header names none, whoever the set names."""
    if mask <= 0:
        return []
    if not document.parties:
        return [concept for concept in named_in(closure, mask) if concept.kind is Kind.PARTY]
    return [party for party in document.parties if closure.universe.bit(party) & mask]


def is_processing(norm: Norm, closure: Closure) -> bool:
    """Whether a norm speaks of doing something with data that one has."""
    processing = closure.covers_key("process", Kind.ACTION) & ~covered(NOT_PROCESSING, Kind.ACTION, closure)
    return any(closure.universe.bit(action) & processing for action in norm.actions)


def outsiders(mask: int, document: Document, closure: Closure) -> int:
    """Those of a set who are no party to an agreement, no staff or adviser of one, and nobody whom data is about."""
    inside = NONE | closure.universe.kind(Kind.PEOPLE) | covered(HELPERS, Kind.PARTY, closure)
    for party in document.parties:
        inside |= closure.covers(party)
    return mask & ~inside


def compelled(norm: Norm, closure: Closure) -> bool:
    """Whether a norm speaks only of what the law demands: to courts and offices, or where a law or order asks."""
    states = demands(closure) | covered(("legal instrument",), Kind.THING, closure)
    events = covered(("government request",), Kind.EVENT, closure)
    purposes = covered(LAWFUL_PURPOSES, Kind.PURPOSE, closure)
    counterparty = norm.region.masks[Side.COUNTERPARTY]
    return (
        hinges_on(norm, states | events)
        or (bool(norm.purposes) and not norm.region.masks[Side.PURPOSE] & ~purposes)
        or (counterparty > 0 and not counterparty & ~covered(AUTHORITIES, Kind.PARTY, closure))
    )

"""Faces: what the norms of a document show to other documents, so that those that bear on each other are found.

Two documents are weighed together where a face of one may meet a face of the other: a grant and a ban on the same
person, data that flow to somebody and a ban or promise on how they are used. That some faces meet says only that the
analyses have to look; they decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.contact import Contact
from policyc.analysis.encounters import comparable
from policyc.analysis.facts import Facts
from policyc.analysis.flow import Flow
from policyc.analysis.necessity import names_purpose, weighed_data
from policyc.analysis.paths.notices import notices
from policyc.analysis.promises import promises_consent
from policyc.model.document import Document
from policyc.model.lexicon import Relation
from policyc.norms.concepts import ANY, Closure, union
from policyc.norms.norm import Norm
from policyc.norms.region import Side

DIMENSIONS = (Side.ACTION, Side.OBJECT, Side.PEOPLE, Side.COUNTERPARTY, Side.PURPOSE, Side.PLACE, Side.SOURCE)
"""The sides on which faces are compared, besides the persons in whom they meet."""


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a contact: what is granted or flows (``gives``), or what is forbidden or promised.

    ``persons`` are those in whom documents meet; ``masks`` stand for the dimensions, all of it where one plays no part;
    the days run from ``start`` up to but not including ``end``.
    """

    contact: Contact
    gives: bool
    persons: int
    masks: tuple[int, ...]
    start: int
    end: int


def faces(document: Document, facts: Facts) -> Iterator[Face]:
    """What a document shows to others; nothing where it is not held against any."""
    if not comparable(document, document):
        return
    closure = facts.closure(document)
    for norm in facts.norms_of(document):
        if not norm.region.empty:
            yield from faces_of_norm(norm, facts, closure)
    for flow in facts.flows_of(document):
        yield from faces_of_flow(flow, facts, closure)


def faces_of_norm(norm: Norm, facts: Facts, closure: Closure) -> Iterator[Face]:
    """A grant or a ban, and what it promises on the use of data."""
    masks = norm.region.masks
    if norm.grants or norm.bans:
        yield from face(Contact.CLASH, norm.grants, norm, Side.BEARER, tuple(masks[side] for side in DIMENSIONS), facts)
    used = on_use(masks[Side.OBJECT], masks[Side.PURPOSE])
    if norm.bans and names_purpose(norm):
        yield from face(Contact.USE, False, norm, Side.BEARER, used, facts)
    if promises_consent(norm, closure):
        for side in (Side.BEARER, Side.COUNTERPARTY):
            yield from face(Contact.CONSENT, False, norm, side, used, facts)
    for notice in notices(norm, facts.graph):
        yield from face(Contact.BETWEEN, False, norm, Side.COUNTERPARTY, between(ANY, notice.teller), facts)
        if not notice.parties:
            yield from face(Contact.ONWARD, True, norm, Side.BEARER, on_use(ANY, ANY), facts)


def faces_of_flow(flow: Flow, facts: Facts, closure: Closure) -> Iterator[Face]:
    """Data that reach somebody: for what they are stated, or else could be used."""
    norm, stated = flow.norm, flow.norm.region.masks[Side.PURPOSE] if flow.norm.purpose_stated else ANY
    serving = {purpose for data in weighed_data(flow, closure) for purpose in closure.inherited(data, Relation.SERVES)}
    useful = stated | union(map(closure.covers, serving))
    yield from face(Contact.USE, True, norm, Side.COUNTERPARTY, on_use(flow.data_mask, useful), facts)
    if flow.unconditional and not norm.timing.occasions:
        yield from face(Contact.CONSENT, True, norm, Side.COUNTERPARTY, on_use(flow.data_mask, stated), facts)
    had = on_use(worked_out(flow, facts), ANY)
    yield from face(Contact.ONWARD, True, norm, Side.COUNTERPARTY, had, facts)
    yield from face(Contact.ONWARD, False, norm, Side.BEARER, on_use(flow.data_mask, ANY), facts)
    for gives in (True, False):
        yield from face(Contact.BETWEEN, gives, norm, Side.BEARER, between(flow.data_mask, flow.takers_mask), facts)


def worked_out(flow: Flow, facts: Facts) -> int:
    """The data of a flow and all that can be worked out from them, step by step."""
    data, fresh = 0, flow.data_mask
    while fresh & ~data:
        data |= fresh
        fresh = union(covered for _, _, covered in facts.graph.worked_out(data, flow.norm.document))
    return data


def between(data: int, other: int) -> tuple[int, ...]:
    """The masks of a face that speaks of data between the persons in whom it meets others, and one other."""
    said = {Side.OBJECT: data, Side.COUNTERPARTY: other}
    return tuple(said.get(side, ANY) for side in DIMENSIONS)


def on_use(data: int, purposes: int) -> tuple[int, ...]:
    """The masks of a face that speaks of data and purposes alone."""
    said = {Side.OBJECT: data, Side.PURPOSE: purposes}
    return tuple(said.get(side, ANY) for side in DIMENSIONS)


def face(contact: Contact, gives: bool, norm: Norm, side: Side, masks: tuple[int, ...], facts: Facts) -> Iterator[Face]:
    """The face of a norm, if the persons on a side of it are identified at all."""
    region = norm.region
    persons = facts.encounters.identified(region.masks[side], norm.document)
    if persons:
        yield Face(contact, gives, persons, masks, region.start, region.end)

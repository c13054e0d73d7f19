"""The graph that data run through: holders, and the flows by which they may give data on, across agreements.

A kind of person, or *anyone*, holds what reaches it, but nobody knows who that is: it gives data on only by the
agreement that named it. Who is identified by name gives on all it holds, by every agreement that binds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from policyc.analysis.encounters import Encounters, comparable
from policyc.analysis.flow import Flow
from policyc.analysis.holding import covered, hinges_on
from policyc.analysis.paths.dispute import Disputes
from policyc.analysis.paths.holders import Holder, holders_in
from policyc.analysis.paths.inference import inferences
from policyc.model.document import Dimension, Document
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import ANY, SOME, Closure, bits, union
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.possible import Possible
from policyc.norms.region import Region, Side

ENDED_BY = ("de-identified", "publicly available", "already known")
"""Conditions under which what goes on is not, or is no longer, what was to be protected."""


@dataclass(frozen=True, slots=True, eq=False)
class Hop:
    """One holder may give data to another by a flow, within a region that no ban touches.

    ``place`` is where the data certainly go: what the clause says, else where the taker is declared to be.
    """

    flow: Flow
    giver: Holder
    taker: Holder
    region: Region
    place: int


class Graph:
    """The flows of a workspace by those who give, and what closes them.

    ``takers`` are all to whom any data may go, ``purposes`` all for which a clause lets anything be done.
    """

    def __init__(
        self, flows: Iterable[Flow], norms: Iterable[Norm], order: Order, closures: dict[int, Closure]
    ) -> None:
        """Take the flows and norms of agreements, their order, and what names cover in each document."""
        self.order = order
        self.closures = closures
        self.encounters = Encounters(closures, order.joined)
        weighed = [norm for norm in norms if comparable(norm.document, norm.document) and not norm.region.empty]
        self.disputes = Disputes(weighed, order, self.encounters)
        self._norms: dict[int, list[Norm]] = {}
        for norm in weighed:
            self._norms.setdefault(id(norm.document), []).append(norm)
        self._flows: dict[int, list[Flow]] = {}
        self._inside: dict[tuple[int, int], list[Flow]] = {}
        self._across: dict[int, list[Flow]] = {}
        self._holders: dict[tuple[int, int], list[Holder]] = {}
        self._possible: dict[int, Possible] = {}
        self._uses: dict[int, list[Norm]] = {}
        self._uses_by: dict[tuple[int, int, int], list[Norm]] = {}
        self._steps: dict[int, list[tuple[Concept, Concept, int, int]]] = {}
        self._choosy: dict[tuple[int, int], bool] = {}
        followed = [flow for flow in flows if comparable(flow.norm.document, flow.norm.document)]
        for flow in sorted((flow for flow in followed if self._goes_on(flow)), key=reading_order):
            self._flows.setdefault(id(flow.norm.document), []).append(flow)
        for own in self._flows.values():
            self._enter(own)
        self.takers = union(flow.takers_mask for own in self._flows.values() for flow in own)
        self.purposes = union(
            norm.region.masks[Side.PURPOSE] for norm in weighed if norm.grants and norm.purpose_stated
        )
        for each in self._across.values():
            each.sort(key=reading_order)

    def _enter(self, flows: list[Flow]) -> None:
        """File the flows of one document under each who may give by them."""
        document = flows[0].norm.document
        universe = self.closure(document).universe
        persons = (*document.parties, *(person for flow in flows for person in (*flow.givers, *flow.takers)))
        named = union(map(universe.bit, dict.fromkeys(persons)))
        for flow in flows:
            givers = flow.givers_mask & named
            known = self.encounters.identified(named, document)
            for bit in bits(givers & known):
                self._across.setdefault(bit, []).append(flow)
            for bit in bits(givers & ~known):
                self._inside.setdefault((id(document), bit), []).append(flow)

    def _goes_on(self, flow: Flow) -> bool:
        """Whether a flow hands on the data as they are, not only in a form or case that needs no protection."""
        closure = self.closure(flow.norm.document)
        return not hinges_on(flow.norm, covered(ENDED_BY, Kind.CONDITION, closure))

    def closure(self, document: Document) -> Closure:
        """What names cover, seen from a document."""
        return self.closures[id(document)]

    def norms_of(self, document: Document) -> list[Norm]:
        """The norms of a document that are weighed."""
        return self._norms.get(id(document), [])

    def flows_of(self, document: Document) -> list[Flow]:
        """The flows of a document that data may go on by."""
        return self._flows.get(id(document), [])

    def possible(self, document: Document) -> Possible:
        """Which acts can be, as a document sees them."""
        if id(document) not in self._possible:
            self._possible[id(document)] = Possible.seen_from(self.closure(document), [document])
        return self._possible[id(document)]

    def uses(self, document: Document) -> list[Norm]:
        """The clauses of an agreement that let somebody use data for a stated purpose."""
        if id(document) not in self._uses:
            using, norms = using_acts(self.closure(document)), self.norms_of(document)
            stated = [norm for norm in norms if norm.grants and norm.purpose_stated]
            self._uses[id(document)] = [norm for norm in stated if norm.region.masks[Side.ACTION] & using]
        return self._uses[id(document)]

    def uses_by(self, taker: int, giver: int, document: Document) -> list[Norm]:
        """The clauses of an agreement that let a taker use, for a stated purpose, data that came from a giver."""
        key = (id(document), taker, giver)
        if key not in self._uses_by:
            self._uses_by[key] = [
                norm
                for norm in self.uses(document)
                if norm.region.masks[Side.BEARER] & taker and norm.region.masks[Side.SOURCE] & giver
            ]
        return self._uses_by[key]

    # From holder to holder

    def holders(self, mask: int, document: Document) -> list[Holder]:
        """The holders that a set of persons stands for in a document."""
        key = (id(document), mask)
        if key not in self._holders:
            self._holders[key] = holders_in(mask, self.closure(document))
        return self._holders[key]

    def onward(self, holder: Holder, document: Document) -> Iterator[tuple[Flow, Holder]]:
        """The flows by which who got data under a document may give them on, each with the giver's own name.

        A party that stands for several (*the banks*) gives on by the agreements of each of them.
        """
        if holder.concept is None:
            return
        if not self.is_known(holder, document):
            within = self._inside.get((id(document), holder.bit), ())
            yield from ((flow, holder) for flow in within)
            return
        members = holder.mask if holder.concept in document.parties else holder.bit
        for bit in bits(self.encounters.identified(members, document)):
            yield from self.given(bit)

    def given(self, bit: int) -> Iterator[tuple[Flow, Holder]]:
        """The flows by which a party that every document calls alike gives data, across agreements."""
        yield from ((flow, self._called(bit, flow)) for flow in self._across.get(bit, ()))

    def given_by(self, giver: Holder, document: Document) -> list[Flow]:
        """The flows by which a holder that a document names gives, under its own name."""
        known = self.is_known(giver, document)
        return self._across.get(giver.bit, []) if known else self._inside.get((id(document), giver.bit), [])

    def is_known(self, holder: Holder, document: Document) -> bool:
        """Whether a holder is the same whichever document names it."""
        return holder.concept is not None and bool(self.encounters.identified(holder.bit, document))

    def _called(self, bit: int, flow: Flow) -> Holder:
        closure = self.closure(flow.norm.document)
        (concept,) = closure.universe.named(bit)
        return Holder(concept, bit, closure.covers(concept))

    def hops(self, flow: Flow, giver: Holder) -> Iterator[Hop]:
        """What a giver may do by a flow, taker by taker; raises ``TooManyAlternatives`` where bans cut it too small."""
        takers = self.holders(flow.takers_mask, flow.norm.document)
        for region in self.disputes.undisputed(flow.norm, giver.bit):
            for taker in takers:
                reached, place = region.masks[Side.COUNTERPARTY] & taker.mask, self._place(flow, taker)
                if reached and (taker.bit != giver.bit or taker.concept is None):
                    there = region.with_side(Side.PLACE, region.masks[Side.PLACE] & place)
                    if there.masks[Side.PLACE]:
                        yield Hop(flow, giver, taker, there.with_side(Side.COUNTERPARTY, reached), place)

    def _place(self, flow: Flow, taker: Holder) -> int:
        """Where data go by a flow: unless its clause names a place, to where the taker is."""
        place, closure = flow.norm.region.masks[Side.PLACE], self.closure(flow.norm.document)
        if taker.concept is None or any(each.dimension is Dimension.PLACE for each in flow.norm.provision.limits):
            return place
        return place & union(map(closure.covers, closure.nearest(taker.concept, Relation.IN))) or place

    def worked_out(self, data: int, document: Document) -> Iterator[tuple[Concept, Concept, int]]:
        """What a document says can be worked out from data next: from which, what, and all that the latter covers."""
        steps = self._steps.get(id(document))
        if steps is None:
            steps = self._steps[id(document)] = inferences(self.closure(document))
        for source, target, revealing, revealed in steps:
            if data & revealing:
                yield source, target, revealed

    def is_choosy(self, holder: Holder, document: Document) -> bool:
        """Whether some onward flow of a holder carries only what came from somebody certain."""
        key = (0 if self.is_known(holder, document) else id(document), holder.bit)
        if key not in self._choosy:
            onward = self.onward(holder, document)
            self._choosy[key] = any(flow.norm.region.masks[Side.SOURCE] not in (ANY, SOME) for flow, _ in onward)
        return self._choosy[key]


@lru_cache(maxsize=4096)
def using_acts(closure: Closure) -> int:
    """All that is done to data by oneself: to process, and not with another."""
    return closure.covers_key("process", Kind.ACTION) & ~closure.covers_key("interact", Kind.ACTION)


def reading_order(flow: Flow) -> tuple[object, ...]:
    """Where a flow stands, whatever the order in which files were given."""
    return (flow.norm.clause.origin.place, flow.norm.index)

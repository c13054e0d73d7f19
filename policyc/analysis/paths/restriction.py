"""Restrictions: bans by which an agreement, when it lets data go, says where they may not end up or for what."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.analysis.paths.graph import Graph, Hop
from policyc.analysis.paths.holders import Holder
from policyc.model.document import Dimension, Document
from policyc.model.names import Kind
from policyc.norms.concepts import ANY, NONE, OTHER, SOME, bits
from policyc.norms.norm import Norm
from policyc.norms.region import Side

CLOSING = (None, Side.COUNTERPARTY, Side.PLACE)
"""What an ``only`` may close for its ban to tell where data may not end up."""


@dataclass(frozen=True, slots=True)
class Restriction:
    """A ban on where data may go, or (``on_use``) what for, that binds the giver or the taker of a first hop.

    ``named`` is true where it names the recipients, the places or the purposes; else it is a list of those who alone
    may have the data.
    """

    ban: Norm
    holder: Holder
    on_taker: bool
    on_use: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Start:
    """Where paths begin: an agreement lets a giver hand data to a taker, and restricts one of them."""

    document: Document
    giver: Holder
    taker: Holder
    hops: tuple[Hop, ...]
    restrictions: tuple[Restriction, ...]


def starts(document: Document, graph: Graph) -> list[Start]:
    """Every pair of giver and taker of an agreement that it restricts, in the order of its flows.

    These are what an index needs to know of a document: the first hops are its flows, and a path may run on through
    every document that binds a taker. Raises ``TooManyAlternatives`` where bans cut a flow up too much.
    """
    restricting = Restricting(document, graph)
    if not restricting.bans:
        return []
    pairs: dict[tuple[int, int], list[Hop]] = {}
    for flow in graph.flows_of(document):
        for giver in graph.holders(flow.givers_mask, document):
            for hop in graph.hops(flow, giver):
                pairs.setdefault((giver.bit, hop.taker.bit), []).append(hop)
    found = []
    for hops in pairs.values():
        giver, taker = hops[0].giver, hops[0].taker
        restrictions = restricting.of(giver, taker)
        if restrictions and taker.concept is not None:
            found.append(Start(document, giver, taker, tuple(hops), restrictions))
    return found


class Restricting:
    """The bans of an agreement that restrict where data may end up, by those whom they bind."""

    def __init__(self, document: Document, graph: Graph) -> None:
        """Find the bans of a document."""
        closure = graph.closure(document)
        self._share = closure.covers_key("share", Kind.ACTION)
        use = closure.find("use", Kind.ACTION)
        self._use = closure.universe.bit(use) if use else 0
        self.bans = [norm for norm in graph.norms_of(document) if norm.bans and norm.by_only in CLOSING]
        self.bans = [ban for ban in self.bans if not closes_purposes(ban)]
        self.bans = [ban for ban in self.bans if may_be_broken(ban, graph)]
        self._bound: dict[int, list[Norm]] = {}
        self._everyone = [ban for ban in self.bans if ban.region.masks[Side.BEARER] < 0]
        for ban in self.bans:
            bearers = ban.region.masks[Side.BEARER]
            for bit in bits(bearers) if bearers > 0 else ():
                self._bound.setdefault(bit, []).append(ban)

    def of(self, giver: Holder, taker: Holder) -> tuple[Restriction, ...]:
        """What restricts the taker of a hop, and what names an end that its giver must avoid."""
        on_taker = [found for ban in self._binding(taker) for found in self._restrictions(ban, taker, True)]
        on_giver = [found for ban in self._binding(giver) for found in self._restrictions(ban, giver, False)]
        return (*on_taker, *(each for each in on_giver if each.named and not each.on_use))

    def _binding(self, holder: Holder) -> list[Norm]:
        if holder.concept is None:
            return []
        everyone = [ban for ban in self._everyone if ban.region.masks[Side.BEARER] & holder.bit]
        return [*self._bound.get(holder.bit, ()), *everyone]

    def _restrictions(self, ban: Norm, holder: Holder, on_taker: bool) -> list[Restriction]:
        masks = ban.region.masks
        purposes = says(ban, Dimension.PURPOSE)
        found = []
        if masks[Side.ACTION] & self._share and masks[Side.COUNTERPARTY] & SOME:
            named = purposes or says(ban, Dimension.PLACE) or masks[Side.COUNTERPARTY] > NONE
            found.append(Restriction(ban, holder, on_taker, False, named))
        if purposes and masks[Side.ACTION] & self._use and masks[Side.COUNTERPARTY] & NONE:
            found.append(Restriction(ban, holder, on_taker, True, True))
        return found


def says(ban: Norm, dimension: Dimension) -> bool:
    """Whether a ban's clause limits a dimension."""
    return any(limit.dimension is dimension for limit in ban.provision.limits)


def may_be_broken(ban: Norm, graph: Graph) -> bool:
    """Whether any clause at all lets data go to those whom a ban names, or be had for what it names."""
    purposes = ban.region.masks[Side.PURPOSE] & graph.purposes & SOME
    persons = ban.region.masks[Side.COUNTERPARTY] & (graph.takers | NONE)
    return bool(persons) and (bool(purposes) or not says(ban, Dimension.PURPOSE))


def closes_purposes(ban: Norm) -> bool:
    """Whether a ban leaves only certain purposes: nobody knows for sure what lies outside such a list."""
    purposes = ban.region.masks[Side.PURPOSE]
    return says(ban, Dimension.PURPOSE) and bool(purposes & OTHER) and purposes not in (ANY, SOME)

"""Endings: whether what happens at the end of a path is what a restriction at its beginning forbids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.holding import AUTHORITIES, HELPERS, compelled, covered
from policyc.analysis.paths.graph import Graph, using_acts
from policyc.analysis.paths.reach import CARRIED, Arrival, carried
from policyc.analysis.paths.restriction import Restriction, Start, says
from policyc.model.document import Dimension
from policyc.model.names import Kind
from policyc.norms.concepts import ANY, NONE, SOME, Closure, union
from policyc.norms.norm import Norm
from policyc.norms.region import Masks, Region, Side


@dataclass(frozen=True, slots=True)
class Use:
    """A clause by which the last holder may use what it got, and the part of it that no ban disputes."""

    norm: Norm
    region: Region


@dataclass(frozen=True, slots=True)
class Ending:
    """What the end of a path amounts to: acts of the one who is restricted (``whole``), inside the ban (``act``).

    ``use`` is what lets the last holder use the data so, where the last hop does not say for what.
    """

    act: Region
    whole: Masks
    use: Use | None = None


def endings(arrival: Arrival, restriction: Restriction, start: Start, graph: Graph) -> Iterator[Ending]:
    """Every way in which an arrival is what a restriction forbids; raises ``TooManyAlternatives``."""
    ban = restriction.ban
    if arrival.holder == restriction.holder or (not restriction.named and is_outside(arrival, restriction, graph)):
        return
    comes_back = arrival.holder == start.taker
    if comes_back and not says(ban, Dimension.PURPOSE):
        return  # What comes back to whom it was given first is nothing new to it, unless for another purpose.
    given_for = arrival.path[0].hop.flow.norm.region.masks[Side.PURPOSE] if comes_back else 0
    for region, use in occasions(arrival, says(ban, Dimension.PURPOSE), graph):
        masks = list(region.masks)
        masks[Side.BEARER] = restriction.holder.bit
        masks[Side.SOURCE] = start.giver.bit if restriction.on_taker else ANY
        masks[Side.COUNTERPARTY] &= ~(start.giver.bit | restriction.holder.bit)
        masks[Side.PURPOSE] &= ~given_for
        if not masks[Side.COUNTERPARTY] or not masks[Side.PURPOSE]:
            continue
        if restriction.on_use:
            masks[Side.COUNTERPARTY] = NONE
            masks[Side.ACTION] = used(use, graph.closure(arrival.document))
        elsewhere = says(ban, Dimension.PLACE) and arrival.hop.place & ~ban.region.masks[Side.PLACE]
        amounts_to = Region(tuple(masks), region.condition, region.start, region.end)
        for part in graph.disputes.undisputed(ban, restriction.holder.bit) if not elsewhere else ():
            if act := amounts_to.overlap(part):
                yield Ending(act, amounts_to.masks, use)


def may_meet(load: Region, forbidden: Region) -> bool:
    """Whether what comes of a load can be forbidden: data are the same, about the same people, as long as they last."""
    return (
        all(load.masks[side] & forbidden.masks[side] for side in CARRIED)
        and load.start < forbidden.end
        and forbidden.start < load.end
    )


def occasions(arrival: Arrival, on_purpose: bool, graph: Graph) -> Iterator[tuple[Region, Use | None]]:
    """What the last hop hands over and what for; then what the agreement lets the last holder do with it."""
    norm, load = arrival.hop.flow.norm, arrival.load
    masks = list(arrival.hop.region.masks)
    named = named_acts(norm, graph.closure(arrival.document)) & norm.region.masks[Side.ACTION]
    masks[Side.ACTION] &= named or ANY
    for side in CARRIED:
        masks[side] = load.masks[side]
    if on_purpose:
        masks[Side.PURPOSE] &= SOME
    handed = Region(tuple(masks), load.condition, load.start, load.end)
    if not handed.empty:
        yield handed, None
    for use in uses(arrival, graph) if on_purpose else ():
        if both := load.overlap(carried(use.region)):
            for side in CARRIED:
                masks[side] = both.masks[side]
            masks[Side.PURPOSE] = use.region.masks[Side.PURPOSE] & SOME
            yield Region(tuple(masks), both.condition, both.start, both.end), use


def uses(arrival: Arrival, graph: Graph) -> list[Use]:
    """By what the last agreement lets its taker use, for stated purposes, what it gets there."""
    giver, taker = arrival.hop.giver.bit, arrival.holder.bit
    norms = graph.uses_by(taker, giver, arrival.document)
    load = arrival.load
    near = [norm for norm in norms if may_meet(load, norm.region)]
    return [Use(norm, region) for norm in near for region in graph.disputes.undisputed(norm, taker)]


def named_acts(norm: Norm, closure: Closure) -> int:
    """The own bits of the acts that a norm names."""
    return union(map(closure.universe.bit, norm.actions))


def used(use: Use | None, closure: Closure) -> int:
    """The act of using: what a clause names, else to use."""
    plain = closure.find("use", Kind.ACTION)
    if use is None:
        return closure.universe.bit(plain) if plain else 0
    return named_acts(use.norm, closure) & using_acts(closure)


def is_outside(arrival: Arrival, restriction: Restriction, graph: Graph) -> bool:
    """Whether a list of those who alone may have data says nothing on an arrival.

    The agreement itself lets them go there, or they go to people, to those who work for a party or are bound to silence
    by a profession, or where a law demands them.
    """
    norm, closure = arrival.hop.flow.norm, graph.closure(arrival.document)
    unasked = closure.universe.kind(Kind.PEOPLE) | covered((*HELPERS, *AUTHORITIES), Kind.PARTY, closure)
    persons = arrival.hop.region.masks[Side.COUNTERPARTY]
    to_unasked = persons > 0 and not persons & ~unasked
    return arrival.document is restriction.ban.document or to_unasked or compelled(norm, closure)

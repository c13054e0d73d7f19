"""Notices of a breach down a chain: how late word of one may reach a party, against the time that it has itself."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policyc.analysis.holding import covered
from policyc.analysis.paths.graph import Graph
from policyc.analysis.paths.reach import MOST_STEPS
from policyc.model.document import Modality
from policyc.model.names import Kind
from policyc.norms.concepts import ANY, Closure, bits, union
from policyc.norms.condition import TooManyAlternatives
from policyc.norms.norm import Norm
from policyc.norms.region import EVERYTHING, Region, Side

LEARNING = ("awareness of breach", "breach notification", "notice receipt")
"""Events by which a party comes to know of a breach: a deadline after one of them runs from there."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A duty of one party to tell others of a breach within a number of hours; ``teller`` is the party's bit.

    ``told`` are those told whom the document identifies, ``parties`` those of them who are parties to it;
    ``events`` are the kinds of breach after which its time runs, none where it runs from when the party learns of one.
    """

    norm: Norm
    teller: int
    told: int
    parties: int
    hours: int
    events: int

    @property
    def from_knowledge(self) -> bool:
        """Whether the time runs from when the party learns of a breach, not from the breach itself."""
        return not self.events


@dataclass(frozen=True, slots=True)
class SlowChain:
    """A duty whose time, counted from a breach, is up before word of it must have come up a chain of notices.

    ``links`` are these notices, that to the one who is bound first. ``supposed`` is true where one who only passes word
    on has its time from the breach too, so that the sum supposes that it has it from when it is told.
    """

    top: Notice
    links: tuple[Notice, ...]

    @property
    def hours(self) -> int:
        """How late word may come: the sum of the links' times."""
        return sum(link.hours for link in self.links)

    @property
    def supposed(self) -> bool:
        """Whether a deadline is taken to run from knowledge although its clause does not say so."""
        return any(not link.from_knowledge for link in self.links[:-1])


@dataclass(frozen=True, slots=True)
class SlowChains:
    """The slow chains of a workspace, and the duties from which the search was not finished."""

    found: tuple[SlowChain, ...]
    unfinished: tuple[Norm, ...]


@dataclass(frozen=True, slots=True)
class Station:
    """A party on the way down: the notices so far, the data that went down with it, and when all of that holds."""

    party: int
    data: int
    hours: int
    links: tuple[Notice, ...]
    when: Region


def slow_chains(norms: Iterable[Norm], graph: Graph, most: int = MOST_STEPS) -> SlowChains:
    """The shortest slow chain of each clause that sets a time after a breach, in the order of the norms."""
    known = [notice for norm in norms for notice in notices(norm, graph)]
    by_told: dict[int, list[Notice]] = {}
    for notice in known:
        for bit in bits(notice.told):
            by_told.setdefault(bit, []).append(notice)
    found: dict[int, SlowChain] = {}
    unfinished: dict[Norm, None] = {}
    for top in known:
        if top.from_knowledge or id(top.norm.clause) in found:
            continue
        try:
            chain = Descent(top, by_told, graph, most).slow()
        except TooManyAlternatives:
            unfinished[top.norm] = None
            continue
        if chain:
            found[id(top.norm.clause)] = chain
    return SlowChains(tuple(found.values()), tuple(unfinished))


def notices(norm: Norm, graph: Graph) -> Iterator[Notice]:
    """The duties of a norm to tell of a breach in time, one for each party whom its document identifies."""
    within, occasions = norm.timing.within, norm.timing.occasions
    if norm.modality is not Modality.DUTY or norm.ensured or within is None or norm.region.empty:
        return
    closure = graph.closure(norm.document)
    telling = closure.covers_key("notify", Kind.ACTION)
    if not norm.actions or not all(closure.universe.bit(act) & telling for act in norm.actions):
        return
    breaches, learning = breach_events(closure), covered(LEARNING, Kind.EVENT, closure)
    events = 0
    for occasion in occasions:
        bit = closure.universe.bit(occasion.event)
        if occasion.word not in ("after", "on") or not bit & (breaches | learning):
            return
        events |= closure.covers(occasion.event) & breaches
    if occasions:
        bearer, told = (norm.region.masks[side] for side in (Side.BEARER, Side.COUNTERPARTY))
        told = graph.encounters.identified(told, norm.document)
        parties = told & union(map(closure.universe.bit, norm.document.parties))
        for teller in bits(graph.encounters.identified(bearer, norm.document)):
            yield Notice(norm, teller, told, parties, within.hours, events)


def breach_events(closure: Closure) -> int:
    """Every kind of incident."""
    return closure.covers_key("incident", Kind.EVENT)


class Descent:
    """Goes down from whoever is bound by a deadline to those whom it gave data, and to whom they gave them."""

    def __init__(self, top: Notice, by_told: dict[int, list[Notice]], graph: Graph, most: int) -> None:
        """Prepare; ``by_told`` are all notices by each one told."""
        self._top = top
        self._by_told = by_told
        self._graph = graph
        self._left = most
        self._seen: dict[int, list[Station]] = {}

    def slow(self) -> SlowChain | None:
        """The chain of fewest links that is too slow, None where there is none; raises ``TooManyAlternatives``."""
        pending = deque([Station(self._top.teller, self._concerned(), 0, (), when(self._top.norm))])
        while pending:
            station = pending.popleft()
            for below in self._below(station):
                if below.hours > self._top.hours:
                    return SlowChain(self._top, below.links)
                if self._is_new(below):
                    pending.append(below)
        return None

    def _concerned(self) -> int:
        """The data a breach of which is to be told at the top: to a party those that it gave, to outsiders any."""
        parties = self._top.parties
        return union(self._given(bit, self._top.teller) for bit in bits(parties)) if parties else ANY

    def _below(self, station: Station) -> Iterator[Station]:
        """Those who got data from a party and have to tell it of a breach, each by its shortest time."""
        on_the_way = {self._top.teller, *(link.teller for link in station.links)}
        fastest: dict[int, tuple[Notice, Region]] = {}
        for notice in self._by_told.get(station.party, ()):
            self._left -= 1
            if self._left < 0:
                raise TooManyAlternatives
            at_once = station.when.overlap(when(notice.norm))
            if notice.teller in on_the_way or not at_once or not self._is_of_a_kind(notice):
                continue
            if notice.teller not in fastest or notice.hours < fastest[notice.teller][0].hours:
                fastest[notice.teller] = (notice, at_once)
        for teller, (notice, at_once) in fastest.items():
            if data := station.data & self._given(station.party, teller):
                yield Station(teller, data, station.hours + notice.hours, (*station.links, notice), at_once)

    def _is_of_a_kind(self, notice: Notice) -> bool:
        """Whether a notice may be of a breach of which the top duty speaks."""
        return notice.from_knowledge or bool(notice.events & self._top.events)

    def _given(self, giver: int, taker: int) -> int:
        """All data that one party may give another."""
        data = 0
        for flow, holder in self._graph.given(giver):
            if flow.takers_mask & taker:
                for region in self._graph.disputes.undisputed(flow.norm, holder.bit):
                    data |= region.masks[Side.OBJECT] if region.masks[Side.COUNTERPARTY] & taker else 0
        return data

    def _is_new(self, station: Station) -> bool:
        """Whether no station before was the same party with as much data and as late."""
        seen = self._seen.setdefault(station.party, [])
        if any(not station.data & ~each.data and station.hours <= each.hours for each in seen):
            return False
        seen.append(station)
        return True


def when(norm: Norm) -> Region:
    """The days and conditions of a duty."""
    return Region(EVERYTHING, norm.region.condition, norm.region.start, norm.region.end)

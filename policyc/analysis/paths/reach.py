"""Reach: who may end up with data that somebody gives away, by the shortest paths, cycles and all.

Breadth first: a holder is visited again only with data, on days or under conditions that no earlier visit had. So the
work is near the size of what can be reached; it stops at a stated number of steps, and says so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from policyc.analysis.flow import Flow
from policyc.analysis.paths.graph import Graph, Hop
from policyc.analysis.paths.holders import Holder
from policyc.model.document import Document
from policyc.model.names import Concept
from policyc.norms.condition import ALWAYS, TooManyAlternatives, conjunction, entails
from policyc.norms.norm import Norm
from policyc.norms.region import EVERYTHING, Region, Side

MOST_STEPS = 20_000
"""From one start no more hops and inferences are looked at; a walk that would need more is reported as incomplete."""

TOO_FAR = "the data go on by more ways than are followed from one clause"
INTRICATE = "conditions or exceptions too intricate to follow data through"

CARRIED = (Side.OBJECT, Side.PEOPLE, Side.PHASE)
"""The sides that data keep on their way: what they are, about whom, in which phase of the agreements."""


@dataclass(frozen=True, slots=True)
class Inference:
    """A holder can work out some data from others that it has, since these reveal them."""

    source: Concept
    target: Concept


@dataclass(frozen=True, slots=True, eq=False)
class Arrival:
    """Data that have come to a holder by a step, and the arrival ``before`` it; ``load`` is which data, when and if.

    ``hop`` is the last time that they changed hands; ``step`` is that hop, or an inference after it.
    """

    step: Hop | Inference
    hop: Hop
    load: Region
    before: Arrival | None = None

    @property
    def holder(self) -> Holder:
        """Who has the data."""
        return self.hop.taker

    @property
    def document(self) -> Document:
        """The agreement by which they came."""
        return self.hop.flow.norm.document

    @property
    def data(self) -> int:
        """Which data they are."""
        return self.load.masks[Side.OBJECT]

    @property
    def purposes(self) -> tuple[Concept, ...]:
        """What they were given for, as stated."""
        return self.hop.flow.purposes

    @property
    def path(self) -> tuple[Arrival, ...]:
        """Every arrival on the way, the first one first."""
        found: list[Arrival] = []
        at: Arrival | None = self
        while at:
            found.append(at)
            at = at.before
        return tuple(reversed(found))


def first_arrival(hop: Hop) -> Arrival:
    """The arrival by a first hop: all that it can carry."""
    return Arrival(hop, hop, load_of(hop))


def load_of(hop: Hop) -> Region:
    """What a hop can carry, when and on which conditions; the manner of a duty is one of these."""
    load = carried(hop.region)
    return replace(load, condition=conjunction(load.condition, hop.flow.norm.manner or ALWAYS))


def carried(region: Region) -> Region:
    """A region as far as data keep to it on their way."""
    masks = [
        mask if side in CARRIED else whole for side, mask, whole in zip(Side, region.masks, EVERYTHING, strict=True)
    ]
    return Region(tuple(masks), region.condition, region.start, region.end)


@dataclass(frozen=True, slots=True)
class Reach:
    """Who may end up with the data of a flow, the nearest first; ``unfinished`` says why that may not be all."""

    flow: Flow
    arrivals: tuple[Arrival, ...]
    unfinished: str = ""


def reach_of(flow: Flow, graph: Graph, most: int = MOST_STEPS) -> Reach:
    """Who may end up with which data of a flow and for what, by the shortest paths, each with its steps."""
    found: list[Arrival] = []
    document, unfinished = flow.norm.document, ""
    for giver in graph.holders(flow.givers_mask, document):
        walk = Walk(graph, document, giver, most)
        try:
            found += walk.arrivals(list(graph.hops(flow, giver)))
        except TooManyAlternatives:
            unfinished = INTRICATE
        unfinished = unfinished or (TOO_FAR if walk.cut else INTRICATE if walk.intricate else "")
    found.sort(key=lambda arrival: len(arrival.path))
    return Reach(flow, tuple(found), unfinished)


class Walk:
    """A walk from some first hops; ``steps`` counts what was looked at, ``cut`` says that the walk was not finished.

    ``intricate`` are the norms whose conditions or exceptions were too intricate to follow.
    """

    def __init__(self, graph: Graph, origin: Document, avoided: Holder | None = None, most: int = MOST_STEPS) -> None:
        """Prepare a walk that never comes back to a holder, who had the data before it began.

        What data reveal is what ``origin``, the agreement in which it begins, says that they do.
        """
        self._graph = graph
        self._origin = origin
        self._avoided = avoided.bit if avoided and avoided.concept else 0
        self._most = most
        self._seen: dict[tuple[object, ...], list[Region]] = {}
        self.steps = 0
        self.cut = False
        self.intricate: dict[Norm, None] = {}

    def arrivals(self, first: Iterable[Hop]) -> Iterator[Arrival]:
        """Every arrival, the nearest first; one that brings its holder nothing new leads no further."""
        pending = deque(map(first_arrival, first))
        yield from pending
        while pending:
            for following in self._following(pending.popleft()):
                self.steps += 1
                if self.steps > self._most:
                    self.cut = True
                    return
                if following:
                    yield following
                    pending.append(following)

    def _following(self, arrival: Arrival) -> Iterator[Arrival | None]:
        """One step on from an arrival, None for each that leads nowhere."""
        if arrival.holder.concept is None:
            return
        if load := self._new(arrival.load, self._holding(arrival)):
            yield from self._given_on(arrival, load)
        if load := self._new(arrival.load, self._getting(arrival)):
            yield from self._worked_out(arrival, load)

    def _holding(self, arrival: Arrival) -> tuple[object, ...]:
        """What decides to whom data can go on: the holder, and the giver where a clause asks from whom they came."""
        place = None if self._graph.is_known(arrival.holder, arrival.document) else id(arrival.document)
        choosy = self._graph.is_choosy(arrival.holder, arrival.document)
        return (arrival.holder.bit, place, arrival.hop.giver.bit if choosy else None)

    def _getting(self, arrival: Arrival) -> tuple[object, ...]:
        """How a holder got data: for what, where, and under which agreement if that says how it may use them."""
        masks = arrival.hop.region.masks
        place = id(arrival.document) if self._graph.uses(arrival.document) else None
        return (arrival.holder.bit, masks[Side.PURPOSE], masks[Side.PLACE], place)

    def _given_on(self, arrival: Arrival, load: Region) -> Iterator[Arrival | None]:
        for flow, giver in self._graph.onward(arrival.holder, arrival.document):
            try:
                for hop in self._graph.hops(flow, giver):
                    yield self._onward(arrival, load, hop)
            except TooManyAlternatives:
                self.intricate[flow.norm] = None
                yield None

    def _worked_out(self, arrival: Arrival, load: Region) -> Iterator[Arrival | None]:
        data, known = load.masks[Side.OBJECT], known_since(arrival)
        for source, target, revealed in self._graph.worked_out(data, self._origin):
            new = revealed & ~known
            learned = load.with_side(Side.OBJECT, new)
            yield Arrival(Inference(source, target), arrival.hop, learned, arrival) if new else None

    def _onward(self, arrival: Arrival, load: Region, hop: Hop) -> Arrival | None:
        masks = hop.region.masks
        if not masks[Side.SOURCE] & arrival.hop.giver.bit or not masks[Side.COUNTERPARTY] & ~self._avoided:
            return None
        carried_on = load.overlap(load_of(hop))
        return Arrival(hop, hop, carried_on, arrival) if carried_on else None

    def _new(self, load: Region, key: tuple[object, ...]) -> Region | None:
        """What of a load is new for a key, at such times and under such conditions; None where nothing is."""
        seen = self._seen.setdefault(key, [])
        data = load.masks[Side.OBJECT]
        for earlier in seen:
            if data & earlier.masks[Side.OBJECT] and within(load, earlier):
                data &= ~earlier.masks[Side.OBJECT]
        if not data:
            return None
        seen.append(load.with_side(Side.OBJECT, data))
        return seen[-1]


def known_since(arrival: Arrival) -> int:
    """All that a holder has got or worked out since data last changed hands."""
    known, at = 0, arrival
    while at.before and at.before.hop is arrival.hop:
        known, at = known | at.data, at.before
    return known | at.data


def within(load: Region, earlier: Region) -> bool:
    """Whether a load, whatever the data, is no wider than an earlier one."""
    return (
        earlier.start <= load.start
        and load.end <= earlier.end
        and all(not load.masks[side] & ~earlier.masks[side] for side in CARRIED if side is not Side.OBJECT)
        and (load.condition == earlier.condition or entails(load.condition, earlier.condition))
    )

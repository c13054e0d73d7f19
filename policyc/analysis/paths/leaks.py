"""Leaks: paths that end where a clause at their beginning says that data must not go, or not for that purpose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.flow import Flow
from policyc.analysis.holding import covered, hinges_on
from policyc.analysis.paths.ending import Ending, endings, may_meet
from policyc.analysis.paths.graph import Graph
from policyc.analysis.paths.proof import holds
from policyc.analysis.paths.reach import INTRICATE, MOST_STEPS, TOO_FAR, Arrival, Inference, Walk
from policyc.analysis.paths.restriction import Restriction, Start, starts
from policyc.model.document import Document
from policyc.model.names import Kind
from policyc.norms.condition import TooManyAlternatives
from policyc.norms.norm import Norm

TOO_MANY = "too many exceptions to follow where the data of this agreement go"

SAME_TERMS = ("same terms", "same terms accepted")
SAME_OBLIGATIONS = ("same obligations",)


@dataclass(frozen=True, slots=True, eq=False)
class Leak:
    """Data end up where a restriction says that they must not, by a path that every clause on it permits."""

    start: Start
    restriction: Restriction
    arrival: Arrival
    ending: Ending

    @property
    def path(self) -> tuple[Arrival, ...]:
        """Every arrival on the way."""
        return self.arrival.path

    @property
    def hops(self) -> list[Arrival]:
        """The arrivals by which data changed hands."""
        return [at for at in self.path if not isinstance(at.step, Inference)]

    @property
    def inferences(self) -> list[Inference]:
        """What holders on the way have to work out for the path to hold."""
        return [at.step for at in self.path if isinstance(at.step, Inference)]

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Shorter paths first, then those whose clauses stand first."""
        clauses = [at.hop.flow.norm.clause.origin.place for at in self.path]
        return (len(self.inferences), len(self.path), clauses, str(self.arrival.holder.concept), bool(self.ending.use))


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A clause from which, or over which, paths could not be followed to their end, and why."""

    norm: Norm
    reason: str


@dataclass(frozen=True, slots=True)
class Leaks:
    """The leaks of a workspace, and the paths that were not followed to their end."""

    found: tuple[Leak, ...]
    unfinished: tuple[Unfinished, ...]


def leaks(documents: list[Document], graph: Graph, most: int = MOST_STEPS) -> Leaks:
    """The leaks of some agreements: of each upstream clause and end the shortest path, in the order of documents."""
    found: dict[tuple[object, ...], Leak] = {}
    unfinished: dict[tuple[int, str], Unfinished] = {}
    for document in documents:
        try:
            beginning = starts(document, graph)
        except TooManyAlternatives:
            first = graph.flows_of(document)[0].norm
            unfinished[id(first.clause), TOO_MANY] = Unfinished(first, TOO_MANY)
            continue
        for start in beginning:
            search = Search(start, graph, most)
            for leak in search.leaks():
                known = found.get(identity(leak))
                if known is None or leak.sort_key < known.sort_key:
                    found[identity(leak)] = leak
            unfinished |= {(id(norm.clause), why): Unfinished(norm, why) for norm, why in search.unfinished()}
    ordered = sorted(found.values(), key=lambda leak: (leak.restriction.ban.clause.origin.place, leak.sort_key))
    return Leaks(tuple(ordered), tuple(unfinished.values()))


def identity(leak: Leak) -> tuple[object, ...]:
    """What makes two leaks one: the upstream clause, and who ends up with the data where the clause names an end."""
    end = leak.arrival.holder.concept if leak.restriction.named else None
    return (id(leak.restriction.ban.clause), end, leak.restriction.named)


@dataclass(slots=True, eq=False)
class Open:
    """A restriction that may still be broken, and the arrivals at and after the places where it was."""

    restriction: Restriction
    beyond: set[Arrival | None]


class Search:
    """Follows the paths from one start, until every restriction is known to be broken or nothing new is reached."""

    def __init__(self, start: Start, graph: Graph, most: int) -> None:
        """Prepare the walk, which never comes back to the giver."""
        self._start = start
        self._graph = graph
        self._walk = Walk(graph, start.document, start.giver, most)
        self._open = [Open(each, set()) for each in dict.fromkeys(start.restrictions)]
        self._intricate: dict[Norm, None] = {}

    def leaks(self) -> list[Leak]:
        """The leaks from this start; what lies beyond the end of one is its consequence, and not told again."""
        found: list[Leak] = []
        for arrival in self._walk.arrivals(self._start.hops):
            for each in [each for each in self._open if arrival.before in each.beyond]:
                each.beyond.add(arrival)
            if arrival.hop not in self._start.hops:
                found += self._leaks_at(arrival)
            if not self._open:
                break
        return found

    def _leaks_at(self, arrival: Arrival) -> Iterator[Leak]:
        """The leaks at one arrival; a list of those who alone may have data is broken once."""
        near = [each for each in self._open if may_meet(arrival.load, each.restriction.ban.region)]
        for each in near:
            if arrival not in each.beyond and (leak := self._leak(arrival, each.restriction)):
                each.beyond.add(arrival)
                if not each.restriction.named:
                    self._open.remove(each)
                yield leak

    def _leak(self, arrival: Arrival, restriction: Restriction) -> Leak | None:
        try:
            for ending in endings(arrival, restriction, self._start, self._graph):
                leak = Leak(self._start, restriction, arrival, ending)
                bound = not restriction.named and is_bound(leak, self._graph)
                if not bound and holds(arrival, restriction, ending, self._graph):
                    return leak
        except TooManyAlternatives:
            self._intricate[restriction.ban] = None
        return None

    def unfinished(self) -> list[tuple[Norm, str]]:
        """What kept the walk from its end."""
        first = self._start.hops[0].flow.norm
        cut = [(first, TOO_FAR)] if self._walk.cut else []
        norms = dict.fromkeys([*self._walk.intricate, *self._intricate])
        return cut + [(norm, INTRICATE) for norm in norms]


# Terms that go with the data


def to_bind(leak: Leak) -> list[Arrival]:
    """The hops at which those who later give data on can be bound to the terms of the one who is restricted."""
    return leak.hops[1 if leak.restriction.on_taker else 0 : -1]


def gap(leak: Leak, graph: Graph) -> Arrival | None:
    """The first hop at which somebody who gives data on later is not bound to the same terms; None where all are."""
    return next((at for at in to_bind(leak) if not same_terms(at, graph)), None)


def is_bound(leak: Leak, graph: Graph) -> bool:
    """Whether the last giver is bound to the same terms as the one who is restricted."""
    return bool(to_bind(leak)) and gap(leak, graph) is None


def same_terms(arrival: Arrival, graph: Graph) -> bool:
    """Whether who gets data takes them under the same terms, by this clause or another between the two."""
    hop = arrival.hop
    others = graph.given_by(hop.giver, arrival.document)
    beside = [flow for flow in others if flow.takers_mask & hop.taker.bit and flow.data_mask & arrival.data]
    return any(under_same_terms(flow, graph) for flow in (hop.flow, *beside))


def under_same_terms(flow: Flow, graph: Graph) -> bool:
    """Whether a flow is only under the same terms."""
    closure = graph.closure(flow.norm.document)
    states = covered(SAME_TERMS, Kind.CONDITION, closure) | covered(SAME_OBLIGATIONS, Kind.THING, closure)
    return hinges_on(flow.norm, states)

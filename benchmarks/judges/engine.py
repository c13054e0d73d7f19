"""policyc's verdict on one act: the norms of the act's bearer, those that another outranks left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.asked import Request
from benchmarks.clauses import NOBODY, World
from benchmarks.peers.engine import normalised
from benchmarks.space import ACTIONS, DATA, PLACES, PURPOSES, STATES
from benchmarks.words import organisation

NAME = "policyc"


def prepare(world: World, requests: list[Request]) -> Callable[[], int]:
    """Make the norms of a world, by bearer, and a point of each request."""
    from policyc.norms.order import Order
    from policyc.norms.region import Side
    from policyc.norms.verdict import Verdict, judge_point

    workspace, universe, norms, _ = normalised(world)
    order = Order(workspace.documents)
    by_bearer: dict[int, list[Any]] = {}
    for norm in norms:
        by_bearer.setdefault(norm.region.masks[Side.BEARER], []).append(norm)
    points = [point(request, workspace.documents[0].lexicon, universe) for request in requests]

    def count() -> int:
        verdicts = (judge_point(each, by_bearer.get(each.bits[Side.BEARER], []), order).verdict for each in points)
        return sum(verdict is Verdict.PERMITTED for verdict in verdicts)

    return count


def point(request: Request, lexicon: Any, universe: Any) -> Any:
    """A request as the engine writes an act."""
    from policyc.model.names import Concept, Kind, key
    from policyc.norms.concepts import NONE, OTHER
    from policyc.norms.region import DURING, Point

    def bit(kind: Kind, written: str) -> int:
        concept = (
            Concept(kind, key(written), written)
            if kind is Kind.PARTY
            else lexicon.find(key(written), frozenset({kind}))
        )
        return int(universe.bit(concept))

    other = NONE if request.other == NOBODY else bit(Kind.PARTY, organisation(request.other))
    sides = (
        bit(Kind.PARTY, organisation(request.bearer)),
        bit(Kind.ACTION, ACTIONS[request.action]),
        bit(Kind.DATA, DATA.written[request.data]),
        OTHER,
        other,
        bit(Kind.PURPOSE, PURPOSES.written[request.purpose]),
        bit(Kind.PLACE, PLACES.written[request.place]),
        OTHER,
        DURING,
    )
    held = [bit(Kind.CONDITION, name) for number, name in enumerate(STATES) if request.states >> number & 1]
    return Point(sides, sum(held), request.day)

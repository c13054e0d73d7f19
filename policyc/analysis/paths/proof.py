"""Proof: a path judged again at one act for each hop, and the ban at the act that the end amounts to."""

from __future__ import annotations

from functools import partial

from policyc.analysis.paths.ending import Ending
from policyc.analysis.paths.graph import Graph
from policyc.analysis.paths.reach import Arrival, Inference
from policyc.analysis.paths.restriction import Restriction
from policyc.analysis.witness import widest
from policyc.norms.concepts import Closure
from policyc.norms.condition import Alternative
from policyc.norms.norm import Norm
from policyc.norms.region import Masks, Point, Region, Side
from policyc.norms.verdict import Verdict, judge_point

SHARED = (Side.PEOPLE, Side.PHASE)
"""Besides the data: what is the same at every hop of a path, since it is the same data."""


def holds(arrival: Arrival, restriction: Restriction, ending: Ending, graph: Graph) -> bool:
    """Whether a path stands: one act a hop that all clauses together permit, at the end one that the ban decides."""
    return any(
        stands_where(arrival, restriction, ending, states_of(alternative, graph.closure(arrival.document)), graph)
        for alternative in ending.act.condition
    )


def stands_where(arrival: Arrival, restriction: Restriction, ending: Ending, states: int, graph: Graph) -> bool:
    """Whether a path stands where certain states hold."""
    closure, act = graph.closure(arrival.document), ending.act
    origin = restriction.ban.document
    possible = graph.possible(origin).fitting(ending.whole)
    bits = possible.act(act.masks, partial(widest, closure=closure))
    if bits is None:
        return False
    final = Point(bits, states, act.start)
    if not forbidden(final, restriction.ban, graph):
        return False
    data, use = final.bits[Side.OBJECT], ending.use
    if use and not permitted(aligned(use.region, final, data, closure), use.norm, graph):
        return False
    for at in reversed(arrival.path):
        if isinstance(at.step, Inference) and at.before:
            data = widest(graph.closure(origin).covers(at.step.source) & at.before.data, closure)
            continue
        if not permitted(aligned(at.hop.region, final, data, closure), at.hop.flow.norm, graph):
            return False
    return True


def aligned(region: Region, final: Point, data: int, closure: Closure) -> Point:
    """A point of a region about certain data, with the people, phase, states and day of the last act of a path."""
    masks = list(region.masks)
    masks[Side.OBJECT] &= data
    for side in SHARED:
        masks[side] &= final.bits[side]
    return point_in(tuple(masks), final.states, final.day, closure)


def point_in(masks: Masks, states: int, day: int, closure: Closure) -> Point:
    """The most general point of a product of sides; a side on which nothing is left makes a point that is nowhere."""
    return Point(tuple(widest(mask, closure) if mask else 0 for mask in masks), states, day)


def states_of(alternative: Alternative, closure: Closure) -> int:
    """As few states as make an alternative hold, the widest that fit."""
    states = 0
    for mask in sorted(alternative.held):
        if not states & mask:
            states |= widest(mask & ~alternative.absent, closure)
    return states


def permitted(point: Point, norm: Norm, graph: Graph) -> bool:
    """Whether all clauses that speak of those whom a norm binds permit an act, the norm among those that decide."""
    judgement = judge_point(point, graph.disputes.near(norm), graph.order)
    return judgement.verdict is Verdict.PERMITTED and norm in judgement.deciding


def forbidden(point: Point, ban: Norm, graph: Graph) -> bool:
    """Whether all clauses that speak of those whom a ban binds forbid an act, the ban among those that decide."""
    judgement = judge_point(point, graph.disputes.near(ban), graph.order)
    return judgement.verdict is Verdict.FORBIDDEN and ban in judgement.deciding

"""Whole documents that came or went: all that they said is new, or said no longer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.difference.grading import Direction, direction_of, exposing, protective, together
from policyc.analysis.difference.pairing import Pairing
from policyc.analysis.difference.space import Space, space, topmost
from policyc.analysis.facts import Facts
from policyc.model.document import Document, Modality
from policyc.norms.concepts import Closure, union
from policyc.norms.norm import Norm
from policyc.norms.region import Point, Side
from policyc.norms.verdict import Verdict, judge_point


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document that only one version holds.

    ``says`` counts its clauses by what they make of an act. ``witness`` is an act that it permits, or else forbids;
    None where it does neither anywhere.
    """

    document: Document
    came: bool
    direction: Direction
    says: dict[Modality, int]
    verdict: Verdict = Verdict.UNCOVERED
    norm: Norm | None = None
    witness: Point | None = None


def arrivals(pairing: Pairing, old: Facts, new: Facts) -> Iterator[Arrival]:
    """The documents that went, then those that came."""
    yield from (arrival(document, old, came=False) for document in pairing.removed)
    yield from (arrival(document, new, came=True) for document in pairing.added)


def arrival(document: Document, facts: Facts, came: bool) -> Arrival:
    """A document that came or went, with what it says."""
    norms, closure = facts.norms_of(document), facts.closure(document)
    said = [effect for norm in norms for effect in effects_of(norm, closure)]
    effects = (
        together([*said, *(Direction.STRICTER for _ in (*document.requirements, *document.term_limits))])
        or Direction.MIXED
    )
    clauses = {id(norm.clause): norm.modality for norm in norms if norm.by_only is None}
    says = dict(Counter(clauses.values()))
    direction = effects if came else effects.reverse
    here = space([closure], [document], [])
    for norm in sorted(norms, key=lambda norm: not norm.grants):
        point = example(norm, here)
        judgement = judge_point(point, norms, facts.order) if point else None
        if point and judgement and norm in judgement.deciding:
            return Arrival(document, came, direction, says, judgement.verdict, norm, point)
    return Arrival(document, came, direction, says)


def effects_of(norm: Norm, closure: Closure) -> Iterator[Direction]:
    """Which way a new norm changes things where nothing was said before."""
    acts = norm.region.masks[Side.ACTION]
    protects = not acts & exposing(closure) and bool(acts & protective(closure))
    if norm.modality is Modality.RELEASE:
        yield Direction.LOOSER
    elif norm.ensured:
        yield Direction.MIXED if norm.modality is Modality.PERMISSION else Direction.STRICTER
    elif norm.bans:
        yield direction_of(Verdict.UNCOVERED, Verdict.FORBIDDEN, protects)
    elif norm.modality is Modality.DUTY and not acts & exposing(closure):
        yield Direction.STRICTER
    else:
        yield direction_of(Verdict.UNCOVERED, Verdict.PERMITTED, protects)


def example(norm: Norm, where: Space) -> Point | None:
    """The most general act of a norm; None where it speaks of none that can be."""
    if not (norm.grants or norm.bans) or norm.region.empty:
        return None
    placed = where.placed(norm)
    for box in where.parts(norm):
        bits = where.act(box.masks, placed)
        if bits:
            alternative = norm.region.condition[0]
            closure = where.views[0].closure
            states = union(topmost(mask & ~alternative.absent, closure) for mask in sorted(alternative.held))
            return Point(bits, states, box.start)
    return None

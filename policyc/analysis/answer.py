"""Answers: what the clauses of an agreement make of a situation, and what that turns on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from policyc.analysis.facts import Facts
from policyc.model.document import Dimension, Document, Situation
from policyc.model.lexicon import Relation
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.region import Point, Region, Side
from policyc.norms.situation import Asked, asked_regions
from policyc.norms.verdict import MAXIMUM_CELLS, Verdict, judge_point, points


@dataclass(frozen=True, slots=True)
class Case:
    """One point that the clauses tell apart from others, its verdict and the norms that decide it."""

    point: Point
    verdict: Verdict
    deciding: tuple[Norm, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict of an agreement on a situation, and the cases that it was made from.

    ``weighed`` are the norms that speak of the situation at all; ``limited`` says that there were too many cases
    to weigh them all, so that the verdict is unknown.
    """

    document: Document
    regions: tuple[Region, ...]
    cases: tuple[Case, ...]
    weighed: tuple[Norm, ...]
    limited: bool

    @property
    def verdict(self) -> Verdict:
        """The verdict of every case, or unknown where they differ."""
        found = {case.verdict for case in self.cases} or {Verdict.UNCOVERED}
        return found.pop() if len(found) == 1 and not self.limited else Verdict.UNKNOWN

    @property
    def deciding(self) -> list[Norm]:
        """The norms that decide some case, in order."""
        return sorted({norm: None for case in self.cases for norm in case.deciding}, key=lambda norm: norm.index)


def answer(situation: Situation, document: Document, facts: Facts) -> Answer:
    """Weigh a situation against an agreement and what is read together with it."""
    closure = facts.closure(document)
    wanted = asked_regions(situation, document, closure)
    regions = tuple(region for asked in wanted for region in (asked.region, asked.stated) if region)
    norms = [norm for each in bundle(document, facts) for norm in facts.norms_of(each) if norm.grants or norm.bans]
    near = [norm for norm in norms if any(norm.region.meets(region) for region in regions)]
    weighing = Weighing(
        near, facts.order, closure, any(limit.dimension is Dimension.PLACE for limit in situation.limits)
    )
    cases = [case for asked in wanted for case in weighing.cases(asked)]
    return Answer(document, regions, tuple(cases[:MAXIMUM_CELLS]), tuple(near), len(cases) >= MAXIMUM_CELLS)


def bundle(document: Document, facts: Facts) -> list[Document]:
    """A document and what is read together with it, as far as that is at hand."""
    return facts.together(document) or [document]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Weighs regions against the norms near them; ``place_said`` tells whether the situation names a place."""

    norms: list[Norm]
    order: Order
    closure: Closure
    place_said: bool

    def cases(self, asked: Asked) -> list[Case]:
        """The cases of one region; where a purpose may be stated or not, of the side that any clause speaks of."""
        unstated = self.weigh(asked.region)
        if asked.stated is None:
            return unstated
        stated = self.weigh(asked.stated)
        if silent(stated):
            return unstated
        return stated if silent(unstated) else unstated + stated

    def weigh(self, region: Region) -> list[Case]:
        """The cases that the norms tell apart in a region."""
        possible = filter(self.is_possible, points(region, self.norms))
        judged = ((point, judge_point(point, self.norms, self.order)) for point in islice(possible, MAXIMUM_CELLS))
        return [Case(point, judgement.verdict, judgement.deciding) for point, judgement in judged]

    def is_possible(self, point: Point) -> bool:
        """Whether a point can be: what is shared arrives where the recipient is, where that is declared."""
        share = self.closure.covers_key("share", Kind.ACTION)
        if self.place_said or not point.bits[Side.ACTION] & share:
            return True
        takers = self.closure.universe.named(point.bits[Side.COUNTERPARTY])
        places = [place for taker in takers for place in self.closure.nearest(taker, Relation.IN)]
        return not places or any(self.closure.covers(place) & point.bits[Side.PLACE] for place in places)


def silent(cases: list[Case]) -> bool:
    """Whether no clause speaks of any of the cases."""
    return all(case.verdict is Verdict.UNCOVERED for case in cases)

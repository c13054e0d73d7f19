"""Answers: what the clauses of an agreement make of a situation, and what that turns on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from policyc.analysis.facts import Facts
from policyc.model.document import Document, Situation
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.region import Point, Region
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
    norms = [norm for each in bundle(document, facts) for norm in facts.norms_of(each)]
    norms = [norm for norm in norms if norm.grants or norm.bans]
    wanted = asked_regions(situation, document, facts.closure(document))
    cases: list[Case] = []
    for asked in wanted:
        cases += cases_of(asked, norms, facts.order)
    regions = tuple(region for asked in wanted for region in (asked.region, asked.stated) if region)
    weighed = tuple(norm for norm in norms if any(norm.region.meets(region) for region in regions))
    return Answer(document, regions, tuple(cases[:MAXIMUM_CELLS]), weighed, len(cases) >= MAXIMUM_CELLS)


def bundle(document: Document, facts: Facts) -> list[Document]:
    """A document and what is read together with it, as far as that is at hand."""
    return facts.together(document) or [document]


def cases_of(asked: Asked, norms: list[Norm], order: Order) -> list[Case]:
    """The cases of one region; where it is open whether a purpose is stated, of the side that any clause speaks of."""
    unstated = list(islice(weigh(asked.region, norms, order), MAXIMUM_CELLS))
    if asked.stated is None:
        return unstated
    stated = list(islice(weigh(asked.stated, norms, order), MAXIMUM_CELLS))
    if silent(stated):
        return unstated
    return stated if silent(unstated) else unstated + stated


def silent(cases: Iterable[Case]) -> bool:
    """Whether no clause speaks of any of the cases."""
    return all(case.verdict is Verdict.UNCOVERED for case in cases)


def weigh(region: Region, norms: list[Norm], order: Order) -> Iterator[Case]:
    """The cases that norms tell apart in a region."""
    near = [norm for norm in norms if norm.region.meets(region)]
    for point in points(region, near):
        judgement = judge_point(point, near, order)
        yield Case(point, judgement.verdict, judgement.deciding)

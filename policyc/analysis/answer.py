"""Answers: what the clauses of an agreement make of a situation, and what that turns on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from policyc.analysis.facts import Facts
from policyc.analysis.obligation import Obligation, Obliging, Outcome
from policyc.analysis.retained import kept_by_leave
from policyc.model.document import Document, Modality, Situation
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.possible import Possible
from policyc.norms.region import AFTER, Point, Region, Side
from policyc.norms.sampling import points
from policyc.norms.situation import Asked, asked_regions
from policyc.norms.verdict import MAXIMUM_CELLS, Verdict, judge_point


@dataclass(frozen=True, slots=True)
class Case:
    """One point that the clauses tell apart from others, its verdict and the norms that decide it."""

    point: Point
    verdict: Outcome
    deciding: tuple[Norm, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict of an agreement on a situation, and the cases that it was made from.

    ``weighed`` are the norms that speak of the situation at all; ``limited`` says that there were too many cases
    to weigh them all, so that the verdict is unknown. ``asked`` is the situation in regions.
    """

    document: Document
    regions: tuple[Region, ...]
    cases: tuple[Case, ...]
    weighed: tuple[Norm, ...]
    limited: bool
    asked: tuple[Asked, ...] = ()

    @property
    def verdict(self) -> Outcome:
        """The verdict of every case, or unknown where they differ."""
        found = {case.verdict for case in self.cases} or {Verdict.UNCOVERED}
        return found.pop() if len(found) == 1 and not self.limited else Verdict.UNKNOWN

    @property
    def deciding(self) -> list[Norm]:
        """The norms that decide some case, in order."""
        return sorted({norm: None for case in self.cases for norm in case.deciding}, key=lambda norm: norm.index)


def answer(situation: Situation, document: Document, facts: Facts, must: bool = False, listed: bool = False) -> Answer:
    """Weigh a situation against an agreement and what is read together with it: may it be done, or ``must`` it?

    What must be done after termination is told where nothing must be done before, and where duties are ``listed``.
    """
    asked = tuple(asked_regions(situation, document, facts.closure(document)))
    found = weigh(asked, situation, document, facts, must)
    known = situation.occasions or situation.day or (not listed and any(c.verdict in BINDING for c in found.cases))
    if not must or known:
        return found
    later = weigh(tuple(map(ended, asked)), situation, document, facts, must)
    if not any(case.verdict in BINDING for case in later.cases):
        return found
    return weigh((*asked, *later.asked), situation, document, facts, must)


BINDING = (Obligation.REQUIRED, Obligation.CHOICE, Verdict.UNKNOWN)


def ended(asked: Asked) -> Asked:
    """The same acts after the agreement has ended."""
    stated = asked.stated.with_side(Side.PHASE, AFTER) if asked.stated else None
    return Asked(asked.region.with_side(Side.PHASE, AFTER), stated)


def weigh(
    wanted: tuple[Asked, ...],
    situation: Situation,
    document: Document,
    facts: Facts,
    must: bool,
    listed: bool = False,
    most: int = MAXIMUM_CELLS,
) -> Answer:
    """Weigh the regions of a situation against an agreement and what is read together with it.

    ``listed`` says that duties are asked for one by one, so that nothing but duties is part of the answer; ``most`` is
    the number of cases from which on it is limited.
    """
    regions = tuple(region for asked in wanted for region in (asked.region, asked.stated) if region)
    together = facts.at_hand(document)
    said = [norm for each in together for norm in facts.norms_of(each)]
    norms = [norm for norm in said if speaks(norm, must)] + list(kept_by_leave(said, closure_of(facts)) if must else ())
    near = [norm for norm in norms if any(norm.region.meets(region) for region in regions)]
    obliging = Obliging(near, facts.order, situation.occasions, closure_of(facts), listed)
    possible = Possible.seen_from(facts.closure(document), together)
    weighing = Weighing(near, facts.order, possible, obliging if must else None, most)
    cases = [case for asked in wanted for case in weighing.cases(asked)]
    kept = tuple(cases[:most])
    return Answer(document, regions, kept, tuple(near), len(cases) >= most, wanted)


def closure_of(facts: Facts) -> Callable[[Norm], Closure]:
    """What names cover in the document of a norm."""
    return lambda norm: facts.closure(norm.document)


def speaks(norm: Norm, must: bool) -> bool:
    """Whether a norm says what may be done or, where that is asked, need not be done."""
    return norm.grants or norm.bans or (must and norm.modality is Modality.RELEASE and not norm.ensured)


@dataclass(frozen=True, slots=True)
class Weighing:
    """Weighs regions against the norms near them, as far as such acts can be; ``obliging`` tells what must be done."""

    norms: list[Norm]
    order: Order
    possible: Possible
    obliging: Obliging | None = None
    most: int = MAXIMUM_CELLS

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
        possible = self.possible.fitting(region.masks)
        found = islice(points(region, self.norms, self.order, possible), self.most)
        return list(map(self.case, found))

    def case(self, point: Point) -> Case:
        """What the norms make of one point."""
        judgement = judge_point(point, self.norms, self.order)
        if self.obliging:
            return Case(point, *self.obliging.outcome(point, judgement))
        return Case(point, judgement.verdict, judgement.deciding)


def silent(cases: list[Case]) -> bool:
    """Whether no clause speaks of any of the cases."""
    return not any(case.deciding for case in cases)

"""Permissions and bans: whether norms together make of every act of a region what is wanted, after all exceptions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from policyc.analysis.entailment.cells import Cell, cells, extents_of
from policyc.analysis.entailment.ground import Ground
from policyc.norms.norm import Norm
from policyc.norms.possible import Pick, lowest
from policyc.norms.region import Point, Region
from policyc.norms.verdict import Verdict, judge_point

Good = Callable[[Norm], bool]


@dataclass(frozen=True, slots=True)
class Judged:
    """A part of a region, one act of it, what norms make of that, and which of them decide."""

    cell: Cell
    point: Point
    verdict: Verdict
    deciding: tuple[Norm, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Weighs regions against some norms of an agreement."""

    ground: Ground
    norms: Sequence[Norm]

    def gap(self, region: Region, good: Good, verdict: Verdict, yields: bool = False) -> Judged | None:
        """A part of a region to which the norms do not give a verdict by a ``good`` one; None where they do everywhere.

        With ``yields`` a permission will do as well, also a disputed one. Raises ``TooManyCells`` and
        ``TooManyAlternatives``.
        """
        for judged in self._parts(region, lambda near, covering: any(map(good, covering)) and all(map(good, near))):
            decided = judged.verdict is verdict and any(map(good, judged.deciding))
            if not decided and not (yields and judged.verdict in (Verdict.PERMITTED, Verdict.CONFLICTING)):
                return judged
        return None

    def found(self, region: Region, verdicts: tuple[Verdict, ...], bearing: Good) -> Judged | None:
        """A part of a region to which the norms give one of some verdicts, by way of a ``bearing`` one."""
        for judged in self._parts(region, lambda near, _: not any(map(bearing, near))):
            if judged.verdict in verdicts and any(map(bearing, judged.deciding)):
                return judged
        return None

    def _parts(self, region: Region, settled: Callable[[list[Norm], list[Norm]], bool]) -> Iterator[Judged]:
        """The parts that the norms tell apart and that can be, each judged."""
        near = [norm for norm in self.norms if (norm.grants or norm.bans) and norm.region.meets(region)]
        order = self.ground.order

        def is_settled(covering: list[int], cutting: list[int]) -> bool:
            return settled([near[at] for at in covering + cutting], [near[at] for at in covering])

        for cell in cells(region, extents_of(near, order), is_settled):
            if judged := self.judged(cell, [near[at] for at in cell.covering]):
                yield judged

    def judged(self, cell: Cell, covering: list[Norm], pick: Pick = lowest) -> Judged | None:
        """A cell judged by one of its acts; None where no act of it can be."""
        possible = self.ground.possible
        point = cell.point(possible, pick)
        if point is None:
            return None
        judgement = judge_point(point, covering, self.ground.order)
        return Judged(cell, point, judgement.verdict, judgement.deciding)

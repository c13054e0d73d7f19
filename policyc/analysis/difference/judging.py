"""Judging: every case of a part of the acts, weighed by both versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from policyc.analysis.difference.differing import Version
from policyc.analysis.difference.grading import Direction, direction_of, together
from policyc.analysis.difference.obligations import Acts, TermChange, term_changes
from policyc.analysis.difference.space import Space, topmost
from policyc.analysis.difference.walk import Part, cases
from policyc.model.document import Modality
from policyc.norms.concepts import union
from policyc.norms.norm import Norm
from policyc.norms.region import Point, Region, Side
from policyc.norms.verdict import Verdict, judge_point


@dataclass(frozen=True, slots=True)
class Stand:
    """What one version makes of a case: the verdict, the norms that decide it, and what else is said of it."""

    verdict: Verdict
    deciding: tuple[Norm, ...]
    beside: tuple[Norm, ...]

    @property
    def speaking(self) -> tuple[Norm, ...]:
        """All that the version says of the case."""
        return (*self.deciding, *self.beside)


Clauses = frozenset[tuple[int, str | int]]
"""Clauses by their documents and numbers: sentences under one number are one clause."""

Cause = tuple[Clauses, Clauses, Verdict, Verdict]
"""What makes changes one: the clauses that decide before and after, and both verdicts."""


def numbered(norms: Iterable[Norm]) -> Clauses:
    """The clauses of some norms."""
    return frozenset((id(norm.document), (norm.clause.label or "").casefold() or id(norm.clause)) for norm in norms)


@dataclass(frozen=True, slots=True)
class Shift:
    """A case that the two versions see differently: where, how it is graded, and what says so.

    ``old`` and ``new`` are the norms that decide, or, where the verdict is the same, those whose terms changed.
    """

    cell: Region
    point: Point
    direction: Direction
    before: Verdict
    after: Verdict
    old: tuple[Norm, ...]
    new: tuple[Norm, ...]
    words: tuple[str, ...]
    covering: tuple[Norm, ...] = ()

    @property
    def cause(self) -> Cause:
        """What makes it the same change as another case."""
        return numbered(self.old), numbered(self.new), self.before, self.after


@dataclass(frozen=True)
class Bench:
    """Two versions of a bundle, ready to judge."""

    old: Version
    new: Version
    space: Space
    acts: Acts
    protective: int

    @cached_property
    def before(self) -> frozenset[int]:
        """The identities of the old norms."""
        return frozenset(map(id, self.old.norms))

    def shifts(self, part: Part, placed: bool) -> Iterator[Shift]:
        """The cases of a part that the versions see differently."""
        bits = self.space.act(part.box.masks, placed)
        if bits is None:
            return
        for case in cases(part.covering):
            states = union(map(self.state, sorted(case.held)))
            where = Region(part.box.masks, (case,), part.box.start, part.box.end)
            yield from self.seen(Point(bits, states, part.box.start), part.covering, where)

    def state(self, mask: int) -> int:
        """One state of a class."""
        return topmost(mask, self.space.views[0].closure)

    def seen(self, point: Point, covering: tuple[Norm, ...], where: Region) -> Iterator[Shift]:
        """What the versions see differently at a point, given the norms that may cover it."""
        old = stand(self.old, point, [norm for norm in covering if id(norm) in self.before])
        new = stand(self.new, point, [norm for norm in covering if id(norm) not in self.before])
        terms = list(term_changes(old.speaking, new.speaking, point.bits[Side.ACTION], self.acts))
        if old.verdict is not new.verdict:
            deciding = {id(norm) for norm in (*old.deciding, *new.deciding)}
            own = [each for each in terms if all(id(norm) in deciding for norm in (*each.old, *each.new))]
            terms = [each for each in terms if each not in own]
            yield replace(self.verdict_shift(old, new, own, where, point), covering=covering)
        for each in terms:
            said = (each.direction, old.verdict, new.verdict, each.old, each.new, each.words)
            yield Shift(where, point, *said, covering)

    def verdict_shift(self, old: Stand, new: Stand, own: list[TermChange], where: Region, point: Point) -> Shift:
        """A change of verdict, with what the deciding norms say of duties."""
        protects = bool(point.bits[Side.ACTION] & self.protective)
        by_verdict = direction_of(old.verdict, new.verdict, protects)
        direction = together([by_verdict, *(each.direction for each in own)]) or by_verdict
        words = tuple(dict.fromkeys(word for each in own for word in each.words))
        return Shift(where, point, direction, old.verdict, new.verdict, old.deciding, new.deciding, words)


def stand(side: Version, point: Point, covering: list[Norm]) -> Stand:
    """What one version makes of a point, given its norms that may cover it."""
    judgement = judge_point(point, covering, side.order)
    spoken = [norm for norm in covering if point.within(norm.region)]
    beside = tuple(norm for norm in spoken if norm.ensured or norm.modality is Modality.RELEASE)
    return Stand(judgement.verdict, judgement.deciding, beside)

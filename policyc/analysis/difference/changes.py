"""Changes: the cases that two versions see differently, those of one cause together, each with a witness."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from policyc.analysis.difference.grading import Direction, together
from policyc.analysis.difference.judging import Cause, Clauses, Shift
from policyc.norms.concepts import Universe
from policyc.norms.norm import Norm
from policyc.norms.region import DURING, Point, Region, Side
from policyc.norms.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """A change of what may be done, or of a duty: which clauses, where, how it is graded, and for instance what.

    ``old`` and ``new`` are the norms that decide, or whose terms changed, one a clause. ``cells`` hold every act that
    the change speaks of. ``without`` are the states that must be absent from the witness for it to be this change.
    """

    direction: Direction
    before: Verdict
    after: Verdict
    old: tuple[Norm, ...]
    new: tuple[Norm, ...]
    cells: tuple[Region, ...]
    witness: Point
    words: tuple[str, ...] = ()
    without: int = 0

    @property
    def of_verdict(self) -> bool:
        """Whether the verdict changed, and not only a duty or a term."""
        return self.before is not self.after


@dataclass(slots=True)
class Group:
    """The cases of one cause; ``exposing`` are the acts by which it is graded, if it has any.

    ``taken`` are cases of other causes that this one, with others, tells already.
    """

    exposing: int
    universe: Universe
    shifts: list[Shift] = field(default_factory=list)
    taken: list[Shift] = field(default_factory=list)

    @property
    def clauses(self) -> tuple[Clauses, Clauses]:
        """The clauses that decide, before and after."""
        return self.shifts[0].cause[:2]

    @property
    def direction(self) -> Direction:
        """The direction of its cases together: of those that expose data, where there are any."""
        telling = [shift for shift in self.shifts if shift.point.bits[Side.ACTION] & self.exposing]
        return together(shift.direction for shift in telling or self.shifts) or Direction.MIXED

    @property
    def widest(self) -> Shift:
        """The case that tells a reader most."""
        return max(self.shifts, key=lambda shift: generality(shift, self.exposing, self.universe))


def grouped(shifts: Iterable[Shift], exposing: int, universe: Universe) -> list[Group]:
    """The cases by their causes, in the order in which causes are met, as few as tell all."""
    found: dict[Cause, Group] = {}
    for shift in shifts:
        found.setdefault(shift.cause, Group(exposing, universe)).shifts.append(shift)
    return absorbed(list(found.values()))


def absorbed(groups: list[Group]) -> list[Group]:
    """Leave out each group that says no more than several others together: those take its cases."""
    kept: list[Group] = []
    for group in sorted(groups, key=lambda group: sum(map(len, group.clauses))):
        smaller = [each for each in kept if says_less(each, group)]
        sides = tuple(frozenset[Any]().union(*(each.clauses[side] for each in smaller)) for side in (0, 1))
        if smaller and sides == group.clauses:
            smaller[0].taken += group.shifts
        else:
            kept.append(group)
    return kept


def says_less(one: Group, other: Group) -> bool:
    """Whether one group's clauses are among another's, and both make the same of them."""
    first, second = one.shifts[0], other.shifts[0]
    alike = (first.before, first.after, one.direction) == (second.before, second.after, other.direction)
    return alike and all(mine <= theirs for mine, theirs in zip(one.clauses, other.clauses, strict=True))


def generality(shift: Shift, exposing: int, universe: Universe) -> tuple[bool, bool, int, int, int]:
    """How much a case tells a reader: an act that exposes data, in the clauses' words, on few conditions, and wide."""
    bits, masks = shift.point.bits, shift.cell.masks
    norms = (*shift.old, *shift.new)
    words = (
        (Side.ACTION, (concept for norm in norms for concept in norm.actions)),
        (Side.OBJECT, (concept for norm in norms for concept in norm.objects)),
        (Side.PURPOSE, (concept for norm in norms for concept in norm.purposes)),
    )
    return (
        bool(bits[Side.ACTION] & exposing),
        bool(masks[Side.PHASE] & DURING),
        sum(any(universe.bit(concept) == bits[side] for concept in said) for side, said in words),
        -shift.point.states.bit_count(),
        sum(mask.bit_count().bit_length() for mask in masks),
    )


def one_of_each(norms: Iterable[Norm]) -> tuple[Norm, ...]:
    """One norm of each clause, in the order of the norms."""
    first: dict[int, Norm] = {}
    for norm in norms:
        first.setdefault(id(norm.clause), norm)
    return tuple(sorted(first.values(), key=lambda norm: norm.index))

"""Idle clauses: those that the other clauses of their agreement entail, and those that others always set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from policyc.analysis.entailment.cells import TooManyCells, cells, extents_of, uncovered
from policyc.analysis.entailment.covering import Weighing
from policyc.analysis.entailment.duties import Duties
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.owed import is_plain_duty
from policyc.analysis.entailment.pace import lacks_in_pace
from policyc.model.document import Clause, Modality
from policyc.norms.by_sides import BySides
from policyc.norms.condition import ALWAYS, TooManyAlternatives
from policyc.norms.norm import Norm
from policyc.norms.possible import lowest
from policyc.norms.region import Point, Side
from policyc.norms.verdict import Verdict, judge_point


@dataclass(frozen=True, slots=True)
class Redundant:
    """A clause that others say already; ``mutual`` where the one other says no more than it does."""

    norms: tuple[Norm, ...]
    others: tuple[Norm, ...]
    mutual: bool


@dataclass(frozen=True, slots=True)
class Shadowed:
    """A clause that never decides, and those that outrank it wherever it speaks."""

    norms: tuple[Norm, ...]
    others: tuple[Norm, ...]


@dataclass(slots=True)
class Clauses:
    """The norms of one agreement by their clauses, and by whom they bind, to find those that may say the same.

    ``unweighed`` are the clauses of which there are too many cases to tell whether others set them aside.
    """

    ground: Ground
    by_clause: dict[Clause, list[Norm]] = field(default_factory=dict)
    unweighed: dict[Clause, Norm] = field(default_factory=dict)
    _own: BySides = field(init=False)
    _every: BySides = field(init=False)
    _duties: list[Norm] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Sort the norms of the agreement itself."""
        for norm in self.ground.norms:
            if norm.document is self.ground.document:
                self.by_clause.setdefault(norm.clause, []).append(norm)
        own = [norm for norms in self.by_clause.values() for norm in norms]
        self._own, self._every = BySides(own), BySides(self.ground.norms)
        self._duties = [norm for norm in own if is_plain_duty(norm)]

    def beside(self, norm: Norm) -> list[Norm]:
        """The norms of other clauses that speak of one and the same act of a norm, as far as who, what and how go."""
        masks = norm.region.masks
        bearer, data = lowest(masks[Side.BEARER]), lowest(masks[Side.OBJECT])
        found = self._own.speaking({Side.BEARER: bearer, Side.OBJECT: data, Side.ACTION: masks[Side.ACTION]})
        return [other for other in found if other.clause is not norm.clause]

    def meeting(self, norm: Norm) -> list[Norm]:
        """The norms of other clauses that speak of some acts of a norm; for a duty, all duties."""
        met = self._duties if is_plain_duty(norm) else self._own.meeting(norm.region)
        return [other for other in met if other.clause is not norm.clause]

    def deciding(self, norm: Norm) -> list[Norm]:
        """The norms, of all that are read together, that permit or forbid some acts of a norm."""
        return [other for other in self._every.meeting(norm.region) if other.grants or other.bans]

    def weighable(self) -> Iterator[tuple[Clause, list[Norm]]]:
        """The clauses that permit, forbid or require something themselves, the last first."""
        for clause, norms in reversed(self.by_clause.items()):
            if all((norm.grants or norm.bans) and not norm.region.empty for norm in norms):
                yield clause, norms


# Redundant


@dataclass(frozen=True, slots=True)
class Idle:
    """The idle clauses of an agreement, and a norm of each that has too many cases to tell whether it is shadowed."""

    redundant: list[Redundant]
    shadowed: list[Shadowed]
    unweighed: list[Norm]


def idle(ground: Ground) -> Idle:
    """The idle clauses of an agreement."""
    clauses = Clauses(ground)
    return Idle(redundant(clauses), shadowed(clauses), list(clauses.unweighed.values())[::-1])


def redundant(clauses: Clauses) -> list[Redundant]:
    """The clauses of an agreement that all could be taken out at once and change nothing, the later of two alike."""
    removed: set[Clause] = set()
    found = []
    for clause, norms in clauses.weighable():
        if others := entailing(norms, clauses, removed):
            removed.add(clause)
            found.append(Redundant(tuple(norms), tuple(others), is_mutual(norms, others, clauses)))
    return found[::-1]


def entailing(norms: Sequence[Norm], clauses: Clauses, removed: set[Clause]) -> list[Norm] | None:
    """The norms of other clauses that say together all that a clause says; None where they do not."""
    found: dict[int, Norm] = {}
    for norm in norms:
        if not any(speaks_alike(other, norm) for other in clauses.beside(norm)):
            return None
        alike = [other for other in clauses.meeting(norm) if other.clause not in removed and speaks_alike(other, norm)]
        try:
            others = says_as_much(norm, alike, clauses.ground)
            if others is None or is_particular(norm, others) or changes_verdicts(norm, clauses, removed):
                return None
        except (TooManyCells, TooManyAlternatives):
            return None
        found |= {other.index: other for other in others}
    return [other for _, other in sorted(found.items())]


def speaks_alike(other: Norm, norm: Norm) -> bool:
    """Whether a norm can stand for another: it says the like in the same voice, and aloud.

    That something is forbidden by ``only`` is no reason not to forbid it aloud; two deadlines, and duties that leave a
    choice, are not compared, nor is one to help with anything and one to help with something.
    """
    if norm.modality is Modality.DUTY:
        chosen = norm.alternatives or other.alternatives or (other.objects and not norm.objects)
        same_time = not norm.timing.within or norm.timing.within == other.timing.within
        alike = is_plain_duty(other) and not chosen and same_time
    else:
        alike = other.bans if norm.bans else other.grants
    aloud = norm.by_only is not None or other.by_only is None
    return alike and aloud and speaker(other) == speaker(norm)


def is_particular(norm: Norm, others: list[Norm]) -> bool:
    """Whether a norm says aloud what the others only take in: a side that they leave open, a condition of leave."""
    stated = {side for other in others for side in other.stated}
    conditional = norm.grants and norm.region.condition != ALWAYS
    return not norm.stated <= stated or (conditional and all(other.region.condition == ALWAYS for other in others))


def speaker(norm: Norm) -> str | None:
    """Who says so."""
    return norm.per.who if norm.per else None


def says_as_much(norm: Norm, others: list[Norm], ground: Ground) -> list[Norm] | None:
    """Those of some norms that are needed to say all that a norm says: one, if that will do; None where all do not."""
    paced = [other for other in others if is_plain_duty(norm) or keeps_pace(other, norm)]
    for few in (*([other] for other in paced), paced):
        if few and not leaves_out(norm, few, ground):
            return few
    return None


def keeps_pace(other: Norm, norm: Norm) -> bool:
    """Whether a permission or ban holds as long and as often as another; leave for 30 days is none for 60 or 20."""
    if norm.grants and other.timing.lasting not in (None, norm.timing.lasting):
        return False
    return norm.by_only is not None or not any(lacks_in_pace(other.timing, norm.timing, norm.modality))


def leaves_out(norm: Norm, others: list[Norm], ground: Ground) -> bool:
    """Whether some norms leave out some of what another says."""
    if is_plain_duty(norm):
        return Duties(ground, others).gap([norm]) is not None
    return uncovered(norm.region, [other.region for other in others]) is not None


def changes_verdicts(norm: Norm, clauses: Clauses, removed: set[Clause]) -> bool:
    """Whether some verdict on what a norm speaks of hangs on its clause."""
    ground = clauses.ground
    near = [other for other in clauses.deciding(norm) if other.clause not in removed]
    if not any(other.grants for other in near) or not any(other.bans for other in near):
        return False
    for cell in cells(norm.region, extents_of(near, ground.order), lambda *_: False):
        point = cell.point(ground.possible)
        covering = [near[at] for at in cell.covering]
        rest = [other for other in covering if other.clause is not norm.clause]
        if point and said(point, covering, ground) != said(point, rest, ground):
            return True
    return False


def said(point: Point, norms: list[Norm], ground: Ground) -> tuple[Verdict, bool]:
    """What norms make of an act, and whether it is a duty."""
    judgement = judge_point(point, norms, ground.order)
    return judgement.verdict, any(is_plain_duty(norm) for norm in judgement.deciding)


def is_mutual(norms: Sequence[Norm], others: Sequence[Norm], clauses: Clauses) -> bool:
    """Whether one other clause says as much as a clause, and no more."""
    first = others[0].clause
    if any(other.clause is not first for other in others):
        return False
    back = clauses.by_clause[first]
    return all(
        any(speaks_alike(norm, other) and not leaves_out(other, [norm], clauses.ground) for norm in norms)
        for other in back
    )


# Shadowed


def shadowed(clauses: Clauses) -> list[Shadowed]:
    """The clauses of an agreement that others of it outrank wherever they speak, and say the contrary somewhere."""
    found = []
    for _, norms in clauses.weighable():
        if others := overriding(norms, clauses):
            found.append(Shadowed(tuple(norms), tuple(others)))
    return found[::-1]


def overriding(norms: Sequence[Norm], clauses: Clauses) -> list[Norm] | None:
    """The norms that decide wherever a clause speaks, none of them its own; None where it decides something."""
    order = clauses.ground.order
    found: dict[int, Norm] = {}
    for norm in norms:
        if not any(is_contrary(other, norm) and order.outranks(other, norm) for other in clauses.beside(norm)):
            return None
        try:
            deciding = decided_by_others(norm, clauses)
        except (TooManyCells, TooManyAlternatives):
            clauses.unweighed[norm.clause] = norm
            return None
        if deciding is None:
            return None
        found |= {other.index: other for other in deciding}
    return [other for _, other in sorted(found.items())]


def is_contrary(other: Norm, norm: Norm) -> bool:
    """Whether one norm forbids what another permits or requires, or the other way round."""
    return other.bans if norm.grants else other.grants


def decided_by_others(norm: Norm, clauses: Clauses) -> list[Norm] | None:
    """The contrary norms that decide on the acts of which a norm speaks; None where it decides on one itself."""
    own = [other for each in clauses.by_clause.values() for other in each]
    weighing = Weighing(clauses.ground, own)
    if weighing.found(norm.region, tuple(Verdict), lambda other: other is norm):
        return None
    against = [other for other in own if is_contrary(other, norm) and other.region.meets(norm.region)]
    deciding = [
        other
        for other in against
        if weighing.found(norm.region, (Verdict.PERMITTED, Verdict.FORBIDDEN), lambda each, own=other: each is own)  # type: ignore[misc]
    ]
    return deciding or None

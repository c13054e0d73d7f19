"""Duties: whether duties together make somebody do what another duty asks for, as soon, as long and in such a manner.

What a duty is about (who, which data, whose, from whom, when, on which condition) must reach as far as what is wanted;
how it is done (which act, with whom, where, in which manner) must be as narrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from policyc.analysis.entailment.cells import Extent, cells, extents_of
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.owed import (
    Option,
    Owed,
    duties_owed,
    each_wanted,
    is_means,
    is_plain_duty,
    is_told,
    owed,
)
from policyc.analysis.entailment.performance import lacks_in_act
from policyc.model.document import Modality
from policyc.model.names import GUARDING, Kind
from policyc.norms.concepts import ANY
from policyc.norms.condition import ALWAYS, conjunction
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side
from policyc.norms.verdict import judge_point

HOW = (Side.ACTION, Side.COUNTERPARTY, Side.PURPOSE, Side.PLACE)
"""The sides that tell how a duty is done."""
PROTECTING = (*GUARDING, "notify", "correct")
"""Acts on data that protect the people whom the data are about."""


@dataclass(frozen=True, slots=True)
class Unowed:
    """Something wanted that duties do not make anybody do, and a part of it that they leave out."""

    wanted: Option
    part: Region


@dataclass(frozen=True, slots=True)
class Pair:
    """A way to do what is owed, and the thing wanted that it does."""

    way: Option
    wanted: Option


@dataclass(frozen=True, slots=True)
class Duties:
    """The duties of an agreement, to be held against what is wanted.

    ``strictly`` lets no slight lack pass: nothing that is a matter of judgement, no condition such as *if requested*.
    ``asked`` where it is only asked whether they are imposed: limits on other acts, which might forbid what they ask
    for, are left to the findings on contradictions.
    """

    ground: Ground
    norms: Sequence[Norm]
    strictly: bool = True
    asked: bool = False

    def gap(self, wanted: Iterable[Norm]) -> Unowed | None:
        """Something that some wanted duties ask for and that these do not make anybody do; None where they do it all.

        Raises ``TooManyCells`` and ``TooManyAlternatives``.
        """
        given = duties_owed(self.norms, self.ground)
        for group in owed(wanted, self.ground):
            for each in each_wanted(group, self.ground):
                if gap := self._gap(each, given):
                    return gap
        return None

    def speaks_of(self, wanted: Norm) -> bool:
        """Whether one of these duties asks for an act of the kind that is wanted of somebody of whom it is wanted."""
        sides = (Side.BEARER, Side.ACTION)
        own = (norm.region.masks for norm in self.norms if is_plain_duty(norm))
        return any(all(masks[side] & wanted.region.masks[side] for side in sides) for masks in own)

    def _gap(self, wanted: Owed, given: list[Owed]) -> Unowed | None:
        """The same for one thing that is wanted: one of its options must be owed, or a choice among them."""
        scopes = {scope_of(option.region, option, self.ground) for option in wanted}
        if len(scopes) == 1:
            part = self._left_out(wanted, given)
            return Unowed(wanted[0], part) if part else None
        gaps = [(option, self._left_out((option,), given)) for option in wanted]
        if any(part is None for _, part in gaps) or any(self._is_choice_among(wanted, each) for each in given):
            return None
        return next((Unowed(option, part) for option, part in gaps if part), None)

    def _is_choice_among(self, wanted: Owed, given: Owed) -> bool:
        """Whether each way to do what is owed does one of the things that are wanted, each about something else."""
        return all(any(self._left_out((option,), [(way,)]) is None for option in wanted) for way in given)

    def _fitting(self, wanted: Owed, given: Owed) -> list[Pair] | None:
        """Each way to do what is owed, with what it does of what is wanted; None where one does nothing of it."""
        pairs = [next((Pair(way, each) for each in wanted if self._fits(way, each)), None) for way in given]
        return [pair for pair in pairs if pair] if all(pairs) else None

    def _fits(self, way: Option, option: Option) -> bool:
        """Whether what is done, and by when, is no less than what is wanted."""
        lacks = lacks_in_act(way, option, self.ground)
        return lacks is not None and not [lack for lack in lacks if self.strictly or not lack.slight]

    # What a duty is about

    def _left_out(self, wanted: Owed, given: list[Owed]) -> Region | None:
        """A part of what is wanted that none of some duties is about, or that an exception takes out of all of them."""
        scope = scope_of(wanted[0].region, wanted[0], self.ground)
        extents: list[Extent] = []
        supplies: list[tuple[set[int], set[int]]] = []
        for pairs in filter(None, (self._fitting(wanted, each) for each in given)):
            good, bad = set[int](), set[int]()
            for pair in pairs:
                good.add(len(extents))
                extents.append(Extent(self._about(pair)))
                lifted = self._lifted(pair.way, pair.wanted)
                bad |= set(range(len(extents), len(extents) + len(lifted)))
                extents += map(Extent, lifted)
            supplies.append((good, bad))

        def is_owed(covering: Sequence[int], cutting: Sequence[int]) -> bool:
            touching = {*covering, *cutting}
            return any(good <= set(covering) and not touching & bad for good, bad in supplies)

        return next((cell.region for cell in cells(scope, extents, is_owed) if not is_owed(cell.covering, ())), None)

    def _about(self, pair: Pair) -> Region:
        """What a duty is about; whatever its condition, where that is not held against it."""
        scope = scope_of(pair.way.region, pair.wanted, self.ground)
        return scope if self.strictly else replace(scope, condition=ALWAYS)

    def _lifted(self, way: Option, wanted: Option) -> list[Region]:
        """Where other clauses release from a duty, forbid what it asks for, or outrank it: as far as it is wanted."""
        act = performed(way, wanted)
        order, norm = self.ground.order, way.norm
        told = is_told(norm, self.ground)
        contrary = [
            other
            for other in self.norms
            if (other.bans or is_release(other) or (is_leave(other) and order.declared(other, norm) > 0))
            and not (self.asked and (is_aside(other, told) or self._is_no_ban_of(other, way)))
            and not self._is_for_another_event(other, norm)
            and (self.strictly or other.region.condition == ALWAYS)
            and other.region.meets(act)
        ]
        if not contrary:
            return []
        near = [norm, *contrary]
        found = []
        for cell in cells(act, extents_of(near, order), lambda covering, cutting: not any((*covering, *cutting))):
            point = cell.point(self.ground.possible)
            touching = [near[at] for at in cell.covering]
            if point and not (norm in judge_point(point, touching, order).deciding and binds(norm, touching, self)):
                found.append(scope_of(cell.region, wanted, self.ground))
        return found

    def _is_for_another_event(self, other: Norm, duty: Norm) -> bool:
        """Whether a norm releases from what is to be done after other events than those that call for a duty."""
        freed, called = (
            [self.ground.closure.covers(each.event) for each in norm.timing.occasions] for norm in (other, duty)
        )
        return is_release(other) and bool(freed and called) and not any(one & two for one in freed for two in called)

    def _is_no_ban_of(self, other: Norm, way: Option) -> bool:
        """Whether a norm bans a broader kind of act than one that protects people: *process* does not mean *delete*."""
        acts, banned = way.region.masks[Side.ACTION], other.region.masks[Side.ACTION]
        protecting = self.ground.closure.covers_keys(PROTECTING, Kind.ACTION)
        return other.bans and not acts & ~(protecting & banned) and bool(banned & ~protecting)


def is_aside(other: Norm, told: bool) -> bool:
    """Whether a norm leaves duties of its agreement alone: the ban that ``only`` implies, one that yields to all that
    the agreement allows, and, where somebody is only to be ``told`` of an event, what is said of data."""
    yields = other.bans and (other.by_only is not None or other.provision.yields_to_grants)
    return yields or (told and other.bans and any(each.kind is Kind.DATA for each in other.objects))


def binds(norm: Norm, touching: list[Norm], duties: Duties) -> bool:
    """Whether a duty that stands is not undone by a ban that stands beside it, or by a release that it yields to."""
    order = duties.ground.order
    return not any((other.bans or is_release(other)) and order.declared(norm, other) <= 0 for other in touching)


def is_leave(norm: Norm) -> bool:
    """Whether a norm leaves it to somebody to do something."""
    return norm.modality is Modality.PERMISSION and not norm.ensured


def is_release(norm: Norm) -> bool:
    """Whether a norm releases from a duty."""
    return norm.modality is Modality.RELEASE and not norm.ensured


def scope_of(region: Region, wanted: Option, ground: Ground) -> Region:
    """What a region is about, how it is done left out; its object too, where what is wanted has none, or safeguards."""
    aside = is_told(wanted.norm, ground) or is_means(wanted.norm, ground)
    free = (*HOW, Side.OBJECT, Side.PEOPLE) if aside else HOW
    masks = tuple(ANY if side in free else mask for side, mask in zip(Side, region.masks, strict=True))
    return Region(masks, region.condition, region.start, region.end)


def performed(way: Option, wanted: Option) -> Region:
    """The acts by which a duty is done, as far as they are wanted."""
    pairs = zip(Side, way.region.masks, wanted.region.masks, strict=True)
    masks = tuple(mask & other or mask for _, mask, other in pairs)
    condition = conjunction(way.region.condition, wanted.region.condition)
    start, end = max(way.region.start, wanted.region.start), min(way.region.end, wanted.region.end)
    return Region(masks, condition, start, end)

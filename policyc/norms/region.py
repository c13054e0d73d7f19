"""Regions: the acts that a norm speaks of, a product over dimensions, a condition and a period."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from policyc.norms.concepts import ANY
from policyc.norms.condition import ALWAYS, Condition, conjunction, entails

DAWN = 0
DUSK = 10_000_000
"""Days outside the calendar, as proleptic ordinals: a period that is open on that side."""

DURING = 1
AFTER = 2
"""The phases of an agreement: while it is in force, and after its termination or expiry."""


class Side(IntEnum):
    """The dimensions of a region that are bit sets, in the order in which a region keeps them."""

    BEARER = 0
    ACTION = 1
    OBJECT = 2
    PEOPLE = 3
    COUNTERPARTY = 4
    PURPOSE = 5
    PLACE = 6
    SOURCE = 7
    PHASE = 8


Masks = tuple[int, ...]
EVERYTHING: Masks = (ANY,) * 8 + (DURING | AFTER,)


@dataclass(frozen=True, slots=True)
class Region:
    """A product of bit sets, a condition, and the days from ``start`` up to but not including ``end`` (ordinals)."""

    masks: Masks
    condition: Condition = ALWAYS
    start: int = DAWN
    end: int = DUSK

    @property
    def empty(self) -> bool:
        """Whether no act lies in it."""
        return not all(self.masks) or not self.condition or self.start >= self.end

    def meets(self, other: Region) -> bool:
        """Whether the two overlap as far as sides and days go; conditions are not weighed."""
        # Written out, what most often differs first: no other question is asked as often.
        who, act, what, whom, other_party, purpose, place, source, phase = self.masks
        theirs = other.masks
        return bool(
            what & theirs[2]
            and act & theirs[1]
            and purpose & theirs[5]
            and who & theirs[0]
            and other_party & theirs[4]
            and whom & theirs[3]
            and place & theirs[6]
            and source & theirs[7]
            and phase & theirs[8]
            and self.start < other.end
            and other.start < self.end
        )

    def overlap(self, other: Region) -> Region | None:
        """The acts that lie in both, or None; raises ``TooManyAlternatives`` where the conditions are too intricate."""
        masks = tuple([left & right for left, right in zip(self.masks, other.masks, strict=True)])
        if not all(masks):
            return None
        start, end = max(self.start, other.start), min(self.end, other.end)
        if start >= end:
            return None
        together = conjunction(self.condition, other.condition)
        return Region(masks, together, start, end) if together else None

    def inside(self, other: Region) -> bool:
        """Whether every act of this region lies in the other."""
        return (
            all(not left & ~right for left, right in zip(self.masks, other.masks, strict=True))
            and other.start <= self.start
            and self.end <= other.end
            and entails(self.condition, other.condition)
        )

    def with_side(self, side: Side, mask: int) -> Region:
        """The region with one of its bit sets replaced."""
        masks = (*self.masks[:side], mask, *self.masks[side + 1 :])
        return Region(masks, self.condition, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Point:
    """One concrete act: one bit for each side, the states that hold, and a day."""

    bits: Masks
    states: int
    day: int

    def within(self, region: Region) -> bool:
        """Whether a region covers it."""
        return (
            all(bit & mask for bit, mask in zip(self.bits, region.masks, strict=True))
            and region.start <= self.day < region.end
            and any(alternative.holds(self.states) for alternative in region.condition)
        )

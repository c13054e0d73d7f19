"""The acts at which two versions are compared: those that can be, one box for each way to act and phase.

What a region holds beside them is nobody's act (a use with a counterparty, a place that is no place), and a difference
there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from policyc.model.document import Document
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import NONE, OTHER, SOME, Closure, Universe
from policyc.norms.norm import Norm
from policyc.norms.possible import Pick, Possible
from policyc.norms.region import AFTER, DAWN, DURING, DUSK, Masks

MATTERS = (Kind.DATA, Kind.THING)
"""What is used, kept or handed over; other acts (to notify, to audit) may be about nothing, or about other kinds."""


ANY_DATA = Concept(Kind.DATA, Kind.DATA.value, Kind.DATA.value)
"""Data of any kind: the name of an act on what no clause names more closely."""


@dataclass(frozen=True, slots=True)
class Box:
    """A product of bit sets on the days from ``start`` up to but not including ``end``."""

    masks: Masks
    start: int
    end: int

    def cut(self, masks: Masks, start: int, end: int) -> Box | None:
        """The part of the box inside other sides and days; None where there is none."""
        inside = tuple(left & right for left, right in zip(self.masks, masks, strict=True))
        first, last = max(self.start, start), min(self.end, end)
        return Box(inside, first, last) if all(inside) and first < last else None


@dataclass(frozen=True, slots=True)
class Space:
    """The acts that can be, as either version sees them, in boxes."""

    universe: Universe
    views: tuple[Possible, ...]
    boxes: tuple[Box, ...]

    def parts(self, norm: Norm) -> Iterator[Box]:
        """The acts of a norm's region, its condition left aside."""
        region = norm.region
        for box in self.boxes:
            if found := box.cut(region.masks, region.start, region.end):
                yield found

    def act(self, masks: Masks, placed: bool) -> Masks | None:
        """The most general act of a product of sides that either version holds possible; None where there is none."""
        for view in self.views:
            seen = view if placed else replace(view, placed=False)
            if found := seen.act(masks, self.pick):
                return found
        return None

    @property
    def pick(self) -> Pick:
        """Chooses the most general name of a set; what needs no name where that is in it, and *data* for any data."""
        closure, root = self.views[0].closure, self.universe.bit(ANY_DATA)

        def chosen(mask: int) -> int:
            for reserved in (NONE, root, OTHER):
                if mask & reserved:
                    return reserved
            return topmost(mask, closure)

        return chosen

    def placed(self, norm: Norm) -> bool:
        """Whether a norm's own words leave room for where its recipients are declared to be."""
        return any(view.act(norm.region.masks) for view in self.views)


def topmost(mask: int, closure: Closure) -> int:
    """The bit of the widest name whose own bit is in a set, whatever else it covers; the root of a kind comes last."""
    named = list(closure.universe.named(mask))
    if not named:
        return mask & -mask
    return closure.universe.bit(max(named, key=lambda concept: (not is_root(concept), size(concept, closure))))


def is_root(concept: Concept) -> bool:
    """Whether a concept stands for everything of a kind."""
    return concept.key == concept.kind.value


def size(concept: Concept, closure: Closure) -> int:
    """How many names a concept covers."""
    return closure.covers(concept).bit_count()


def space(closures: list[Closure], old: list[Document], new: list[Document]) -> Space:
    """The acts that can be in a bundle; ``closures`` say what names cover, those of the new version first."""
    universe, documents = closures[0].universe, [*old, *new]
    views = tuple(Possible.seen_from(closure, documents) for closure in closures)
    last = last_day(documents)
    boxes = [
        Box((*masks, phase), DAWN, last if phase == DURING else DUSK)
        for masks in ways(closures[0], views[0])
        for phase in (DURING, AFTER)
    ]
    return Space(universe, views, tuple(boxes))


def last_day(documents: list[Document]) -> int:
    """The day after the last on which any of some documents is in force."""
    ends = [document.end for document in documents]
    return max(end.toordinal() + 1 for end in ends if end) if ends and None not in ends else DUSK


def ways(closure: Closure, view: Possible) -> Iterator[Masks]:
    """The ways to act: to hand data over, to do something with somebody, to do it alone, and what is left open.

    To receive is to be given, so that acts of receiving are seen on the giver's side.
    """
    universe = closure.universe
    persons = universe.kind(Kind.PARTY) | universe.kind(Kind.PEOPLE)
    purposes, places = universe.kind(Kind.PURPOSE), universe.kind(Kind.PLACE)
    acts = universe.kind(Kind.ACTION) & ~(closure.covers_key("receive", Kind.ACTION) & ~view.share)
    matters = of_kinds(universe, MATTERS)
    anything = of_kinds(universe, tuple(kind for kind in Kind if kind not in (Kind.ACTION, Kind.PLACE)))
    rest = acts & ~(view.share | view.interact | view.alone)
    for done, objects, others, ends in (
        (acts & view.share, matters, persons, purposes | NONE),
        (acts & view.interact & ~view.share, anything | NONE, persons, purposes),
        (acts & view.alone, matters, NONE, purposes),
        (rest, anything | NONE, persons | NONE, purposes),
    ):
        yield (persons, done, objects, persons & SOME, others, ends, places, persons)


def of_kinds(universe: Universe, kinds: tuple[Kind, ...]) -> int:
    """Everything of some kinds."""
    mask = 0
    for kind in kinds:
        mask |= universe.kind(kind)
    return mask

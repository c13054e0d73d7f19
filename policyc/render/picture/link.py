"""Where lines meet cards and boxes, and the way they go between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from policyc.findings import Severity
from policyc.render.picture.drawing import Box, Card, Head, Link, Mark
from policyc.render.picture.merge import Arrow

HEAD = 10.0
"""The length of an arrow head, before which its line ends."""

PORT = 12.0
"""The least distance between two lines that meet one card or box, and from its corners."""

SIGN = 23.0
"""The size of a mark, with a little room around it."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ends:
    """The heights at which the line of an arrow meets a card and its box."""

    arrow: int
    card: float
    box: float


def ports(
    names: Sequence[str], ends: Mapping[str, Sequence[int]], cards: Sequence[Card], boxes: Sequence[Box]
) -> Iterator[Ends]:
    """The ends of every line of one side, spaced along its card and its box in the order in which they lead away."""
    meeting: dict[int, list[str]] = {}
    for name in names:
        for arrow in ends[name]:
            meeting.setdefault(arrow, []).append(name)
    middle = {name: card.middle for name, card in zip(names, cards, strict=True)}
    at_box = {
        (arrow, name): y
        for arrow, meets in meeting.items()
        for name, y in zip(meets, along(boxes[arrow], [middle[name] for name in meets]), strict=True)
    }
    for name, card in zip(names, cards, strict=True):
        at_card = along(card, [at_box[arrow, name] for arrow in ends[name]])
        for arrow, y in zip(ends[name], at_card, strict=True):
            yield Ends(arrow, y, at_box[arrow, name])


def along(part: Card | Box, wanted: Sequence[float]) -> list[float]:
    """Heights along the side of a part for its lines: level with where they lead if there is room, else spaced out."""
    low, high = part.y + PORT, part.y + part.height - PORT
    level = [min(max(y, low), high) for y in wanted]
    if all(lower - upper >= PORT for upper, lower in pairwise(level)):
        return level
    return [part.y + part.height * (nth + 1) / (len(level) + 1) for nth in range(len(level))]


def across(arrow: Arrow, start: Point, end: Point, head: bool = False) -> Link:
    """A line from left to right."""
    (x1, y1), (x2, y2) = start, end
    tip = x2 - HEAD if head else x2
    bend = (x1 + tip) / 2
    path = f"M{x1:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y2:.1f} {tip:.1f} {y2:.1f}"
    point = Head(round(x2, 1), round(y2, 1), 0) if head else None
    early = (x1 + 0.297 * (tip - x1), y1 + 0.156 * (y2 - y1))  # a quarter along the curve, where lines are still apart
    sign = mark(arrow, early) if head else None
    return Link(path, arrow.severity, arrow.proposed, arrow.forbidden, point, sign)


def down(arrow: Arrow, x: float, y1: float, y2: float, head: bool = False) -> Link:
    """A line from top to bottom."""
    tip = y2 - HEAD if head else y2
    point = Head(round(x, 1), round(y2, 1), 90) if head else None
    path = f"M{x:.1f} {y1:.1f}V{tip:.1f}"
    sign = mark(arrow, (x, (y1 + tip) / 2)) if head else None
    return Link(path, arrow.severity, arrow.proposed, arrow.forbidden, point, sign)


def thinned(links: Sequence[Link]) -> list[Link]:
    """The links without marks that would lie on one before: a box with many takers needs no more."""
    kept: list[Mark] = []
    found = []
    for link in links:
        if link.mark and any(touch(link.mark, other) for other in kept):
            link = replace(link, mark=None)
        elif link.mark:
            kept.append(link.mark)
        found.append(link)
    return found


def touch(one: Mark, other: Mark) -> bool:
    """Whether two marks lie on each other."""
    return abs(one.x - other.x) < SIGN and abs(one.y - other.y) < SIGN


def mark(arrow: Arrow, at: Point) -> Mark | None:
    """The sign that crosses the line of an arrow that is forbidden, or has an error or a warning."""
    if arrow.forbidden:
        return Mark(None, round(at[0], 1), round(at[1], 1))
    if arrow.severity in (None, Severity.NOTE):
        return None
    return Mark(arrow.severity, round(at[0], 1), round(at[1], 1))

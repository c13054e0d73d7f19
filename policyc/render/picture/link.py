"""Where lines meet cards and boxes, and the way they go between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from policyc.findings import Severity
from policyc.render.picture.drawing import Box, Card, Head, Link, Mark
from policyc.render.picture.merge import Arrow

HEAD = 10.0
"""The length of an arrow head, before which its line ends."""

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
    for name, card in zip(names, cards, strict=True):
        for nth, arrow in enumerate(ends[name]):
            others = meeting[arrow]
            at_box = along(boxes[arrow], others.index(name), len(others))
            yield Ends(arrow, along(card, nth, len(ends[name])), at_box)


def along(part: Card | Box, nth: int, of: int) -> float:
    """A height along the side of a part that several lines share."""
    return part.y + part.height * (nth + 1) / (of + 1)


def across(arrow: Arrow, start: Point, end: Point, head: bool = False) -> Link:
    """A line from left to right."""
    (x1, y1), (x2, y2) = start, end
    tip = x2 - HEAD if head else x2
    bend = (x1 + tip) / 2
    path = f"M{x1:.1f} {y1:.1f}C{bend:.1f} {y1:.1f} {bend:.1f} {y2:.1f} {tip:.1f} {y2:.1f}"
    point = Head(round(x2, 1), round(y2, 1), 0) if head else None
    return Link(path, arrow.severity, arrow.proposed, point, mark(arrow, (bend, (y1 + y2) / 2)) if head else None)


def down(arrow: Arrow, x: float, y1: float, y2: float, head: bool = False) -> Link:
    """A line from top to bottom."""
    tip = y2 - HEAD if head else y2
    point = Head(round(x, 1), round(y2, 1), 90) if head else None
    path = f"M{x:.1f} {y1:.1f}V{tip:.1f}"
    return Link(path, arrow.severity, arrow.proposed, point, mark(arrow, (x, (y1 + tip) / 2)) if head else None)


def mark(arrow: Arrow, at: Point) -> Mark | None:
    """The sign that crosses the line of an arrow with an error or a warning."""
    if arrow.severity in (None, Severity.NOTE):
        return None
    return Mark(arrow.severity, round(at[0], 1), round(at[1], 1))

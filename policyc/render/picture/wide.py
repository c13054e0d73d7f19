"""The drawing for a desk and for paper: givers on the left, what they give in the middle, takers on the right."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TypeVar

from policyc.render.picture.drawing import Box, Card, Drawing, Link
from policyc.render.picture.label import Numbers, box, card
from policyc.render.picture.link import PORT, across, ports, thinned
from policyc.render.picture.merge import Arrow
from policyc.render.picture.place import Side, givers, middles, spread, takers

WIDTH = 800.0
EDGE = 8.0
CARD = 176.0
GUTTER = 70.0
BOX = WIDTH - 2 * (EDGE + CARD + GUTTER)
GAP = 16.0
ROUNDS = 3
MIDDLE = EDGE + CARD + GUTTER
RIGHT = MIDDLE + BOX

Part = TypeVar("Part", Card, Box)


@dataclass(slots=True)
class Column:
    """The cards of one side: the name of each, and the indices of its arrows, from top to bottom."""

    side: Side
    names: list[str]
    ends: dict[str, list[int]]
    cards: list[Card]

    def wanted(self, boxes: Sequence[Box]) -> list[tuple[float, float]]:
        """The middle and the height that each card would like: level with its boxes."""
        return [
            (fmean(boxes[index].middle for index in self.ends[name]), card.height)
            for name, card in zip(self.names, self.cards, strict=True)
        ]


def wide(drawn: Sequence[Arrow], numbers: Numbers, both: Collection[str]) -> Drawing:
    """Lay the arrows out; ``both`` are the parties that give and take, and so have two cards."""
    columns = [
        column(drawn, givers, EDGE, dict.fromkeys(both, "also receives")),
        column(drawn, takers, RIGHT + GUTTER, dict.fromkeys(both, "also gives")),
    ]
    boxes = stacked([replace(box(arrow, numbers, BOX), x=MIDDLE) for arrow in drawn])
    for _ in range(ROUNDS):
        for one in columns:
            one.cards = moved(one.cards, spread(one.wanted(boxes), GAP))
        boxes = moved(boxes, spread(wanted(boxes, columns, drawn), GAP))
    for one in columns:
        one.cards = moved(one.cards, spread(one.wanted(boxes), GAP))
    return framed(drawn, columns, boxes)


def column(drawn: Sequence[Arrow], side: Side, x: float, notes: Mapping[str, str]) -> Column:
    """The cards of one side, sorted by where their arrows are."""
    ends: dict[str, list[int]] = {}
    for index, arrow in enumerate(drawn):
        for name in side(arrow):
            ends.setdefault(name, []).append(index)
    names = list(middles(drawn, side))
    made = [card((name,), notes.get(name, ""), CARD, PORT * (len(ends[name]) + 1)) for name in names]
    return Column(side, names, ends, [replace(one, x=x) for one in made])


def stacked(boxes: Sequence[Box]) -> list[Box]:
    """The boxes under one another."""
    return moved(boxes, spread([(0.0, one.height) for one in boxes], GAP))


def wanted(boxes: Sequence[Box], columns: Sequence[Column], drawn: Sequence[Arrow]) -> list[tuple[float, float]]:
    """The middle and the height that each box would like: level with its cards."""
    middle = [{name: one.middle for name, one in zip(c.names, c.cards, strict=True)} for c in columns]
    return [
        (fmean(fmean(at[name] for name in c.side(arrow)) for at, c in zip(middle, columns, strict=True)), one.height)
        for one, arrow in zip(boxes, drawn, strict=True)
    ]


def moved(parts: Sequence[Part], to: Sequence[float]) -> list[Part]:
    """The parts with new tops."""
    return [replace(part, y=top) for part, top in zip(parts, to, strict=True)]


def framed(drawn: Sequence[Arrow], columns: Sequence[Column], boxes: list[Box]) -> Drawing:
    """The drawing, its top left corner at the origin."""
    parts: list[Card | Box] = [*columns[0].cards, *columns[1].cards, *boxes]
    top = min(part.y for part in parts) - EDGE
    boxes = moved(boxes, [one.y - top for one in boxes])
    for one in columns:
        one.cards = moved(one.cards, [card.y - top for card in one.cards])
    height = max(part.y + part.height for part in parts) - top + EDGE
    cards = (*columns[0].cards, *columns[1].cards)
    return Drawing(WIDTH, round(height, 1), cards, tuple(boxes), tuple(lines(drawn, columns, boxes)))


def lines(drawn: Sequence[Arrow], columns: Sequence[Column], boxes: Sequence[Box]) -> list[Link]:
    """The lines from the givers to the boxes, and on to the takers."""
    left, right = (ports(c.names, c.ends, c.cards, boxes) for c in columns)
    starts = [across(drawn[port.arrow], (EDGE + CARD, port.card), (MIDDLE, port.box)) for port in left]
    ends = [across(drawn[port.arrow], (RIGHT, port.box), (RIGHT + GUTTER, port.card), True) for port in right]
    return starts + thinned(ends)

"""The drawing for a hand: the same from top to bottom, one arrow after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyc.render.picture.drawing import Box, Card, Drawing, Link
from policyc.render.picture.label import Numbers, box, card
from policyc.render.picture.link import down
from policyc.render.picture.merge import Arrow

WIDTH = 320.0
EDGE = 4.0
INSET = 34.0
"""How much narrower a card is than a box, on each side."""

LINE = 26.0
ARROW = 48.0
GAP = 44.0
"""The room between one arrow and the next."""


def narrow(drawn: Sequence[Arrow], numbers: Numbers) -> Drawing:
    """Lay the arrows out."""
    cards: list[Card] = []
    boxes: list[Box] = []
    links: list[Link] = []
    y = EDGE
    for arrow in drawn:
        giver = replace(card(arrow.givers, "", WIDTH - 2 * INSET), x=INSET, y=y)
        label = replace(box(arrow, numbers, WIDTH - 2 * EDGE), x=EDGE, y=y + giver.height + LINE)
        below = label.y + label.height
        taker = replace(card(arrow.takers, "", WIDTH - 2 * INSET), x=INSET, y=below + ARROW)
        links += [
            down(arrow, WIDTH / 2, y + giver.height, label.y),
            down(arrow, WIDTH / 2, below, taker.y, True),
        ]
        cards += [giver, taker]
        boxes.append(label)
        y = taker.y + taker.height + GAP
    return Drawing(WIDTH, round(y - GAP + EDGE, 1), tuple(cards), tuple(boxes), tuple(links))

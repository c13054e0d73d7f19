"""Where things go: an order of the arrows with few crossings, and a column that keeps its parts apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import fmean

from policyc.render.picture.merge import Arrow

SWEEPS = 6
MANY = 80
"""More arrows than this are left in the order of the agreements: they are drawn over several panels anyway."""

Side = Callable[[Arrow], tuple[str, ...]]


def givers(arrow: Arrow) -> tuple[str, ...]:
    """The parties on the left of an arrow."""
    return arrow.givers


def takers(arrow: Arrow) -> tuple[str, ...]:
    """The parties on the right of an arrow."""
    return arrow.takers


def untangled(drawn: Sequence[Arrow]) -> list[Arrow]:
    """The arrows from top to bottom so that the lines to the cards beside them cross little."""
    tries = [list(drawn)]
    if len(drawn) <= MANY:
        tries += [nearer(drawn, (givers,)), nearer(drawn, (takers,))]
        for _ in range(SWEEPS):
            tries.append(nearer(tries[-1], (givers, takers)))
    return min(tries, key=lambda order: crossings(order, givers) + crossings(order, takers))


def nearer(order: Sequence[Arrow], sides: Sequence[Side]) -> list[Arrow]:
    """The arrows sorted by where the others of the same parties are."""
    middle = [middles(order, side) for side in sides]

    def pull(arrow: Arrow) -> float:
        return sum(fmean(at[party] for party in side(arrow)) for at, side in zip(middle, sides, strict=True))

    return sorted(order, key=pull)


def middles(order: Sequence[Arrow], side: Side) -> dict[str, float]:
    """The mean place of each party's arrows, the parties sorted by it."""
    places: dict[str, list[int]] = {}
    for place, arrow in enumerate(order):
        for party in side(arrow):
            places.setdefault(party, []).append(place)
    means = {party: fmean(found) for party, found in places.items()}
    return dict(sorted(means.items(), key=lambda item: item[1]))


def crossings(order: Sequence[Arrow], side: Side) -> int:
    """How many pairs of lines cross on one side of the arrows."""
    rank = {party: index for index, party in enumerate(middles(order, side))}
    ends = [rank[party] for arrow in order for party in sorted(side(arrow), key=rank.__getitem__)]
    return sum(ends[upper] > ends[lower] for lower in range(len(ends)) for upper in range(lower))


def spread(wanted: Sequence[tuple[float, float]], gap: float) -> list[float]:
    """Tops for parts of a column, given the middle that each wants and its height.

    The order is kept, and so is a gap between neighbours; parts that would collide share the way to go.

    >>> spread([(10, 20), (10, 20)], gap=4)
    [-12.0, 12.0]
    """
    blocks: list[
        tuple[float, int, float]
    ] = []  # the tops that its parts would give it, summed; their number; its height
    for middle, height in wanted:
        total, count, length = middle - height / 2, 1, height
        while blocks and blocks[-1][0] / blocks[-1][1] + blocks[-1][2] + gap > total / count:
            before, number, above = blocks.pop()
            total, count, length = before + total - count * (above + gap), number + count, above + gap + length
        blocks.append((total, count, length))
    return list(tops(blocks, [height for _, height in wanted], gap))


def tops(blocks: Sequence[tuple[float, int, float]], heights: Sequence[float], gap: float) -> Iterator[float]:
    """The top of each part, from the blocks that the parts were gathered in."""
    left = iter(heights)
    for total, count, _ in blocks:
        top = total / count
        for _ in range(count):
            yield top
            top += next(left) + gap

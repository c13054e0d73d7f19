"""The table of who gives to whom: a sign wherever two parties meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from policyc.findings import Severity
from policyc.render.picture.merge import Arrow
from policyc.render.picture.parties import Party, R, Spoke

MOST_PARTIES = 80
"""A table of who gives to whom has no more rows or columns: past these nobody finds a cell again."""

SHEET, SHEET_ACROSS, CELL, LINE, UPRIGHT = 130.0, 205.0, 3.1, 2.4, 25
"""On paper, in millimetres: the room for all columns, the least for one, and for a line of its head; letters a line."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What one party gives another: the sign for it, the sign in words, and where it is told."""

    giver: Party
    taker: Party
    anchor: str
    sign: str
    words: str
    severity: Severity | None
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A row for each party that gives, with a place for each that receives."""

    takers: tuple[Party, ...]
    rows: tuple[tuple[Party, tuple[Crossing | None, ...]], ...]

    @property
    def paper(self) -> str:
        """On which sheet all columns, headed by names that stand upright, have room: *upright*, *across* or *none*."""
        needs = sum(max(CELL, LINE * -(-len(taker.name) // UPRIGHT)) for taker in self.takers)
        return "upright" if needs <= SHEET else "across" if needs <= SHEET_ACROSS else "none"


def grid(spokes: Sequence[Spoke[R]]) -> Grid | None:
    """Who gives to whom; None where there are too many parties for a table."""
    met: dict[tuple[int, int], list[Spoke[R]]] = {}
    for spoke in spokes:
        for taker in spoke.takers:
            met.setdefault((spoke.giver.number, taker.number), []).append(spoke)
    giving = list({spoke.giver.number: spoke.giver for spoke in spokes}.values())
    taking = sorted({taker for spoke in spokes for taker in spoke.takers}, key=lambda taker: taker.number)
    if max(len(giving), len(taking), 0) > MOST_PARTIES:
        return None
    rows = tuple((giver, tuple(crossing(giver, taker, met) for taker in taking)) for giver in giving)
    return Grid(tuple(taking), rows)


def crossing(giver: Party, taker: Party, met: Mapping[tuple[int, int], Sequence[Spoke[R]]]) -> Crossing | None:
    """What one party gives another; None where that is nothing."""
    spokes = met.get((giver.number, taker.number), ())
    if not spokes:
        return None
    found = [spoke.arrow.severity for spoke in spokes if spoke.arrow.severity]
    worst = min(found, key=lambda severity: severity.rank, default=None)
    sign, words = standing([spoke.arrow for spoke in spokes])
    everything = any(not spoke.kinds for spoke in spokes)
    kinds = () if everything else tuple(sorted({kind for spoke in spokes for kind in spoke.kinds}))
    return Crossing(giver, taker, spokes[0].anchor, sign, words, worst, kinds)


def standing(arrows: Sequence[Arrow]) -> tuple[str, str]:
    """The sign for some arrows between the same two, and its words."""
    given = [arrow for arrow in arrows if not arrow.forbidden]
    if not given:
        return "forbidden", "forbidden"
    if len(given) < len(arrows):
        return "mixed", "some given, some forbidden"
    return ("proposed", "proposed") if all(arrow.proposed for arrow in given) else ("given", "given")

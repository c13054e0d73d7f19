"""The map of many parties: who gives to whom at a glance, and each party with what it gives, one after the other.

A drawing of forty parties with lines between them is a tangle. Readers find what they look for in such a map more
surely in a table of who gives to whom (Ghoniem, Fekete and Castagliola, *A Comparison of the Readability of Graphs
Using Node-Link and Matrix-Based Representations*, 2004), and arrows can be followed where one party at a time has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from policyc.findings import Severity
from policyc.render.picture.merge import Arrow
from policyc.render.picture.place import Side, givers, takers
from policyc.report import FlowView

FEW_PARTIES = 12
FEW_ARROWS = 30
"""So many parties and arrows are drawn; of more, there is a map."""

MOST_PARTIES = 80
"""A table of who gives to whom has no more rows or columns: past these nobody finds a cell again."""


SHEET, SHEET_ACROSS, CELL, LINE, UPRIGHT = 130.0, 205.0, 3.1, 2.4, 25
"""On paper, in millimetres: the room for all columns, the least for one, and for a line of its head; letters a line."""


class Row(Protocol):
    """What a page shows of one set of terms."""

    @property
    def terms(self) -> FlowView:
        """The terms themselves."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Party:
    """A party, its number in the alphabet, and its anchor."""

    number: int
    name: str

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"party-{self.number}"


@dataclass(frozen=True, slots=True)
class Terms(Generic[R]):
    """One set of terms, and the numbers of the kinds of data that it names; none where it says *any*."""

    row: R
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spoke(Generic[R]):
    """One arrow of a party: to whom, and on which terms."""

    anchor: str
    giver: Party
    takers: tuple[Party, ...]
    arrow: Arrow
    terms: tuple[Terms[R], ...]

    @property
    def kinds(self) -> tuple[int, ...]:
        """The kinds of data of all its terms; none where one of them says *any*."""
        if any(not terms.kinds for terms in self.terms):
            return ()
        return tuple(sorted({kind for terms in self.terms for kind in terms.kinds}))


@dataclass(frozen=True, slots=True)
class Fan(Generic[R]):
    """A party with all that it gives, and those from whom it receives."""

    party: Party
    spokes: tuple[Spoke[R], ...]
    receives: tuple[Party, ...]


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


@dataclass(frozen=True, slots=True)
class Overview(Generic[R]):
    """The map: all parties, all kinds of data, the table of who gives to whom (None where it would be too large)."""

    parties: tuple[Party, ...]
    kinds: tuple[str, ...]
    grid: Grid | None
    fans: tuple[Fan[R], ...]

    @property
    def spokes(self) -> int:
        """How many arrows there are."""
        return sum(len(fan.spokes) for fan in self.fans)


def overview(drawn: Sequence[Arrow], rows: Callable[[Arrow], Iterable[R]]) -> Overview[R] | None:
    """The map of the arrows; None where they are few enough to be drawn. ``rows`` gives what is shown of an arrow."""
    names = sorted({name for each in drawn for name in (*each.givers, *each.takers)}, key=alphabetical)
    if len(names) <= FEW_PARTIES and len(drawn) <= FEW_ARROWS:
        return None
    parties = {name: Party(number, name) for number, name in enumerate(names, 1)}
    kinds = tuple(sorted({kind for each in drawn for terms in each.terms for kind in terms.data}, key=alphabetical))
    numbers = {kind: number for number, kind in enumerate(kinds, 1)}
    giving, taking = by_party(drawn, givers), by_party(drawn, takers)
    fans = tuple(
        fan(party, giving.get(name, ()), taking.get(name, ()), parties, numbers, rows)
        for name, party in parties.items()
    )
    spokes = [spoke for each in fans for spoke in each.spokes]
    return Overview(tuple(parties.values()), kinds, grid(spokes), fans)


def alphabetical(name: str) -> tuple[str, str]:
    """The order of names: letters before their case."""
    return name.casefold(), name


def by_party(drawn: Iterable[Arrow], side: Side) -> dict[str, list[Arrow]]:
    """The arrows of each party on one side."""
    found: dict[str, list[Arrow]] = {}
    for arrow in drawn:
        for name in side(arrow):
            found.setdefault(name, []).append(arrow)
    return found


def fan(
    party: Party,
    giving: Iterable[Arrow],
    taking: Iterable[Arrow],
    parties: Mapping[str, Party],
    numbers: Mapping[str, int],
    rows: Callable[[Arrow], Iterable[R]],
) -> Fan[R]:
    """A party with its arrows, sorted by those to whom they lead."""
    own = sorted(giving, key=lambda one: order(one, parties))
    spokes = tuple(
        Spoke(
            f"flow-{party.number}-{nth}",
            party,
            tuple(sorted((parties[name] for name in arrow.takers), key=lambda taker: taker.number)),
            arrow,
            tuple(Terms(row, tuple(sorted(numbers[kind] for kind in row.terms.data))) for row in rows(arrow)),
        )
        for nth, arrow in enumerate(own, 1)
    )
    receives = {parties[name] for arrow in taking for name in arrow.givers}
    return Fan(party, spokes, tuple(sorted(receives, key=lambda giver: giver.number)))


def order(arrow: Arrow, parties: Mapping[str, Party]) -> tuple[list[int], bool]:
    """The order of a party's arrows: by those to whom they lead, what is forbidden last."""
    return sorted(parties[name].number for name in arrow.takers), arrow.forbidden


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

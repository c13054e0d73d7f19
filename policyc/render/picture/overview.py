"""The map of many parties: who gives to whom at a glance, and each party with what it gives, one after the other.

A drawing of forty parties with lines between them is a tangle. Readers find what they look for in such a map more
surely in a table of who gives to whom (Ghoniem, Fekete and Castagliola, *A Comparison of the Readability of Graphs
Using Node-Link and Matrix-Based Representations*, 2004), and arrows can be followed where one party at a time has them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from policyc.render.picture.crossings import Grid, grid
from policyc.render.picture.merge import Arrow
from policyc.render.picture.parties import Fan, Party, R, Spoke, Terms
from policyc.render.picture.place import Side, givers, takers

FEW_PARTIES = 12
FEW_ARROWS = 30
"""So many parties and arrows are drawn; of more, there is a map."""


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

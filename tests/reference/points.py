"""Random points of a world: most of them such that some clause speaks of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from tests.reference.description import UNNAMED, Point, World
from tests.reference.names import Names
from tests.reference.parts import Part, parts_of
from tests.reference.worlds import ALONE, DAYS, INTERACTING, KINDS_OF_PARTY, PARTIES, POOLS, QUOTED, SHARING

EVERYBODY = (*PARTIES, *KINDS_OF_PARTY, UNNAMED)
STATES = (*POOLS["condition"], *POOLS["event"], "consent", "legal obligation", "breach", QUOTED)


def points(world: World, seed: int, count: int) -> list[Point]:
    """So many points; the same seed gives the same."""
    random = Random(seed)
    return [point_near_a_clause(world, random) for _ in range(count)]


def point_near_a_clause(world: World, random: Random) -> Point:
    """One point, mostly one of which a clause speaks."""
    agreement = random.choice(world.agreements)
    parts = parts_of(world, agreement, random.choice(agreement.clauses))
    pick = Picker(Names(world, agreement), random.choice(parts) if parts else None, random)
    for _ in range(random.choice((1, 8, 8))):
        point = a_point(pick)
        if pick.part and pick.part.covers(point):
            break
    return point


class Picker:
    """Picks names of a world, mostly such as a part of a clause allows."""

    def __init__(self, names: Names, part: Part | None, random: Random) -> None:
        self.names, self.part, self.random = names, part, random

    def near(self, side: str, pool: Sequence[str]) -> str:
        """A name of a pool for a side of the point."""
        fitting = [x for x in pool if self.part and self.part.allows(side, x)]
        return self.random.choice(fitting if fitting and self.random.random() < 0.95 else list(pool))


def a_point(pick: Picker) -> Point:
    """One point: one concrete act, such as could happen."""
    action = pick.near("action", [*ALONE, *INTERACTING])
    bearer = pick.near("bearer", EVERYBODY)
    others = [person for person in EVERYBODY if person != bearer or person not in PARTIES]
    counterparty = pick.near("counterparty", [*others, "customer"]) if action in INTERACTING else None
    unstated = action in SHARING and (pick.part is None or pick.part.allows("purpose", None))
    phase = pick.near("phase", ("during", "after"))
    return Point(
        bearer=bearer,
        action=action,
        data="breach" if action == "notify" and pick.random.random() < 0.5 else pick.near("data", DATA),
        people=pick.near("people", [*people_named(pick.names.world), UNNAMED]),
        counterparty=counterparty,
        purpose=None if unstated and pick.random.random() < 0.7 else pick.near("purpose", [*POOLS["purpose"], UNNAMED]),
        place=pick.near("place", places(counterparty, pick.names)),
        source=pick.near("source", others),
        phase="during" if phase == "during" else "after",
        states=some_states(pick),
        day=a_day(pick),
    )


def people_named(world: World) -> list[str]:
    """The people of a world, those among others with them."""
    return [name for name, kind in world.kinds.items() if kind == "people"]


DATA = (*POOLS["data"], UNNAMED)


def places(counterparty: str | None, names: Names) -> list[str]:
    """Where an act may be done; what is shared goes to where its recipient is."""
    located = names.world.located.get(counterparty or "")
    below = [place for place in POOLS["place"] if located and names.below(located, place)]
    return below or [*POOLS["place"], UNNAMED]


def some_states(pick: Picker) -> frozenset[str]:
    """States that hold, mostly such that the clause's conditions do."""
    for _ in range(6):
        states = frozenset(name for name in STATES if pick.random.random() < 0.4)
        if pick.part is None or pick.part.holds_in(states):
            break
    return states


def a_day(pick: Picker) -> date:
    """A day, often one of the first or last on which the clause holds, or one beside these."""
    known = [day for day in (pick.part.period if pick.part else ()) if day not in (date.min, date.max)]
    day = pick.random.choice([*known, *known, pick.random.choice(DAYS)])
    return day + timedelta(days=pick.random.choice((0, 0, 0, -1, 1, 29, 30, 31)))

"""Random points of a world: most of them such that some clause speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from random import Random

from tests.reference.description import UNNAMED, Agreement, Clause, Point, Slot, World
from tests.reference.evaluator import sayings
from tests.reference.names import Names
from tests.reference.worlds import ALONE, DAYS, INTERACTING, KINDS_OF_PARTY, PARTIES, POOLS, SHARING

EVERYBODY = (*PARTIES, *KINDS_OF_PARTY, UNNAMED)
STATES = (*POOLS["condition"], *POOLS["event"], "consent", "breach")


def points(world: World, seed: int, count: int) -> list[Point]:
    """So many points; the same seed gives the same."""
    random = Random(seed)
    return [point_near_a_clause(world, random) for _ in range(count)]


def point_near_a_clause(world: World, random: Random) -> Point:
    """One point, after some tries to find one of which a clause speaks."""
    agreement = random.choice(world.agreements)
    clause = random.choice(agreement.clauses)
    for _ in range(random.choice((1, 8))):
        point = a_point(Picker(world, agreement, clause, random))
        if any(sayings(world, agreement, clause, point)):
            break
    return point


class Picker:
    """Picks names of a world, mostly those that a clause mentions, or what is below them."""

    def __init__(self, world: World, agreement: Agreement, clause: Clause, random: Random) -> None:
        self.world, self.agreement, self.clause, self.random = world, agreement, clause, random

    def near(self, likely: Iterable[str], pool: Sequence[str]) -> str:
        """A name of a pool."""
        below = {x for name in likely if name in self.world.kinds for x in self.below(name)}
        fitting = [x for x in pool if x in below]
        return self.random.choice(fitting if fitting and self.random.random() < 0.85 else list(pool))

    def mentioned(self, slot: Slot) -> list[str]:
        """The names that the clause mentions in a slot."""
        phrases = [phrase.names for phrase in self.clause.phrases if phrase.slot == slot]
        return [name for names in phrases for name in (*names.names, *names.minus)]

    def below(self, name: str) -> frozenset[str]:
        """The names at or below a name."""
        return all_below(self.world, self.agreement, name)


@cache
def all_below(world: World, agreement: Agreement, name: str) -> frozenset[str]:
    """The names at or below a name, as an agreement sees it."""
    names = Names(world, agreement)
    return frozenset(x for x in world.kinds if names.below(name, x))


def a_point(pick: Picker) -> Point:
    """One point: one concrete act, such as could happen."""
    random, clause = pick.random, pick.clause
    verbs = ["share" if verb == "receive" else verb for verb in clause.verbs.names]
    action = pick.near(verbs, [*ALONE, *INTERACTING])
    bearer = pick.near([*clause.bearers, *pick.mentioned("source")], EVERYBODY)
    others = [person for person in EVERYBODY if person != bearer or person not in PARTIES]
    likely = [*pick.mentioned("counterparty"), *pick.agreement.parties, *clause.bearers]
    counterparty = pick.near(likely, [*others, "customer"]) if action in INTERACTING else None
    unstated = action in SHARING and random.random() < 0.5
    return Point(
        bearer=bearer,
        action=action,
        data=an_object(action, pick),
        people=pick.near(pick.mentioned("people"), [*POOLS["people"], UNNAMED]),
        counterparty=counterparty,
        purpose=None if unstated else pick.near(pick.mentioned("purpose"), [*POOLS["purpose"], UNNAMED]),
        place=a_place(counterparty, pick),
        source=pick.near(pick.mentioned("source"), others),
        phase=random.choice(("during", "during", "after")),
        states=frozenset(name for name in STATES if random.random() < 0.4),
        day=random.choice([clause.since or DAYS[1], clause.through or DAYS[2], random.choice(DAYS)])
        + timedelta(days=random.choice((0, 0, 0, -1, 1, 29, 30, 31))),
    )


def an_object(action: str, pick: Picker) -> str:
    """Data, or the event that a notice tells."""
    if action == "notify" and pick.random.random() < 0.5:
        return "breach"
    return pick.near(pick.clause.objects.names if pick.clause.objects else (), [*POOLS["data"], UNNAMED])


def a_place(counterparty: str | None, pick: Picker) -> str:
    """Where an act is done; what is shared goes to where its recipient is."""
    located = pick.world.located.get(counterparty or "")
    places = pick.below(located) if located else (*POOLS["place"], UNNAMED)
    return pick.near(pick.mentioned("place"), sorted(places))

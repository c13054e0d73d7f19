"""Names as one agreement of a world means them, for the naive reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product

from tests.reference.description import ROOTS, UNNAMED, Agreement, Clause, Phrase, World


@dataclass(frozen=True)
class Names:
    """What names cover in an agreement; ``plain`` leaves *recipient* and *discloser* what any other kind of party is."""

    world: World
    agreement: Agreement
    plain: bool = False

    def below(self, name: str, x: str) -> bool:
        """Whether x is a name's own, or a kind of it, at any depth."""
        if name in ROOTS:
            return x == UNNAMED or self.world.kinds.get(x) == name
        if x == name:
            return True
        if any(self.whole(out, x) for at, out in self.world.excludes if at == name):
            return False
        return any(self.below(child, x) for child in children(self.world, self.agreement, name))

    def whole(self, name: str, x: str) -> bool:
        """The same with nothing excluded."""
        return x == name or any(self.whole(child, x) for child in children(self.world, self.agreement, name))

    def among(self, names: Iterable[str], x: str) -> bool:
        """Whether x is, or is a kind of, one of several names."""
        return any(self.below(name, x) for name in names)

    def exchanges(self, verb: str) -> bool:
        """Whether data change hands."""
        return self.below("receive", verb) or self.below("share", verb)

    def is_about(self, data: tuple[str, ...], people: str) -> bool:
        """Whether data may be about people: as they say, else as the nearest kinds above them that say anything."""
        said = [name for each in data for name in self.world.about.get(each, ())]
        above = tuple(parent for child, parent in edges(self.world, self.agreement) if child in data)
        return self.among(said, people) if said else not above or self.is_about(above, people)

    def person(self, name: str, x: str | None, bearer: str | None) -> bool:
        """Whether a name of a person means x, seen from the bearer; there may be two of one name, unless it is a party."""
        parties = self.agreement.parties
        somebody_else = x != bearer or x not in parties
        if x is None:
            return False
        match name:
            case "anyone":
                return somebody_else
            case "third parties":
                return somebody_else and not self.among(parties, x) and self.world.kinds.get(x) != "people"
            case "each party":
                return self.among(parties, x)
            case "the other party":
                return self.among(parties, x) and x != bearer
        return self.among(self.parties_called(name) or [name], x)

    def parties_called(self, name: str) -> list[str]:
        """The parties of the agreement that a name means."""
        exchanging = name in ("recipient", "discloser") and not self.plain
        found = parties_exchanging(self.world, self.agreement, name) if exchanging else []
        return found or [party for party in self.agreement.parties if self.below(name, party)]

    def listed(self, phrase: Phrase, x: str | None, bearer: str | None) -> bool:
        """Whether x is in the list of a phrase."""
        if x is None:
            return False
        if phrase.slot in ("people", "counterparty", "source"):
            names = (self.person(name, x, bearer) for name in phrase.names.names)
            return any(names) and not any(self.person(name, x, bearer) for name in phrase.names.minus)
        return self.among(phrase.names.names, x) and not self.among(phrase.names.minus, x)


def edges(world: World, agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Which name is a kind of which, as an agreement sees it."""
    return world.parents + agreement.parents


@cache
def children(world: World, agreement: Agreement, name: str) -> list[str]:
    """The names directly below a name."""
    return [child for child, parent in edges(world, agreement) if parent == name]


@cache
def parties_exchanging(world: World, agreement: Agreement, role: str) -> list[str]:
    """The parties that an agreement lets receive data (the ``recipient``), or give them (the ``discloser``)."""
    everybody = [name for name, kind in world.kinds.items() if kind == "party"] + [UNNAMED]
    names = Names(world, agreement, plain=True)
    pairs = [
        (giver, taker)
        for giver, taker in product(everybody, everybody)
        if giver != taker and any(lets_flow(names, clause, giver, taker) for clause in agreement.clauses)
    ]
    found = {taker if role == "recipient" else giver for giver, taker in pairs}
    return [party for party in agreement.parties if party in found]


def lets_flow(names: Names, clause: Clause, giver: str, taker: str) -> bool:
    """Whether a clause is a permission or duty by which data may go from one to another."""
    if clause.modality not in ("may", "must"):
        return False
    for verb in filter(names.exchanges, clause.verbs.names):
        receives = names.below("receive", verb)
        who, other = (taker, giver) if receives else (giver, taker)
        slots = ("counterparty", "source") if receives else ("counterparty",)
        limits = [phrase for phrase in clause.phrases if phrase.slot in slots and phrase.mode != "even"]
        met = all(names.listed(limit, other, who) is (limit.mode != "except") for limit in limits)
        if met and any(names.person(name, who, None) for name in clause.bearers):
            return True
    return False

"""Names as one agreement of a world means them, for the naive reference."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from tests.reference.description import ROOTS, UNNAMED, Agreement, Clause, Phrase, World

OPEN = ("anyone", "third parties")
"""Words for persons by which nobody is called."""


@dataclass(frozen=True)
class Names:
    """What names cover in an agreement; ``plain`` leaves *recipient* and *discloser* what any other kind of party is."""

    world: World
    agreement: Agreement
    plain: bool = False

    def below(self, name: str, x: str) -> bool:
        """Whether x is a name's own, or a kind of it, at any depth."""
        if name in ROOTS:
            return x == UNNAMED or self.world.kinds.get(x, x) == name
        return is_below(self, name, x)

    def whole(self, name: str, x: str) -> bool:
        """The same with nothing excluded."""
        return x == name or any(self.whole(child, x) for child in children(self.world, self.agreement, name))

    def among(self, names: Iterable[str], x: str) -> bool:
        """Whether x is, or is a kind of, one of several names."""
        return any(self.below(name, x) for name in names)

    def exchanges(self, verb: str) -> bool:
        """Whether data change hands."""
        return self.below("receive", verb) or self.below("share", verb)

    def is_about(self, data: str, taken: tuple[str, ...], people: str) -> bool:
        """Whether data may be about people, other data taken from them."""
        said = self.whose(data, taken)
        return not said or self.among(said, people)

    def whose(self, data: str, taken: tuple[str, ...] = ()) -> list[str]:
        """Whom data are about: as they say, or the nearest kinds above them; and those whom what is in them tells of."""
        said = self.people_of((data,))
        inside = [x for x in self.world.about if x != data and self.below(data, x) and not self.among(taken, x)]
        return said + [name for x in inside if said and self.tells_within(data, x) for name in self.world.about[x]]

    def tells_within(self, data: str, x: str) -> bool:
        """Whether x is in other data by what somebody says here of either, and not by what anybody shares alone."""
        lent, pairs = self.agreement.lent, edges(self.world, self.agreement)
        above = [up for child, up in pairs if child == x and (x, up) not in lent]
        while above:
            if data in above:
                return True
            above = [up for child, up in pairs if child in above and (child, up) not in self.agreement.taken_in]
        return False

    def people_of(self, data: tuple[str, ...]) -> list[str]:
        """Whom data are said to be about, themselves or by the nearest kinds above them; nobody where nothing says so."""
        said = [name for each in data for name in self.world.about.get(each, ())]
        telling = [pair for pair in edges(self.world, self.agreement) if pair not in self.agreement.taken_in]
        above = tuple(parent for child, parent in telling if child in data)
        return said if said or not above else self.people_of(above)

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
                return somebody_else and not self.among(parties, x) and self.world.kinds.get(x, x) != "people"
            case "each party":
                return self.among(parties, x)
            case "the other party":
                return self.among(parties, x) and x != bearer
        called = self.parties_called(name)
        if bearer and called and name not in parties and all(self.below(bearer, party) for party in called):
            return self.below(name, x) and not self.below(bearer, x)
        return self.among(called or [name], x)

    def parties_called(self, name: str) -> list[str]:
        """The parties of the agreement that a name means."""
        exchanging = name in ("recipient", "discloser") and not self.plain
        found = parties_exchanging(self.world, self.agreement, name) if exchanging else []
        return found or [party for party in self.agreement.parties if self.below(name, party)]

    def each_of(self, name: str) -> list[str]:
        """Whom a name binds, each on its own: every party that it means, else those of the name together."""
        if name in ("each party", "the other party"):
            return list(self.agreement.parties)
        return [name] if name in ("anyone", "third parties") else self.parties_called(name) or [name]

    def listed(self, phrase: Phrase, x: str | None, bearer: str | None) -> bool:
        """Whether x is in the list of a phrase."""
        if x is None:
            return False
        if phrase.slot in ("people", "counterparty", "source"):
            names = (self.person(name, x, bearer) for name in phrase.names.names)
            return any(names) and not any(self.person(name, x, bearer) for name in phrase.names.minus)
        return self.among(phrase.names.names, x) and not self.among(phrase.names.minus, x)


def label_covers(reference: str, label: str) -> bool:
    """Whether a reference means a clause: *4* means 4, 4.1 and 4(a)."""
    wanted, parts = (re.findall(r"[^\s.()]+", each.lower()) for each in (reference, label))
    return parts[: len(wanted)] == wanted


def edges(world: World, agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Which name is a kind of which, as an agreement sees it; what is bound by the terms of its source is one of it."""
    bound = tuple((name, source) for name, source, is_bound in world.derived if is_bound)
    return world.parents + bound + agreement.parents


@lru_cache(maxsize=100_000)
def is_below(names: Names, name: str, x: str) -> bool:
    """Whether x is a name's own, or a kind of it, and not left out on the way."""
    if x == name:
        return True
    if any(names.whole(out, x) for at, out in names.world.excludes if at == name):
        return False
    return any(is_below(names, child, x) for child in children(names.world, names.agreement, name))


@lru_cache(maxsize=100_000)
def children(world: World, agreement: Agreement, name: str) -> list[str]:
    """The names directly below a name."""
    return [child for child, parent in edges(world, agreement) if parent == name]


@lru_cache(maxsize=100_000)
def parties_exchanging(world: World, agreement: Agreement, role: str) -> list[str]:
    """The parties that an agreement lets receive data (the ``recipient``), or give them (the ``discloser``).

    What may go to *anyone* tells who they are only where no clause calls anybody by name.
    """
    everybody = [name for name, kind in world.kinds.items() if kind == "party"] + [UNNAMED]
    names = Names(world, agreement, plain=True)
    for told in (True, False):
        pairs = [
            (giver, taker)
            for giver, taker in product(everybody, everybody)
            if giver != taker and any(lets_flow(names, clause, giver, taker, told) for clause in agreement.clauses)
        ]
        found = {taker if role == "recipient" else giver for giver, taker in pairs}
        if parties := [party for party in agreement.parties if party in found]:
            return parties
    return []


def lets_flow(names: Names, clause: Clause, giver: str, taker: str, told: bool) -> bool:
    """Whether a clause is a permission or duty by which data may go from one to another, whom it calls by name if told."""
    if clause.modality not in ("may", "must"):
        return False
    for verb in filter(names.exchanges, clause.verbs.names):
        receives = names.below("receive", verb)
        who, other = (taker, giver) if receives else (giver, taker)
        slots = ("counterparty", "source") if receives else ("counterparty",)
        limits = [phrase for phrase in clause.phrases if phrase.slot in slots and phrase.mode != "even"]
        met = all(names.listed(limit, other, who) is (limit.mode != "except") for limit in limits)
        takers = clause.bearers if receives else [n for p in limits if p.mode != "except" for n in p.names.names]
        called = any(name not in OPEN and names.person(name, taker, None if receives else who) for name in takers)
        if met and (called or not told) and any(names.person(name, who, None) for name in clause.bearers):
            return True
    return False

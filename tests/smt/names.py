"""Names as sets, for the judge by solver: what each covers in one agreement, found as a fixed point."""

from __future__ import annotations

from collections.abc import Iterable

from tests.reference.description import ROOTS, UNNAMED, Agreement, World

Set = frozenset[str | None]


class Meaning:
    """What the names of an agreement cover; ``recipient`` and ``discloser`` as they are told, else kinds like others."""

    def __init__(self, world: World, agreement: Agreement, roles: dict[str, list[str]] | None = None) -> None:
        self.world, self.agreement, self.roles = world, agreement, roles or {}
        self.all: Set = frozenset([*world.kinds, UNNAMED])
        self.pairs = [*world.parents, *agreement.parents, *((x, source) for x, source, bound in world.derived if bound)]
        whole = fixed_point({name: frozenset() for name in world.kinds}, self.pairs)
        cut = {name: frozenset[str]() for name in world.kinds}
        for name, out in world.excludes:
            cut[name] |= whole[out]
        self.sets = fixed_point(cut, self.pairs)

    def named(self, name: str) -> Set:
        """What a name covers."""
        if name in ROOTS:
            return frozenset(x for x in self.all if x == UNNAMED or self.world.kinds.get(str(x)) == name)
        return frozenset(self.sets[name])

    def union(self, names: Iterable[str]) -> Set:
        """What several names cover."""
        return frozenset(x for name in names for x in self.named(name))

    def parties(self, name: str) -> list[str]:
        """The parties that a name means."""
        return self.roles.get(name) or [party for party in self.agreement.parties if party in self.named(name)]

    def persons(self, name: str, itself: Set) -> Set:
        """Whom a name means, seen from somebody."""
        parties = self.union(self.agreement.parties)
        people = frozenset(x for x in self.all if self.world.kinds.get(str(x)) == "people")
        match name:
            case "anyone":
                return self.all - itself
            case "third parties":
                return self.all - itself - parties - people
            case "each party":
                return parties
            case "the other party":
                return parties - itself
        found = self.union(self.parties(name) or [name])
        alone = bool(itself) and found <= itself and name not in self.agreement.parties
        return self.named(name) - itself if alone else found

    def bearers(self, name: str) -> list[tuple[Set, Set]]:
        """Whom a name binds, each with who is left out of *anyone*."""
        if name in ("anyone", "third parties"):
            return [(self.persons(name, frozenset()), frozenset())]
        whole = name in ("each party", "the other party")
        found = list(self.agreement.parties) if whole else self.parties(name)
        return [(self.named(party), self.named(party)) for party in found] or [(self.named(name), frozenset())]

    def about(self, data: str, taken: Iterable[str] = ()) -> Set | None:
        """Whom data are about, as they or what is in them say, other data taken away; None where nobody is named."""
        said = self.told(data)
        if said is None:
            return None
        inside = self.named(data) - self.union(taken) - {data}
        return said | self.union(
            person for x, about in self.world.about.items() if x in inside & self.within(data) for person in about
        )

    def told(self, data: str) -> Set | None:
        """Whom data are about, as the nearest names above them say; None where none says anything."""
        level, seen = {data}, set[str]()
        while level:
            said = [person for each in level for person in self.world.about.get(each, ())]
            if said:
                return self.union(said)
            seen |= level
            telling = (pair for pair in self.pairs if pair not in self.agreement.taken_in)
            level = {parent for child, parent in telling if child in level} - seen
        return None

    def within(self, data: str) -> Set:
        """What lies in data by what somebody says here; through what anybody shares alone nothing does."""
        lent, shared = self.agreement.lent, self.agreement.taken_in
        level, found = {data}, set[str]()
        while level:
            below = {pair for pair in self.pairs if pair[1] in level}
            found |= {child for child, up in below if (child, up) not in lent}
            level = {child for child, up in below if (child, up) not in shared} - level
        return frozenset(found)


def fixed_point(cut: dict[str, frozenset[str]], pairs: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Each name with all below it, some left out, grown until nothing more follows."""
    sets = {name: frozenset({name}) for name in cut}
    while True:
        grown = dict(sets)
        for child, parent in pairs:
            grown[parent] = (grown[parent] | grown[child]) - (cut[parent] - {parent})
        if grown == sets:
            return sets
        sets = grown

"""People among people, for the naive reference: whom a phrase means of those whom the data are about.

Where nothing says if some people are among those whom the data are about, there may be such: a name below both is added
to the world. Where one is declared to exclude the other there are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.reference.description import UNNAMED, Clause, World
from tests.reference.names import Names

AMONG = " among "


def completed(world: World) -> World:
    """A world with the people among people of whom its clauses speak."""
    found = dict.fromkeys(
        pair
        for agreement in world.agreements
        for clause in agreement.clauses
        for pair in meetings(Names(world, agreement), clause)
    )
    kinds = {AMONG.join(pair): "people" for pair in found}
    parents = tuple((AMONG.join(pair), above) for pair in found for above in pair)
    return replace(world, kinds=world.kinds | kinds, parents=world.parents + parents)


def meetings(names: Names, clause: Clause) -> Iterator[tuple[str, str]]:
    """The people that a clause names, each with those whom its data are about, where nothing says who is both."""
    for data in clause.objects.names if clause.objects else ():
        others = list(dict.fromkeys(names.whose(data, clause.objects.minus if clause.objects else ())))
        for people in people_in(names.world, clause):
            if not any(is_both(names, people, other) for other in others):
                yield from ((people, other) for other in others if not exclude(names, people, other))


def people_in(world: World, clause: Clause) -> Iterator[str]:
    """The people whom a clause names as those whom data are about."""
    for phrase in clause.phrases:
        if phrase.slot == "people":
            yield from (x for x in (*phrase.names.names, *phrase.names.minus) if world.kinds.get(x) == "people")


def is_both(names: Names, people: str, others: str) -> bool:
    """Whether anybody is known to be one of both."""
    return any(names.below(people, x) and names.below(others, x) for x in (*names.world.kinds, UNNAMED))


def exclude(names: Names, left: str, right: str) -> bool:
    """Whether two names are declared to have nothing in common, themselves or by what they are kinds of."""
    return any(
        (names.whole(at, left) and names.whole(out, right)) or (names.whole(at, right) and names.whole(out, left))
        for at, out in names.world.excludes
    )

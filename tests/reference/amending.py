"""Amendments, for the naive reference: from when until when they hold, and which of two comes later."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tests.reference.description import Agreement, World

Pairs = set[tuple[str, str]]


@lru_cache(maxsize=16)
def days(world: World) -> dict[str, tuple[date | None, date | None]]:
    """The first and last day of each agreement: an amendment that names none has those of what it amends."""
    firsts = settled({each.title: each.first for each in world.agreements}, world, latest=False)
    lasts = settled({each.title: each.last for each in world.agreements}, world, latest=True)
    return {title: (firsts[title], lasts[title]) for title in firsts}


def settled(known: dict[str, date | None], world: World, latest: bool) -> dict[str, date | None]:
    """Days by title, those that are not given taken over where all that is amended has one, as often as that helps."""
    for _ in world.agreements:
        for agreement in world.agreements:
            over = [known[title] for title in amended(world, agreement)]
            if known[agreement.title] is None and over and None not in over:
                known[agreement.title] = sorted(day for day in over if day)[-1 if latest else 0]
    return known


def amended(world: World, agreement: Agreement) -> list[str]:
    """The titles of what an agreement amends, as far as the world holds it."""
    return [each.title for each in world.agreements if each.title in agreement.amends and each is not agreement]


@lru_cache(maxsize=16)
def amending_order(world: World) -> frozenset[tuple[str, str]]:
    """Which agreement prevails over which because it amends it, or amends the same one from a later day on."""
    below: Pairs = {(each.title, title) for each in world.agreements for title in each.amends if title in days(world)}
    whole = closed(below)
    begins = {each.title: days(world)[each.title][0] or date.min for each in world.agreements}
    since = {
        title: max(begins[low] for low in {title, *(low for high, low in whole if high == title)}) for title in begins
    }
    beside = {
        (one, other) for one, root in whole for other, same in whole if root == same and since[one] > since[other]
    }
    return frozenset(below | beside)


def closed(pairs: Pairs) -> Pairs:
    """Pairs with all that follow from them."""
    more = pairs | {(high, low) for high, middle in pairs for same, low in pairs if middle == same}
    return pairs if more == pairs else closed(more)

"""Which agreements count as one because one incorporates the other, for the naive reference."""

from __future__ import annotations

from functools import lru_cache

from tests.reference.description import Agreement, World


def all_of(world: World, agreement: Agreement) -> list[Agreement]:
    """An agreement, and all that it incorporates, itself or by way of others."""
    titles = {agreement.title}
    for _ in world.agreements:
        titles |= {title for each in world.agreements if each.title in titles for title in each.incorporates}
    return [each for each in world.agreements if each.title in titles]


@lru_cache(maxsize=256)
def together(world: World, left: Agreement, right: Agreement) -> list[Agreement]:
    """The agreements to which two others belong."""
    wholes = ((each, all_of(world, each)) for each in world.agreements)
    return [each for each, whole in wholes if left in whole and right in whole]


def is_one(world: World, left: Agreement, right: Agreement) -> bool:
    """Whether two agreements count as one."""
    return left is right or bool(together(world, left, right))

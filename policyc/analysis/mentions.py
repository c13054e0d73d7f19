"""Mentions: what an agreement speaks of by name, so that a rule on what it never names need not look at its clauses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.norms.concepts import Universe, union
from policyc.norms.norm import Norm


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names in the clauses of a document as bit sets, each name by its own bit alone.

    ``states`` are whole: everything that the conditions and manners of its clauses cover.
    """

    actions: int
    objects: int
    purposes: int
    states: int


def mentions(norms: Iterable[Norm], universe: Universe) -> Mentions:
    """What some norms name."""
    actions: set[int] = set()
    objects: set[int] = set()
    purposes: set[int] = set()
    states: set[int] = set()
    for norm in norms:
        actions.update(map(universe.bit, norm.actions))
        objects.update(map(universe.bit, norm.objects))
        purposes.update(map(universe.bit, norm.purposes))
        for alternative in (*norm.region.condition, *norm.manner):
            states.update(alternative.held, (alternative.absent,))
    return Mentions(*map(union, (actions, objects, purposes, states)))

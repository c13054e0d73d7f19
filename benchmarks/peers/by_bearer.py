"""The naive way with one index: every permission against every ban of the same bearer, in plain Python."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.clauses import World, box
from benchmarks.peers.pairwise import Boxed, conflicts, prevailing

NAME = "every pair of one bearer, plain Python"
LIMIT = 1_000_000


def prepare(world: World) -> Callable[[], int]:
    """Give every clause its bit sets."""
    boxed = [(clause, box(clause)) for clause in world.clauses]
    despite = prevailing(boxed)

    def count() -> int:
        bans: dict[int, list[Boxed]] = {}
        for each in boxed:
            if each[0].bans:
                bans.setdefault(each[0].bearer, []).append(each)
        grants = (each for each in boxed if not each[0].bans)
        return sum(conflicts(grant, bans.get(grant[0].bearer, ()), despite) for grant in grants)

    return count

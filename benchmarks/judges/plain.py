"""Every request against every clause of its bearer, in plain Python."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.asked import Request
from benchmarks.clauses import Box, Clause, World, box

NAME = "plain Python"

Boxed = tuple[Clause, Box]


def prepare(world: World, requests: list[Request]) -> Callable[[], int]:
    """Give every clause its bit sets, by bearer."""
    by_bearer: dict[int, list[Boxed]] = {}
    for clause in world.clauses:
        by_bearer.setdefault(clause.bearer, []).append((clause, box(clause)))
    return lambda: sum(permitted(request, by_bearer.get(request.bearer, [])) for request in requests)


def permitted(request: Request, clauses: list[Boxed]) -> bool:
    """Whether some clause grants an act, and no ban covers it that is not set aside."""
    covering = [clause for clause, covered in clauses if request.within(covered)]
    set_aside = {clause.despite for clause in covering}
    banned = any(clause.bans and clause.number not in set_aside for clause in covering)
    return not banned and any(not clause.bans for clause in covering)

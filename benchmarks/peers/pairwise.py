"""The naive way: every permission against every ban, bit set by bit set, in plain Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.clauses import ANYONE, Box, Clause, World, box

NAME = "every pair, plain Python"
LIMIT = 10_000

Boxed = tuple[Clause, Box]


def prepare(world: World) -> Callable[[], int]:
    """Split the clauses into permissions and bans, each with its bit sets."""
    boxed = [(clause, box(clause)) for clause in world.clauses]
    grants = [each for each in boxed if not each[0].bans]
    bans = [each for each in boxed if each[0].bans]
    despite = prevailing(boxed)
    return lambda: sum(conflicts(grant, bans, despite) for grant in grants)


def prevailing(boxed: Iterable[Boxed]) -> dict[int, Boxed]:
    """The permission that prevails over each ban, where there is one."""
    return {each[0].despite: each for each in boxed if each[0].despite >= 0}


def conflicts(grant: Boxed, bans: Iterable[Boxed], despite: dict[int, Boxed]) -> int:
    """With how many of some bans a permission conflicts."""
    clause, covered = grant
    bearer = clause.bearer
    return sum(
        bearer == ban.bearer and covered.meets(denied) and not set_aside(covered, ban, denied, despite)
        for ban, denied in bans
    )


def set_aside(covered: Box, ban: Clause, denied: Box, despite: dict[int, Boxed]) -> bool:
    """Whether the permission that prevails over a ban covers all that the ban shares with a permission."""
    if ban.number not in despite:
        return False
    over = despite[ban.number][1]
    return (
        not covered.action & denied.action & ~over.action
        and not covered.data & denied.data & ~over.data
        and not covered.purpose & denied.purpose & ~over.purpose
        and not covered.place & denied.place & ~over.place
        and not covered.states & denied.states & ~over.states
        and (over.other == ANYONE or over.other in (covered.other, denied.other))
        and max(covered.start, denied.start) >= over.start
        and min(covered.end, denied.end) <= over.end
    )

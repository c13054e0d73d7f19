"""z3: for each permission and ban of one bearer, is there an act in both that no exception takes out of the ban?"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.clauses import ANYONE, NOBODY, Box, Clause, World, box
from benchmarks.space import EVERYTHING

NAME = "z3"
LIMIT = 1_000
WIDTHS = {"action": 8, "data": 128, "purpose": 32, "place": 32, "states": 64}


def prepare(world: World) -> Callable[[], int]:
    """Write each clause as a formula over one act."""
    z3: Any = import_module("z3")

    terms = {clause.number: formula(clause, box(clause), z3) for clause in world.clauses}
    despite = {clause.despite: clause.number for clause in world.clauses if clause.despite >= 0}

    def count() -> int:
        solver, bans = z3.Solver(), by_bearer(world)
        found = 0
        for grant in world.clauses:
            for ban in bans.get(grant.bearer, ()) if not grant.bans else ():
                solver.push()
                solver.add(terms[grant.number], terms[ban.number])
                if ban.number in despite:
                    solver.add(z3.Not(terms[despite[ban.number]]))
                found += solver.check() == z3.sat
                solver.pop()
        return found

    return count


def by_bearer(world: World) -> dict[int, list[Clause]]:
    """The bans of each bearer."""
    bans: dict[int, list[Clause]] = {}
    for clause in world.clauses:
        if clause.bans:
            bans.setdefault(clause.bearer, []).append(clause)
    return bans


def formula(clause: Clause, covered: Box, z3: Any) -> Any:
    """That an act lies in what a clause covers: on each side its bit is in the set."""
    parts = [z3.IntVal(covered.start) <= z3.Int("day"), z3.Int("day") < covered.end]
    for side, width in WIDTHS.items():
        mask = getattr(covered, side)
        at = z3.BitVec(side, width)
        allowed = mask if mask != EVERYTHING else (1 << width) - 1
        parts.append(z3.Extract(0, 0, z3.LShR(z3.BitVecVal(allowed, width), at)) == 1)
        parts.append(z3.ULT(at, width))
    other = z3.Int("other")
    parts.append(other != NOBODY if clause.other == ANYONE else other == clause.other)
    return z3.And(*parts)

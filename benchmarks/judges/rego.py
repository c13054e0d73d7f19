"""Rego, by regopy: each clause a rule, one query for each request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from typing import Any

from benchmarks.asked import Request, members
from benchmarks.clauses import ANYONE, NOBODY, Clause, World, box
from benchmarks.space import ACTION_COVERS, DATA, PLACES, PURPOSES, STATES

NAME = "Rego (regopy)"
HEAD = """package bench

permitted if {
    count(grant) > 0
    count(denied) == 0
}

denied contains number if {
    some number in ban
    not number in aside
}
"""


def prepare(world: World, requests: list[Request]) -> Callable[[], int]:
    """Write the world as Rego rules."""
    interpreter: Any = import_module("regopy").Interpreter()
    interpreter.add_module("bench", HEAD + "\n".join(map(rule, world.clauses)))
    asked = [asdict(request) for request in requests]

    def count() -> int:
        return sum(permits(interpreter, each) for each in asked)

    return count


def permits(interpreter: Any, request: dict[str, int]) -> bool:
    """Whether one act is permitted."""
    interpreter.set_input(request)
    return any(True in result.expressions for result in interpreter.query("data.bench.permitted").results)


def rule(clause: Clause) -> str:
    """A clause as a rule that holds its number where it applies, and one for the ban that it sets aside."""
    covered = box(clause)
    lines = [f"input.bearer == {clause.bearer}", f"input.action in {listed(covered.action, len(ACTION_COVERS))}"]
    lines.append(f"input.data in {listed(covered.data, len(DATA.covers))}")
    lines.append(f"input.other != {NOBODY}" if clause.other == ANYONE else f"input.other == {clause.other}")
    if clause.purpose >= 0:
        lines.append(f"input.purpose in {listed(covered.purpose, len(PURPOSES.covers))}")
    if clause.place >= 0:
        lines.append(f"input.place in {listed(covered.place, len(PLACES.covers))}")
    if clause.condition >= 0:
        lines.append(f"input.states in {listed(covered.states, 1 << len(STATES))}")
    lines += [f"input.day >= {covered.start}", f"input.day < {covered.end}"]
    body = "{\n    " + "\n    ".join(lines) + "\n}\n"
    found = f"{'ban' if clause.bans else 'grant'} contains {clause.number} if {body}"
    return found + (f"aside contains {clause.despite} if {body}" if clause.despite >= 0 else "")


def listed(mask: int, size: int) -> str:
    """A set as Rego writes it."""
    return "{" + ", ".join(map(str, members(mask, size))) + "}"

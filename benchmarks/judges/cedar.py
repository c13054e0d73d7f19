"""Cedar, by cedarpy: each clause a policy, names as entities below one another, the batch judged in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from benchmarks.asked import Request
from benchmarks.clauses import ANYONE, NOBODY, Clause, World
from benchmarks.space import ACTION_COVERS, CONSENT, DATA, PLACES, PURPOSES, STATES, Names, Tree, formulas

NAME = "Cedar (cedarpy)"


def prepare(world: World, requests: list[Request]) -> Callable[[], int]:
    """Write the world as Cedar policies and entities, and the requests as cedarpy wants them."""
    cedarpy: Any = import_module("cedarpy")

    despite = {clause.despite: clause for clause in world.clauses if clause.despite >= 0}
    policies = "\n".join(policy(clause, despite.get(clause.number)) for clause in world.clauses)
    entities = [*hierarchy("Data", DATA), *hierarchy("Purpose", PURPOSES), *hierarchy("Place", PLACES)]
    asked: list[Any] = [request_of(request) for request in requests]

    def count() -> int:
        return sum(bool(result.allowed) for result in cedarpy.is_authorized_batch(asked, policies, entities))

    return count


def policy(clause: Clause, over: Clause | None) -> str:
    """A clause as a policy; a ban yields where the clause that prevails over it applies."""
    effect = "forbid" if clause.bans else "permit"
    unless = f" unless {{ {applies(over)} }}" if over else ""
    bearer = f'principal == Party::"{clause.bearer}"'
    return f"{effect}({bearer}, action, resource) when {{ {applies(clause)} }}{unless};"


def applies(clause: Clause) -> str:
    """When a clause applies, as an expression."""
    actions = ", ".join(f'Action::"{at}"' for at in range(len(ACTION_COVERS)) if ACTION_COVERS[clause.action] >> at & 1)
    parts = [f"action in [{actions}]", f'resource in Data::"{clause.data}"']
    if clause.minus >= 0:
        parts.append(f'!(resource in Data::"{clause.minus}")')
    parts.append(f"context.other != {NOBODY}" if clause.other == ANYONE else f"context.other == {clause.other}")
    if clause.purpose >= 0:
        parts.append(f'context.purpose in Purpose::"{clause.purpose}"')
    if clause.place >= 0:
        parts.append(f'context.place in Place::"{clause.place}"')
    if clause.condition >= 0:
        formula = formulas()[clause.condition]
        parts.append(holding(formula.tree) if formula.word == "if" else f"!({holding(formula.tree)})")
    parts += [f"context.day >= {clause.start}", f"context.day < {clause.end}"]
    return " && ".join(parts)


def holding(tree: Tree) -> str:
    """A formula over the states of the context."""
    match tree:
        case ("is", name):
            wanted = STATES[4:] if name == CONSENT else (name,)
            return f"context.states.containsAny([{', '.join(quoted(state) for state in wanted)}])"
        case ("not", inner):
            return f"!({holding(inner)})"
        case (joiner, *parts):
            sign = " && " if joiner == "and" else " || "
            return f"({sign.join(map(holding, parts))})"
    raise ValueError(tree)


def quoted(text: str) -> str:
    """A string as Cedar writes it."""
    return f'"{text}"'


def hierarchy(kind: str, names: Names) -> Iterator[dict[str, Any]]:
    """Names as entities below one another."""
    for number, parents in enumerate(names.parents):
        above = [{"type": kind, "id": str(parent)} for parent in parents]
        yield {"uid": {"type": kind, "id": str(number)}, "attrs": {}, "parents": above}


def request_of(request: Request) -> dict[str, Any]:
    """A request as cedarpy wants it."""
    return {
        "principal": f'Party::"{request.bearer}"',
        "action": f'Action::"{request.action}"',
        "resource": f'Data::"{request.data}"',
        "context": {
            "other": request.other,
            "purpose": {"__entity": {"type": "Purpose", "id": str(request.purpose)}},
            "place": {"__entity": {"type": "Place", "id": str(request.place)}},
            "states": [state for number, state in enumerate(STATES) if request.states >> number & 1],
            "day": request.day,
        },
    }

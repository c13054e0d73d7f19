"""The grammar as data: what finds tokens, and what an LALR parser does in each state, as Lark worked it out.

They lie beside the grammar, so that sound text is read without Lark; `python -m policyc.syntax.export` writes them anew
after each change of the grammar.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from policyc.resources import resource

FILE = "policy.tables.json"
END = "$END"
"""The terminal after the last token."""


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A rule of the grammar: the symbol that it makes, what builds it, and the symbols that it is made of.

    ``builder`` is its alias or its symbol; ``expansion`` holds terminals in capitals.
    """

    symbol: str
    builder: str
    expansion: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What the parser does in a state: for each terminal, shift to a state (0, 1 …) or reduce by a rule (-1, -2 …).

    ``otherwise`` is what it does at all other terminals, None where these cannot be taken. Where one that cannot follow
    leads to a reduction, that is noticed a little later, before anything else is read. ``goto`` holds the state after
    a symbol was made.
    """

    otherwise: int | None
    actions: dict[str, int]
    goto: dict[str, int]


@dataclass(frozen=True, slots=True)
class Tables:
    """All that reading a text takes.

    ``made_from`` tells the grammar, ``kinds`` the terminal of each group of ``pattern``; ``starts`` and ``ends`` hold
    the first and the last state of each start symbol.
    """

    made_from: str
    pattern: str
    kinds: tuple[str | None, ...]
    starts: dict[str, int]
    ends: dict[str, int]
    rules: tuple[Rule, ...]
    states: tuple[State, ...]


def fingerprint() -> str:
    """The grammar's SHA-256."""
    return sha256(grammar().encode()).hexdigest()


def grammar() -> str:
    """The text of the grammar."""
    return (resource("grammar") / "policy.lark").read_text(encoding="utf-8")


def from_data(data: dict[str, Any]) -> Tables:
    """Tables from what ``to_text`` wrote."""
    rules = tuple(Rule(symbol, builder, tuple(expansion)) for symbol, builder, expansion in data["rules"])
    states = tuple(State(*state) for state in data["states"])
    return Tables(**data | {"kinds": tuple(data["kinds"]), "rules": rules, "states": states})


def to_text(made: Tables) -> str:
    """Tables as JSON, a line for each rule and state."""
    fields = asdict(made)
    for name in ("rules", "states"):
        rows = [json.dumps(list(row.values()), separators=(",", ":")) for row in fields[name]]
        fields[name] = rows
    lines = [f"{json.dumps(name)}: {lines_of(value)}" for name, value in fields.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def lines_of(value: Any) -> str:
    """A field as JSON; rows that are JSON already, one a line."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(value) + "\n]"
    return json.dumps(value, separators=(",", ":"))

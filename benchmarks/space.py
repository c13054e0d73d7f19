"""The names of the clause benchmark and what each covers, as bit sets that owe nothing to policyc.

Data, purposes and places are trees of two or three levels, some data with a second parent. Conditions are formulas over
six states, kept as truth tables: bit *s* tells whether the formula holds where exactly the states of *s* do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from benchmarks.words import brand

EVERYTHING = -1
"""All bits: what a phrase that is not there stands for."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind: how each is written, what it is directly a kind of, and which bits it covers."""

    written: tuple[str, ...]
    parents: tuple[tuple[int, ...], ...]
    covers: tuple[int, ...]


def tree(first_brand: int, noun: str, widths: tuple[int, ...]) -> Names:
    """Names in levels: each name of a level has so many below it; every seventh of the last has a second parent."""
    parents: list[tuple[int, ...]] = [() for _ in range(widths[0])]
    level = list(range(widths[0]))
    for depth, width in enumerate(widths[1:], 2):
        below = []
        for parent in level:
            for _ in range(width):
                second = (level[(parent + 1) % len(level)],) if depth == 3 and len(parents) % 7 == 0 else ()
                below.append(len(parents))
                parents.append(tuple(dict.fromkeys((parent, *second))))
        level = below
    written = tuple(f"{brand(first_brand + number)} {noun}" for number in range(len(parents)))
    return Names(written, tuple(parents), closed(parents))


def closed(parents: list[tuple[int, ...]]) -> tuple[int, ...]:
    """What each name covers: itself and all below; parents stand before their children."""
    covers = [1 << number for number in range(len(parents))]
    for number in reversed(range(len(parents))):
        for parent in parents[number]:
            covers[parent] |= covers[number]
    return tuple(covers)


DATA = tree(0, "records", (6, 3, 4))
PURPOSES = tree(200, "studies", (4, 4))
PLACES = tree(400, "zone", (4, 4))

ACTIONS = ("use", "analyse", "share", "sell", "keep", "store")
ACTION_COVERS = (0b000011, 0b000010, 0b001100, 0b001000, 0b110000, 0b100000)
SHARING = 0b001100
"""The actions that have another party."""

STATES = ("Alpha seal", "Beta seal", "Gamma seal", "Delta seal", "Tapped consent", "Signed consent")
CONSENT = "Benchmark consent"
"""A condition that the last two states are kinds of."""

Tree = tuple[Any, ...]
"""``("is", name)``, ``("not", tree)``, ``("and", tree, …)`` or ``("or", tree, …)``."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A condition: the word that it begins with, its tree, and its truth table."""

    word: str
    tree: Tree
    table: int

    @property
    def written(self) -> str:
        """The phrase."""
        return f"{self.word} {words(self.tree)}"


@cache
def formulas() -> tuple[Formula, ...]:
    """The conditions that clauses have."""
    a, b, c, d, tap, person = (("is", state) for state in STATES)
    consent = ("is", CONSENT)
    drawn: tuple[tuple[str, Tree], ...] = (
        ("if", a),
        ("if", ("and", b, c)),
        ("if", ("or", a, d)),
        ("unless", b),
        ("unless", ("or", c, d)),
        ("unless", ("and", a, b)),
        ("if", ("and", c, ("not", d))),
        ("if", ("and", ("or", a, b), ("not", c))),
        ("if", consent),
        ("if", tap),
        ("unless", consent),
        ("unless", ("or", person, d)),
    )
    return tuple(Formula(word, tree, table(word, tree)) for word, tree in drawn)


def words(tree: Tree) -> str:
    """A formula as written, parentheses around what stands in another."""
    match tree:
        case ("is", name):
            return str(name)
        case ("not", inner):
            return f"not {words(inner)}"
        case (joiner, *parts):
            return f" {joiner} ".join(f"({words(part)})" if part[0] in ("and", "or") else words(part) for part in parts)
    raise ValueError(tree)


def table(word: str, tree: Tree) -> int:
    """The truth table of a condition over all sets of states."""
    return sum(1 << states for states in range(1 << len(STATES)) if holds(tree, states) == (word == "if"))


def holds(tree: Tree, states: int) -> bool:
    """Whether a formula holds where exactly some states do."""
    match tree:
        case ("is", name):
            return bool(states & (0b110000 if name == CONSENT else 1 << STATES.index(name)))
        case ("not", inner):
            return not holds(inner, states)
        case ("and", *parts):
            return all(holds(part, states) for part in parts)
        case ("or", *parts):
            return any(holds(part, states) for part in parts)
    raise ValueError(tree)


def vocabulary() -> str:
    """The vocabulary in the policy language."""
    lines = ['vocabulary "Benchmark".']
    for names, root in ((DATA, "data"), (PURPOSES, "a purpose"), (PLACES, "a place")):
        verb = "are" if names is not PLACES else "is"
        for name, parents in zip(names.written, names.parents, strict=True):
            kinds = " and ".join(names.written[parent] for parent in parents) or root
            lines.append(f"{name} {verb} {kinds}.")
    lines.append(f"{CONSENT} is a condition.")
    lines += [f"{state} is {'a condition' if number < 4 else CONSENT}." for number, state in enumerate(STATES)]
    return "\n".join(lines) + "\n"

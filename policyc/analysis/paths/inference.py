"""Inference: what a holder of data can work out from them, one step at a time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from policyc.model.lexicon import Lexicon, Relation
from policyc.model.names import Concept
from policyc.norms.concepts import Closure


def inferences(closure: Closure) -> list[tuple[Concept, Concept, int, int]]:
    """What reveals something, what it reveals, and all that the one and the other cover."""
    covers = closure.covers
    return [(source, target, covers(source), covers(target)) for source, target in revealing(closure.lexicon)]


def revealing(lexicon: Lexicon) -> list[tuple[Concept, Concept]]:
    """Every pair of data, of which the first is said to reveal the second, in the order of their names."""
    pairs = dict.fromkeys(pair for scope in lexicon.scopes() for pair in said_to_reveal(Scope(scope)))
    return sorted(pairs, key=lambda pair: (pair[0].key, pair[1].key))


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A scope, told from others by its identity."""

    lexicon: Lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scope) and self.lexicon is other.lexicon


@lru_cache(maxsize=4096)
def said_to_reveal(scope: Scope) -> tuple[tuple[Concept, Concept], ...]:
    """What one scope says of data that reveal others; the shipped scope is read once a process."""
    entries = scope.lexicon.entries.values()
    return tuple((entry.concept, target) for entry in entries for target in entry.linked(Relation.REVEALS))

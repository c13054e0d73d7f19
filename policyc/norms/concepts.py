"""Concepts as bit sets: what a name stands for, seen from a scope, is one integer; overlap and containment are one AND.

Every concept of a workspace has one bit. Two bits are reserved: ``NONE`` (the dimension does not apply, or a flow's
purpose is not stated) and ``OTHER`` (something that no name of the workspace covers). ``ANY`` is all bits: in two's
complement, -1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.model.lexicon import Entry, Lexicon, Relation
from policyc.model.names import Concept, Kind

NONE = 1
OTHER = 2
ANY = -1
SOME = ANY & ~NONE
FIRST_CONCEPT_BIT = 2


class Universe:
    """Gives each concept of a workspace its bit, in the order of first mention."""

    def __init__(self) -> None:
        """Start with no concepts."""
        self.concepts: list[Concept] = []
        self._bits: dict[Concept, int] = {}
        self._kinds: dict[Kind, int] = dict.fromkeys(Kind, OTHER)

    def bit(self, concept: Concept) -> int:
        """The concept's own bit, as a mask."""
        bit = self._bits.get(concept)
        if bit is None:
            bit = 1 << (FIRST_CONCEPT_BIT + len(self.concepts))
            self._bits[concept] = bit
            self.concepts.append(concept)
            self._kinds[concept.kind] |= bit
        return bit

    def kind(self, kind: Kind) -> int:
        """Everything of a kind: what its root stands for."""
        return self._kinds[kind]

    def named(self, mask: int) -> Iterator[Concept]:
        """The concepts whose own bit is in a mask."""
        finite = (mask & ((1 << (FIRST_CONCEPT_BIT + len(self.concepts))) - 1)) >> FIRST_CONCEPT_BIT
        while finite:
            low = finite & -finite
            yield self.concepts[low.bit_length() - 1]
            finite ^= low


class Closure:
    """What each name covers, seen from one scope.

    Scopes that add nothing below a concept share the work of the scope around them (``base``).
    """

    def __init__(self, lexicon: Lexicon, universe: Universe, base: Closure | None = None) -> None:
        """Collect what the scopes say that the base does not hold already."""
        self.lexicon = lexicon
        self.universe = universe
        self._base = base
        self._covers: dict[Concept, int] = {}
        self._whole: dict[Concept, int] = {}
        self._members: dict[Concept, list[Concept]] = {}
        self._containers: dict[Concept, list[Concept]] = {}
        self._excluded: dict[Concept, list[Concept]] = {}
        known = set(map(id, base.lexicon.scopes())) if base else set()
        for scope in lexicon.scopes():
            if id(scope) not in known:
                for entry in scope.entries.values():
                    self._add(entry)
        self._touched = self._above(self._members) if base else set()

    def _add(self, entry: Entry) -> None:
        concept = entry.concept
        self.universe.bit(concept)
        for parent in entry.parents():
            self._join(parent, concept)
        for member in entry.linked(Relation.INCLUDES):
            self._join(concept, member)
        self._excluded.setdefault(concept, []).extend(entry.linked(Relation.EXCLUDES))

    def _join(self, container: Concept, member: Concept) -> None:
        self._members.setdefault(container, []).append(member)
        self._containers.setdefault(member, []).append(container)

    def _above(self, changed: Iterable[Concept]) -> set[Concept]:
        """The changed concepts, what excludes them, and all above: these cannot be taken from the base."""
        seen = set(changed) | {concept for concept, out in self._excluded.items() if out}
        pending = list(seen)
        excluding = self._all_excluded()
        for concept in pending:
            for upper in (*self.containers(concept), *excluding.get(concept, ())):
                if upper not in seen:
                    seen.add(upper)
                    pending.append(upper)
        return seen

    def _all_excluded(self) -> dict[Concept, list[Concept]]:
        """For each concept that this scope or its base excludes from something, from what."""
        found = {out: list(by) for out, by in self._base._all_excluded().items()} if self._base else {}
        for concept, excluded in self._excluded.items():
            for out in excluded:
                found.setdefault(out, []).append(concept)
        return found

    def members(self, concept: Concept) -> list[Concept]:
        """What is directly below a concept."""
        return (self._base.members(concept) if self._base else []) + self._members.get(concept, [])

    def containers(self, concept: Concept) -> list[Concept]:
        """What is directly above a concept."""
        return (self._base.containers(concept) if self._base else []) + self._containers.get(concept, [])

    def excluded(self, concept: Concept) -> list[Concept]:
        """What a concept certainly does not cover."""
        return (self._base.excluded(concept) if self._base else []) + self._excluded.get(concept, [])

    def covers(self, concept: Concept) -> int:
        """The bits of a concept and of everything below it, what it excludes left out."""
        if concept.key == concept.kind.value:
            return self.universe.kind(concept.kind)
        if self._base and concept not in self._touched:
            return self._base.covers(concept)
        return self._closed(concept, self._covers, excluding=True)

    def _closed(self, concept: Concept, known: dict[Concept, int], excluding: bool) -> int:
        """Close a concept over its members, deepest first, without recursion: chains may be long."""
        pending = [concept]
        while pending:
            at = pending[-1]
            if excluding and self._base and at not in self._touched:
                known[at] = self._base.covers(at)
            missing = [member for member in self.members(at) if member not in known] if at not in known else []
            if missing:
                pending += missing
                continue
            pending.pop()
            if at not in known:
                known[at] = self._joined(at, known, excluding)
        return known[concept]

    def _joined(self, concept: Concept, known: dict[Concept, int], excluding: bool) -> int:
        mask = self.universe.bit(concept)
        for member in self.members(concept):
            mask |= known[member]
        for out in self.excluded(concept) if excluding else ():
            mask &= ~self._closed(out, self._whole, excluding=False)
        return mask

    def ancestors(self, concept: Concept) -> list[Concept]:
        """A concept and all above it, nearest first."""
        found = dict.fromkeys([concept])
        pending = [concept]
        for at in pending:
            for container in self.containers(at):
                if container not in found:
                    found[container] = None
                    pending.append(container)
        return list(found)

    def inherited(self, concept: Concept, relation: Relation) -> list[Concept]:
        """What a relation says of a concept or of anything above it, nearest first, each once."""
        found: dict[Concept, None] = {}
        for at in self.ancestors(concept):
            found.update(dict.fromkeys(self.lexicon.linked(at, relation)))
        return list(found)

    def nearest(self, concept: Concept, relation: Relation) -> list[Concept]:
        """What a relation says of a concept, else of the nearest concepts above it that say anything."""
        level = [concept]
        while level:
            said = dict.fromkeys(target for at in level for target in self.lexicon.linked(at, relation))
            if said:
                return list(said)
            level = list(dict.fromkeys(up for at in level for up in self.containers(at)))
        return []

    def find(self, key: str, kind: Kind) -> Concept | None:
        """A concept by its key, as this scope sees it."""
        return self.lexicon.find(key, frozenset({kind}))

    def covers_key(self, key: str, kind: Kind) -> int:
        """What a name of the vocabulary covers here; nothing, when this scope does not know the name."""
        concept = self.find(key, kind)
        return self.covers(concept) if concept else 0

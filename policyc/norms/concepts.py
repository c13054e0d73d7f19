"""Concepts as bit sets: what a name stands for, seen from a scope, is one integer; overlap and containment are one AND.

Every concept of a workspace has one bit. Two bits are reserved: ``NONE`` (the dimension does not apply, or a flow's
purpose is not stated) and ``OTHER`` (something that no name of the workspace covers). ``ANY`` is all bits: in two's
complement, -1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from policyc.model.lexicon import Entry, Lexicon, Relation
from policyc.model.names import Concept, Kind
from policyc.norms.lengths import hours_exceeded

NONE = 1
OTHER = 2
ANY = -1
SOME = ANY & ~NONE
FIRST_CONCEPT_BIT = 2
NOTHING: list[Concept] = []
"""What is said of a concept of which nothing is said; like all lists that a closure hands out, never changed."""


class Universe:
    """Gives each concept of a workspace its bit, in the order of first mention; those of ``base`` keep theirs."""

    def __init__(self, base: Universe | None = None) -> None:
        """Start with the concepts of a base, or with none."""
        self.concepts: list[Concept] = list(base.concepts) if base else []
        self._bits: dict[Concept, int] = dict(base._bits) if base else {}
        self._kinds: dict[Kind, int] = dict(base._kinds) if base else dict.fromkeys(Kind, OTHER)

    def bit(self, concept: Concept) -> int:
        """The concept's own bit, as a mask."""
        bit = self._bits.get(concept)
        if bit is None:
            bit = 1 << (FIRST_CONCEPT_BIT + len(self.concepts))
            self._bits[concept] = bit
            self.concepts.append(concept)
            self._kinds[concept.kind] |= bit
        return bit

    def call(self, concept: Concept, other: Concept) -> None:
        """Call a concept by the name of another that has not been mentioned; its bit stays."""
        bit = self.bit(concept)
        self._bits[other] = bit
        self.concepts[bit.bit_length() - 1 - FIRST_CONCEPT_BIT] = other

    def knows(self, concept: Concept) -> bool:
        """Whether a concept has been mentioned."""
        return concept in self._bits

    @property
    def all(self) -> int:
        """Every bit that is given, the reserved ones included."""
        return (1 << (FIRST_CONCEPT_BIT + len(self.concepts))) - 1

    def kind(self, kind: Kind) -> int:
        """Everything of a kind: what its root stands for."""
        return self._kinds[kind]

    def named(self, mask: int) -> Iterator[Concept]:
        """The concepts whose own bit is in a mask."""
        finite = (mask & self.all) >> FIRST_CONCEPT_BIT
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
        self._keys: set[str] = set()
        self._by_key: dict[tuple[str | tuple[str, ...], Kind], int] = {}
        self._found: dict[tuple[tuple[str, ...], Kind], list[Concept]] = {}
        self._spoken_of: set[Concept] = set()
        self._widest: dict[int, int] = {}
        self._worked_out: dict[Callable[[Closure], int], int] = {}
        self._ancestors: dict[Concept, list[Concept]] = {}
        self._inherited: dict[tuple[Concept, Relation], list[Concept]] = {}
        self._nearest: dict[tuple[Concept, Relation], list[Concept]] = {}
        known = set(map(id, base.lexicon.scopes())) if base else set()
        for scope in lexicon.scopes():
            if id(scope) not in known:
                self._keys.update(scope.names)
                self._spoken_of.update(scope.entries)
                for entry in scope.entries.values():
                    self._add(entry)
        self._touched = self._above(self._members) if base else set()
        self._grown = self._touched_members() if base else {}

    def _add(self, entry: Entry) -> None:
        concept = entry.concept
        self.universe.bit(concept)
        for parent in entry.parents():
            self._join(parent, concept)
        for member in entry.linked(Relation.INCLUDES):
            self._join(concept, member)
        if excluded := entry.linked(Relation.EXCLUDES):
            self._excluded.setdefault(concept, []).extend(excluded)

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

    def _touched_members(self) -> dict[Concept, list[Concept]]:
        """What this scope puts below each concept or changes there; the rest is as the base has it."""
        found: dict[Concept, list[Concept]] = {}
        for concept in self._touched:
            for container in self.containers(concept):
                found.setdefault(container, []).append(concept)
        for container, members in self._members.items():
            found.setdefault(container, []).extend(members)
        return found

    def _all_excluded(self) -> dict[Concept, list[Concept]]:
        """For each concept that this scope or its base excludes from something, from what."""
        found = {out: list(by) for out, by in self._base._all_excluded().items()} if self._base else {}
        for concept, excluded in self._excluded.items():
            for out in excluded:
                found.setdefault(out, []).append(concept)
        return found

    @cached_property
    def own(self) -> int:
        """Every bit but those of the base: what only the files of the workspace name."""
        return ~self._base.universe.all if self._base else ANY

    def members(self, concept: Concept) -> list[Concept]:
        """What is directly below a concept."""
        own = self._members.get(concept, NOTHING)
        if self._base is None:
            return own
        return self._base.members(concept) + own if own else self._base.members(concept)

    def containers(self, concept: Concept) -> list[Concept]:
        """What is directly above a concept."""
        own = self._containers.get(concept, NOTHING)
        if self._base is None:
            return own
        return self._base.containers(concept) + own if own else self._base.containers(concept)

    def excluded(self, concept: Concept) -> list[Concept]:
        """What a concept certainly does not cover."""
        own = self._excluded.get(concept, NOTHING)
        if self._base is None:
            return own
        return self._base.excluded(concept) + own if own else self._base.excluded(concept)

    def covers(self, concept: Concept) -> int:
        """The bits of a concept and of everything below it, what it excludes left out."""
        mask = self._covers.get(concept)
        if mask is not None:
            return mask
        if concept.is_root:
            return self.universe.kind(concept.kind)
        if concept.kind is Kind.CONDITION and (hours := hours_exceeded(concept.text)) is not None:
            mask = self._covers[concept] = self._lasting_longer(hours)
            return mask
        if self._base and concept not in self._touched:
            mask = self._covers[concept] = self._in_base(concept, self._base, excluding=True)
            return mask
        return self._closed(concept, self._covers, excluding=True)

    def _lasting_longer(self, hours: int) -> int:
        """The bits of all that lasts for more than some hours: more than a year is more than a day."""
        conditions = self.universe.named(self.universe.kind(Kind.CONDITION))
        longer = (each for each in conditions if (hours_exceeded(each.text) or 0) >= hours)
        return union(map(self.universe.bit, longer))

    def widest(self, mask: int) -> int:
        """The own bit of the widest name inside a finite set; its lowest bit where no name lies wholly inside."""
        known = self._widest.get(mask)
        if known is None:
            inside = [concept for concept in self.universe.named(mask) if not self.covers(concept) & ~mask]
            widest = max(inside, key=lambda concept: self.covers(concept).bit_count(), default=None)
            known = self._widest[mask] = self.universe.bit(widest) if widest else mask & -mask
        return known

    def whole(self, concept: Concept) -> int:
        """The bits of a concept and of everything below it, whatever is excluded."""
        if self._base and concept not in self._touched:
            return self._in_base(concept, self._base, excluding=False)
        return self._closed(concept, self._whole, excluding=False)

    def _in_base(self, concept: Concept, base: Closure, excluding: bool) -> int:
        """What a concept covers as the base sees it: itself alone where the base does not know it."""
        if not base.universe.knows(concept):
            return self.universe.bit(concept)
        return base.covers(concept) if excluding else base.whole(concept)

    def _closed(self, concept: Concept, known: dict[Concept, int], excluding: bool) -> int:
        """Close a concept over its members, deepest first, without recursion: chains may be long."""
        pending = [concept]
        while pending:
            at = pending[-1]
            if self._base and at not in known and at not in self._touched:
                known[at] = self._in_base(at, self._base, excluding)
            below = self._below(at, excluding) if at not in known else []
            missing = [member for member in below if member not in known]
            if missing:
                pending += missing
                continue
            pending.pop()
            if at not in known:
                known[at] = self._joined(at, known, excluding)
        return known[concept]

    def _grows(self, concept: Concept, excluding: bool) -> bool:
        """Whether a concept covers what it covers in the base and what this scope puts below it, nothing less."""
        return self._base is not None and not (excluding and (self._excluded or self.excluded(concept)))

    def _below(self, concept: Concept, excluding: bool) -> list[Concept]:
        """The members that have to be looked at: all, or only those that differ from what the base has."""
        return self._grown.get(concept, []) if self._grows(concept, excluding) else self.members(concept)

    def _joined(self, concept: Concept, known: dict[Concept, int], excluding: bool) -> int:
        mask = self.universe.bit(concept)
        if self._base and self._grows(concept, excluding):
            mask |= self._in_base(concept, self._base, excluding)
        for member in self._below(concept, excluding):
            mask |= known[member]
        for out in self.excluded(concept) if excluding else ():
            mask &= ~self.whole(out)
        return mask

    def ancestors(self, concept: Concept) -> list[Concept]:
        """A concept and all above it, nearest first."""
        known = self._ancestors.get(concept)
        if known is None:
            known = self._ancestors[concept] = self._find_ancestors(concept)
        return known

    def _find_ancestors(self, concept: Concept) -> list[Concept]:
        if self._base and self._base.universe.knows(concept):
            above = self._base.ancestors(concept)
            if self._containers.keys().isdisjoint(above):
                return above
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
        asked = (concept, relation)
        known = self._inherited.get(asked)
        if known is None:
            base = self._base_above(concept)
            known = base.inherited(concept, relation) if base else self._find_inherited(concept, relation)
            self._inherited[asked] = known
        return known

    def _base_above(self, concept: Concept) -> Closure | None:
        """The base, where it knows a concept, and this scope says nothing of that nor of anything above it."""
        if self._base is None or not self._base.universe.knows(concept):
            return None
        return self._base if self._spoken_of.isdisjoint(self.ancestors(concept)) else None

    def _find_inherited(self, concept: Concept, relation: Relation) -> list[Concept]:
        found: dict[Concept, None] = {}
        for at in self.ancestors(concept):
            found.update(dict.fromkeys(self.lexicon.linked(at, relation)))
        return list(found)

    def nearest(self, concept: Concept, relation: Relation) -> list[Concept]:
        """What a relation says of a concept, else of the nearest concepts above it that say anything."""
        asked = (concept, relation)
        known = self._nearest.get(asked)
        if known is None:
            base = self._base_above(concept)
            known = base.nearest(concept, relation) if base else self._find_nearest(concept, relation)
            self._nearest[asked] = known
        return known

    def _find_nearest(self, concept: Concept, relation: Relation) -> list[Concept]:
        level = [concept]
        while level:
            said = dict.fromkeys(target for at in level for target in self.lexicon.linked(at, relation))
            if said:
                return list(said)
            level = list(dict.fromkeys(up for at in level for up in self._telling(at, relation)))
        return []

    def _telling(self, concept: Concept, relation: Relation) -> list[Concept]:
        """What is directly above a concept and tells of it: whom data are about is told of a shared name by its kinds.

        *Student data, about students, includes contact data*: contact data of others are contact data still.
        """
        above = self.containers(concept)
        if relation is not Relation.ABOUT or not self.is_shared(concept):
            return above
        kinds = self.lexicon.parents_said(concept)
        return [up for up in above if up in kinds]

    def whose(self, concept: Concept, besides: int = 0) -> list[Concept]:
        """Whom data are about: whom they, or the nearest above them, say, and whom those inside say that say others.

        *Case files about clients include health notes about patients*: what is said of the files holds for the notes in
        them. What lies in ``besides`` is left out. Nobody where nothing is said of the data: they may be about anyone.
        """
        said = self.nearest(concept, Relation.ABOUT)
        inside = self.covers(concept) & ~besides if said and self._told_apart else 0
        for other in self._told_apart:
            if self.universe.bit(other) & inside and other != concept and concept in self._telling_ancestors(other):
                said = [*said, *self.lexicon.linked(other, Relation.ABOUT)]
        return list(dict.fromkeys(said))

    @cached_property
    def _told_apart(self) -> list[Concept]:
        """The names that say whose data they stand for, and that the files declare or put into another."""
        declared = {concept for concept in self._own_words if not self._is_lent(concept)}
        included = {concept for scope in self._own_scopes for concept in scope.containers}
        telling = (each for each in declared | included if self.lexicon.linked(each, Relation.ABOUT))
        return sorted(telling, key=self.universe.bit)

    def _telling_ancestors(self, concept: Concept) -> set[Concept]:
        """What data lie in by what the files say of them: of a name that they only include, by what includes it."""
        kinds = self.lexicon.parents_said(concept) if self._is_lent(concept) else []
        pending = [up for up in self.containers(concept) if up not in kinds]
        for at in pending:
            pending += [up for up in self._telling(at, Relation.ABOUT) if up not in pending]
        return set(pending)

    def _is_lent(self, concept: Concept) -> bool:
        """Whether the files do not declare a name, that policyc ships or that is made of other names."""
        return self.is_shared(concept) or all(
            concept in each.composed for each in self._own_scopes if concept in each.entries
        )

    def is_shared(self, concept: Concept) -> bool:
        """Whether a name is one that policyc ships, of which no scope around says anything but what includes it."""
        return bool(self._own_words) and concept not in self._own_words

    @cached_property
    def _own_words(self) -> set[Concept]:
        """What the scopes speak of that lie inside the shipped one, which stands right inside the outermost."""
        return {concept for scope in self._own_scopes for concept in scope.entries}

    @cached_property
    def _own_scopes(self) -> list[Lexicon]:
        return [scope for scope in self.lexicon.scopes() if any(outer.outer for outer in scope.outer)]

    def find(self, key: str, kind: Kind) -> Concept | None:
        """A concept by its key, as this scope sees it."""
        return self.lexicon.find(key, frozenset({kind}))

    def beside(self, other: Lexicon) -> Closure:
        """What names cover seen from this scope and another together; this one where the other adds nothing."""
        known = {id(scope) for closure in (self, self._base) if closure for scope in closure.lexicon.scopes()}
        if not any(scope.entries for scope in other.scopes() if id(scope) not in known):
            return self
        return Closure(Lexicon(self.lexicon.title, (self.lexicon, other)), self.universe, self._base)

    def covers_key(self, key: str, kind: Kind) -> int:
        """What a name of the vocabulary covers here; nothing, when this scope does not know the name."""
        mask = self._by_key.get((key, kind))
        if mask is None:
            mask = self.covers_keys((key,), kind)
            if ((key,), kind) in self._by_key:
                self._by_key[key, kind] = mask
        return mask

    def covers_keys(self, keys: tuple[str, ...], kind: Kind) -> int:
        """What some names of the vocabulary cover here together; rules ask for the same names clause after clause."""
        mask = self._by_key.get((keys, kind))
        if mask is None:
            if kind.value in keys:
                return union(map(self.covers, self.found(keys, kind)))
            if self._base and self._keys.isdisjoint(keys) and self._touched.isdisjoint(self._base.found(keys, kind)):
                mask = self._base.covers_keys(keys, kind)
            else:
                mask = union(map(self.covers, self.found(keys, kind)))
            self._by_key[keys, kind] = mask
        return mask

    def worked_out(self, what: Callable[[Closure], int], kind: Kind) -> int:
        """A set of names that is worked out from a scope; the base's own where this adds nothing of a kind."""
        if self._base and not any(concept.kind is kind for concept in self._touched):
            return self._base.worked_out(what, kind)
        if what not in self._worked_out:
            self._worked_out[what] = what(self)
        return self._worked_out[what]

    def found(self, keys: tuple[str, ...], kind: Kind) -> list[Concept]:
        """The concepts that some keys stand for here."""
        known = self._found.get((keys, kind))
        if known is None:
            each = (self.find(name, kind) for name in keys)
            known = self._found[keys, kind] = [concept for concept in each if concept]
        return known


def bits(mask: int) -> Iterator[int]:
    """The single bits of a finite set, lowest first; ``ValueError`` for a set that is all but something."""
    if mask < 0:
        raise ValueError("a set without an end has no list of its bits")
    while mask:
        low = mask & -mask
        yield low
        mask ^= low


def union(masks: Iterable[int]) -> int:
    """All bits of several sets."""
    joined = 0
    for mask in masks:
        joined |= mask
    return joined

"""Definitions that changed and that concern an act: the cause of a change, where a clause itself did not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.facts import Facts
from policyc.model.document import Document
from policyc.model.lexicon import Entry, Relation
from policyc.model.names import Concept
from policyc.norms.concepts import Closure, Universe
from policyc.norms.region import Point

MATTERS = (Relation.IS, Relation.INCLUDES, Relation.EXCLUDES, Relation.ABOUT, Relation.IN, Relation.DERIVED_FROM)
"""What a definition says that bears on verdicts."""


@dataclass(frozen=True, slots=True)
class Defined:
    """A definition before and after; None where there was, or is, none."""

    old: Entry | None
    new: Entry | None


def redefined(point: Point, old: tuple[Facts, Document], new: tuple[Facts, Document]) -> list[Defined]:
    """The definitions that changed among those of the names of an act and of all names above them."""
    before, after = old[0].closure(old[1]), new[0].closure(new[1])
    found: dict[Concept, Defined] = {}
    for bit in (*point.bits, point.states):
        for name in same_names(bit, before.universe, after.universe):
            if set(before.ancestors(name)) != set(after.ancestors(name)):
                found.update(changed_above(name, (old[0], before), (new[0], after)))
            elif located(name, before) != located(name, after):
                found.update(changed_entries([name], (old[0], before), (new[0], after)))
    return list(found.values())


def same_names(bit: int, old: Universe, new: Universe) -> list[Concept]:
    """The names of some bits that are the same in both versions; a party in another's place is told by itself."""
    return [name for name in old.named(bit) if name in set(new.named(bit))]


def located(name: Concept, closure: Closure) -> frozenset[Concept]:
    """Where somebody is declared to be."""
    return frozenset(closure.nearest(name, Relation.IN))


Side = tuple[Facts, Closure]


def changed_above(name: Concept, old: Side, new: Side) -> dict[Concept, Defined]:
    """The definitions of a name and of what is above it, before or after, that changed."""
    upper = dict.fromkeys((*old[1].ancestors(name), *new[1].ancestors(name)))
    return dict(changed_entries(list(upper), old, new))


def changed_entries(concepts: list[Concept], old: Side, new: Side) -> Iterator[tuple[Concept, Defined]]:
    """Of some concepts those whose definitions in the files differ."""
    for concept in concepts:
        before, after = (entries(concept, *side) for side in (old, new))
        if said(before) != said(after):
            yield concept, Defined(next(iter(before), None), next(iter(after), None))


def entries(concept: Concept, facts: Facts, closure: Closure) -> list[Entry]:
    """What the files say of a concept, the shipped vocabulary left aside."""
    shipped = facts.shipped.entries.get(concept)
    return [entry for entry in closure.lexicon.entries_of(concept) if entry is not shipped and entry.origin.source.text]


def said(found: list[Entry]) -> frozenset[tuple[Relation, Concept]]:
    """What some definitions say that bears on verdicts."""
    return frozenset((relation, to) for entry in found for relation in MATTERS for to in entry.linked(relation))

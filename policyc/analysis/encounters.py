"""Encounters: which norms can bear on each other at all, found by the persons whom they speak of.

A contract binds its own parties. Norms of two agreements meet only in a person whom both identify: a party by its
name, not a kind of person from the shipped vocabulary (*the processor*, *anyone*), which means somebody else in
every agreement. What an agreement incorporates counts as its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.model.document import Document, Status
from policyc.norms.by_sides import BySides
from policyc.norms.concepts import Closure, bits, union
from policyc.norms.joined import Joined
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side


class Encounters:
    """Tells which persons of a workspace are identified, and which documents are held against each other."""

    def __init__(self, closures: dict[int, Closure], joined: Joined | None = None) -> None:
        """Take what names cover in each document, by its identity, and which documents count as one agreement."""
        self._closures = closures
        self._joined = joined
        self._parties: dict[int, int] = {}

    def identified(self, mask: int, document: Document) -> int:
        """The persons of a set whom a document identifies by name; of a set without end, those among its parties."""
        return mask & (self._closures[id(document)].own if mask > 0 else self._parties_of(document))

    def beside(self, document: Document) -> list[Document]:
        """A document, and those that count as one agreement with it: in these every person meets itself."""
        return self._joined.beside(document) if self._joined else [document]

    def _parties_of(self, document: Document) -> int:
        if id(document) not in self._parties:
            closure = self._closures[id(document)]
            self._parties[id(document)] = union(map(closure.universe.bit, document.parties)) & closure.own
        return self._parties[id(document)]


def comparable(left: Document, right: Document) -> bool:
    """Whether two documents are agreements that can be held against each other: templates are checked alone."""
    return is_held(left) and is_held(right)


def is_held(document: Document) -> bool:
    """Whether a document is an agreement that is held against others."""
    return document.kind == "agreement" and document.status is not Status.TEMPLATE


class ByPerson:
    """Norms found by the persons on one of their sides, so that nothing is compared each with each."""

    def __init__(self, norms: Iterable[Norm], side: Side, encounters: Encounters) -> None:
        """Index some norms by their bearers, or by their counterparties."""
        self._encounters = encounters
        self._inside: dict[tuple[int, int], list[Norm]] = {}
        self._everyone: dict[int, list[Norm]] = {}
        self._whole: dict[int, list[Norm]] = {}
        self._across: dict[int, list[Norm]] = {}
        self._by_sides: dict[int, BySides] = {}
        self._across_by_sides: dict[int, BySides] = {}
        for norm in norms:
            document, mask = norm.document, norm.region.masks[side]
            self._whole.setdefault(id(document), []).append(norm)
            if mask < 0:
                self._everyone.setdefault(id(document), []).append(norm)
            for bit in bits(mask) if mask > 0 else ():
                self._inside.setdefault((id(document), bit), []).append(norm)
            for bit in bits(encounters.identified(mask, document)) if is_held(document) else ():
                self._across.setdefault(bit, []).append(norm)

    def near(self, norm: Norm, side: Side) -> list[Norm]:
        """The norms of other clauses that may speak of the persons on a side of a norm, in their order."""
        near = self._near(norm.region.masks[side], norm.document)
        return [other for other in near if other.clause is not norm.clause]

    def _near(self, persons: int, document: Document) -> list[Norm]:
        own = self._encounters.beside(document)
        found = {norm.index: norm for each in own for norm in self.within(persons, each)}
        for bit in self._known_elsewhere(persons, document):
            found |= {norm.index: norm for norm in self._across.get(bit, ()) if norm.document not in own}
        return [norm for _, norm in sorted(found.items())]

    def _known_elsewhere(self, persons: int, document: Document) -> Iterator[int]:
        """Those of some persons in whom a document meets others: it identifies them, and is held against others."""
        return bits(self._encounters.identified(persons, document) if is_held(document) else 0)

    def clashing(self, norm: Norm, side: Side) -> list[Norm]:
        """The norms near a norm, of other clauses, whose regions meet its own, in their order."""
        region, document = norm.region, norm.document
        own = self._encounters.beside(document)
        found = {each.index: each for part in own for each in self.meeting(region, part)}
        for bit in self._known_elsewhere(region.masks[side], document):
            if bit in self._across:
                by_sides = self._across_by_sides.get(bit)
                if by_sides is None:
                    by_sides = self._across_by_sides[bit] = BySides(self._across[bit])
                found |= {each.index: each for each in by_sides.meeting(region) if each.document not in own}
        return [each for _, each in sorted(found.items()) if each.clause is not norm.clause]

    def meeting(self, region: Region, document: Document) -> Iterator[Norm]:
        """The norms of one document whose regions meet a region, in their order."""
        by_sides = self._by_sides.get(id(document))
        if by_sides is None:
            by_sides = self._by_sides[id(document)] = BySides(self._whole.get(id(document), ()))
        return by_sides.meeting(region)

    def within(self, persons: int, document: Document) -> list[Norm]:
        """The norms of one document that may speak of some persons, in their order."""
        if persons < 0:
            return self._whole.get(id(document), [])
        everyone = self._everyone.get(id(document), [])
        groups = [own for bit in bits(persons) if (own := self._inside.get((id(document), bit)))]
        if not everyone and len(groups) < 2:
            return groups[0] if groups else []
        found = {norm.index: norm for group in (*groups, everyone) for norm in group}
        return [norm for _, norm in sorted(found.items())]

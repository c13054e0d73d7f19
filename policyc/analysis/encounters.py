"""Encounters: which norms can bear on each other at all, found by the persons whom they speak of.

A contract binds its own parties. Norms of two agreements meet only in a person whom both identify: a party by its
name, not a kind of person from the shipped vocabulary (*the processor*, *anyone*), which means somebody else in
every agreement.
"""

from __future__ import annotations

from collections.abc import Iterable

from policyc.model.document import Document, Status
from policyc.norms.concepts import Closure, bits, union
from policyc.norms.norm import Norm
from policyc.norms.region import Side


class Encounters:
    """Tells which persons of a workspace are identified, and which documents are held against each other."""

    def __init__(self, closures: dict[int, Closure]) -> None:
        """Take what names cover in each document, by its identity."""
        self._closures = closures
        self._parties: dict[int, int] = {}

    def identified(self, mask: int, document: Document) -> int:
        """The persons of a set whom a document identifies by name; of a set without end, those among its parties."""
        return mask & (self._closures[id(document)].own if mask > 0 else self._parties_of(document))

    def _parties_of(self, document: Document) -> int:
        if id(document) not in self._parties:
            closure = self._closures[id(document)]
            self._parties[id(document)] = union(map(closure.universe.bit, document.parties)) & closure.own
        return self._parties[id(document)]


def comparable(left: Document, right: Document) -> bool:
    """Whether two documents are agreements that can be held against each other: templates are checked alone."""
    return all(each.kind == "agreement" and each.status is not Status.TEMPLATE for each in (left, right))


class ByPerson:
    """Norms found by the persons on one of their sides, so that nothing is compared each with each."""

    def __init__(self, norms: Iterable[Norm], side: Side, encounters: Encounters) -> None:
        """Index some norms by their bearers, or by their counterparties."""
        self._encounters = encounters
        self._inside: dict[tuple[int, int], list[Norm]] = {}
        self._everyone: dict[int, list[Norm]] = {}
        self._whole: dict[int, list[Norm]] = {}
        self._across: dict[int, list[Norm]] = {}
        for norm in norms:
            document, mask = norm.document, norm.region.masks[side]
            self._whole.setdefault(id(document), []).append(norm)
            if mask < 0:
                self._everyone.setdefault(id(document), []).append(norm)
            for bit in bits(mask) if mask > 0 else ():
                self._inside.setdefault((id(document), bit), []).append(norm)
            for bit in bits(encounters.identified(mask, document)):
                self._across.setdefault(bit, []).append(norm)

    def near(self, norm: Norm, side: Side) -> list[Norm]:
        """The norms of other clauses that may speak of the persons on a side of a norm, in their order."""
        near = self._near(norm.region.masks[side], norm.document)
        return [other for other in near if other.clause is not norm.clause]

    def _near(self, persons: int, document: Document) -> list[Norm]:
        found = {norm.index: norm for norm in self.within(persons, document)}
        for bit in bits(self._encounters.identified(persons, document)):
            for norm in self._across.get(bit, ()):
                if norm.document is not document and comparable(norm.document, document):
                    found[norm.index] = norm
        return [norm for _, norm in sorted(found.items())]

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

"""Who a name of a person means in an agreement: roles, built-in roles, the bearer left out."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.model.document import Document, Term, TermList
from policyc.model.names import Concept, Kind, Role
from policyc.norms.concepts import OTHER, SOME, Closure

RELATIVE = frozenset({Role.ANYONE, Role.THIRD_PARTIES, Role.OTHER_PARTY})


@dataclass(slots=True)
class Persons:
    """Resolves persons for one document: a kind used as a party means each party of that kind, or else anyone.

    ``recipients`` and ``disclosers`` are the parties that the agreement lets receive or give data.
    """

    document: Document
    closure: Closure
    recipients: tuple[Concept, ...] = ()
    disclosers: tuple[Concept, ...] = ()

    @property
    def parties(self) -> int:
        """All parties of the agreement."""
        return self.union(self.document.parties)

    def union(self, concepts: tuple[Concept, ...]) -> int:
        """Everyone that some concepts cover."""
        mask = 0
        for concept in concepts:
            mask |= self.closure.covers(concept)
        return mask

    def bearers(self, names: TermList) -> list[tuple[Concept | None, int]]:
        """Each bearer on its own, with its bit set; None where it is no single name."""
        found: list[tuple[Concept | None, int]] = []
        for term in names.terms:
            found += self.bearer(term)
        return found

    def bearer(self, term: Term) -> list[tuple[Concept | None, int]]:
        """The bearers that one name stands for."""
        if isinstance(term.value, Concept):
            return [(concept, self.closure.covers(concept)) for concept in self.meant(term.value)]
        if term.value in (Role.EACH_PARTY, Role.OTHER_PARTY) and self.document.parties:
            return [(party, self.closure.covers(party)) for party in self.document.parties]
        return [(None, self.mask(term, 0))]

    def meant(self, concept: Concept) -> tuple[Concept, ...]:
        """The parties of this agreement that a name covers; the name itself where there is none."""
        if concept in self.document.parties:
            return (concept,)
        if concept.key == "recipient" and self.recipients:
            return self.recipients
        if concept.key == "discloser" and self.disclosers:
            return self.disclosers
        covered = self.closure.covers(concept)
        bit = self.closure.universe.bit
        return tuple(party for party in self.document.parties if bit(party) & covered) or (concept,)

    def mask(self, term: Term, bearer: int) -> int:
        """Everyone that a name covers, seen from a bearer."""
        found = self.role(term.value, bearer) if isinstance(term.value, Role) else self.union(self.meant(term.value))
        for taken in term.minus:
            found &= ~self.mask(taken, bearer)
        return found

    def role(self, role: Role, bearer: int) -> int:
        """Everyone that a built-in role covers, seen from a bearer; *anyone* leaves out only the bearer."""
        match role:
            case Role.ANYONE:
                return SOME & ~bearer
            case Role.THIRD_PARTIES:
                return SOME & ~self.parties & ~self.closure.universe.kind(Kind.PEOPLE) & ~bearer | OTHER
            case Role.EACH_PARTY:
                return self.parties or SOME
            case Role.OTHER_PARTY:
                return self.parties & ~bearer or SOME & ~bearer

"""Who a name of a person means in an agreement: roles, built-in roles, the bearer left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from policyc.model.document import Document, Term, TermList
from policyc.model.names import Concept, Kind, Role
from policyc.norms.concepts import OTHER, SOME, Closure, union

PARTY = frozenset({Kind.PARTY})


@dataclass(frozen=True, slots=True)
class Bearer:
    """One bearer of a clause: everyone it covers, and, where it is one party, who is left out of *anyone*.

    A set of persons leaves nobody out: one bank may share with another.
    """

    mask: int
    itself: int


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties that an agreement lets receive data, and those that it lets give data."""

    recipients: tuple[Concept, ...] = ()
    disclosers: tuple[Concept, ...] = ()


@dataclass(slots=True)
class Persons:
    """Resolves persons for one document: a kind used as a party means each party of that kind, or else anyone.

    ``roles`` tells who receives and gives data, which is asked only where a clause says so.
    """

    document: Document
    closure: Closure
    roles: Callable[[], Roles] = Roles
    parties: int = field(init=False)

    def __post_init__(self) -> None:
        """Look up all parties of the agreement."""
        self.parties = self.union(self.document.parties)

    def union(self, concepts: tuple[Concept, ...]) -> int:
        """Everyone that some concepts cover."""
        mask = 0
        for concept in concepts:
            mask |= self.closure.covers(concept)
        return mask

    def bearers(self, names: TermList) -> list[Bearer]:
        """The bearers of a clause, each on its own."""
        return [bearer for term in names.terms for bearer in self._bearers(term)]

    def others(self, names: TermList, ensuring: TermList) -> list[Bearer]:
        """Whom somebody has to see to: whoever a name means, but never the one who has to see to it.

        *The processor must ensure that recipients must …* means whoever gets data from the processor.
        """
        itself = 0
        for bearer in self.bearers(ensuring):
            itself |= bearer.mask
        found: list[Bearer] = []
        for term in names.terms:
            meant = self._bearers(term)
            rest = [each for each in meant if each.mask & ~itself]
            if not rest and isinstance(term.value, Concept) and term.value not in self.document.parties:
                rest = [Bearer(self.closure.covers(term.value) & ~itself, 0)]
            found += rest or meant
        return found

    def _bearers(self, term: Term) -> list[Bearer]:
        if isinstance(term.value, Concept):
            return [self._bearer(concept) for concept in self.meant(term.value)]
        if term.value in (Role.EACH_PARTY, Role.OTHER_PARTY) and self.document.parties:
            return [self._bearer(party) for party in self.document.parties]
        return [Bearer(self.mask(term, 0), 0)]

    def _bearer(self, concept: Concept) -> Bearer:
        mask = self.closure.covers(concept)
        return Bearer(mask, mask if concept in self.document.parties else 0)

    def meant(self, concept: Concept) -> tuple[Concept, ...]:
        """The parties of this agreement that a name covers; the name itself where there is none."""
        if concept in self.document.parties:
            return (concept,)
        if concept.key == "recipient" and (recipients := self.roles().recipients):
            return recipients
        if concept.key == "discloser" and (disclosers := self.roles().disclosers):
            return disclosers
        covered = self.closure.covers(concept)
        bit = self.closure.universe.bit
        return tuple(party for party in self.document.parties if bit(party) & covered) or (concept,)

    def mask(self, term: Term, itself: int) -> int:
        """Everyone that a name covers, seen from a bearer."""
        value = term.value
        found = self._role(value, itself) if isinstance(value, Role) else self._called(value, itself)
        for taken in term.minus:
            found &= ~self.mask(taken, itself)
        return found

    def _called(self, concept: Concept, itself: int) -> int:
        """Everyone whom a name means; a kind of which the bearer is the only party here means others of it."""
        found = self.union(self.meant(concept))
        if itself and not found & ~itself and concept not in self.document.parties:
            return self.closure.covers(concept) & ~itself
        return found

    def staff(self) -> int:
        """Those who work for the parties: who acts under a party's authority is no third party (GDPR Art. 4(10)).

        Whose they are need not be said; the personnel of somebody else are that one's.
        """
        personnel = self.closure.covers_key("personnel", Kind.PARTY)
        return personnel & ~union(
            self.closure.universe.bit(each) for each in self.closure.universe.named(personnel) if self._is_others(each)
        )

    def _is_others(self, concept: Concept) -> bool:
        """Whether a name, such as *personnel of the auditor*, is of somebody who is no party."""
        owner = concept.key.partition(" of ")[2]
        return bool(owner) and self.closure.lexicon.find(owner, PARTY) not in self.document.parties

    def _role(self, role: Role, itself: int) -> int:
        """Everyone that a built-in role covers; *anyone* leaves out only the bearer."""
        match role:
            case Role.ANYONE:
                return SOME & ~itself
            case Role.THIRD_PARTIES:
                people = self.closure.universe.kind(Kind.PEOPLE)
                return SOME & ~self.parties & ~people & ~itself & ~self.staff() | OTHER
            case Role.EACH_PARTY:
                return self.parties or SOME
            case Role.OTHER_PARTY:
                return self.parties & ~itself or SOME & ~itself

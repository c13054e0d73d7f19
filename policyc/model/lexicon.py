"""Lexicons: what one scope says of names, and the scopes around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from policyc.model.names import Concept, Kind, key, own_root
from policyc.source import Place, Source, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was said."""

    source: Source
    span: Span

    @property
    def place(self) -> Place:
        """The place, in lines and columns."""
        return self.source.place(self.span)

    @property
    def words(self) -> str:
        """The words, on one line."""
        return self.source.quote(self.span)


class Relation(Enum):
    """What a definition can say of two names."""

    IS = "is"
    INCLUDES = "includes"
    EXCLUDES = "excludes"
    ABOUT = "about"
    REVEALS = "reveals"
    DERIVED_FROM = "derived from"
    SERVES = "serves"
    NEEDS = "needs"
    IN = "in"

    __hash__ = object.__hash__


class Terms(Enum):
    """Whether the terms of its source bind what is derived from it."""

    BOUND = "bound by the same terms"
    FREE = "free of those terms"
    UNSAID = "unsaid"


@dataclass(slots=True)
class Entry:
    """What one scope says of one concept."""

    concept: Concept
    origin: Origin
    meaning: str | None = None
    aliases: list[str] = field(default_factory=list)
    links: dict[Relation, list[Concept]] = field(default_factory=dict)
    terms: Terms = Terms.UNSAID
    per: str | None = None

    def linked(self, relation: Relation) -> list[Concept]:
        """The concepts that this scope relates to the entry's."""
        return self.links.get(relation, [])

    def upward(self) -> list[Relation]:
        """The relations that put the concept below another: *is*, a place *in* one, what is derived and bound."""
        found = [Relation.IS]
        if self.concept.kind is Kind.PLACE:
            found.append(Relation.IN)
        if self.terms is Terms.BOUND:
            found.append(Relation.DERIVED_FROM)
        return found

    def parents(self) -> list[Concept]:
        """What this scope says that the concept is directly a kind of."""
        return [parent for relation in self.upward() for parent in self.linked(relation)]


@dataclass(slots=True, eq=False)
class Lexicon:
    """The names of one scope, and the scopes around it, nearest first.

    ``entries`` holds what this scope says; ``names`` maps each key, aliases included, to the concepts it stands for;
    ``containers`` maps members to what this scope says includes them. ``failed`` holds the keys of names whose
    definition has a finding of its own, ``titles`` those of the vocabularies that were joined into it, in lower case.
    ``composed`` are the names that nobody declared, made of declared ones, ``owned`` those of them that are somebody's.
    """

    title: str
    outer: tuple[Lexicon, ...] = ()
    entries: dict[Concept, Entry] = field(default_factory=dict)
    names: dict[str, list[Concept]] = field(default_factory=dict)
    containers: dict[Concept, list[Concept]] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    composed: set[Concept] = field(default_factory=set)
    owned: set[Concept] = field(default_factory=set)
    _scopes: tuple[Lexicon, ...] = ()

    def scopes(self) -> tuple[Lexicon, ...]:
        """This scope and those around it, nearest first, each once."""
        if not self._scopes:
            pending = [self]
            for scope in pending:
                pending += scope.outer
            self._scopes = tuple(dict.fromkeys(pending))
        return self._scopes

    def find(self, key: str, kinds: frozenset[Kind] | None = None) -> Concept | None:
        """The concept that a key stands for here, of one of some kinds: what is declared, in the nearest scope."""
        composed = None
        for scope in self.scopes():
            for concept in scope.names.get(key, ()):
                if kinds is not None and concept.kind not in kinds:
                    continue
                if concept not in scope.composed:
                    return concept
                composed = composed or concept
        return composed

    def called(self, text: str, kinds: frozenset[Kind] | None = None) -> Concept | None:
        """The concept that words stand for here; *the Purpose* is what the document calls so, where it does."""
        own = own_root(text)
        return (self.find(own, kinds) if own else None) or self.find(key(text), kinds)

    def declares(self, key: str, kinds: frozenset[Kind] | None = None) -> bool:
        """Whether somebody declared a name, of one of some kinds, for this scope or one around it."""
        found = self.find(key, kinds)
        return found is not None and not any(found in scope.composed for scope in self.scopes())

    def declares_own(self, key: str) -> bool:
        """Whether the files themselves declare a name, and not the vocabulary that policyc ships."""
        *own, _shipped, _language = self.scopes()
        return any(each not in scope.composed for scope in own for each in scope.names.get(key, ()))

    def entries_of(self, concept: Concept) -> Iterator[Entry]:
        """All that this scope and those around it say of a concept, nearest first."""
        for scope in self.scopes():
            if entry := scope.entries.get(concept):
                yield entry

    def linked(self, concept: Concept, relation: Relation) -> list[Concept]:
        """The concepts related to one, over all scopes, each once, in the order in which they were said."""
        return list(dict.fromkeys(c for entry in self.entries_of(concept) for c in entry.linked(relation)))

    def parents(self, concept: Concept) -> list[Concept]:
        """What a concept is directly a kind of, over all scopes, each once."""
        included = (container for scope in self.scopes() for container in scope.containers.get(concept, ()))
        return list(dict.fromkeys([*self.parents_said(concept), *included]))

    def parents_said(self, concept: Concept) -> list[Concept]:
        """What a concept is directly a kind of by what is said of itself, and not by what includes it."""
        return list(dict.fromkeys(parent for entry in self.entries_of(concept) for parent in entry.parents()))

    def above(self, concept: Concept) -> list[Concept]:
        """A concept and everything that it is a kind of, nearest first."""
        found = [concept]
        for at in found:
            found += [up for up in self.parents(at) if up not in found]
        return found

    def meaning(self, concept: Concept) -> str | None:
        """The contract's words for a concept."""
        return next((entry.meaning for entry in self.entries_of(concept) if entry.meaning), None)

    def defining(self, concept: Concept) -> Entry | None:
        """The nearest entry of a concept."""
        return next(self.entries_of(concept), None)

    def concepts(self) -> Iterator[Concept]:
        """Every concept that has an entry in this scope or one around it, each once."""
        seen: set[Concept] = set()
        for scope in self.scopes():
            for concept in scope.entries:
                if concept not in seen:
                    seen.add(concept)
                    yield concept

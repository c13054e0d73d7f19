"""Declarations: the names that files define, as plain data, so that names of very many files can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.model.document import Workspace
from policyc.model.lexicon import Entry, Lexicon, Relation
from policyc.model.names import Concept, Kind, singular
from policyc.source import Place

ROLES = frozenset(
    [
        "affiliate",
        "subsidiary",
        "parent",
        "customer",
        "client",
        "user",
        "staff",
        "personnel",
        "employee",
        "agent",
        "contractor",
        "subcontractor",
        "processor",
        "subprocessor",
        "vendor",
        "supplier",
        "partner",
        "member",
        "representative",
        "officer",
        "auditor",
        "counsel",
        "adviser",
        "recipient",
        "successor",
        "assignee",
        "provider",
        "competitor",
    ]
)


@dataclass(frozen=True, slots=True)
class Declaration:
    """One definition of a name: where, in which words, and what it is related to.

    ``identity`` tells what it stands for, the same in all files; ``parents`` are the identities of what it is a kind
    of, ``linked`` those of all that its definition names. ``known`` says that policyc ships a name of that identity,
    ``group`` that it stands for several: it includes others, or is called by a role or a plural.
    """

    place: Place
    kind: Kind
    identity: str
    text: str
    meaning: str | None
    words: str
    parents: tuple[str, ...]
    linked: tuple[str, ...]
    known: bool
    group: bool

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """Order of places; of names in one place that of their kinds."""
        return (self.place, self.identity, self.text)


def declarations(workspace: Workspace) -> list[Declaration]:
    """Every definition of the files that are checked, in the order of places."""
    entries = [entry for scope in workspace.scopes for entry in scope.entries.values()]
    return sorted((declaration(entry, workspace.shipped) for entry in entries), key=lambda each: each.sort_key)


def declaration(entry: Entry, shipped: Lexicon) -> Declaration:
    """One definition as plain data."""
    concept = entry.concept
    return Declaration(
        place=entry.origin.place,
        kind=concept.kind,
        identity=identity(concept),
        text=concept.text,
        meaning=entry.meaning,
        words=entry.origin.words,
        parents=tuple(map(identity, entry.linked(Relation.IS))),
        linked=tuple(identity(each) for linked in entry.links.values() for each in linked),
        known=concept in shipped.entries,
        group=bool(entry.linked(Relation.INCLUDES)) or is_group(concept, shipped),
    )


def identity(concept: Concept) -> str:
    """What tells a concept from all others, in any file."""
    return f"{concept.kind.value}:{concept.key}"


def is_group(concept: Concept, shipped: Lexicon) -> bool:
    """Whether a name ends in a role, like *Acme affiliates*, or in a plural of parties, like *large banks*."""
    last = concept.text.lower().split()[-1]
    one = singular(last)
    return one in ROLES or (one != last and shipped.find(one, frozenset({Kind.PARTY})) is not None)


@dataclass(frozen=True, slots=True)
class Register:
    """The names of all files: their definitions in the order of places, and the parties of each agreement."""

    declared: tuple[Declaration, ...]
    parties: frozenset[frozenset[str]]
    shipped: Lexicon


def register(workspace: Workspace) -> Register:
    """The names of a workspace."""
    return Register(tuple(declarations(workspace)), parties(workspace), workspace.shipped)


def parties(workspace: Workspace) -> frozenset[frozenset[str]]:
    """The parties of each agreement, by their identities."""
    return frozenset(frozenset(map(identity, document.parties)) for document in workspace.documents)

"""Which documents of two versions are one document, and what of their headers and parties changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from policyc.model.document import Document, Workspace
from policyc.model.names import Concept, Kind


@dataclass(frozen=True, slots=True)
class Pair:
    """A document before and after; ``renamed`` where its title changed and only its parties tell that it is one."""

    old: Document
    new: Document
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """The documents that both versions hold, and those that only one does."""

    pairs: tuple[Pair, ...]
    removed: tuple[Document, ...]
    added: tuple[Document, ...]


Days = tuple[date | None, date | None]
"""The first and the last day of an agreement; None where it names none."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An agreement whose days changed: its clauses are compared as if both versions had the new ones."""

    pair: Pair
    before: Days
    after: Days


@dataclass(frozen=True, slots=True)
class Replaced:
    """A party that takes another's place: clauses are compared as if both were one."""

    pair: Pair
    old: Concept
    new: Concept


def paired(old: Workspace, new: Workspace) -> Pairing:
    """Pair the documents of one kind and title; the one agreement left on each side is one if they share a party."""
    waiting: dict[tuple[str, str], list[Document]] = {}
    for document in speaking(old.documents):
        waiting.setdefault(identity(document), []).append(document)
    pairs: list[Pair] = []
    added: list[Document] = []
    for document in speaking(new.documents):
        same = waiting.get(identity(document))
        if same:
            pairs.append(Pair(same.pop(0), document))
        else:
            added.append(document)
    known = {id(pair.old) for pair in pairs}
    removed = [document for document in speaking(old.documents) if id(document) not in known]
    if renamed := renamed_pair(removed, added):
        pairs.append(renamed)
        removed, added = without(removed, renamed.old), without(added, renamed.new)
    return Pairing(tuple(pairs), tuple(removed), tuple(added))


def speaking(documents: Iterable[Document]) -> list[Document]:
    """The documents that say what may be done; vocabularies only say what names mean."""
    return [document for document in documents if document.kind != "vocabulary"]


def identity(document: Document) -> tuple[str, str]:
    """What makes two documents one: kind and title, letter case and white space ignored."""
    return document.kind, " ".join(document.title.casefold().split())


def renamed_pair(removed: list[Document], added: list[Document]) -> Pair | None:
    """The one agreement that is left on each side, where they share a party."""
    left, right = ([each for each in side if each.kind == "agreement"] for side in (removed, added))
    if len(left) == len(right) == 1 and set(left[0].parties) & set(right[0].parties):
        return Pair(left[0], right[0], renamed=True)
    return None


def without(documents: list[Document], out: Document) -> list[Document]:
    """Some documents but one."""
    return [document for document in documents if document is not out]


# What headers say


def align_days(pairs: Iterable[Pair]) -> Iterator[Moved]:
    """Give each old document the days of its new version, and tell where they differed.

    The old workspace is changed: what else changed is then seen on the days of the new version.
    """
    for pair in pairs:
        before, after = (pair.old.start, pair.old.end), (pair.new.start, pair.new.end)
        if before != after:
            pair.old.start, pair.old.end = after
            yield Moved(pair, before, after)


def replaced_parties(pairs: Iterable[Pair], old: Workspace, new: Workspace) -> Iterator[Replaced]:
    """The parties that took another's place: one name left the header and the files, one came into both."""
    known_before, known_after = named_parties(old), named_parties(new)
    for pair in pairs:
        gone = [party for party in pair.old.parties if party not in pair.new.parties and party not in known_after]
        come = [party for party in pair.new.parties if party not in pair.old.parties and party not in known_before]
        same_number = len(pair.old.parties) == len(pair.new.parties)
        if len(gone) == len(come) == 1 and same_number and len(pair.new.parties) > 1:
            yield Replaced(pair, gone[0], come[0])


def named_parties(workspace: Workspace) -> set[Concept]:
    """Every party that the files of a workspace define."""
    return {concept for scope in workspace.scopes for concept in scope.entries if concept.kind is Kind.PARTY}

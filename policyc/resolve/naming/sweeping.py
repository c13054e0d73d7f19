"""Composed names that no sentence came to use: looking for a meaning leaves them behind, and nobody wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from policyc.model.document import Document
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import Concept


def forget_unused(document: Document) -> None:
    """Take the composed names that a document's sentences and definitions do not use out of its scope."""
    lexicon = document.lexicon
    said = [document.clauses, document.requirements, document.survivals, document.scenarios, document.term_limits]
    used = {concept for part in said for concept in concepts_in(part)} | set(document.parties)
    used |= {
        concept for each, entry in lexicon.entries.items() if each not in lexicon.composed for concept in linked(entry)
    }
    pending = list(used & lexicon.composed)
    for concept in pending:
        above = [up for up in linked(lexicon.entries[concept]) if up in lexicon.composed and up not in used]
        used.update(above)
        pending += above
    forget(lexicon.composed - used, lexicon)


def linked(entry: object) -> Iterator[Concept]:
    """Every name that an entry relates to its own."""
    for found in getattr(entry, "links", {}).values():
        yield from found


def forget(gone: set[Concept], lexicon: Lexicon) -> None:
    """Take names out of a scope."""
    if not gone:
        return
    lexicon.composed -= gone
    for concept in gone:
        lexicon.entries.pop(concept, None)
    for spelling, concepts in list(lexicon.names.items()):
        kept = [concept for concept in concepts if concept not in gone]
        if not kept:
            del lexicon.names[spelling]
        elif len(kept) < len(concepts):
            lexicon.names[spelling] = kept


def concepts_in(part: object) -> Iterator[Concept]:
    """Every name that a part of a model holds, however deep."""
    match part:
        case Concept():
            yield part
        case Origin():
            return
        case list() | tuple():
            for each in part:
                yield from concepts_in(each)
        case _ if is_dataclass(part):
            for each in fields(part):
                yield from concepts_in(getattr(part, each.name))

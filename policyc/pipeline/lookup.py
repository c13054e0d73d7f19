"""Looking names up in a lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from policyc.analysis.words import listed
from policyc.model.lexicon import Lexicon, Relation
from policyc.model.names import Concept, Kind, key, own_root
from policyc.report import NameView

MOST_MEMBERS = 40
BELOW = "kinds of it"


def look_up(name: str, lexicon: Lexicon) -> list[NameView]:
    """What is said of every concept that a name stands for; none for an unknown name."""
    spellings = filter(None, (own_root(name), key(name)))
    found = [c for each in spellings for scope in lexicon.scopes() for c in scope.names.get(each, ())]
    below = members(lexicon)
    return [view(concept, lexicon, below) for concept in dict.fromkeys(found)]


def near_names(name: str, lexicon: Lexicon) -> list[str]:
    """The names nearest to an unknown one."""
    known = {spelling: c.text for scope in lexicon.scopes() for spelling, cs in scope.names.items() for c in cs}
    return list(dict.fromkeys(known[near] for near in get_close_matches(key(name), known, n=5, cutoff=0.7)))


def kinds(lexicon: Lexicon) -> list[tuple[str, int, tuple[str, ...]]]:
    """For each kind how many names it has, and the names right below its root."""
    below = members(lexicon)
    every = list(lexicon.concepts())
    found = []
    for kind in Kind:
        root = Concept(kind, kind.value, kind.value)
        number = sum(concept.kind is kind for concept in every)
        found.append((kind.value, number, tuple(sorted(child.text for child in below.get(root, ())))))
    return found


def members(lexicon: Lexicon) -> dict[Concept, list[Concept]]:
    """What is directly below each concept."""
    found: dict[Concept, dict[Concept, None]] = {}
    for concept in lexicon.concepts():
        for parent in lexicon.linked(concept, Relation.IS):
            found.setdefault(parent, {})[concept] = None
        for member in lexicon.linked(concept, Relation.INCLUDES):
            found.setdefault(concept, {})[member] = None
    return {concept: list(children) for concept, children in found.items()}


def view(concept: Concept, lexicon: Lexicon, below: dict[Concept, list[Concept]]) -> NameView:
    """All that is said of a concept."""
    return NameView(concept.text, concept.kind.value, tuple(said(concept, lexicon, below)))


def said(concept: Concept, lexicon: Lexicon, below: dict[Concept, list[Concept]]) -> Iterator[tuple[str, str]]:
    """Pairs of a relation and what it leads to."""
    entries = list(lexicon.entries_of(concept))
    if meaning := lexicon.meaning(concept):
        yield "means", f'"{meaning}"'
    if aliases := [alias for entry in entries for alias in entry.aliases]:
        yield "also called", listed(aliases)
    for relation in Relation:
        if targets := lexicon.linked(concept, relation):
            yield relation.value, listed(target.text for target in targets)
    if children := below.get(concept):
        more = [f"{len(children) - MOST_MEMBERS} more"] if len(children) > MOST_MEMBERS else []
        yield BELOW, listed([*(child.text for child in children[:MOST_MEMBERS]), *more])
    for entry in entries:
        if entry.origin.source.text:
            yield "defined in", f"{entry.origin.source.path}:{entry.origin.place.line}"

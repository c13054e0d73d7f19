"""What is said of a thing before its name: *encrypted records*, *reasonable written notice*, *affected customers*."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.model.kinds import CONDITIONS, DATA, PERSONS
from policyc.model.lexicon import Entry, Lexicon, Origin, Relation, Terms
from policyc.model.names import Concept, Kind, key, singular
from policyc.resolve.naming.belonging import Find, Kinds, Part, narrower
from policyc.resolve.report import bare

LONGEST_QUALITY = 3
QUALITY = "qualifier"
"""What a condition is a kind of whose word may stand before a name."""
FAR_FROM_PEOPLE = frozenset({"de identified data", "aggregated data", "synthetic data"})
"""Data that are made from others so that nobody, or no one person, is told of any more: no kind of what they were."""


def qualified(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """A name with a declared attribute before it: a kind of what is named; data also of the data that are so."""
    for attribute, rest in qualities(text, lexicon):
        head = find(rest, kinds)
        if head is None or head.kind is Kind.ACTION or (head.is_root and head.kind in PERSONS):
            continue
        such = lexicon.find(key(f"{attribute} data"), DATA) if head.kind is Kind.DATA else None
        made = narrower(head, bare(text), None, lexicon, origin)
        if such is not None and such not in (head, made):
            of_a_kind(made, head, such, lexicon)
        return made
    return None


def qualities(text: str, lexicon: Lexicon) -> Iterator[Part]:
    """The attributes that a name begins with, the longest first, and what follows each."""
    words = bare(text).split()
    for count in range(min(LONGEST_QUALITY, len(words) - 1), 0, -1):
        attribute = " ".join(words[:count])
        state = lexicon.find(key(attribute), CONDITIONS)
        if state is not None and is_below(state, QUALITY, lexicon):
            yield attribute, " ".join(words[count:])


def is_plural(text: str) -> bool:
    """Whether words end in a plural, as no attribute does: ``originals`` are no quality of anything."""
    last = text.split()[-1].lower() if text.split() else ""
    return last.endswith("s") and singular(last) != last


def of_a_kind(made: Concept, head: Concept, such: Concept, lexicon: Lexicon) -> None:
    """Enter that data are of a shipped kind too; those that tell of nobody any more are only made from the others."""
    far = any(is_below(such, each, lexicon) for each in FAR_FROM_PEOPLE)
    entry = lexicon.entries[made]
    links = {Relation.IS: [such], Relation.DERIVED_FROM: [head]} if far else {Relation.IS: [head, such]}
    terms = Terms.FREE if far else Terms.UNSAID
    lexicon.entries[made] = Entry(made, entry.origin, links=links, terms=terms)


def is_below(concept: Concept, above: str, lexicon: Lexicon) -> bool:
    """Whether a concept is of the kind that a key names, or that kind itself."""
    return any(each.key == above for each in lexicon.above(concept))

"""From the difference of two versions to its report: every change in a sentence, with the clauses before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from policyc.analysis.difference.changes import Change
from policyc.analysis.difference.definitions import Defined, redefined
from policyc.findings import Evidence
from policyc.model.document import Clause, Document
from policyc.pipeline.comparison import Comparison
from policyc.render.difference.shape import Mark, Redline
from policyc.rules.evidence import quote_clause, quote_origin

TOKEN = re.compile(r"[^\s,.;:]+\s*|[,.;:]+\s*")
"""A word, or a mark, with the space after it: a comma that comes after a word does not change the word."""

LIKENESS = 0.6
"""How much of their words two clauses of different numbers share that are taken for one."""


def redlines(change: Change, comparison: Comparison) -> tuple[Redline, ...]:
    """The clauses that decide a change, each beside the same clause of the other version."""
    before, after = ([(norm.clause, norm.document) for norm in side] for side in (change.old, change.new))
    found: dict[tuple[int, int], Redline] = {}
    counterparts = Counterparts(comparison)
    for clause, document in before:
        twin = counterparts.of(clause, document, [each for each, _ in after])
        found[id(clause), id(twin[0]) if twin else 0] = redline((clause, document), twin)
    for clause, document in after:
        twin = counterparts.of(clause, document, [each for each, _ in before])
        found.setdefault((id(twin[0]) if twin else 0, id(clause)), redline(twin, (clause, document)))
    return tuple(found.values())


Placed = tuple[Clause, Document]


class Counterparts:
    """Finds a clause in the other version."""

    def __init__(self, comparison: Comparison) -> None:
        """Take the documents that both versions hold."""
        self.twins = {id(a): b for pair in comparison.pairing.pairs for a, b in both(pair.old, pair.new)}

    def of(self, clause: Clause, document: Document, deciding: Sequence[Clause]) -> Placed | None:
        """The clause of the other version that is most like one: of its number, or else of much the same words.

        A clause whose number the first version has, too, is the counterpart of that.
        """
        other = self.twins.get(id(document))
        if other is None:
            return None
        same = [each for each in other.clauses if has_number(each, clause.label)]
        free = [each for each in other.clauses if not any(has_number(one, each.label) for one in document.clauses)]
        likely = same or [each for each in free if likeness(each, clause) >= LIKENESS]
        if not likely:
            return None
        best = max(likely, key=lambda each: (any(each is one for one in deciding), likeness(each, clause)))
        return best, other


def both(left: Document, right: Document) -> Iterator[tuple[Document, Document]]:
    """A pair in either order."""
    yield left, right
    yield right, left


def has_number(clause: Clause, label: str | None) -> bool:
    """Whether a clause has a number, and it is this one; letter case is ignored."""
    return bool(clause.label and label) and (clause.label or "").casefold() == (label or "").casefold()


def likeness(clause: Clause, other: Clause) -> float:
    """How much of their words two clauses share, from 0 to 1."""
    return SequenceMatcher(None, words_of(clause), words_of(other), autojunk=False).ratio()


def words_of(clause: Clause) -> list[str]:
    """The words of a clause."""
    return [token.rstrip() for token in TOKEN.findall(clause.origin.words)]


def redline(old: Placed | None, new: Placed | None) -> Redline:
    """A clause before and after."""
    return compared(quoted(old), quoted(new))


def quoted(placed: Placed | None) -> Evidence | None:
    """A clause as evidence, with the number or line by which it is called."""
    if placed is None:
        return None
    clause, document = placed
    return quote_clause(clause, document, clause.name)


def compared(old: Evidence | None, new: Evidence | None) -> Redline:
    """Two quotations word by word."""
    return Redline(old, new, tuple(pieces(old.quote if old else "", new.quote if new else "")))


def pieces(old: str, new: str) -> Iterator[tuple[Mark, str]]:
    """The words of two texts with the space after them: those in both, those that went, those that came."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    old_words, new_words = ([token.rstrip() for token in tokens] for tokens in (before, after))
    for tag, i, j, k, m in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", "".join(after[k:m])
            continue
        if i < j:
            yield "gone", "".join(before[i:j])
        if k < m:
            yield "new", "".join(after[k:m])


# Definitions


def causes(change: Change, comparison: Comparison) -> tuple[Redline, ...]:
    """The definitions that changed and that concern the witness of a change, before and after."""
    found: dict[tuple[object, object], Redline] = {}
    for pair in comparison.pairing.pairs:
        if any(norm.document in (pair.old, pair.new) for norm in (*change.old, *change.new)):
            for each in redefined(change.witness, (comparison.old, pair.old), (comparison.new, pair.new)):
                redefinition = definition(each)
                found.setdefault((redefinition.old, redefinition.new), redefinition)
    return tuple(found.values())


def definition(defined: Defined) -> Redline:
    """A definition before and after."""
    old, new = (quote_origin(entry.origin, "definition") if entry else None for entry in (defined.old, defined.new))
    return compared(old, new)


def header(old: Document | None, new: Document | None) -> Redline:
    """The sentence that begins a document, before and after."""
    sides = [
        Evidence("header", each.origin.place, each.origin.words, each.title) if each is not None else None
        for each in (old, new)
    ]
    return compared(*sides)

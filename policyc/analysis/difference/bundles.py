"""Bundles: documents whose clauses bear on each other, so that they are judged together before and after.

An agreement is judged with what it amends or incorporates, what amends it, and what any sentence ranks above or below
it. Agreements that nothing ties together are judged apart: that they clash with each other is no change of either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from policyc.analysis.difference.pairing import Pair, Pairing
from policyc.analysis.facts import Facts
from policyc.model.document import Document


@dataclass(slots=True)
class Bundle:
    """Documents that are judged together, before and after; ``keys`` gives each the number of its pair, or its own."""

    pairs: list[Pair] = field(default_factory=list)
    old: list[Document] = field(default_factory=list)
    new: list[Document] = field(default_factory=list)
    keys: dict[int, int] = field(default_factory=dict)

    @property
    def paired(self) -> frozenset[int]:
        """The identities of the documents that both versions hold."""
        return frozenset(id(each) for pair in self.pairs for each in (pair.old, pair.new))


def bundles(pairing: Pairing, old: Facts, new: Facts) -> list[Bundle]:
    """The bundles of two versions, in the order of their first documents."""
    keys = numbered(pairing)
    leaders = {number: number for number in keys.values()}
    for facts in (old, new):
        for left, right in ties(facts):
            if id(left) in keys and id(right) in keys:
                join(leaders, keys[id(left)], keys[id(right)])
    found: dict[int, Bundle] = {}
    for pair in pairing.pairs:
        found.setdefault(leader(leaders, keys[id(pair.old)]), Bundle(keys=keys)).pairs.append(pair)
    for facts, side in ((old, "old"), (new, "new")):
        for document in facts.workspace.documents:
            if id(document) in keys:
                bundle = found.setdefault(leader(leaders, keys[id(document)]), Bundle(keys=keys))
                getattr(bundle, side).append(document)
    return list(found.values())


def numbered(pairing: Pairing) -> dict[int, int]:
    """A number for each pair, and for each document that only one version holds, by the documents' identities."""
    keys = {id(each): at for at, pair in enumerate(pairing.pairs) for each in (pair.old, pair.new)}
    alone = (*pairing.removed, *pairing.added)
    return keys | {id(document): len(pairing.pairs) + at for at, document in enumerate(alone)}


def ties(facts: Facts) -> Iterator[tuple[Document, Document]]:
    """The documents that bear on each other: by their headers, and by sentences that rank clauses or documents."""
    titles = {document.title.lower(): document for document in facts.workspace.documents}
    owners = {id(clause): document for document in facts.workspace.documents for clause in document.clauses}
    for document in facts.workspace.documents:
        for title in (*document.amends, *document.incorporates, *document.replaces):
            if title.lower() in titles:
                yield document, titles[title.lower()]
    for higher, below in facts.order.documents.direct.items():
        yield from ((higher, lower) for lower in below)
    for clause, yielding in facts.order.clauses.direct.items():
        yield from ((owners[id(clause)], owners[id(lower)]) for lower in yielding)


def leader(leaders: dict[int, int], number: int) -> int:
    """The number that stands for all that are joined with this one."""
    while leaders[number] != number:
        leaders[number] = leaders[leaders[number]]
        number = leaders[number]
    return number


def join(leaders: dict[int, int], left: int, right: int) -> None:
    """Join two numbers; the lower stands for both."""
    left, right = leader(leaders, left), leader(leaders, right)
    leaders[max(left, right)] = min(left, right)

"""Which norms of two versions differ: only where one of them speaks can a verdict have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import chain

from policyc.analysis.difference.bundles import Bundle
from policyc.analysis.facts import Facts
from policyc.model.document import Document, Modality
from policyc.norms.norm import Norm
from policyc.norms.order import Order, closed_sides


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a comparison: the norms of a bundle, and their order."""

    norms: list[Norm]
    order: Order


def version(documents: list[Document], facts: Facts) -> Version:
    """One side of a bundle."""
    return Version([norm for document in documents for norm in facts.norms_of(document)], facts.order)


def differing(bundle: Bundle, old: Version, new: Version) -> list[Norm]:
    """The norms of either side that the other has not, or has in another order; those of the old side first."""
    before, after = (dict(signatures(side, bundle)) for side in (old, new))
    counts = Counter(before.values()), Counter(after.values())
    changed = set((counts[0] - counts[1]) | (counts[1] - counts[0]))
    ranks = Counter(relations(old, before)), Counter(relations(new, after))
    moved = (ranks[0] - ranks[1]) | (ranks[1] - ranks[0])
    changed |= set(chain.from_iterable(moved))
    return [norm for norm, said in chain(before.items(), after.items()) if said in changed]


def signatures(side: Version, bundle: Bundle) -> Iterator[tuple[Norm, Hashable]]:
    """The norms of a side, each with all that has to do with what it says."""
    standings: dict[int, Hashable] = {}
    for norm in side.norms:
        if id(norm.document) not in standings:
            standings[id(norm.document)] = standing(norm.document, side.order, bundle)
        yield norm, (standings[id(norm.document)], signature(norm))


def standing(document: Document, order: Order, bundle: Bundle) -> Hashable:
    """Which documents count as one agreement with a document, and whether the stricter clause prevails in these."""
    wholes = map(order.joined.whole, order.joined.heads(document))
    parts = [frozenset((bundle.keys.get(id(each)), bool(each.stricter_prevails)) for each in whole) for whole in wholes]
    return bundle.keys[id(document)], frozenset(parts)


def signature(norm: Norm) -> Hashable:
    """All of a norm that has to do with what it says; labels, words and places are left out."""
    region = norm.region
    return (
        norm.modality,
        norm.ensured and tuple(str(term.value) for term in norm.clause.provision.bearer.terms),
        (region.masks, frozenset(region.condition), region.start, region.end),
        tuple(map(frozenset, norm.items)),
        norm.by_only,
        (closed_sides(norm), norm.stated, norm.provision.yields_to_grants),
        norm.alternatives is not None,
        frozenset(norm.manner),
        norm.timing,
        norm.timing.occasions if norm.modality is Modality.DUTY else (),
    )


def relations(side: Version, said: dict[Norm, Hashable]) -> Iterator[tuple[Hashable, Hashable]]:
    """The pairs of norms that meet and that a sentence puts one above the other, by what they say."""
    by_clause: dict[int, list[Norm]] = {}
    by_document: dict[int, list[Norm]] = {}
    for norm in side.norms:
        by_clause.setdefault(id(norm.clause), []).append(norm)
        by_document.setdefault(id(norm.document), []).append(norm)
    for clause in side.order.clauses.direct:
        lower = [norm for each in side.order.clauses.below(clause) for norm in by_clause.get(id(each), ())]
        yield from ordered(by_clause.get(id(clause), []), lower, side.order, said)
    for document in side.order.documents.direct:
        lower = [norm for each in side.order.documents.below(document) for norm in by_document.get(id(each), ())]
        yield from ordered(by_document.get(id(document), []), lower, side.order, said)


def ordered(
    higher: list[Norm], lower: list[Norm], order: Order, said: dict[Norm, Hashable]
) -> Iterator[tuple[Hashable, Hashable]]:
    """The pairs of two groups of norms that meet and of which the first is declared to prevail."""
    for high in higher:
        for low in lower:
            if high.region.meets(low.region) and order.declared(high, low) > 0:
                yield said[high], said[low]

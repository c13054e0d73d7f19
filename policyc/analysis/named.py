"""What the clauses of an agreement name: data, purposes, recipients, parties, each once, in the order of mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.words import named_in
from policyc.model.document import Dimension, Document, Provision, Term
from policyc.model.names import Concept, Kind
from policyc.norms.in_force import bound_provision
from policyc.norms.region import Side

ANY_DATA = Concept(Kind.DATA, Kind.DATA.value, Kind.DATA.value)


def provisions(document: Document) -> Iterator[Provision]:
    """What each clause provides in the end."""
    return map(bound_provision, document.clauses)


def named_data(document: Document, facts: Facts) -> list[Concept]:
    """The data that clauses are about, and those that they except; last any data, where a clause names none."""
    objects = (provision.object for provision in provisions(document) if provision.object)
    named = of_kind(Kind.DATA, (term for names in objects for term in names.terms))
    whole = facts.universe.kind(Kind.DATA)
    norms = (norm for norm in facts.norms_of(document) if norm.grants or norm.bans)
    if any(not norm.objects and not whole & ~norm.region.masks[Side.OBJECT] for norm in norms):
        named.append(ANY_DATA)
    return list(dict.fromkeys(named))


def named_purposes(document: Document) -> list[Concept]:
    """The purposes that clauses name; not *any purpose*, of which all are kinds."""
    return [each for each in of_kind(Kind.PURPOSE, phrases(document, Dimension.PURPOSE)) if not each.is_root]


def named_recipients(document: Document, facts: Facts) -> list[Concept]:
    """The parties, and whom else its clauses on sharing data name as those who get them."""
    closure = facts.closure(document)
    share = closure.covers_key("share", Kind.ACTION)
    found = dict.fromkeys(document.parties)
    for norm in facts.norms_of(document):
        if (norm.grants or norm.bans) and norm.region.masks[Side.ACTION] & share:
            for mask in norm.items[Side.COUNTERPARTY]:
                found.update(dict.fromkeys(named_in(closure, mask) if mask > 0 else ()))
    return list(found)


def named_parties(document: Document, facts: Facts) -> list[Concept]:
    """The parties of an agreement; where its header names none, whoever its clauses bind by name."""
    if document.parties:
        return list(document.parties)
    closure = facts.closure(document)
    bearers = (norm.region.masks[Side.BEARER] for norm in facts.norms_of(document))
    return list(dict.fromkeys(each for mask in bearers if mask > 0 for each in named_in(closure, mask)))


def phrases(document: Document, dimension: Dimension) -> Iterator[Term]:
    """The names in the phrases that limit one dimension."""
    for provision in provisions(document):
        for limit in provision.limits:
            if limit.dimension is dimension and limit.names:
                yield from limit.names.terms


def of_kind(kind: Kind, terms: Iterable[Term]) -> list[Concept]:
    """The concepts of a kind among some names and what ``except`` takes from these."""
    found: dict[Concept, None] = {}
    for term in terms:
        if isinstance(term.value, Concept) and term.value.kind is kind:
            found[term.value] = None
        found.update(dict.fromkeys(of_kind(kind, term.minus)))
    return list(found)

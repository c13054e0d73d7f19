"""Places in places: *on a secure server in the EEA* is on the servers there, where nothing says where they stand.

A server, a data centre or premises may stand in any country, unless its definition says in which. Such a place in a
region is a name of its own, below both.
"""

from __future__ import annotations

from dataclasses import replace

from policyc.model.document import Dimension, Limit, Term, TermList
from policyc.model.lexicon import Relation
from policyc.model.names import Concept
from policyc.resolve.naming.belonging import narrower
from policyc.resolve.naming.names import Names, keys_above
from policyc.resolve.report import bare

REGION = "region"


def with_places_joined(limits: list[Limit], names: Names) -> list[Limit]:
    """The limits of a statement, each place of which nothing says where it is put into the regions named beside it."""
    places = [each for each in limits if each.dimension is Dimension.PLACE and not each.outside]
    regions = [each for each in places if each.mode in ("", "only") and all_of(each, names, regional=True)]
    if len(regions) != 1 or not isinstance(regions[0].names, TermList):
        return limits
    region = regions[0].names
    return [
        joined(each, region, names)
        if each in places and each.mode in ("", "only") and all_of(each, names, regional=False)
        else each
        for each in limits
    ]


def all_of(limit: Limit, names: Names, regional: bool) -> bool:
    """Whether a phrase names regions alone, or alone places of which nothing says in which region they lie."""
    return limit.names is not None and all(
        isinstance(term.value, Concept) and fits(term.value, names, regional) for term in limit.names.terms
    )


def fits(place: Concept, names: Names, regional: bool) -> bool:
    """Whether a place is a region, or may lie in any."""
    if REGION in keys_above(place, names) or place.is_root:
        return regional and not place.is_root
    lies = any(names.lexicon.linked(each, Relation.IN) for each in names.lexicon.above(place))
    return not regional and not lies


def joined(limit: Limit, region: TermList, names: Names) -> Limit:
    """A phrase of places as those in some regions."""
    assert limit.names is not None
    terms = [inside(term, each, limit, names) for term in limit.names.terms for each in region.terms]
    return replace(limit, names=TermList(tuple(terms), limit.names.choice or region.choice))


def inside(term: Term, region: Term, limit: Limit, names: Names) -> Term:
    """One place in one region."""
    assert isinstance(term.value, Concept)
    assert isinstance(region.value, Concept)
    text = f"{bare(term.text)} in {region.value.text}"
    made = narrower(term.value, text, None, names.lexicon, limit.origin)
    links = names.lexicon.entries[made].links.setdefault(Relation.IN, [])
    if region.value not in links:
        links.append(region.value)
    return replace(term, value=made, text=text)

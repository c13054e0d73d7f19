"""To which agreements a requirement speaks, and which of their parties fit what it says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from policyc.analysis.entailment.ground import Ground
from policyc.analysis.words import named_in
from policyc.model.document import Limit, Provision, Selection, Term, TermList
from policyc.model.names import Concept, Kind, Role
from policyc.norms.concepts import union
from policyc.norms.persons import Persons
from policyc.norms.region import Side

MOST_PARTIES = 6
"""Of how many parties every assignment to the names after ``between`` is tried."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Which parties fit a name of which a requirement says what they must be: *where the recipient is a processor*."""

    name: Concept | Role
    parties: tuple[Concept, ...]


def fits(selections: Iterable[Selection], ground: Ground) -> list[Fit] | None:
    """The parties that fit each name after ``where``; None where what is so selected does not speak to an agreement."""
    found: list[Fit] = []
    for selection in selections:
        match selection.word:
            case "where":
                each = chosen(selection, ground)
                if each is None:
                    return None
                found += each
            case "about":
                if not is_about(selection, ground):
                    return None
            case "between":
                if not is_between(selection, ground):
                    return None
            case "under":
                if not {title.lower() for title in selection.titles} & declared(ground):
                    return None
    return found


def declared(ground: Ground) -> set[str]:
    """The laws and policies that an agreement says it is made under, in lower case."""
    return {title.lower() for title in (*ground.document.under, *ground.document.using)}


# where … is …


def chosen(selection: Selection, ground: Ground) -> list[Fit] | None:
    """The parties that are, or are not, of the kinds after ``is``; None where nobody fits one of the names."""
    names = selection.names.terms if selection.names else ()
    found = [Fit(term.value, fitting(term, selection, ground)) for term in names]
    some = any(fit.parties for fit in found)
    every = all(fit.parties for fit in found)
    wanted = some if selection.names and selection.names.choice else every
    return [fit for fit in found if fit.parties] if wanted and found else None


def fitting(term: Term, selection: Selection, ground: Ground) -> tuple[Concept, ...]:
    """The parties whom a name means and who are, or are not, of the kinds that are asked for."""
    persons = ground.normaliser.persons
    kinds = [persons.mask(kind, 0) for kind in selection.kinds.terms] if selection.kinds else []
    weigh = any if selection.kinds and selection.kinds.choice else all
    bit = ground.closure.universe.bit
    return tuple(
        party
        for party in parties_called(term, persons)
        if weigh(bool(bit(party) & kind) for kind in kinds) is not selection.negated
    )


def parties_called(term: Term, persons: Persons) -> tuple[Concept, ...]:
    """The parties of the agreement whom a name means; any of them, where it means everybody."""
    parties = persons.document.parties
    if isinstance(term.value, Role):
        return parties
    return tuple(party for party in persons.meant(term.value) if party in parties)


# about, between


def is_about(selection: Selection, ground: Ground) -> bool:
    """Whether an agreement speaks of what a selection names, of a kind of it, or of something that it says holds it."""
    return any(
        speaks_of(term.value, ground)
        for term in (selection.names.terms if selection.names else ())
        if isinstance(term.value, Concept)
    )


def speaks_of(concept: Concept, ground: Ground) -> bool:
    """Whether a clause of an agreement is about a concept: names it or a kind of it, or a set that was made with it."""
    universe, wanted = ground.closure.universe, ground.closure.covers(concept)
    if concept.kind is Kind.PEOPLE:
        masks = (norm.region.masks[Side.PEOPLE] for norm in ground.norms)
        named = (each for mask in dict.fromkeys(masks) if mask > 0 for each in named_in(ground.closure, mask))
    else:
        named = (each for norm in ground.norms for each in norm.objects)
    own = ground.closure.own
    bit = universe.bit(concept)
    return any(
        universe.bit(each) & wanted or (universe.bit(each) & own and ground.closure.covers(each) & bit)
        for each in dict.fromkeys(named)
    )


def is_between(selection: Selection, ground: Ground) -> bool:
    """Whether the parties of an agreement fit the names after ``between``, one each; all of them, where it is one."""
    terms = selection.names.terms if selection.names else ()
    masks = [ground.normaliser.persons.mask(term, 0) for term in terms]
    parties = [ground.closure.universe.bit(party) for party in ground.document.parties]
    if len(masks) == 1:
        return bool(parties) and not union(parties) & ~masks[0]
    return any(all(map(meets, chosen, masks)) for chosen in assignments(parties, len(masks)))


def assignments(parties: Sequence[int], names: int) -> Iterable[tuple[int, ...]]:
    """Each way to give so many names a party each; of too many parties to try all, only those in order."""
    return permutations(parties, names) if len(parties) <= MOST_PARTIES else [tuple(parties[:names])]


def meets(party: int, mask: int) -> bool:
    """Whether a party is one of some persons."""
    return bool(party & mask)


# What a requirement asks for, with the parties that fit


def narrowed(provision: Provision, found: Sequence[Fit], parties: Sequence[Concept]) -> Provision:
    """A provision in which each name after ``where`` means the parties that fit.

    Where *the other party* is to do something, it is one that is not among them.
    """
    if not found:
        return provision
    return replace(
        provision,
        bearer=others_named(narrow_terms(provision.bearer, found), found, parties),
        limits=tuple(narrow_limit(limit, found) for limit in provision.limits),
        ensured=narrowed(provision.ensured, found, parties) if provision.ensured else None,
    )


def others_named(bearer: TermList, found: Sequence[Fit], parties: Sequence[Concept]) -> TermList:
    """Who is to do something, with the parties that do not fit in the place of *the other party*."""
    fitting = {party for fit in found for party in fit.parties}
    others = [party for party in parties if party not in fitting]
    terms = [
        replace(term, value=party)
        for term in bearer.terms
        for party in (others if term.value is Role.OTHER_PARTY and others else (term.value,))
    ]
    return TermList(tuple(terms), bearer.choice)


def narrow_limit(limit: Limit, found: Sequence[Fit]) -> Limit:
    """The same for a phrase."""
    return replace(limit, names=narrow_terms(limit.names, found)) if limit.names else limit


def narrow_terms(names: TermList, found: Sequence[Fit]) -> TermList:
    """The same for a list."""
    known = {fit.name: fit.parties for fit in found}
    terms = [
        replace(term, value=party)
        for term in names.terms
        for party in (known.get(term.value, ()) if isinstance(term.value, Concept) else ()) or (term.value,)
    ]
    return TermList(tuple(terms), names.choice)

"""Contradictions: a grant and a ban that overlap and that nothing orders, graded as a lawyer would.

Candidates come from an index on the bearer, so that the work is near the number of norms and of conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from policyc.analysis.encounters import ByPerson, Encounters
from policyc.analysis.witness import Near, Search, general_point
from policyc.norms.concepts import Closure
from policyc.norms.condition import TooManyAlternatives
from policyc.norms.grade import RANK, Grade
from policyc.norms.norm import SIDES, Norm
from policyc.norms.order import Order, demanded, excepted, limited
from policyc.norms.possible import Possible
from policyc.norms.region import Point, Region, Side
from policyc.norms.verdict import TooManyCases

__all__ = ["RANK", "Conflicts", "Contradiction", "Grade", "contradictions"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A grant and a ban that conflict; the witness is a point in both, judged again before it is shown.

    ``prevails`` is the norm that a declared order lets win, where there is one. ``joined`` says that the two stand in
    one agreement, be it that one is incorporated in it.
    """

    grant: Norm
    ban: Norm
    grade: Grade
    overlap: Region
    witness: Point
    prevails: Norm | None = None
    joined: bool = True

    @property
    def across(self) -> bool:
        """Whether the two stand in different documents."""
        return self.grant.document is not self.ban.document

    @property
    def quoted(self) -> bool:
        """Whether it hinges on a condition that is only quoted."""
        return bool(self.grant.quoted or self.ban.quoted)


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The contradictions of a workspace, and the pairs whose conditions are too intricate to weigh together."""

    found: tuple[Contradiction, ...]
    unweighed: tuple[tuple[Norm, Norm], ...]


def contradictions(
    norms: list[Norm], by_document: dict[int, list[Norm]], order: Order, closures: dict[int, Closure]
) -> Conflicts:
    """The contradictions of a workspace, one for each pair of clauses, the gravest kept, in the order of the grants.

    ``by_document`` and ``closures`` give the norms of a document, and what names cover there, by its identity.
    """
    weighed: list[Contradiction] = []
    unweighed: list[tuple[Norm, Norm]] = []
    encounters = Encounters(closures, order.joined)
    bearing = ByPerson(norms, Side.BEARER, encounters)
    possible: dict[tuple[int, int], Possible] = {}
    for grant, ban in candidates(norms, encounters):
        pair = (grant.document, ban.document)
        own = [part for each in pair for part in order.joined.beside(each)]
        seen = (id(grant.document), id(ban.document))
        if seen not in possible:
            possible[seen] = Possible.seen_from(closures[id(grant.document)], own)
        deciding = dict.fromkeys([*own, *(upper for each in own for upper in order.documents.above(each))])
        try:
            contradiction = weigh(grant, ban, Near(bearing, list(deciding)), order, possible[seen])
        except (TooManyAlternatives, TooManyCases):
            unweighed.append((grant, ban))
            continue
        if contradiction:
            weighed.append(contradiction)
    return Conflicts(tuple(gravest(without_free_choices(weighed, by_document))), tuple(unweighed))


def gravest(weighed: list[Contradiction]) -> list[Contradiction]:
    """The gravest contradiction of each grant's clause and each ban's."""
    found: dict[tuple[int, int, bool], Contradiction] = {}
    for each in weighed:
        identity = (id(each.grant.clause), id(each.ban.clause), each.ban.by_only is not None)
        known = found.get(identity)
        if known is None or RANK[each.grade] < RANK[known.grade]:
            found[identity] = each
    return list(found.values())


def without_free_choices(weighed: list[Contradiction], by_document: dict[int, list[Norm]]) -> list[Contradiction]:
    """Leave out conflicts of duties that offer a choice, as long as one of its alternatives meets no ban."""
    bans: dict[tuple[object, ...], list[Norm]] = {}
    for each in weighed:
        if each.grant.alternatives is not None and each.grade is not Grade.ORDERED:
            bans.setdefault(each.grant.alternatives, []).append(each.ban)
    stuck = {choice for choice, against in bans.items() if not has_free_alternative(choice, against, by_document)}
    return [each for each in weighed if each.grant.alternatives is None or each.grant.alternatives in stuck]


def has_free_alternative(choice: tuple[object, ...], bans: list[Norm], by_document: dict[int, list[Norm]]) -> bool:
    """Whether a duty can be met by an alternative that none of some bans touches."""
    norms = [n for norms in by_document.values() for n in norms if n.alternatives == choice]
    return any(
        not any(alternative.meets(ban.region) for ban in bans)
        for norm in norms
        for alternative in single_alternatives(norm)
    )


def single_alternatives(norm: Norm) -> Iterator[Region]:
    """A norm's region for each way to take one name from every list that its writer joined with ``or``."""
    sides = choice_sides(norm)
    for items in product(*(norm.items[side] for side in sides)):
        region = norm.region
        for side, item in zip(sides, items, strict=True):
            region = region.with_side(side, item & norm.region.masks[side])
        yield region


def choice_sides(norm: Norm) -> list[Side]:
    """The sides of a norm whose names are alternatives."""
    provision = norm.provision
    sides = [SIDES[limit.dimension] for limit in provision.limits if limit.names is not None and limit.names.choice]
    if provision.actions.choice:
        sides.append(Side.ACTION)
    if provision.object is not None and provision.object.choice:
        sides.append(Side.OBJECT)
    return list(dict.fromkeys(sides))


def candidates(norms: list[Norm], encounters: Encounters) -> Iterator[tuple[Norm, Norm]]:
    """Pairs of a grant and a ban of overlapping regions; a clause cannot contradict itself."""
    bans = ByPerson([norm for norm in norms if norm.bans], Side.BEARER, encounters)
    for grant in norms:
        if grant.grants:
            yield from ((grant, ban) for ban in bans.clashing(grant, Side.BEARER))


def weigh(grant: Norm, ban: Norm, near: Near, order: Order, possible: Possible) -> Contradiction | None:
    """The contradiction of two norms, or None where they do not conflict or an exception keeps them apart."""
    overlap = grant.region.overlap(ban.region)
    if overlap is None:
        return None
    declared, same = order.declared(grant, ban), order.joined.one(grant.document, ban.document)
    if not declared and (demanded(grant, ban) or (same and (excepted(grant, ban) or limited(ban, grant)))):
        return None
    search = Search(grant, ban, near, order, possible.fitting(grant.region.masks))
    if not declared and not order.outranks(ban, grant):
        graded = search.graded(overlap)
        return Contradiction(grant, ban, graded[0], overlap, graded[1], joined=same) if graded else None
    general = general_point(overlap, search.possible)
    prevailing = grant if declared > 0 else ban
    return Contradiction(grant, ban, Grade.ORDERED, overlap, general, prevailing, same) if general else None

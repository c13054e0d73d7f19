"""What somebody must be bound to: *must ensure that subprocessors must not …*, held against clauses of that form."""

from __future__ import annotations

from dataclasses import replace

from policyc.analysis.entailment.cells import uncovered
from policyc.analysis.entailment.duties import scope_of
from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.owed import options
from policyc.analysis.entailment.pace import lacks_in_pace
from policyc.analysis.entailment.performance import lacks_in_act
from policyc.model.document import Modality
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import union
from policyc.norms.norm import SIDES, Norm
from policyc.norms.region import Region, Side


def ensuring(norm: Norm, ground: Ground) -> list[int]:
    """Who has to see to what a norm says is to be ensured, one by one."""
    return [bearer.mask for bearer in ground.normaliser.persons.bearers(norm.clause.provision.bearer)]


def ensured_missing(norm: Norm, region: Region, ground: Ground) -> Region | None:
    """A part of what is to be ensured that clauses do not make everybody concerned ensure; None where they do."""
    alike = [other for other in ground.norms if other.ensured and other.modality is norm.modality]
    for bearer in ensuring(norm, ground):
        given = [with_staff(other, ground) for other in alike if not bearer & ~union(ensuring(other, ground))]
        if missing := part_missing(norm, region, given, ground):
            return missing
    return None


def with_staff(norm: Norm, ground: Ground) -> Norm:
    """A norm on the personnel of the one who has to see to it as one on personnel: a party has no other."""
    staff = ground.closure.covers_key("personnel", Kind.PARTY)
    terms = norm.provision.bearer.terms
    own = all(isinstance(term.value, Concept) and " of " in term.value.key for term in terms)
    if not own or norm.region.masks[Side.BEARER] & ~staff:
        return norm
    return replace(norm, region=norm.region.with_side(Side.BEARER, staff))


def part_missing(norm: Norm, region: Region, given: list[Norm], ground: Ground) -> Region | None:
    """A part of what is to be ensured that none of some norms binds anybody to."""
    if norm.modality is Modality.DUTY:
        return None if any(does_as_much(other, norm, ground) for other in given) else region
    if closed := closed_sides(norm):
        return None if any(closes_as_much(other, region, closed) for other in given) else region
    paced = [other for other in given if not list(lacks_in_pace(other.timing, norm.timing, norm.modality))]
    return uncovered(region, [other.region for other in paced])


def does_as_much(given: Norm, wanted: Norm, ground: Ground) -> bool:
    """Whether one duty alone does what another wants."""
    ways, asked = list(options(given, given.region, ground)), list(options(wanted, wanted.region, ground))
    return all(
        any(
            lacks_in_act(way, option, ground) == []
            and scope_of(option.region, option, ground).inside(scope_of(way.region, option, ground))
            for option in asked
        )
        for way in ways
    )


def closed_sides(norm: Norm) -> frozenset[Side]:
    """The sides that ``only`` closes to names."""
    limits = norm.provision.limits
    return frozenset(SIDES[limit.dimension] for limit in limits if limit.mode == "only" and limit.dimension in SIDES)


def closes_as_much(given: Norm, region: Region, closed: frozenset[Side]) -> bool:
    """Whether a clause leaves no more than a region on the sides that are closed, and reaches as far on the others."""
    if not closed <= closed_sides(given):
        return False
    pairs = zip(Side, region.masks, given.region.masks, strict=True)
    return all(not (own & ~asked if side in closed else asked & ~own) for side, asked, own in pairs)

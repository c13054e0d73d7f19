"""Demands: a requirement as the norms that an agreement would have if it said, in so many words, what is required."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.selection import Fit, narrowed
from policyc.model.document import Clause, Modality, Occasion, Provision, Requirement
from policyc.model.names import Kind
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, DAWN, DURING, DUSK, Region, Side
from policyc.norms.situation import given

HANDLING = ("share", "obtain", "use", "keep")
"""The acts by which data are had or handled."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a requirement asks of one agreement, all of it; ``unreadable`` where it has too many alternatives."""

    norms: tuple[Norm, ...]
    unreadable: bool = False


def demand(requirement: Requirement, wanted: Provision, found: Sequence[Fit], ground: Ground) -> Demand:
    """What a requirement asks of an agreement by one of its provisions, or, where it is negative, asks it not to say.

    Where a permission is closed by ``only``, the limit is what is asked for: what it permits may be given or not.
    """
    asked = narrowed(wanted, found, ground.document.parties)
    provision = denied(asked, ground) if requirement.negative else asked
    normaliser = ground.normaliser
    normaliser.findings.found.clear()
    norms = normaliser.clause_norms(Clause(None, provision, requirement.origin))
    unreadable = any(finding.rule == "limit" for finding in normaliser.findings.found)
    if requirement.negative:
        norms = [at_any_time(norm, asked, ground) for norm in norms]
    elif any(limit.mode == "only" for limit in provision.limits):
        norms = [norm for norm in norms if norm.by_only is not None]
    return Demand(tuple(norm for norm in ground.on_its_day(norms) if not norm.region.empty), unreadable)


def denied(provision: Provision, ground: Ground) -> Provision:
    """What no agreement may provide, in the form of a ban: a missing phrase means all, *without* that it does not hold.

    The events that set a duty running are compared with those of other duties, and limit nothing.
    """
    occasions = provision.timing.occasions
    if provision.modality is Modality.DUTY:
        occasions = tuple(each for each in occasions if ends(each, ground))
    return replace(
        provision,
        modality=Modality.BAN,
        limits=tuple(map(given, provision.limits)),
        timing=replace(provision.timing, occasions=occasions),
        yields_to_grants=False,
    )


def at_any_time(norm: Norm, asked: Provision, ground: Ground) -> Norm:
    """What no agreement may provide holds at any time, unless a day or a side of termination is named."""
    timing, region = asked.timing, norm.region
    start = timing.since.toordinal() if timing.since else DAWN
    end = timing.through.toordinal() + 1 if timing.through else DUSK
    if not any(ends(each, ground) for each in timing.occasions):
        region = region.with_side(Side.PHASE, DURING | AFTER)
    region = Region(region.masks, region.condition, start, end)
    return replace(norm, region=region, modality=asked.modality, provision=asked, timing=timing)


def ends(occasion: Occasion, ground: Ground) -> bool:
    """Whether an event is the end of the agreement."""
    return bool(ground.closure.covers(occasion.event) & ground.closure.covers_key("termination", Kind.EVENT))


# The data of the agreement


def matters(norm: Norm, ground: Ground) -> Iterator[Region]:
    """What a demanded norm is about in an agreement: the data that its permissions and duties name, and whose they are.

    Where they name none of the data that is asked for, or nothing but data is meant, the demand is taken as it stands.
    """
    data, people = (norm.region.masks[side] for side in (Side.OBJECT, Side.PEOPLE))
    own = [each for each in ground.norms if each.grants and each.objects] if about_data(norm) else []
    given = [each for each in own if lets_have(each, ground)] or own
    given = [each for each in given if concerns(each, norm, ground)] or given
    masks_of = [each.region.masks for each in given]
    pairs = dict.fromkeys((masks[Side.OBJECT] & data, masks[Side.PEOPLE] & people) for masks in masks_of)
    found = [pair for pair in pairs if all(pair)]
    widest = [pair for pair in found if not any(other != pair and within(pair, other) for other in found)]
    for named, whose in widest or [(data, people)]:
        yield norm.region.with_side(Side.OBJECT, named).with_side(Side.PEOPLE, whose)


def lets_have(norm: Norm, ground: Ground) -> bool:
    """Whether a norm lets somebody have or handle data; a duty to delete them only says what becomes of them.

    ``must delete all personal data`` does not make an agreement one about all personal data.
    """
    handling = ground.closure.covers_keys(HANDLING, Kind.ACTION)
    return norm.modality is not Modality.DUTY or bool(norm.region.masks[Side.ACTION] & handling)


def concerns(norm: Norm, wanted: Norm, ground: Ground) -> bool:
    """Whether a norm lets those whom a demanded norm binds get or handle data; what they give is their own."""
    bound = wanted.region.masks[Side.BEARER]
    sharing = not norm.region.masks[Side.ACTION] & ~ground.closure.covers_key("share", Kind.ACTION)
    who = Side.COUNTERPARTY if sharing else Side.BEARER
    return bool(norm.region.masks[who] & bound)


def within(pair: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether some data of some people are among others."""
    return not pair[0] & ~other[0] and not pair[1] & ~other[1]


def about_data(norm: Norm) -> bool:
    """Whether a norm names data."""
    return any(concept.kind is Kind.DATA for concept in norm.objects)

"""Situations as regions: a scenario or question covers all that a permission in the same words would."""

from __future__ import annotations

from dataclasses import dataclass, replace

from policyc.model.document import (
    Clause,
    Dimension,
    Document,
    Limit,
    Modality,
    Negation,
    Provision,
    Situation,
    Timing,
)
from policyc.norms.concepts import NONE, SOME, Closure
from policyc.norms.from_model import Normaliser
from policyc.norms.region import AFTER, Region, Side


@dataclass(frozen=True, slots=True)
class Asked:
    """A region that a situation speaks of.

    Where an act that hands data over is asked about without a purpose, ``stated`` is the same region with any stated
    purpose: it is open whether one is stated, so both are weighed.
    """

    region: Region
    stated: Region | None = None


def asked_regions(situation: Situation, document: Document, closure: Closure) -> list[Asked]:
    """The regions of a situation in a document; names cover what lies below them, what is unsaid stays whole."""
    timing = Timing(occasions=situation.occasions, since=situation.day, through=situation.day)
    provision = Provision(
        bearer=situation.bearer,
        modality=Modality.PERMISSION,
        written="may",
        actions=situation.actions,
        object=situation.object,
        limits=tuple(map(given, situation.limits)),
        timing=timing,
        per=None,
    )
    normaliser = Normaliser(document, closure, 0)
    norms = normaliser.clause_norms(Clause(None, provision, document.origin))
    purpose_said = any(limit.dimension is Dimension.PURPOSE for limit in situation.limits)
    regions = [dated(norm.region, situation, document) for norm in norms]
    return [asked(region, purpose_said) for region in regions if not region.empty]


def asked(region: Region, purpose_said: bool) -> Asked:
    """A region, and its twin with a purpose where one may be stated or not; any other act has some purpose."""
    purpose = region.masks[Side.PURPOSE]
    if purpose_said or purpose != NONE:
        return Asked(region.with_side(Side.PURPOSE, purpose & SOME))
    return Asked(region, region.with_side(Side.PURPOSE, SOME))


def given(limit: Limit) -> Limit:
    """A phrase as what is given: ``without``, ``unless`` and ``outside`` say that something does not hold."""
    if limit.formula is None or limit.mode == "except":
        return limit
    if limit.word in ("without", "unless", "outside"):
        return replace(limit, mode="", word="if", outside=False, formula=Negation(limit.formula))
    return replace(limit, mode="", word="if")


def dated(region: Region, situation: Situation, document: Document) -> Region:
    """The region on the day that is given; a day after the document's last is one after it has ended."""
    if situation.day is None:
        return region
    day = situation.day.toordinal()
    ended = document.end is not None and situation.day > document.end
    moved = replace(region, start=day, end=day + 1)
    return moved.with_side(Side.PHASE, AFTER) if ended else moved

"""The permission that came nearest to a situation, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.answer import Answer, bundle
from policyc.analysis.conditions import formula_words
from policyc.analysis.facts import Facts
from policyc.analysis.turning import CASE, QUESTIONS, class_words
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS, conjunction, entails
from policyc.norms.norm import Norm
from policyc.norms.region import DAWN, DUSK, Region, Side

WEIGHTS = {Side.BEARER: 4, Side.ACTION: 3, Side.OBJECT: 2}


@dataclass(frozen=True, slots=True)
class Nearest:
    """A permission or duty and what keeps it from permitting a situation; nothing where only a ban does."""

    norm: Norm
    lacks: tuple[str, ...]


def nearest_permission(answer: Answer, facts: Facts) -> Nearest | None:
    """The grant that the fewest and least grave things keep from covering a situation; None where none grants."""
    grants = [norm for each in bundle(answer.document, facts) for norm in facts.norms_of(each) if norm.grants]
    if not grants or not answer.regions:
        return None
    closure = facts.closure(answer.document)
    pairs = [(norm, region) for norm in grants for region in answer.regions]
    norm, region = min(pairs, key=lambda pair: (distance(*pair), pair[0].index))
    return Nearest(norm, tuple(lacks(norm, region, closure)))


def distance(norm: Norm, region: Region) -> int:
    """How far a grant is from covering a region."""
    own = norm.region
    far = sum(10 * WEIGHTS.get(side, 1) for side in Side if not own.masks[side] & region.masks[side])
    near = sum(bool(region.masks[side] & ~own.masks[side]) for side in Side)
    return far + near + 5 * (not entails(region.condition, own.condition))


def lacks(norm: Norm, region: Region, closure: Closure) -> Iterator[str]:
    """What a grant would have to say for a region to lie in it."""
    own = norm.region
    for side in Side:
        if not own.masks[side] & region.masks[side]:
            asked, covered = class_words(side, region.masks[side], closure), class_words(side, own.masks[side], closure)
            yield f"it speaks of acts {covered}, not {asked}" if side in CASE else f"it holds {covered}, not {asked}"
        elif region.masks[side] & ~own.masks[side]:
            yield f"it covers {QUESTIONS[side]} only in part: {class_words(side, own.masks[side], closure)}"
    if own.condition != ALWAYS and not entails(region.condition, own.condition):
        words = [formula_words(limit.formula) for limit in norm.provision.limits if limit.formula is not None]
        failing = not conjunction(region.condition, own.condition)
        yield f"its condition {'does not hold' if failing else 'is not given'}: {', '.join(words)}"
    begins_late = region.start < own.start and own.start != DAWN
    ends_early = region.end > own.end and own.end != DUSK
    if begins_late or ends_early:
        yield "it does not hold on every such day"

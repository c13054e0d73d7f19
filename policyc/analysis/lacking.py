"""What keeps a grant from covering a situation, in words, and how far it is from doing so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from policyc.analysis.classes import class_words
from policyc.analysis.conditions import formula_words, worded
from policyc.model.document import Limit
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS, conjunction, entails
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side

WEIGHTS = {Side.BEARER: 4, Side.ACTION: 3, Side.OBJECT: 2}
"""How grave it is that a permission speaks of something else: somebody else, another act, other data."""


def distance(norm: Norm, region: Region) -> int:
    """How far a grant is from covering a region."""
    own = norm.region
    far = sum(10 * WEIGHTS.get(side, 1) for side in Side if not own.masks[side] & region.masks[side])
    near = sum(bool(region.masks[side] & ~own.masks[side]) for side in Side)
    return far + near + 5 * (not entails(region.condition, own.condition))


def lacks(norm: Norm, region: Region, closure: Closure) -> Iterator[str]:
    """What a grant would have to say for a region to lie in it."""
    own = norm.region
    yield from lacks_on_sides(norm, region, closure)
    if own.condition != ALWAYS and not entails(region.condition, own.condition):
        phrases = [limit_words(limit) for limit in norm.provision.limits if limit.formula is not None]
        failing = not conjunction(region.condition, own.condition)
        yield f"its condition {'does not hold' if failing else 'is not given'}: {', '.join(phrases)}"
    yield from days(own, region)


def lacks_on_sides(norm: Norm, region: Region, closure: Closure) -> Iterator[str]:
    """The same, but for its condition and its days."""
    own = norm.region
    other_act = not own.masks[Side.ACTION] & region.masks[Side.ACTION]
    for side in Side:
        if side is Side.COUNTERPARTY and other_act:
            continue
        spoken = speaks(side, own.masks[side], closure)
        if not own.masks[side] & region.masks[side]:
            yield f"it {spoken}, not {words(side, region.masks[side], closure)}"
        elif region.masks[side] & ~own.masks[side]:
            yield f"it {spoken} only"


def speaks(side: Side, mask: int, closure: Closure) -> str:
    """What a grant speaks of on one side."""
    verb = "is about" if side is Side.OBJECT else "holds" if side is Side.PHASE else "speaks of acts"
    return f"{verb} {words(side, mask, closure)}"


def words(side: Side, mask: int, closure: Closure) -> str:
    """A side in words, as they stand after what a grant speaks of."""
    if side is Side.OBJECT:
        return class_words(side, mask, closure).removeprefix("for ")
    return class_words(side, mask, closure).replace("while it is", "while the agreement is")


def limit_words(limit: Limit) -> str:
    """A condition; what must not hold with its word."""
    if limit.formula is None:
        return ""
    return (
        worded(limit, limit.formula) if limit.word in ("unless", "without", "outside") else formula_words(limit.formula)
    )


def days(own: Region, region: Region) -> Iterator[str]:
    """Which days a grant leaves out."""
    if region.start < own.start:
        yield f"it holds only from {date.fromordinal(own.start).isoformat()} on"
    if region.end > own.end:
        yield f"it holds only until {date.fromordinal(own.end - 1).isoformat()}"

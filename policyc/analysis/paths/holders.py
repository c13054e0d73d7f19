"""Holders: who may hold data, as a document names them."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.analysis.words import named_in
from policyc.model.names import Concept
from policyc.norms.concepts import OTHER, Closure


@dataclass(frozen=True, slots=True)
class Holder:
    """Who may hold data: a party or a kind of party by name, or persons without one (``concept`` is None).

    ``bit`` is the holder's own; ``mask`` everyone whom the name covers.
    """

    concept: Concept | None
    bit: int
    mask: int


def holders_in(mask: int, closure: Closure) -> list[Holder]:
    """The holders that a set of persons stands for, by name; one without a name where it is *anyone* or the like."""
    named = named_in(closure, mask) if mask > 0 else []
    if not named:
        return [Holder(None, OTHER, mask)] if mask else []
    found = [Holder(concept, closure.universe.bit(concept), closure.covers(concept) & mask) for concept in named]
    return sorted(found, key=lambda holder: (str(holder.concept), holder.concept.kind.value if holder.concept else ""))

"""What can be worked out from data: ``reveals``, step by step, inherited by kinds."""

from __future__ import annotations

from policyc.model.lexicon import Relation
from policyc.model.names import Concept
from policyc.norms.concepts import Closure


def revealed(data: Concept, closure: Closure) -> list[Concept]:
    """Everything that some data reveal, nearest first, what lies within the data themselves left out."""
    own = closure.covers(data)
    found: dict[Concept, None] = {}
    pending = [data]
    for at in pending:
        for target in closure.inherited(at, Relation.REVEALS):
            if target not in found and not closure.universe.bit(target) & own:
                found[target] = None
                pending.append(target)
    return list(found)

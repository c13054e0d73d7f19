"""Kinds of data that an agreement hands over and that its clauses on a topic leave out, speaking of others alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyc.analysis.holding import Holding, covered, keys
from policyc.analysis.silence import Reading
from policyc.model.lexicon import Relation
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.region import Side

HOLDING_ALL = ("personal data", "confidential information", "electronic records", "paper records", "kept records")
"""Names that hold data of any kind: who speaks of these speaks of all data."""

MINOR = (
    "work contact data",
    "device data",
    "service usage data",
    "credentials",
    "communications metadata",
    "online identifiers",
    "compliance records",
)
"""What comes along with other data, and what nobody sets a term for by itself."""


def left_out(reading: Reading, speaking: Sequence[Norm]) -> list[Holding]:
    """What each party is handed of which no norm on a topic speaks; nothing where one speaks of all, or none of any."""
    closure = reading.closure
    if not speaking or any(speaks_of_all(norm, closure) for norm in speaking):
        return []
    answered = 0
    for norm in speaking:
        answered |= norm.region.masks[Side.OBJECT]
    found = []
    for holding in reading.holdings:
        data = [each for each in holding.data if is_left(each, answered, closure)]
        norms = [norm for norm in holding.norms if any(each in norm.objects for each in data)]
        if data:
            found.append(replace(holding, data=dict.fromkeys(data), norms=norms))
    return found


def speaks_of_all(norm: Norm, closure: Closure) -> bool:
    """Whether a norm speaks of data in general: it names none, or such as hold any, or of which no kind is known."""
    data = [each for each in norm.objects if each.kind is Kind.DATA]
    if len(data) < len(norm.objects) or not data:
        return True
    return any(holds_any(each, closure) for each in data)


def holds_any(data: Concept, closure: Closure) -> bool:
    """Whether a name stands for data of any kind."""
    general = [closure.find(each, Kind.DATA) for each in keys(HOLDING_ALL)]
    kinds = closure.ancestors(data)[1:]
    return data.is_root or data in general or all(each.is_root for each in kinds)


def is_left(data: Concept, answered: int, closure: Closure) -> bool:
    """Whether data are personal, none that only come along, and neither they nor what they are made of is answered."""
    bit = closure.universe.bit(data)
    made_of = closure.lexicon.linked(data, Relation.DERIVED_FROM)
    mask = closure.covers(data)
    for source in made_of:
        mask |= closure.covers(source)
    personal = bit & covered(("personal data",), Kind.DATA, closure) or closure.nearest(data, Relation.ABOUT)
    minor = covered(MINOR, Kind.DATA, closure)
    return bool(personal) and not mask & answered and not bit & minor

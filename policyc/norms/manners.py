"""How something is to be done, how far, and with which safeguard: what can hold beside any ground for doing it.

*May share only with minimum necessary* and *must share if requested* hold together: what is requested is shared, and no
more than it takes. *May share only with consent* names a ground; whoever has another one need not ask for it.
"""

from __future__ import annotations

from policyc.model.document import Every, Formula, Holds, Some
from policyc.model.names import Kind
from policyc.norms.concepts import Closure

HOW = ("manner", "necessary", "proportionate", "encrypted", "pseudonymised")
WITH_WHAT = ("safeguard", "channel")
HOW_FAR = frozenset(
    [
        *("feasible", "applicable", "appropriate", "proportionate", "reasonable"),
        *("necessary", "strictly necessary", "minimum necessary", "individual basis"),
    ]
)
"""How far something is done, which is no ground for doing it: *if available*, *where relevant and proportionate*."""


def is_manner(formula: Formula, closure: Closure) -> bool:
    """Whether a condition says nothing but how something is to be done."""
    match formula:
        case Holds(concept, quoted=False) if concept.kind is Kind.CONDITION:
            return not closure.covers(concept) & ~closure.covers_keys(HOW, Kind.CONDITION)
        case Holds(concept, quoted=False) if concept.kind is Kind.THING:
            return not closure.covers(concept) & ~closure.covers_keys(WITH_WHAT, Kind.THING)
        case Every(operands) | Some(operands):
            return all(is_manner(each, closure) for each in operands)
        case _:
            return False


def tells_extent(formula: Formula | None) -> bool:
    """Whether a condition says nothing but how far something is done."""
    match formula:
        case Holds(concept, quoted=False):
            return concept.key in HOW_FAR
        case Every(operands) | Some(operands):
            return all(map(tells_extent, operands))
        case _:
            return False

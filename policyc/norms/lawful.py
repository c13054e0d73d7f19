"""Demands of law: what a law, a court or an office demands may be done, whatever a contract forbids in general.

No contract stands against the law. So a ban yields to leave that is given for such demands alone, unless it speaks of
just these itself (*must not disclose bank data even if required by law*): then the two contradict each other.
"""

from __future__ import annotations

from policyc.model.document import Every, Formula, Holds, Negation, Some
from policyc.model.names import Kind
from policyc.norms.concepts import Closure

LAWFUL_STATES = ("legal obligation", "legal process exists", "binding request")


def demands(closure: Closure) -> int:
    """The conditions in which the law demands something, as a scope sees them."""
    return closure.covers_keys(LAWFUL_STATES, Kind.CONDITION)


def names_demand(formula: Formula, closure: Closure) -> bool:
    """Whether a formula names a condition in which the law demands something, wanted or not."""
    match formula:
        case Holds(concept):
            return not closure.covers(concept) & ~demands(closure)
        case Negation(operand):
            return names_demand(operand, closure)
        case Every(operands) | Some(operands):
            return any(names_demand(operand, closure) for operand in operands)

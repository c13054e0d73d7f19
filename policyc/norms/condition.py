"""Conditions: Boolean combinations of what holds, kept as alternatives (a disjunctive normal form).

At a point some states hold, given as a set of bits. A named condition holds when it, or anything below it, does:
*opt-in consent* entails *consent*. An alternative needs each of ``held`` to meet the point and ``absent`` not to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from policyc.model.document import Every, Formula, Holds, Negation, Some
from policyc.model.names import Concept

MAXIMUM_ALTERNATIVES = 256


class TooManyAlternatives(Exception):
    """A condition has more alternatives than policyc weighs."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way for a condition to hold: every mask of ``held`` is met, nothing of ``absent`` is."""

    held: frozenset[int] = frozenset()
    absent: int = 0

    @property
    def possible(self) -> bool:
        """Whether any point satisfies it."""
        return all(mask & ~self.absent for mask in self.held)

    def both(self, other: Alternative) -> Alternative:
        """The alternative in which two hold together."""
        return Alternative(self.held | other.held, self.absent | other.absent)

    def holds(self, states: int) -> bool:
        """Whether it holds where exactly these states do."""
        return not states & self.absent and all(states & mask for mask in self.held)


Condition = tuple[Alternative, ...]
ALWAYS: Condition = (Alternative(),)
NEVER: Condition = ()


def condition(formula: Formula, covers: Callable[[Concept], int]) -> Condition:
    """A formula as alternatives; raises ``TooManyAlternatives`` past the limit."""
    return _alternatives(formula, covers, wanted=True)


def _alternatives(formula: Formula, covers: Callable[[Concept], int], wanted: bool) -> Condition:
    match formula:
        case Holds(concept):
            mask = covers(concept)
            return (Alternative(frozenset({mask})),) if wanted else (Alternative(absent=mask),)
        case Negation(operand):
            return _alternatives(operand, covers, not wanted)
        case Every(operands) if wanted:
            return conjunction(*(_alternatives(operand, covers, wanted) for operand in operands))
        case Some(operands) if not wanted:
            return conjunction(*(_alternatives(operand, covers, wanted) for operand in operands))
        case Every(operands) | Some(operands):
            return bounded(part for operand in operands for part in _alternatives(operand, covers, wanted))


def needs_one(condition: Condition, states: int) -> bool:
    """Whether each way for a condition to hold needs one of some states."""
    return bool(condition) and all(any(not mask & ~states for mask in alternative.held) for alternative in condition)


def bounded(alternatives: Iterator[Alternative]) -> Condition:
    """The possible alternatives, each once, up to the limit."""
    found: dict[Alternative, None] = {}
    for alternative in alternatives:
        if alternative.possible:
            found[alternative] = None
        if len(found) > MAXIMUM_ALTERNATIVES:
            raise TooManyAlternatives
    return tuple(found)


def conjunction(*conditions: Condition) -> Condition:
    """The condition that all of several hold."""
    result = ALWAYS
    for each in conditions:
        if result is ALWAYS:
            result = each
        elif each is not ALWAYS:
            result = bounded(left.both(right) for left, right in product(result, each))
    return result


def entails(narrow: Condition, wide: Condition) -> bool:
    """Whether wherever one condition holds the other does; false when it takes too many alternatives to tell."""
    if wide == ALWAYS or narrow == NEVER:
        return True
    try:
        return conjunction(narrow, negated(wide)) == NEVER
    except TooManyAlternatives:
        return False


def negated(original: Condition) -> Condition:
    """The condition that another does not hold."""
    denials = []
    for alternative in original:
        ways = [Alternative(absent=mask) for mask in sorted(alternative.held)]
        if alternative.absent:
            ways.append(Alternative(frozenset({alternative.absent})))
        denials.append(tuple(ways))
    return conjunction(*denials) if denials else ALWAYS

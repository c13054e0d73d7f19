"""How long and how often: leave that has an upper limit, held against bans on what is longer or more often.

A ban on keeping *for more than 12 months* has that as its condition. Leave to keep *for at most 90 days* never comes
there; leave for at most 18 months does, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policyc.model.document import Document, Holds, Modality, Occasion, Provision, Timing
from policyc.model.names import Concept
from policyc.norms.concepts import Closure, union
from policyc.norms.condition import Alternative, Condition
from policyc.norms.lengths import LENGTH, LONGER, hours_of

OFTENER = re.compile(rf"more than (?:once|(?P<times>\d+) times) every {LENGTH}")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a ban is on: all that is longer than some hours, or more than so many ``times`` in that time."""

    state: Concept
    hours: int
    times: int | None
    occasions: tuple[Occasion, ...]

    def is_beyond(self, timing: Timing) -> bool | None:
        """Whether leave never comes there; None where its limit, if it has one, does not tell."""
        if self.times is None:
            counted = timing.lasting is not None and timing.lasting_bound == "for at most"
            if not counted or timing.lasting is None or timing.occasions != self.occasions:
                return None
            return timing.lasting.hours <= self.hours
        if timing.times is None or timing.every is None:
            return None
        if timing.times <= self.times and timing.every.hours >= self.hours:
            return True
        return False if timing.times > self.times and timing.every.hours <= self.hours else None


def measured(provision: Provision) -> Iterator[Measure]:
    """What a ban is on that is longer, or more often, than it says."""
    formulas = [limit.formula for limit in provision.limits if provision.modality is Modality.BAN and not limit.mode]
    for formula in formulas:
        said = formula.concept if isinstance(formula, Holds) else None
        if said is not None and (found := LONGER.fullmatch(said.text) or OFTENER.fullmatch(said.text)):
            times = int(found["times"] or 1) if found.re is OFTENER else None
            yield Measure(said, hours_of(found), times, provision.timing.occasions)


def measured_states(document: Document) -> Iterator[Concept]:
    """The conditions of a document's bans, and of those that requirements ask for, that something lasts so long."""
    pending = [clause.provision for clause in document.clauses]
    pending += [each for asked in document.requirements for each in (asked.provision, *asked.alternatives)]
    for provision in pending:
        if provision.ensured:
            pending.append(provision.ensured)
        yield from (each.state for each in measured(provision))


def measures_of(document: Document) -> list[Measure]:
    """What the bans of a document are on that is longer, or more often, than they say."""
    return [each for clause in document.clauses for each in measured(clause.provision)]


def within_limits(timing: Timing, measures: Iterable[Measure], closure: Closure) -> Condition:
    """That leave with an upper limit does not reach what is beyond it."""
    beyond = (closure.covers(each.state) for each in measures if each.is_beyond(timing))
    return (Alternative(absent=union(beyond)),)


def goes_beyond(leave: Provision, ban: Provision) -> bool:
    """Whether the upper limit of leave lies beyond that of a ban."""
    return any(each.is_beyond(leave.timing) is False for each in measured(ban))

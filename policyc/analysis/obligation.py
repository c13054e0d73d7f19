"""Obligations: whether the clauses that decide an act require it, leave a choice, or release from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from policyc.analysis.knowing import is_known_later, is_known_of
from policyc.model.document import Modality, Occasion
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm
from policyc.norms.order import Order
from policyc.norms.region import Point
from policyc.norms.verdict import Judgement, Verdict


class Obligation(Enum):
    """What the duties of an agreement make of an act that no ban stands against."""

    REQUIRED = "required"
    CHOICE = "one of several ways"
    FREE = "not required"


Outcome = Verdict | Obligation
HAPPENED = ("after", "on")


@dataclass(frozen=True, slots=True)
class Obliging:
    """Tells what duties make of acts; ``asked`` are the events that are asked about, ``closure`` what each covers.

    Where no event is asked about, a duty counts as if what triggers it had happened. ``duties_only``: in *what must*
    somebody do, permissions and bans are no part of the answer.
    """

    norms: list[Norm]
    order: Order
    asked: tuple[Occasion, ...]
    closure: Callable[[Norm], Closure]
    duties_only: bool = False

    def outcome(self, point: Point, judgement: Judgement) -> tuple[Outcome, tuple[Norm, ...]]:
        """Whether an act is required, and the norms that decide it."""
        duties = [norm for norm in judgement.deciding if norm.modality is Modality.DUTY]
        if self.duties_only and not duties:
            return Obligation.FREE, ()
        if judgement.verdict is Verdict.FORBIDDEN or (duties and judgement.verdict is Verdict.CONFLICTING):
            return judgement.verdict, judgement.deciding
        due = [norm for norm in duties if self.triggered(norm) is not False]
        released = self.releases(point, due)
        if released:
            return Obligation.FREE, tuple(released)
        binding = [norm for norm in due if norm.alternatives is None]
        certain = [norm for norm in binding if self.triggered(norm)]
        if certain:
            return Obligation.REQUIRED, tuple(certain)
        if binding:
            return Verdict.UNKNOWN, tuple(binding)
        return (Obligation.CHOICE, tuple(due)) if due else (Obligation.FREE, judgement.deciding)

    def releases(self, point: Point, duties: list[Norm]) -> list[Norm]:
        """The releases that free from all of some duties at a point: those above which no duty is said to stand."""
        found = [norm for norm in self.norms if norm.modality is Modality.RELEASE and point.within(norm.region)]
        return [norm for norm in found if duties and not any(self.order.declared(duty, norm) > 0 for duty in duties)]

    def triggered(self, duty: Norm) -> bool | None:
        """Whether a duty falls due after the events that are asked about; None where only after some kinds of them."""
        closure = self.closure(duty)
        asked = [closure.covers(each.event) for each in self.asked if each.word in HAPPENED]
        triggers = [closure.covers(each.event) for each in duty.timing.occasions if each.word in HAPPENED]
        if not asked or not triggers:
            return True
        if any(is_due(event, trigger, closure) for event in asked for trigger in triggers):
            return True
        return None if any(event & trigger for event in asked for trigger in triggers) else False


def is_due(event: int, trigger: int, closure: Closure) -> bool:
    """Whether a duty that some events trigger falls due by others, or as soon as somebody learns of them."""
    learnt = is_known_later(event, trigger, closure) or is_known_of(event, trigger, closure)
    return learnt or not event & ~trigger

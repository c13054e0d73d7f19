"""When a clause holds: its days, its phases, and the events that must, or must not, have happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from policyc.model.document import Clause, Document, Modality, Occasion, Provision, Survival, label_covers
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS, Alternative, Condition, conjunction
from policyc.norms.region import AFTER, DAWN, DURING, DUSK

ONE_DAY = timedelta(days=1)


class Calendar:
    """Reads the times of one document's clauses."""

    def __init__(self, document: Document, closure: Closure) -> None:
        self._document = document
        self._closure = closure
        self._termination = closure.covers_key("termination", Kind.EVENT)

    def survival(self, clause: Clause) -> Survival | None:
        """The sentence that lets a clause outlive termination, the longest if there are several."""
        return max(self._survivals(clause), key=endurance, default=None)

    def _survivals(self, clause: Clause) -> list[Survival]:
        """Every sentence that lets a clause outlive termination."""
        return [
            survival
            for survival in self._document.survivals
            if any(label_covers(label, clause.label) for label in survival.labels)
        ]

    def phases(self, clause: Clause, provision: Provision) -> tuple[int, ...]:
        """The phases in which the clause holds, none where it asks for both sides of termination at once.

        What termination triggers survives it.
        """
        ending = [each for each in provision.timing.occasions if self._ends(each)]
        asked = {AFTER if occasion.later else DURING for occasion in ending if not occasion.even}
        if asked:
            return tuple(asked) if len(asked) == 1 else ()
        return (DURING, AFTER) if ending or self.survival(clause) else (DURING,)

    def _ends(self, occasion: Occasion) -> bool:
        """Whether an event ends the agreement."""
        return bool(self._closure.covers(occasion.event) & self._termination)

    def otherwise(self, provision: Provision) -> Iterator[Provision]:
        """What a provision that holds *only* at some times forbids at the others, under whatever conditions."""
        timing = provision.timing
        ending = tuple(each for each in timing.occasions if self._ends(each))
        if not timing.only or any(each.even for each in ending):
            return
        across = tuple(each.turned() for each in ending)
        others = [replace(timing, occasions=across, since=None, through=None)] if ending else []
        others += [replace(timing, since=None, through=timing.since - ONE_DAY)] if timing.since else []
        others += [replace(timing, since=timing.through + ONE_DAY, through=None)] if timing.through else []
        names = tuple(limit for limit in provision.limits if limit.names is not None and not limit.mode)
        for other in others:
            yield replace(provision, modality=Modality.BAN, limits=names, timing=replace(other, only=False))

    def spans(self, clause: Clause, provision: Provision) -> list[tuple[tuple[int, ...], Condition]]:
        """The phases in which the clause holds, with what must have happened in them, or not yet.

        A clause that survives *until* an event is one span during the agreement and another, up to the event, after it;
        of several events, up to the last.
        """
        phases, happened = self.phases(clause, provision), self._happened(provision)
        survival = self.survival(clause)
        if survival is None or not survival.until or AFTER not in phases:
            return [(phases, happened)]
        events = dict.fromkeys(event for each in self._survivals(clause) for event in each.until)
        not_yet = tuple(Alternative(absent=self._closure.covers(event)) for event in events)
        during = [((DURING,), happened)] if DURING in phases else []
        return [*during, ((AFTER,), conjunction(happened, not_yet))]

    def times(self, clause: Clause, provision: Provision) -> tuple[int, int, list[tuple[tuple[int, ...], Condition]]]:
        """The first day on which the clause holds, the day from which it does not, and its spans."""
        return (*self.period(clause, provision), self.spans(clause, provision))

    def _happened(self, provision: Provision) -> Condition:
        """The events that must have happened, or not yet: on permissions and bans; on duties events are triggers."""
        result = ALWAYS
        for occasion in provision.timing.occasions if provision.modality is not Modality.DUTY else ():
            mask = self._closure.covers(occasion.event)
            if not mask & self._termination:
                held = Alternative(frozenset({mask})) if occasion.later else Alternative(absent=mask)
                result = conjunction(result, (held,))
        return result

    def period(self, clause: Clause, provision: Provision) -> tuple[int, int]:
        """The days on which the clause holds: the agreement's, longer if it survives, narrowed by its own dates."""
        document, timing, survival = self._document, provision.timing, self.survival(clause)
        start = document.start.toordinal() if document.start else DAWN
        end = document.end.toordinal() + 1 if document.end else DUSK
        if survival and survival.lasting:
            end = min(DUSK, end + survival.lasting.hours // 24)
        elif survival or AFTER in self.phases(clause, provision):
            end = DUSK
        if timing.since:
            start = max(start, timing.since.toordinal())
        if timing.through:
            end = min(end, timing.through.toordinal() + 1)
        return start, end


def endurance(survival: Survival) -> tuple[bool, bool, int]:
    """How long a survival lasts, to compare: without end, then until an event, then by its length."""
    lasting = survival.lasting.hours if survival.lasting else 0
    return (survival.lasting is None and not survival.until, bool(survival.until), lasting)

"""When a clause holds: its days, its phases, and the events that must, or must not, have happened."""

from __future__ import annotations

from policyc.model.document import Clause, Document, Modality, Provision, Survival, label_covers
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS, Alternative, Condition, conjunction
from policyc.norms.region import AFTER, DAWN, DURING, DUSK


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
        asked = {
            AFTER if occasion.word in ("after", "on") else DURING
            for occasion in provision.timing.occasions
            if self._closure.covers(occasion.event) & self._termination
        }
        if asked:
            return tuple(asked) if len(asked) == 1 else ()
        return (DURING, AFTER) if self.survival(clause) else (DURING,)

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

    def _happened(self, provision: Provision) -> Condition:
        """The events that must have happened, or not yet: on permissions and bans; on duties events are triggers."""
        result = ALWAYS
        for occasion in provision.timing.occasions if provision.modality is not Modality.DUTY else ():
            mask = self._closure.covers(occasion.event)
            if not mask & self._termination:
                held = Alternative(frozenset({mask})) if occasion.word in ("after", "on") else Alternative(absent=mask)
                result = conjunction(result, (held,))
        return result

    def period(self, clause: Clause, provision: Provision) -> tuple[int, int]:
        """The days on which the clause holds: the agreement's, longer if it survives, narrowed by its own dates."""
        document, timing, survival = self._document, provision.timing, self.survival(clause)
        start = document.start.toordinal() if document.start else DAWN
        end = document.end.toordinal() + 1 if document.end else DUSK
        if survival and survival.lasting:
            end = min(DUSK, end + survival.lasting.hours // 24)
        elif survival or self.phases(clause, provision) == (AFTER,):
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

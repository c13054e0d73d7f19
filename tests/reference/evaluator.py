"""The naive reference: what agreements make of one concrete act, found by looking at every clause in turn.

Written from the semantics alone, for clearness and not for speed. It shares nothing with the engine and imports nothing
of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from tests.reference.description import Agreement, Clause, Formula, Phrase, Point, World
from tests.reference.names import Names
from tests.reference.order import Id, Said, label_covers, survivors

PHASES = {"after": "after", "on": "after", "before": "during", "until": "during"}
"""On which side of an event a word puts a clause; seen from termination, the phase of the agreement."""

VERDICTS = {(True, True): "conflicting", (True, False): "permitted", (False, True): "forbidden"}


def judge(world: World, point: Point) -> tuple[str, frozenset[Id]]:
    """The verdict at a point, and the clauses that decide it."""
    deciding = survivors(world, covering(world, point))
    granted, banned = (any(each.grants is wanted for each in deciding) for wanted in (True, False))
    return VERDICTS.get((granted, banned), "uncovered"), frozenset(each.id for each in deciding)


def covering(world: World, point: Point) -> list[Said]:
    """What every clause that speaks of a point says of it, each thing once."""
    found = [
        said
        for agreement in world.agreements
        for clause in agreement.clauses
        for said in sayings(world, agreement, clause, point)
    ]
    return list(dict.fromkeys(found))


def sayings(world: World, agreement: Agreement, clause: Clause, point: Point) -> Iterator[Said]:
    """What a clause says of a point, verb by verb."""
    if clause.modality == "need not":
        return
    for verb in clause.verbs.names:
        for grants, only in Reading(Names(world, agreement), clause, point, verb).sayings():
            yield Said(agreement, clause, grants, only)


@dataclass(frozen=True)
class Reading:
    """A clause read, for one of its verbs, to see whether it speaks of a point.

    To receive is to be given: who receives is the counterparty of the act, and ``from`` tells who gives.
    """

    names: Names
    clause: Clause
    point: Point
    verb: str

    @property
    def receives(self) -> bool:
        """Whether the clause's bearer is who gets the data."""
        return self.names.below("receive", self.verb)

    @property
    def who(self) -> str | None:
        """Who would have to be the clause's bearer."""
        return self.point.counterparty if self.receives else self.point.bearer

    def sayings(self) -> Iterator[tuple[bool, str]]:
        """Whether it grants or bans the point, and the slot of the *only* by which it does."""
        bans = self.clause.modality == "must not"
        met = self.speaks_of_the_act() and self.in_force()
        for phrase in self.clause.phrases if met else ():
            fits = self.fits(phrase)
            if phrase.mode == "only" and fits is False:
                yield False, phrase.slot
            if not fits:
                return
        if met and (bans or self.goes_so_far()):
            yield not bans, ""

    def speaks_of_the_act(self) -> bool:
        """Whether bearer, verb and data of the clause are the point's."""
        bears = any(self.names.person(name, self.who, None) for name in self.clause.bearers)
        return (
            bears and self.names.below("share" if self.receives else self.verb, self.point.action) and self.is_object()
        )

    def is_object(self) -> bool:
        """Whether the clause's data are the point's; leave to notify that names no data is about none."""
        objects, data = self.clause.objects, self.point.data
        if objects is None:
            is_notice = self.names.below("interact", self.verb) and not self.names.exchanges(self.verb)
            return self.clause.modality == "must not" or not (is_notice and self.names.below("data", data))
        about = [name for name in objects.names if self.names.is_about((name,), self.point.people)]
        return self.names.among(about, data) and not self.names.among(objects.minus, data)

    def goes_so_far(self) -> bool:
        """Whether a permission or duty goes so far.

        A flow for which no purpose is named is leave to share for none that is stated; leave to receive is leave to
        share, but for no special kind of sharing.
        """
        unstated = all(phrase.slot != "purpose" for phrase in self.clause.phrases) and self.names.exchanges(self.verb)
        return (self.point.purpose is None or not unstated) and (self.point.action == "share" or not self.receives)

    def fits(self, phrase: Phrase) -> bool | None:
        """Whether the point lies in a phrase; None where the phrase names a purpose and the point states none."""
        if phrase.mode == "even":
            return True
        if phrase.slot == "condition":
            return self.condition_fits(phrase)
        x = self.coordinate(phrase)
        if phrase.slot == "purpose" and x is None:
            return None
        inside = self.names.listed(phrase, x, self.who)
        return inside is ((phrase.word == "outside") is (phrase.mode == "except"))

    def coordinate(self, phrase: Phrase) -> str | None:
        """What the point holds where a phrase limits it."""
        point = self.point
        if phrase.slot == "counterparty" or (phrase.slot == "source" and self.receives):
            return point.bearer if self.receives else point.counterparty
        held = {"people": point.people, "purpose": point.purpose, "place": point.place, "source": point.source}
        return held[phrase.slot]

    def condition_fits(self, phrase: Phrase) -> bool:
        """Whether the states that hold at the point are those that a phrase asks for."""
        modality, holds = self.clause.modality, self.holds(phrase.formula)
        wanted = (phrase.word in ("without", "unless")) is (phrase.mode == "except")
        if not phrase.mode and phrase.word == "without" and modality != "must not":
            return True
        is_manner = not phrase.mode and modality == "must" and phrase.word in ("with", "under")
        return holds is wanted or is_manner

    def holds(self, formula: Formula) -> bool:
        """Whether a condition holds at the point; a kind of it will do: *opt-in consent* is consent."""
        match formula:
            case ("not", operand):
                return not self.holds(operand)
            case ("and", *operands):
                return all(self.holds(operand) for operand in operands)
            case ("or", *operands):
                return any(self.holds(operand) for operand in operands)
        return any(self.names.below(formula[1], state) for state in self.point.states)

    def in_force(self) -> bool:
        """Whether the clause holds in the point's phase, on its day, and after or before the events that it names."""
        ends = {PHASES[word] for word, event in self.clause.occasions if self.names.below("termination", event)}
        return self.in_phase(ends) and self.on_day(ends) and self.events_fit()

    def lasting(self) -> list[int | None]:
        """The days for which the clause outlives its agreement, None for ever; one entry a sentence that says so."""
        return [days for label, days in self.names.agreement.survivals if label_covers(label, self.clause.label)]

    def in_phase(self, ends: set[str]) -> bool:
        """Whether the clause holds in the point's phase; what is to be done after termination survives it."""
        return ends == {self.point.phase} if ends else self.point.phase == "during" or bool(self.lasting())

    def on_day(self, ends: set[str]) -> bool:
        """Whether the clause holds on the point's day."""
        lasting, last = self.lasting(), self.names.agreement.last
        if None in lasting or (not lasting and "after" in ends):
            last = None
        if last:
            last += timedelta(days=max((days for days in lasting if days), default=0))
        firsts, lasts = (self.names.agreement.first, self.clause.since), (last, self.clause.through)
        day = self.point.day
        return all(first <= day for first in firsts if first) and all(day <= last for last in lasts if last)

    def events_fit(self) -> bool:
        """Whether what a permission or ban comes after has happened, and what it comes before has not."""
        events = [(word, event) for word, event in self.clause.occasions if not self.names.below("termination", event)]
        fits = all(self.holds(("is", event)) is (PHASES[word] == "after") for word, event in events)
        return fits or self.clause.modality == "must"

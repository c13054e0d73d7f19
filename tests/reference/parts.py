"""What a clause says, part by part, for the naive reference: a list says of each of its names what it says of all.

To receive is to be given: who receives is the counterparty of the act, and ``from`` tells who gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import product

from tests.reference.amending import days
from tests.reference.description import UNNAMED, Agreement, Clause, Formula, Phrase, Point, World
from tests.reference.names import Names, label_covers
from tests.reference.phrases import closings, effective, otherwise, ways

SIDES = ("bearer", "action", "data", "people", "counterparty", "purpose", "place", "source", "phase")
PHASES = {"after": "after", "on": "after", "before": "during", "until": "during"}
"""On which side of an event a word puts a clause; seen from termination, the phase of the agreement."""
Id = tuple[str, str]
"""A clause, by the title of its agreement and its label."""


@lru_cache(maxsize=256)
def parts(world: World) -> tuple[Part, ...]:
    """Every part of every clause."""
    return tuple(
        part
        for agreement in world.agreements
        for clause in agreement.clauses
        for part in parts_of(world, agreement, clause)
    )


@lru_cache(maxsize=256)
def parts_of(world: World, agreement: Agreement, clause: Clause) -> tuple[Part, ...]:
    """The parts of a clause, each with one name from every list; an *only* adds bans on the rest of its phrase."""
    if clause.modality == "need not":
        return ()
    names = Names(world, agreement)
    bearers = dict.fromkeys(party for name in clause.bearers for party in names.each_of(name))
    objects = clause.objects.names if clause.objects else (None,)
    heads = list(product(bearers, clause.verbs.names, objects))
    tails = [(phrases, "") for way in ways(clause, world) for phrases in product(*map(singles, way))]
    for scope, phrase in closings(clause, world):
        before = product(*map(singles, scope))
        tails += [((*phrases, replace(phrase, mode="except")), phrase.slot) for phrases in before]
    found = [
        Part(names, clause, bearer, verb, data, phrases, only, phase, until)
        for (bearer, verb, data), (phrases, only) in product(heads, tails)
        for phase, until in spans(names, clause, only)
    ]
    for other in otherwise(clause, lambda event: names.below("termination", event)):
        found += parts_of(world, agreement, other)
    return tuple(found)


def singles(phrase: Phrase) -> list[Phrase]:
    """A phrase for each name of its list; what is left out is left out together."""
    if phrase.slot == "condition" or phrase.mode in ("except", "even") or phrase.word == "outside":
        return [phrase]
    return [replace(phrase, names=replace(phrase.names, names=(name,))) for name in phrase.names.names]


def spans(names: Names, clause: Clause, only: str) -> list[tuple[str, tuple[str, ...]]]:
    """The phases in which a clause holds, each with the events until which it does."""
    ending = [word for word, event in clause.occasions if names.below("termination", event)]
    ends = {PHASES[word] for word in ending if word in PHASES}
    until = [event for _, _, event in survivals(names, clause, only)]
    phases = {"during", "after"} if until or ending else {"during"}
    if ends:
        phases = ends if len(ends) == 1 else set()
    last = tuple(event for event in until if event) if None not in until else ()
    return [(phase, last if phase == "after" else ()) for phase in sorted(phases)]


def survivals(names: Names, clause: Clause, only: str) -> list[tuple[str, int | None, str | None]]:
    """The sentences by which a clause outlives its agreement; of *may … only* the limit does, and not the leave."""
    if clause.modality == "may" and not only and any(each.mode == "only" for each in effective(clause, names.world)):
        return []
    return [each for each in names.agreement.survivals if label_covers(each[0], clause.label)]


@dataclass(frozen=True, eq=False)
class Part:
    """One name from every list of a clause. ``only`` is the slot whose rest it bans, where it is such a ban."""

    names: Names
    clause: Clause
    bearer: str
    verb: str
    data: str | None
    phrases: tuple[Phrase, ...]
    only: str
    phase: str
    until: tuple[str, ...]

    @property
    def agreement(self) -> Agreement:
        """The agreement that it stands in."""
        return self.names.agreement

    @property
    def id(self) -> Id:
        """Its clause."""
        return self.agreement.title, self.clause.label

    @property
    def grants(self) -> bool:
        """Whether it grants what it speaks of."""
        return self.clause.modality != "must not" and not self.only

    @property
    def even(self) -> bool:
        """Whether it holds before and after the end alike."""
        return any(word.startswith("even ") for word, _ in self.clause.occasions)

    @property
    def receives(self) -> bool:
        """Whether the clause's bearer is who gets the data."""
        return self.names.below("receive", self.verb)

    @property
    def exchanges(self) -> bool:
        """Whether data change hands."""
        return self.names.exchanges(self.verb)

    @property
    def itself(self) -> str | None:
        """The party of the agreement that it binds, if it is one; a set of persons leaves nobody out."""
        return self.bearer if self.bearer in self.names.agreement.parties else None

    def covers(self, point: Point) -> bool:
        """Whether it speaks of a point; leave to receive is leave to share, but for no special kind of sharing."""
        first, last = self.period
        special = self.receives and self.grants and point.action != "share"
        in_time = first <= point.day <= last
        return (
            in_time and not special and all(map(self.allows, SIDES, coordinates(point))) and self.holds_in(point.states)
        )

    # Sides

    def allows(self, side: str, x: str | None) -> bool:
        """Whether a side of an act may be x."""
        match side:
            case "action":
                return x is not None and self.names.below("share" if self.receives else self.verb, x)
            case "data":
                return self.is_object(x)
            case "people":
                return (
                    self.is_about(x)
                    and self.fits("people", x)
                    and (not self.acts_on_people or self.fits("counterparty", x))
                )
            case "purpose":
                return x is None if self.states_no_purpose else self.fits("purpose", x)
            case "place":
                return (self.places is None or x in self.places) and self.fits("place", x)
            case "source":
                return self.receives or self.fits("source", x)
            case "phase":
                return x == self.phase
        bears = (side == "bearer") is not self.receives
        return self.names.person(self.bearer, x, None) if bears else self.is_other(x)

    @cached_property
    def extents(self) -> dict[str, frozenset[str | None]]:
        """What each side of an act may be; a flow that states no purpose is taken to be for any, and as any sharing."""
        values = [*self.names.world.kinds, UNNAMED, None, "during", "after"]
        some = {side: frozenset(x for x in values if self.allows(side, x)) for side in SIDES}
        return some | ({"purpose": frozenset(values)} if self.states_no_purpose else {})

    @property
    def states_no_purpose(self) -> bool:
        """Whether it is leave to share for which no purpose is named."""
        return self.grants and self.exchanges and not self.has("purpose")

    def has(self, slot: str) -> bool:
        """Whether the clause has a phrase for a slot."""
        return any(phrase.slot == slot for phrase in self.clause.phrases)

    def fits(self, slot: str, x: str | None) -> bool:
        """Whether x is what the phrases for a slot say; where there is nothing no phrase fits, but *except whom* may."""
        wanted = [phrase for phrase in self.phrases if phrase.slot == slot and phrase.mode != "even"]
        if x is None and slot != "counterparty":
            return not wanted
        return all(
            self.names.listed(phrase, x, self.itself) is ((phrase.word == "outside") is (phrase.mode == "except"))
            for phrase in wanted
        )

    def is_object(self, x: str | None) -> bool:
        """Whether x is the clause's data; leave to notify that names no data is about none."""
        objects = self.clause.objects
        if objects and self.data:
            return x is not None and self.names.below(self.data, x) and not self.names.among(objects.minus, x)
        is_notice = self.names.below("interact", self.verb) and not self.exchanges
        if is_notice and self.clause.modality != "must not":
            return x is None or not self.names.below("data", x)
        return x is not None or is_notice

    def is_about(self, x: str | None) -> bool:
        """Whether the clause's data may be about somebody."""
        objects = self.clause.objects
        return not (objects and self.data) or self.names.is_about(self.data, objects.minus, x or UNNAMED)

    def is_other(self, x: str | None) -> bool:
        """Whether x may be the other party: nobody, where things are done alone; never oneself."""
        interacts = self.names.below("interact", self.verb)
        mixed = not interacts and any(
            self.names.below(self.verb, verb) and self.names.below("interact", verb) for verb in self.names.world.kinds
        )
        if not mixed and (x is not None) is not interacts:
            return False
        if not mixed and not interacts and (self.acts_on_people or self.goes_with_another):
            return True
        if interacts and x is not None and self.itself and self.names.below(self.itself, x):
            return False
        return self.fits("counterparty", x) and (not self.receives or self.fits("source", x))

    @property
    def acts_on_people(self) -> bool:
        """Whether people stand where nobody else takes part: *identify or contact customers*."""
        named = [name for phrase in self.clause.phrases if phrase.slot == "counterparty" for name in phrase.names.names]
        kinds = [self.names.world.kinds.get(name) for name in named]
        chosen = self.clause.modality == "must" and self.clause.verbs.choice
        alone = not self.names.below("interact", self.verb) and not chosen
        return alone and bool(kinds) and set(kinds) <= {"people", "party"} and self.clause.objects is None

    @property
    def goes_with_another(self) -> bool:
        """Whether another verb of the clause is done with somebody: *return data to Chase or destroy it*."""
        words = {phrase.word for phrase in self.clause.phrases if phrase.slot == "counterparty"}
        given = self.clause.modality == "may" and words == {"to"}
        chosen = self.clause.modality == "must" and self.clause.verbs.choice
        return (chosen or given) and any(self.names.below("interact", verb) for verb in self.clause.verbs.names)

    @cached_property
    def places(self) -> frozenset[str] | None:
        """Where a flow goes: to where its recipients are, if the clause names no place and all are declared somewhere."""
        if not self.grants or not self.exchanges or self.has("place"):
            return None
        takers = [x for x in [*self.names.world.kinds, UNNAMED] if self.allows("counterparty", x)]
        located = [self.names.world.located.get(x) for x in takers]
        if not takers or None in located:
            return None
        return frozenset(
            x for x in self.names.world.kinds if self.names.among([place for place in located if place], x)
        )

    # Conditions and days

    def holds_in(self, states: frozenset[str]) -> bool:
        """Whether its conditions hold where these states do, and what it comes after has happened."""
        conditions = [phrase for phrase in self.phrases if phrase.slot == "condition"]
        going = not self.until or any(not self.holds(("is", event), states) for event in self.until)
        return all(self.condition_fits(phrase, states) for phrase in conditions) and self.events_fit(states) and going

    def condition_fits(self, phrase: Phrase, states: frozenset[str]) -> bool:
        """Whether the states that hold are those that a phrase asks for."""
        modality, holds = self.clause.modality, self.holds(phrase.formula, states)
        wanted = (phrase.word in ("without", "unless", "outside")) is (phrase.mode == "except")
        if phrase.mode == "even" or (not phrase.mode and phrase.word == "without" and modality != "must not"):
            return True
        is_manner = not phrase.mode and modality == "must" and phrase.word in ("", "with", "under", "in", "as")
        return holds is wanted or is_manner

    def holds(self, formula: Formula, states: frozenset[str]) -> bool:
        """Whether a condition holds; a kind of it will do: *opt-in consent* is consent."""
        match formula:
            case ("not", operand):
                return not self.holds(operand, states)
            case ("and", *operands):
                return all(self.holds(operand, states) for operand in operands)
            case ("or", *operands):
                return any(self.holds(operand, states) for operand in operands)
        return any(self.names.below(formula[1], state) for state in states)

    def events_fit(self, states: frozenset[str]) -> bool:
        """Whether what a permission or ban comes after has happened, and what it comes before has not."""
        events = [(word, event) for word, event in self.clause.occasions if not self.names.below("termination", event)]
        fits = all(self.holds(("is", event), states) is (PHASES[word] == "after") for word, event in events)
        return fits or self.clause.modality == "must"

    @cached_property
    def period(self) -> tuple[date, date]:
        """The first and last day on which it holds; what is to be done after termination survives it."""
        first, last = days(self.names.world)[self.names.agreement.title]
        lasting = [length for _, length, _ in survivals(self.names, self.clause, self.only)]
        if None in lasting or (not lasting and (self.phase == "after" or self.even)):
            last = None
        elif last:
            last += timedelta(days=max((length for length in lasting if length), default=0))
        firsts, lasts = (first, self.clause.since), (last, self.clause.through)
        return max(filter(None, firsts), default=date.min), min(filter(None, lasts), default=date.max)


def coordinates(point: Point) -> Iterator[str | None]:
    """The sides of a point, in order."""
    return (getattr(point, side) for side in SIDES)

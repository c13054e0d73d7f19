"""A world as sentences for a solver: each a product of sets, a condition as a formula, and days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

import z3  # type: ignore[import-untyped]

from tests.reference.amending import days
from tests.reference.description import UNNAMED, Agreement, Clause, Formula, Phrase, World
from tests.reference.names import label_covers
from tests.reference.phrases import closings, effective, otherwise, ways
from tests.smt.names import Meaning, Set

NOTHING: Set = frozenset({None})
ON = {"after": True, "on": True, "before": False, "until": False}


@dataclass(frozen=True, eq=False)
class Sentence:
    """What a clause says of one name from each of its lists. ``measured`` are its sides as they are compared."""

    agreement: Agreement
    clause: Clause
    grants: bool
    only: str
    sides: dict[str, Set]
    measured: dict[str, Set]
    condition: z3.BoolRef
    first: date
    last: date
    spoken: frozenset[str]
    flows: bool
    conditions: frozenset[str]
    ground: bool


def sentences(world: World) -> list[Sentence]:
    """All that the agreements of a world say."""
    return [each for agreement in world.agreements for each in Writer(world, agreement, roles(world, agreement)).all()]


def roles(world: World, agreement: Agreement) -> dict[str, list[str]]:
    """The parties that are given data and those that give them, by what is said before anybody has a role."""
    flows = [each for each in Writer(world, agreement, {}).all() if each.grants and each.flows]
    found: dict[str, list[str]] = {"recipient": [], "discloser": []}
    for party in agreement.parties:
        for each in flows:
            giver, taker = each.sides["bearer"], each.sides["counterparty"]
            if party in taker and giver - {party} and party not in found["recipient"]:
                found["recipient"].append(party)
            if party in giver and taker - {party} and party not in found["discloser"]:
                found["discloser"].append(party)
    return found


class Writer:
    """Writes the sentences of one agreement."""

    def __init__(self, world: World, agreement: Agreement, known: dict[str, list[str]]) -> None:
        self.world, self.agreement = world, agreement
        self.names = Meaning(world, agreement, known)
        self.every = self.names.all | NOTHING

    def all(self) -> Iterator[Sentence]:
        """Every sentence."""
        ends = self.names.named("termination")
        said = self.agreement.clauses
        for clause in (*said, *(other for each in said for other in otherwise(each, ends.__contains__))):
            if clause.modality != "need not":
                for (bearer, itself), verb in product(self.bearers(clause), clause.verbs.names):
                    for data in clause.objects.names if clause.objects else (None,):
                        yield from self.of(clause, bearer, itself, verb, data)

    def bearers(self, clause: Clause) -> list[tuple[Set, Set]]:
        """Whom a clause binds."""
        return [each for name in clause.bearers for each in self.names.bearers(name)]

    def of(self, clause: Clause, bearer: Set, itself: Set, verb: str, data: str | None) -> Iterator[Sentence]:
        """The sentences of one bearer, verb and kind of data: the clause itself, and a ban for each *only*."""
        for way in ways(clause, self.world):
            for phrases in product(*map(single, way)):
                yield from self.write(clause, bearer, itself, verb, data, phrases, "")
        for scope, phrase in closings(clause, self.world):
            for phrases in product(*map(single, scope)):
                rest = (*phrases, replace(phrase, mode="except"))
                yield from self.write(clause, bearer, itself, verb, data, rest, phrase.slot)

    def write(
        self,
        clause: Clause,
        bearer: Set,
        itself: Set,
        verb: str,
        data: str | None,
        phrases: tuple[Phrase, ...],
        only: str,
    ) -> Iterator[Sentence]:
        """One sentence, once for each phase in which it holds."""
        grants = clause.modality != "must not" and not only
        interacts = verb in self.names.named("interact")
        takes, gives = verb in self.names.named("receive"), verb in self.names.named("share")
        sides = {
            "bearer": bearer,
            "action": self.names.named(verb),
            "data": self.data(clause, data, interacts and not (takes or gives)),
        }
        for slot in ("people", "counterparty", "purpose", "place", "source"):
            sides[slot] = self.limited(slot, phrases, itself)
        about = self.names.about(data, clause.objects.minus if clause.objects else ()) if data else None
        sides["people"] &= about if about is not None else self.every
        if verb != "process":
            sides["counterparty"] &= self.names.all - itself if interacts else NOTHING
        if takes:
            giver = sides["counterparty"] & sides["source"]
            sides |= {
                "bearer": giver,
                "counterparty": bearer,
                "source": self.every,
                "action": self.names.named("share"),
            }
        said = {phrase.slot for phrase in clause.phrases}
        measured = dict(sides)
        if grants and (takes or gives):
            if "purpose" not in said:
                sides["purpose"], measured["purpose"] = sides["purpose"] & NOTHING, self.every
            if "place" not in said:
                sides["place"] = measured["place"] = sides["place"] & self.where(sides["counterparty"])
            sides["action"] = sides["action"] & {"share"} if takes else sides["action"]
        spoken = said - {"condition"} | ({"data"} if clause.objects else set())
        spoken = (
            spoken - {"source"} | {"counterparty"} | ({"bearer"} if said & {"source", "counterparty"} else set())
            if takes
            else spoken | {"bearer"}
        )
        limited = clause.modality == "may" and any(each.mode == "only" for each in effective(clause, self.world))
        timed = replace(clause, label="leave") if limited and not only else clause
        for phase, going in self.phases(timed):
            first, last = self.period(timed, phase)
            condition = z3.And(going, self.happened(clause), *(self.condition(clause, each) for each in phrases))
            now: dict[str, Set] = {"phase": frozenset({phase})}
            yield Sentence(
                self.agreement,
                clause,
                grants,
                only,
                sides | now,
                measured | now,
                condition,
                first,
                last,
                frozenset(spoken),
                takes or gives,
                frozenset(name for phrase in phrases for name in named_in(phrase.formula)),
                any(map(is_ground, effective(clause, self.world))),
            )

    def data(self, clause: Clause, data: str | None, notice: bool) -> Set:
        """The data of a sentence; leave to notify that names none is about none, a ban on notices about anything."""
        if data and clause.objects:
            return self.names.named(data) - self.names.union(clause.objects.minus)
        if not notice:
            return self.names.all
        return self.every - (self.names.named("data") if clause.modality != "must not" else frozenset())

    def limited(self, slot: str, phrases: tuple[Phrase, ...], itself: Set) -> Set:
        """What phrases leave of a side."""
        found = self.every
        for phrase in phrases:
            if phrase.slot == slot and phrase.mode != "even":
                persons = slot in ("people", "counterparty", "source")
                listed, taken = (
                    frozenset(
                        x
                        for name in names
                        for x in (self.names.persons(name, itself) if persons else self.names.named(name))
                    )
                    for names in (phrase.names.names, phrase.names.minus)
                )
                inside = (phrase.word == "outside") is (phrase.mode == "except")
                alone = NOTHING if phrase.mode == "except" and slot == "counterparty" else frozenset()
                found &= (listed - taken) if inside else (self.names.all | alone) - (listed - taken)
        return found

    def where(self, takers: Set) -> Set:
        """Where recipients are declared to be; anywhere, unless each of them is somewhere."""
        located = [self.world.located.get(str(taker)) for taker in takers]
        known = [place for place in located if place]
        return self.names.union(known) if known and len(known) == len(located) else self.every

    # Times and conditions

    def outliving(self, clause: Clause) -> list[tuple[str, int | None, str | None]]:
        """What lets a clause outlive its agreement."""
        return [each for each in self.agreement.survivals if label_covers(each[0], clause.label)]

    def phases(self, clause: Clause) -> list[tuple[str, z3.BoolRef]]:
        """The phases in which a clause holds, and what ends it there."""
        ending = [word for word, event in clause.occasions if event in self.names.named("termination")]
        ends = {ON[word] for word in ending if word in ON}
        outliving = self.outliving(clause)
        wanted = ends or ({False, True} if outliving or ending else {False})
        if len(ends) == 2:
            return [("never", z3.BoolVal(False))]
        forever = not outliving or any(event is None for _, _, event in outliving)
        going = (
            z3.Or(*(z3.Not(self.holds(("is", event))) for _, _, event in outliving))
            if not forever
            else z3.BoolVal(True)
        )
        return [("after", going) if after else ("during", z3.BoolVal(True)) for after in sorted(wanted)]

    def period(self, clause: Clause, phase: str) -> tuple[date, date]:
        """The days on which a clause holds."""
        first, last = days(self.world)[self.agreement.title]
        lengths = [length for _, length, _ in self.outliving(clause)]
        ending = [word for word, event in clause.occasions if event in self.names.named("termination")]
        triggered = any(word not in ON or ON[word] for word in ending)
        if last and lengths and None not in lengths:
            last += timedelta(days=max(length for length in lengths if length))
        elif lengths or (triggered and (phase == "after" or any(word not in ON for word in ending))):
            last = None
        starts, ends = [first or date.min, clause.since or date.min], [last or date.max, clause.through or date.max]
        return max(starts), min(ends)

    def happened(self, clause: Clause) -> z3.BoolRef:
        """What must have happened, or not yet; on a duty it only triggers."""
        events = [(word, event) for word, event in clause.occasions if event not in self.names.named("termination")]
        if clause.modality == "must":
            return z3.BoolVal(True)
        return z3.And(*(self.holds(("is", event)) == ON[word] for word, event in events))

    def condition(self, clause: Clause, phrase: Phrase) -> z3.BoolRef:
        """What a phrase asks of the states."""
        if phrase.slot != "condition" or phrase.mode == "even":
            return z3.BoolVal(True)
        holds = self.holds(phrase.formula)
        wanted = z3.Not(holds) if phrase.word in ("without", "unless", "outside") else holds
        if phrase.mode == "except":
            return z3.Not(wanted)
        loose = phrase.word == "without" and clause.modality != "must not"
        manner = phrase.word in ("with", "under") and clause.modality == "must"
        return z3.BoolVal(True) if not phrase.mode and (loose or manner) else wanted

    def holds(self, formula: Formula) -> z3.BoolRef:
        """A condition as a formula over the states."""
        match formula:
            case ("not", operand):
                return z3.Not(self.holds(operand))
            case ("and", *operands):
                return z3.And(*map(self.holds, operands))
            case ("or", *operands):
                return z3.Or(*map(self.holds, operands))
        name = formula[1]
        return z3.Or(
            *(z3.Bool(str(x)) for x in ([name] if name.startswith('"') else sorted(map(str, self.names.named(name)))))
        )


def is_ground(phrase: Phrase) -> bool:
    """Whether a phrase gives leave a ground of its own: a condition that is neither a limit nor a manner."""
    manner = not phrase.mode and phrase.word in ("", "with", "to", "under", "in", "as", "at")
    return phrase.slot == "condition" and phrase.mode in ("", "even") and not manner


def named_in(formula: Formula) -> Iterator[str]:
    """The conditions that a formula names."""
    if formula and formula[0] == "is":
        yield formula[1]
    for operand in formula[1:] if formula and formula[0] != "is" else ():
        yield from named_in(operand)


def single(phrase: Phrase) -> list[Phrase]:
    """A phrase for each name of its list; what is left out is left out together."""
    if phrase.slot == "condition" or phrase.mode in ("except", "even") or phrase.word == "outside":
        return [phrase]
    return [replace(phrase, names=replace(phrase.names, names=(name,))) for name in phrase.names.names]


__all__ = ["UNNAMED", "Sentence", "sentences"]

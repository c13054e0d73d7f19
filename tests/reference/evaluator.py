"""The naive reference: what agreements make of one concrete act, found by looking at every clause in turn.

Written from the semantics alone, for clearness and not for speed. It shares nothing with the engine and imports nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any

from tests.reference.description import (
    ALL,
    ROOTS,
    UNNAMED,
    Agreement,
    Clause,
    Formula,
    Names,
    Phrase,
    Point,
    Side,
    Slot,
    World,
)

Id = tuple[str, str]
"""A clause, by the title of its agreement and its label."""


@dataclass(frozen=True)
class Said:
    """What one clause says of a point: it grants it or bans it; ``only`` is the slot that its own *only* closed, if any did."""

    agreement: Agreement
    clause: Clause
    grants: bool
    only: str = ""

    @property
    def id(self) -> Id:
        """The clause."""
        return self.agreement.title, self.clause.label


def judge(world: World, point: Point) -> tuple[str, frozenset[Id]]:
    """The verdict at a point, and the clauses that decide it."""
    said = [each for agreement in world.agreements for each in covering(world, agreement, point)]
    above = {(a, b) for a in said for b in said if outranks(world, a, b)}
    deciding = [each for each in said if not any(compare(above, other, each) > 0 for other in said)]
    granted, banned = (any(each.grants is wanted for each in deciding) for wanted in (True, False))
    verdicts = {(True, True): "conflicting", (True, False): "permitted", (False, True): "forbidden"}
    return verdicts.get((granted, banned), "uncovered"), frozenset(each.id for each in deciding)


def covering(world: World, agreement: Agreement, point: Point) -> list[Said]:
    """What each clause of an agreement that speaks of a point says of it."""
    reading = Reading(world, agreement)
    return list(dict.fromkeys(said for clause in agreement.clauses for said in sayings(reading, clause, point)))


def sayings(reading: Reading, clause: Clause, point: Point) -> Iterator[Said]:
    """What a clause says of a point, verb by verb; ``only`` closes the scope that stands before it."""
    for verb in clause.verbs.names if clause.modality != "need not" else ():
        receives = reading.below("receive", verb)
        who, other = (point.counterparty, point.bearer) if receives else (point.bearer, point.counterparty)
        met = who is not None and any(reading.person(name, who, None) for name in clause.bearers)
        met = met and reading.below("share" if receives else verb, point.action)
        met = met and reading.is_object(clause.objects, verb, point) and reading.in_force(clause, point)
        for phrase in clause.phrases:
            fits = reading.fits(phrase, clause, point, (who, other, receives)) if met else None
            if phrase.mode == "only" and fits is False:
                yield Said(reading.agreement, clause, False, phrase.slot)
            met = met and fits is True
        if met and (clause.modality == "must not" or reading.lets(verb, clause, point)):
            yield Said(reading.agreement, clause, clause.modality != "must not")


@dataclass(frozen=True)
class Reading:
    """Names as one agreement of a world means them; ``plain`` leaves the recipient and the discloser what others call so."""

    world: World
    agreement: Agreement
    plain: bool = False

    def below(self, name: str, x: str) -> bool:
        """Whether x is a name's own, or a kind of it, at any depth."""
        if name in ROOTS:
            return x == UNNAMED or self.world.kinds.get(x) == name
        if x == name:
            return True
        if any(self.whole(out, x) for at, out in self.world.excludes if at == name):
            return False
        return any(self.below(child, x) for child in children(self.world, self.agreement, name))

    def whole(self, name: str, x: str) -> bool:
        """The same with nothing excluded."""
        return x == name or any(self.whole(child, x) for child in children(self.world, self.agreement, name))

    def among(self, names: Iterable[str], x: str) -> bool:
        """Whether x is, or is a kind of, one of several names."""
        return any(self.below(name, x) for name in names)

    def person(self, name: str, x: str, bearer: str | None) -> bool:
        """Whether a name of a person means x, seen from the bearer; of others than parties there may be two of one name."""
        parties = self.agreement.parties
        somebody_else = x != bearer or x not in parties
        match name:
            case "anyone":
                return somebody_else
            case "third parties":
                return somebody_else and not self.among(parties, x) and self.world.kinds.get(x) != "people"
            case "each party":
                return self.among(parties, x)
            case "the other party":
                return self.among(parties, x) and x != bearer
        called = [party for party in parties if self.below(name, party)]
        if name in ("recipient", "discloser") and not self.plain:
            called = exchanging(self.world, self.agreement, name) or called
        return self.among(called or [name], x)

    def lets(self, verb: str, clause: Clause, point: Point) -> bool:
        """Whether a permission or duty goes so far: a flow without a purpose lets share for none that is stated, and to
        receive lets share, but do no special kind of it.
        """
        names_purpose = any(phrase.slot == "purpose" for phrase in clause.phrases)
        goes_so_far = point.action == "share" or not self.below("receive", verb)
        return goes_so_far and (names_purpose or point.purpose is None or not self.exchanges(verb))

    def exchanges(self, verb: str) -> bool:
        """Whether data change hands."""
        return self.below("receive", verb) or self.below("share", verb)

    def is_object(self, objects: Names | None, verb: str, point: Point) -> bool:
        """Whether a clause's data are the point's, about the point's people; a notice that names no data is about none."""
        if objects is None:
            is_data = self.below("data", point.data)
            return not is_data or not self.below("interact", verb) or self.exchanges(verb)
        named = [name for name in objects.names if self.below(name, point.data) and self.is_about((name,), point.people)]
        return bool(named) and not self.among(objects.minus, point.data)

    def is_about(self, data: tuple[str, ...], people: str) -> bool:
        """Whether data may be about some people: as they say, else as the nearest kinds above them that say anything."""
        said = [name for each in data for name in self.world.about.get(each, ())]
        above = tuple(parent for child, parent in edges(self.world, self.agreement) if child in data)
        return self.among(said, people) if said else not above or self.is_about(above, people)

    def fits(self, phrase: Phrase, clause: Clause, point: Point, seen: tuple[str | None, str | None, bool]) -> bool | None:
        """Whether a point lies in a phrase; None where a phrase names a purpose and the point states none."""
        if phrase.mode == "even":
            return True
        if phrase.slot == "condition":
            return self.condition_fits(phrase, clause, point)
        bearer, other, receives = seen
        x = coordinate(phrase.slot, point, other, receives)
        if phrase.slot == "purpose" and x is None:
            return None
        persons = phrase.slot in ("people", "counterparty", "source")
        inside, out = (
            x is not None and any(self.person(name, x, bearer) if persons else self.below(name, x) for name in names)
            for names in (phrase.names.names, phrase.names.minus)
        )
        return (inside and not out) is ((phrase.word == "outside") is (phrase.mode == "except"))

    def condition_fits(self, phrase: Phrase, clause: Clause, point: Point) -> bool:
        """Whether the states that hold at a point are those that a phrase asks for."""
        holds = self.holds(phrase.formula, point)
        if phrase.mode == "except" or phrase.word == "unless":
            return not holds
        if phrase.word == "without":
            return clause.modality != "must not" or not holds
        is_manner = clause.modality == "must" and phrase.word != "if"
        return holds or is_manner

    def holds(self, formula: Formula, point: Point) -> bool:
        """Whether a condition holds at a point; a kind of it will do: *opt-in consent* is consent."""
        match formula:
            case ("not", operand):
                return not self.holds(operand, point)
            case ("and", *operands):
                return all(self.holds(operand, point) for operand in operands)
            case ("or", *operands):
                return any(self.holds(operand, point) for operand in operands)
        return any(self.below(formula[1], state) for state in point.states)

    def in_force(self, clause: Clause, point: Point) -> bool:
        """Whether the clause holds in the point's phase, on its day, and after or before what it says."""
        lasting = [days for label, days in self.agreement.survivals if label_covers(label, clause.label)]
        phases, forever = {"during", "after"} if lasting else {"during"}, None in lasting
        for word, event in clause.occasions:
            later = word in ("after", "on")
            if self.below("termination", event):
                phases, forever = {"after"} if later else {"during"}, forever or (later and not lasting)
            elif clause.modality != "must" and later is not self.holds(("is", event), point):
                return False
        last = self.agreement.last
        if last and lasting and not forever:
            last += timedelta(days=max(days for days in lasting if days is not None))
        firsts, lasts = (self.agreement.first, clause.since), (None if forever else last, clause.through)
        on_time = all(day <= point.day for day in firsts if day) and all(point.day <= day for day in lasts if day)
        return on_time and point.phase in phases


def edges(world: World, agreement: Agreement) -> tuple[tuple[str, str], ...]:
    """Which name is a kind of which, as an agreement sees it."""
    return world.parents + agreement.parents


@cache
def children(world: World, agreement: Agreement, name: str) -> list[str]:
    """The names directly below a name."""
    return [child for child, parent in edges(world, agreement) if parent == name]


def coordinate(slot: Slot, point: Point, other: str | None, receives: bool) -> str | None:
    """What a point holds in a slot; who receives data receives them ``from`` whoever shares them."""
    if slot == "counterparty" or (slot == "source" and receives):
        return other
    held = {"people": point.people, "purpose": point.purpose, "place": point.place, "source": point.source}
    return held[slot]


@cache
def exchanging(world: World, agreement: Agreement, role: str) -> list[str]:
    """The parties that an agreement lets receive data (``recipient``), or give them."""
    reading = Reading(world, agreement, plain=True)
    everybody = [name for name, kind in world.kinds.items() if kind == "party"] + [UNNAMED]
    pairs = [
        (giver, taker)
        for giver, taker in product(everybody, everybody)
        if giver != taker and any(lets_flow(reading, clause, giver, taker) for clause in agreement.clauses)
    ]
    found = [taker if role == "recipient" else giver for giver, taker in pairs]
    return [party for party in agreement.parties if party in found]


def lets_flow(reading: Reading, clause: Clause, giver: str, taker: str) -> bool:
    """Whether a clause is a permission or duty by which data may go from one to another."""
    if clause.modality not in ("may", "must"):
        return False
    for verb in clause.verbs.names:
        receives = reading.below("receive", verb)
        who, other = (taker, giver) if receives else (giver, taker)
        limits = [p for p in clause.phrases if p.slot == "counterparty" or (receives and p.slot == "source")]
        if (receives or reading.below("share", verb)) and any(reading.person(name, who, None) for name in clause.bearers):
            point = Point(giver, "share", "", "", taker, None, "", "", "during", frozenset(), date.min)
            if all(reading.fits(limit, clause, point, (who, other, receives)) for limit in limits):
                return True
    return False


# Which of two clauses prevails


def outranks(world: World, left: Said, right: Said) -> bool:
    """Whether what one clause says sets aside what another says: by clause, else by agreement, else by exception."""
    by_clause = compare(clause_order(world), left.id, right.id)
    if by_clause or left.agreement is not right.agreement:
        return (by_clause or compare(agreement_order(world), left.agreement.title, right.agreement.title)) > 0
    if left.grants == right.grants:
        return False
    if left.grants:
        return right.clause.except_as_allowed or right.only in closed(left)
    limits = bool(left.only and closed(right)) and left.only not in closed(right)
    return limits or (left.agreement.stricter_prevails and not outranks(world, right, left))


def closed(said: Said) -> set[str]:
    """The slots that *only* closes in a clause: those that close the same are alternatives, those that close others limit."""
    return {phrase.slot for phrase in said.clause.phrases if phrase.mode == "only"}


Pairs = set[tuple[Any, Any]]


def reaches(above: Pairs, left: Any, right: Any) -> bool:
    """Whether left stands above right, directly or through others."""
    seen, pending = {left}, [left]
    while pending:
        at = pending.pop()
        following = {low for high, low in above if high == at} - seen
        if (at, right) in above:
            return True
        seen |= following
        pending += following
    return False


def compare(above: Pairs, left: Any, right: Any) -> int:
    """1 where left stands above right, -1 where below, 0 where neither; in a circle no order holds."""
    return reaches(above, left, right) - reaches(above, right, left)


@cache
def clause_order(world: World) -> Pairs:
    """Which clause is said to prevail over which."""
    above: Pairs = set()
    for agreement in world.agreements:
        for clause in agreement.clauses:
            here = {(agreement.title, clause.label)}
            above |= set(product(here, clauses_meant(agreement, clause.despite, [c.despite for c in agreement.clauses])))
            above |= set(product(clauses_meant(agreement, clause.subject_to, [c.subject_to for c in agreement.clauses]), here))
        for higher, lower in agreement.rankings:
            if "clauses" in (higher[0], lower[0]):
                above |= set(product(*(clauses_of(world, agreement, side) for side in (higher, lower))))
    return {(high, low) for high, low in above if high != low}


def clauses_meant(agreement: Agreement, labels: tuple[str, ...], rivals: list[tuple[str, ...]]) -> list[Id]:
    """The clauses that some labels mean; *anything in this agreement* means all but those that say the same."""
    return [
        (agreement.title, clause.label)
        for clause, said in zip(agreement.clauses, rivals, strict=True)
        if (labels == ALL and said != ALL) or any(label_covers(label, clause.label) for label in labels)
    ]


def clauses_of(world: World, agreement: Agreement, side: Side) -> list[Id]:
    """The clauses on one side of a sentence such as *clause 4 prevails over clause 6*."""
    if side[0] == "clauses":
        return clauses_meant(agreement, side[1:], [()] * len(agreement.clauses))
    titles = titles_of(world, agreement, side)
    return [(other.title, clause.label) for other in world.agreements if other.title in titles for clause in other.clauses]


@cache
def agreement_order(world: World) -> Pairs:
    """Which agreement is said to prevail over which."""
    above: Pairs = set()
    for agreement in world.agreements:
        above |= {(agreement.title, title) for title in agreement.amends}
        for higher, lower in agreement.rankings:
            if "clauses" not in (higher[0], lower[0]):
                above |= set(product(*(titles_of(world, agreement, side) for side in (higher, lower))))
    return {(high, low) for high, low in above if high != low}


def titles_of(world: World, agreement: Agreement, side: Side) -> list[str]:
    """The agreements on one side of such a sentence."""
    others = [other.title for other in world.agreements if other is not agreement]
    return {"this": [agreement.title], "other": others, "title": list(side[1:])}[side[0]]


def label_covers(reference: str, label: str) -> bool:
    """Whether a reference means a clause: *4* means 4, 4.1 and 4(a)."""
    wanted, parts = (re.findall(r"[^\s.()]+", each.lower()) for each in (reference, label))
    return parts[: len(wanted)] == wanted

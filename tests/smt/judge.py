"""The judge by solver: what agreements make of a whole region of acts, of which sides, states and days may be left open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import z3  # type: ignore[import-untyped]

from tests.reference.amending import amending_order
from tests.reference.description import ALL, Agreement, Point, Side, World
from tests.reference.joined import all_of, is_one, together
from tests.reference.names import label_covers
from tests.reference.phrases import effective
from tests.smt.names import Meaning, Set
from tests.smt.sentences import Sentence, sentences

SIDES = ("bearer", "action", "data", "people", "counterparty", "purpose", "place", "source", "phase")
VERDICTS = {
    (True, True): "conflicting",
    (True, False): "permitted",
    (False, True): "forbidden",
    (False, False): "uncovered",
}
Id = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Space:
    """Acts: the values of each side, the days from first to last, and the states (None: any)."""

    sides: dict[str, tuple[str | None, ...]]
    days: tuple[int, int]
    states: frozenset[str] | None

    @classmethod
    def of(cls, point: Point) -> Space:
        """The space of one act."""
        sides: dict[str, tuple[str | None, ...]] = {side: (getattr(point, side),) for side in SIDES}
        return cls(sides, (point.day.toordinal(), point.day.toordinal()), point.states)


class Judge:
    """Asks a solver what a world makes of acts."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.said = sentences(world)
        self.names = Meaning(world, world.agreements[0])
        self.clauses = closed(clause_pairs(world))
        self.agreements = closed(agreement_pairs(world))

    def verdicts(self, space: Space) -> set[str]:
        """The verdicts that some act of a space has, of acts that can be."""
        case = Case(self, space)
        granted = z3.Or(*(survives for each, survives in case.survivors if each.grants))
        banned = z3.Or(*(survives for each, survives in case.survivors if not each.grants))
        return {
            verdict
            for (permits, forbids), verdict in VERDICTS.items()
            if case.solver.check(granted == permits, banned == forbids) == z3.sat
        }

    def conflicts(self, space: Space) -> set[tuple[Id, Id]]:
        """The clauses of one agreement of which one grants and the other bans some act of a space, both surviving."""
        case = Case(self, space)
        grants, bans = ([pair for pair in case.survivors if pair[0].grants is wanted] for wanted in (True, False))
        together: dict[tuple[Id, Id], list[z3.BoolRef]] = {}
        for (grant, given), (ban, denied) in product(grants, bans):
            if grant.clause is not ban.clause and is_one(self.world, grant.agreement, ban.agreement):
                together.setdefault((name(grant), name(ban)), []).append(z3.And(given, denied))
        return {pair for pair, ways in together.items() if case.solver.check(z3.Or(*ways)) == z3.sat}

    def sets_aside(self, left: Sentence, right: Sentence) -> bool:
        """Whether one sentence sets another aside: by clause, else by agreement, else as an exception or a limit."""
        for above, high, low in (
            (self.clauses, name(left), name(right)),
            (self.agreements, left.agreement.title, right.agreement.title),
        ):
            order = ((high, low) in above) - ((low, high) in above)
            if order:
                return order > 0
        if left.grants is right.grants:
            return False
        if self.is_demanded(left, right) or self.is_demanded(right, left):
            return left.grants
        if not is_one(self.world, left.agreement, right.agreement):
            return False
        if left.grants:
            one = name(left) == name(right)
            in_list = right.only != "" and (one or right.only in closing(left, self.world))
            return right.clause.except_as_allowed or in_list
        if left.only and closing(right, self.world) and left.only not in closing(right, self.world):
            return True
        if self.sets_aside(right, left):
            return False
        return self.is_strict(left.agreement, right.agreement) or is_exception(left, right)

    def is_demanded(self, grant: Sentence, ban: Sentence) -> bool:
        """Whether a grant holds only where the law demands the act, and the ban does not speak of such demands."""
        demands = self.names.named("legal obligation")
        if not grant.grants or ban.grants or ban.conditions & demands:
            return False
        return follows(grant.condition, z3.Or(*map(z3.Bool, sorted(filter(None, demands)))))

    def is_strict(self, left: Agreement, right: Agreement) -> bool:
        """Whether the stricter of two clauses prevails."""
        wholes = [left] if left is right else together(self.world, left, right)
        return any(part.stricter_prevails for whole in wholes for part in all_of(self.world, whole))


class Case:
    """One space put to the solver."""

    def __init__(self, judge: Judge, space: Space) -> None:
        self.judge, self.space = judge, space
        self.at = {side: z3.Int(side) for side in SIDES}
        self.day = z3.Int("day")
        self.solver = z3.Solver()
        self.solver.add(*(z3.And(at >= 0, at < len(space.sides[side])) for side, at in self.at.items()))
        self.solver.add(self.day >= space.days[0], self.day <= space.days[1], self.can_be())
        if space.states is not None:
            names = [name for name, kind in judge.world.kinds.items() if kind in ("condition", "event")]
            self.solver.add(*(z3.Bool(state) == (state in space.states) for state in {*names, '"it rains"'}))

    def within(self, side: str, values: Iterable[str | None]) -> z3.BoolRef:
        """Whether a side of the act is one of some values."""
        wanted = frozenset(values)
        return z3.Or(*(self.at[side] == at for at, value in enumerate(self.space.sides[side]) if value in wanted))

    def covers(self, said: Sentence) -> z3.BoolRef:
        """Whether a sentence speaks of the act."""
        days = z3.And(self.day >= said.first.toordinal(), self.day <= said.last.toordinal())
        return z3.And(said.condition, days, *(self.within(side, said.sides[side]) for side in SIDES))

    def can_be(self) -> z3.BoolRef:
        """Whether there can be such an act."""
        names, parties = self.judge.names, {party for each in self.judge.world.agreements for party in each.parties}
        share, interact = names.named("share"), names.named("interact")
        alone = names.named("process") - interact - {"process"}
        nobody = self.within("counterparty", [None])
        rules = [
            z3.Implies(self.within("action", interact), z3.Not(nobody)),
            z3.Implies(self.within("action", alone), nobody),
        ]
        stating = alone | (interact - share)
        rules += [z3.Implies(self.within("action", stating), z3.Not(self.within("purpose", [None])))]
        rules += [z3.Not(z3.And(self.within("bearer", [x]), self.within("counterparty", [x]))) for x in parties]
        for person, place in self.judge.world.located.items():
            there = z3.And(self.within("action", share), self.within("counterparty", [person]))
            rules.append(z3.Implies(there, self.within("place", names.named(place))))
        return z3.And(*rules)

    @cached_property
    def survivors(self) -> list[tuple[Sentence, z3.BoolRef]]:
        """The sentences that can speak of the act, each with whether none of the others sets it aside."""
        near = [
            each for each in self.judge.said if all(set(self.space.sides[side]) & each.sides[side] for side in SIDES)
        ]
        covers = {at: self.covers(each) for at, each in enumerate(near)}
        reach = {
            (i, j): z3.And(covers[i], covers[j])
            for i, j in product(covers, covers)
            if i != j and self.judge.sets_aside(near[i], near[j])
        }
        for k in covers:
            into, out = ([pair for pair in reach if pair[end] == k] for end in (1, 0))
            for (i, _), (_, j) in product(into, out):
                if i != j:
                    reach[i, j] = z3.Or(reach.get((i, j), z3.BoolVal(False)), z3.And(reach[i, k], reach[k, j]))
        none = z3.BoolVal(False)
        dropped = {
            j: [z3.And(way, z3.Not(reach.get((j, i), none))) for (i, to), way in reach.items() if to == j]
            for j in covers
        }
        return [(each, z3.And(covers[at], z3.Not(z3.Or(*dropped[at])))) for at, each in enumerate(near)]


def is_exception(ban: Sentence, grant: Sentence) -> bool:
    """Whether a ban is an exception to a grant: on narrower names, or on something of which the grant says nothing."""
    b, g = ban.measured, grant.measured
    always = ban.first <= grant.first and grant.last <= ban.last
    if always and all(g[side] <= b[side] for side in SIDES) and follows(grant.condition, ban.condition):
        return False
    spoken = {"source": ban.spoken, "people": ban.spoken | grant.spoken}
    weighed = [side for side in SIDES if side in spoken.get(side, SIDES)]
    same = all(b[side] == g[side] for side in weighed)
    if all(b[side] <= g[side] for side in weighed) and (not same or follows(ban.condition, grant.condition)):
        return True
    if b["action"] < g["action"]:
        return True
    if ban.only == "condition":
        return b["data"] < g["data"] or not grant.ground
    if not ban.only and (b["data"] < g["data"] or asks_more(ban, grant)):
        return True
    unspoken = ban.spoken - grant.spoken
    if "people" in unspoken and not g["people"] <= b["people"]:
        return True
    return any(b[side] < g[side] for side in unspoken)


def asks_more(ban: Sentence, grant: Sentence) -> bool:
    """Whether a ban has a condition that a grant does not meet anyway, and the grant is no special leave itself."""
    timed = bool(grant.clause.occasions or grant.clause.since or grant.clause.through)
    special = timed or any(grant.measured[side] < ban.measured[side] for side in grant.spoken)
    return not follows(grant.condition, ban.condition) and not (special and grant.ground)


def follows(narrow: z3.BoolRef, wide: z3.BoolRef) -> bool:
    """Whether one condition entails another."""
    solver = z3.Solver()
    return bool(solver.check(narrow, z3.Not(wide)) == z3.unsat)


def closing(said: Sentence, world: World) -> set[str]:
    """The slots that the *only* phrases of a clause close."""
    return {phrase.slot for phrase in effective(said.clause, world) if phrase.mode == "only"}


def name(said: Sentence) -> Id:
    """The clause of a sentence."""
    return said.agreement.title, said.clause.label


# Order

Pairs = set[tuple[object, object]]


def closed(pairs: Pairs) -> Pairs:
    """Pairs with all that follow from them."""
    while True:
        more = pairs | {(high, low) for high, middle in pairs for other, low in pairs if middle == other}
        if more == pairs:
            return pairs
        pairs = more


def clause_pairs(world: World) -> Pairs:
    """Which clause is said to prevail over which."""
    pairs: Pairs = set()
    for agreement in world.agreements:
        for clause in agreement.clauses:
            own = (agreement.title, clause.label)
            pairs |= {(own, low) for low in meant(world, agreement, clause.despite, "despite")}
            pairs |= {(high, own) for high in meant(world, agreement, clause.subject_to, "subject_to")}
        for higher, lower in agreement.rankings:
            if {"clauses", "of"} & {higher[0], lower[0]}:
                pairs |= set(product(clauses(world, agreement, higher), clauses(world, agreement, lower)))
    return {(high, low) for high, low in pairs if high != low}


def meant(world: World, agreement: Agreement, labels: tuple[str, ...], word: str = "") -> list[Id]:
    """The clauses that labels mean; *anything* means those that do not say the same themselves."""
    if labels == ALL:
        own = [each for each in world.agreements if is_one(world, each, agreement)]
        return [(each.title, clause.label) for each in own for clause in each.clauses if getattr(clause, word) != ALL]
    return [
        (agreement.title, c.label) for c in agreement.clauses if any(label_covers(label, c.label) for label in labels)
    ]


def clauses(world: World, agreement: Agreement, side: Side) -> list[Id]:
    """The clauses on one side of a sentence of precedence."""
    if side[0] == "clauses":
        return meant(world, agreement, side[1:])
    if side[0] == "of":
        named = [other for other in world.agreements if other.title == side[1]]
        return [found for other in named for found in meant(world, other, side[2:])]
    wanted = titles(world, agreement, side)
    return [(each.title, clause.label) for each in world.agreements if each.title in wanted for clause in each.clauses]


def agreement_pairs(world: World) -> Pairs:
    """Which agreement is said to prevail over which."""
    pairs: Pairs = set(amending_order(world))
    for agreement in world.agreements:
        for higher, lower in agreement.rankings:
            if not {"clauses", "of"} & {higher[0], lower[0]}:
                pairs |= set(product(titles(world, agreement, higher), titles(world, agreement, lower)))
    return {(high, low) for high, low in pairs if high != low}


def titles(world: World, agreement: Agreement, side: Side) -> list[str]:
    """The agreements on one side of a sentence of precedence."""
    match side[0]:
        case "this":
            return [agreement.title]
        case "other":
            return [each.title for each in world.agreements if not is_one(world, each, agreement)]
    return list(side[1:])


__all__ = ["Judge", "Set", "Space"]

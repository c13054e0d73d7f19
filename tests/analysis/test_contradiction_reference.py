"""Contradictions held against the naive reference: every witness conflicts, no conflict is missed, grades are as said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from policyc.analysis.contradiction import Contradiction, Grade
from tests.reference.description import UNNAMED, Agreement, Clause, Names, Phrase, Point, World
from tests.reference.engine import clause_of, run_world
from tests.reference.evaluator import covering, judge
from tests.reference.examples import examples
from tests.reference.joined import is_one
from tests.reference.names import Names as NamesOf
from tests.reference.narrower import is_exception
from tests.reference.order import outranks, survivors
from tests.reference.parts import Id, Part
from tests.reference.points import points
from tests.reference.text import BASE_KINDS, BASE_PARENTS, world_text
from tests.reference.worlds import few, rarely, some, worlds

SEEDS = st.integers(0, 3)


# Every witness


@examples(70)
@given(worlds())
def test_every_witness_conflicts(world: World) -> None:
    engine = run_world(world)
    for found in engine.facts.contradictions:
        point = engine.reference_point(found.witness)
        told = f"{world_text(world)}\n{point}\n{found.grade} {clause_of(found.grant)} {clause_of(found.ban)}"
        grants = [each for each in covering(world, point) if each.grants and each.id == clause_of(found.grant)]
        bans = [each for each in covering(world, point) if not each.grants and each.id == clause_of(found.ban)]
        assert grants, told
        assert bans, told
        weighed = [
            each for each in world.agreements if any(is_one(world, each, part.agreement) for part in grants + bans)
        ]
        possible = is_possible(replace(world, agreements=tuple(weighed)), point)
        assert possible or any(knows_better(world, each) for each in grants), told
        verdict, deciding = judge(world, point)
        if found.grade is Grade.ORDERED:
            assert_prevails(world, found, grants, bans)
        elif found.grade is Grade.NARROWER and found.joined:
            assert any(is_exception(ban, grant) for ban, grant in product(bans, grants)), told
            assert clause_of(found.ban) in deciding, told
        else:
            assert verdict == "conflicting", told
            assert {clause_of(found.grant), clause_of(found.ban)} <= deciding, told


def assert_prevails(world: World, found: Contradiction, grants: list[Part], bans: list[Part]) -> None:
    higher, lower = (grants, bans) if found.prevails is found.grant else (bans, grants)
    assert any(outranks(world, high, low) for high, low in product(higher, lower)), world_text(world)


def is_possible(world: World, point: Point) -> bool:
    """Whether such an act could happen: done with somebody if acts of its kind are, and shared to where that one is."""
    names = NamesOf(world, world.agreements[0])
    parties = {party for agreement in world.agreements for party in agreement.parties}
    if point.counterparty == point.bearer and point.bearer in parties:
        return False
    located = world.located.get(point.counterparty or "")
    if located and names.below("share", point.action) and not names.below(located, point.place):
        return False
    undecided = point.action in (UNNAMED, "process")
    return undecided or names.below("interact", point.action) is (point.counterparty is not None)


def knows_better(world: World, grant: Part) -> bool:
    """Whether a grant names places at none of which any of its recipients is declared to be."""
    everyone = [*world.kinds, UNNAMED]
    takers, places = ([x for x in everyone if grant.allows(side, x)] for side in ("counterparty", "place"))
    located = [world.located.get(taker) for taker in takers]
    declared = grant.has("place") and all(located)
    return declared and not any(grant.names.below(str(at), place) for at, place in product(located, places))


# No conflict is missed


@examples(60)
@given(worlds(), SEEDS)
def test_no_conflict_is_missed(world: World, seed: int) -> None:
    engine = run_world(world)
    found = engine.graded()
    for point in points(world, seed, 25):
        for pair in conflicts(world, point):
            assert pair in found, f"{world_text(world)}\n{point}\n{pair}"


def conflicts(world: World, point: Point) -> Iterator[tuple[Id, Id]]:
    """The clauses of grants and bans that survive side by side; a duty that offers a choice may be met otherwise.

    Clauses of two agreements are held against each other only in somebody whom both identify.
    """
    deciding = survivors(world, covering(world, point))
    for grant, ban in product(deciding, deciding):
        own = is_one(world, grant.agreement, ban.agreement)
        known = own or all(identifies(each, point.bearer) for each in (grant, ban))
        pair = grant.grants and not ban.grants and grant.clause is not ban.clause
        if pair and known and not offers_choice(grant.clause):
            yield grant.id, ban.id


def identifies(part: Part, person: str) -> bool:
    """Whether a clause means somebody by name, or as a party: *anyone* means somebody else in every agreement."""
    return person in part.agreement.parties or (person != UNNAMED and UNNAMED not in part.extents["bearer"])


def offers_choice(clause: Clause) -> bool:
    """Whether a clause is a duty that joins names with *or*."""
    lists = [clause.verbs, clause.objects or Names(), *(phrase.names for phrase in clause.phrases)]
    return clause.modality == "must" and any(names.choice for names in lists)


# Grades

DATA = ("data", "location", "shopping location", "diary")
POOLS = {"people": ("customer", "patient"), "purpose": ("research", "marketing"), "place": ("europe", "france", "asia")}
SLOTS = {"people": "about", "purpose": "for", "place": "in", "counterparty": "to"}
KINDS = BASE_KINDS | {
    **dict.fromkeys(("location", "shopping location", "diary"), "data"),
    **dict.fromkeys(("customer", "patient"), "people"),
    **dict.fromkeys(("research", "marketing"), "purpose"),
    **dict.fromkeys(("europe", "france", "asia"), "place"),
    **dict.fromkeys(("bank", "acme", "bolt", "corex"), "party"),
    **dict.fromkeys(("vow", "oath"), "condition"),
}
PARENTS = (*BASE_PARENTS, ("shopping location", "location"), ("france", "europe"), ("acme", "bank"), ("bolt", "bank"))
DAYS = (date(2020, 1, 1), date(2020, 6, 1))
DAYS_BETWEEN = (date(2019, 12, 31), *DAYS)
WORLD = World(KINDS, (), PARENTS)


@st.composite
def single_name_clauses(draw: st.DrawFn, label: str, modality: str) -> Clause:
    """A clause with no more than one name in each place."""
    verb = draw(some(("use", "share", "sell")))
    slots = draw(few(("people", "purpose", "place", "counterparty") if verb != "use" else ("people", "purpose"), 2, 0))
    people = {"counterparty": ("bolt", "corex", "anyone"), **POOLS}
    phrases = [Phrase(slot, SLOTS[slot], names=Names((draw(some(people[slot])),))) for slot in slots]  # type: ignore[arg-type]
    vows = rarely(some((("is", "vow"), ("is", "oath"), ("and", ("is", "vow"), ("is", "oath")))), None)
    formula = draw(vows)
    if formula:
        phrases.append(Phrase("condition", "if", formula=formula))
    return Clause(
        label=label,
        bearers=(draw(some(("acme", "each party", "corex"))) if label == "2" else "acme",),
        modality=modality,  # type: ignore[arg-type]
        verbs=Names((verb,)),
        objects=Names((draw(some(DATA)),)),
        phrases=tuple(phrases),
        since=draw(rarely(some(DAYS), None)),
    )


@examples(80)
@given(single_name_clauses("1", "may"), single_name_clauses("2", "must not"))
def test_grades_are_those_of_the_points(grant: Clause, ban: Clause) -> None:
    world = replace(WORLD, agreements=(Agreement("Deal", ("acme", "bolt"), (grant, ban)),))
    graded = run_world(world).graded()
    found = graded.get((("Deal", "1"), ("Deal", "2")))
    assert (found.grade if found else None) is grade(world, grant, ban), world_text(world)


def grade(world: World, grant: Clause, ban: Clause) -> Grade | None:
    """The grade of a grant and a ban, by looking at every act of Acme that they can tell apart."""
    every = list(every_point(grant, ban))
    if grant.verbs.names != ("use",) and all(phrase.slot != "purpose" for phrase in grant.phrases):
        every = [point for point in every if point.purpose is None]
    alone = [replace(world, agreements=(Agreement("Deal", ("acme", "bolt"), (clause,)),)) for clause in (grant, ban)]
    granted, banned = ({point for point in every if covering(each, point)} for each in alone)
    if not granted & banned:
        return None
    if granted <= banned:
        return Grade.DENIED
    named = [{replace(point, states=frozenset(), day=DAYS[0]) for point in points} for points in (granted, banned)]
    states = [{point.states for point in points} for points in (granted, banned)]
    if named[1] <= named[0] and (named[1] != named[0] or states[1] <= states[0]):
        return Grade.NARROWER
    return Grade.NARROWER if carves_out(grant, ban, granted, banned) else Grade.PARTIAL


def carves_out(grant: Clause, ban: Clause, granted: set[Point], banned: set[Point]) -> bool:
    """Whether a ban is on a narrower kind of act, or limits something of which the grant says nothing."""
    if {point.action for point in banned} < {point.action for point in granted}:
        return True
    silent = {phrase.slot for phrase in ban.phrases} - {phrase.slot for phrase in grant.phrases}
    return "condition" in silent or any(
        {getattr(point, slot) for point in banned} < {getattr(point, slot) for point in granted} for slot in silent
    )


def every_point(grant: Clause, ban: Clause) -> Iterator[Point]:
    """Every act of Acme that two clauses can tell apart."""
    slots = {phrase.slot for clause in (grant, ban) for phrase in clause.phrases}
    flows = grant.verbs.names != ("use",) and ban.verbs.names != ("use",)
    for action, data, people, purpose, place, counterparty, states, day in product(
        ("share", "sell") if flows else ("use", "share"),
        (*DATA[1:], UNNAMED),
        (*POOLS["people"], UNNAMED) if "people" in slots else (UNNAMED,),
        (*POOLS["purpose"], UNNAMED, None) if "purpose" in slots else ("research", None),
        (*POOLS["place"], UNNAMED) if "place" in slots else (UNNAMED,),
        ("bolt", "corex", UNNAMED) if flows else (None,),
        map(frozenset, ((), ("vow",), ("oath",), ("vow", "oath")) if "condition" in slots else ((),)),
        DAYS_BETWEEN if grant.since or ban.since else DAYS[1:],
    ):
        yield Point(
            "acme", action, data, people, counterparty, purpose, place, UNNAMED, "during", frozenset(states), day
        )

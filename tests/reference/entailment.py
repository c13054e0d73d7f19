"""Naive entailment: every act of a small world is looked at, and everything that somebody who keeps duties may do.

A requirement is read as a clause of the agreement. It is met where each act of which it speaks has the verdict that it
asks for; a duty is met where whoever does no more than what the agreement's duties ask for does what it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product

from tests.reference.description import UNNAMED, Agreement, Clause, Formula, Phrase, Point, World
from tests.reference.evaluator import judge
from tests.reference.names import Names
from tests.reference.parts import SIDES, Part, parts_of
from tests.reference.phrases import ways

VERDICTS = {"may": "permitted", "must not": "forbidden"}


# Acts


def missing(world: World, asked: Clause, points: Iterable[Point]) -> Iterator[Point]:
    """The acts that the one agreement of a world must permit, or forbid, and does not."""
    (agreement,) = world.agreements
    narrowed = names_asked_data(world, agreement, asked)
    closed = any(phrase.mode == "only" for phrase in asked.phrases)
    wanted = "forbidden" if closed else VERDICTS[asked.modality]
    for point in points:
        if narrowed and not concerns(world, agreement, point.data, point.people):
            continue
        if asks(world, agreement, asked, point) and judge(world, point)[0] != wanted:
            yield point


def asks(world: World, agreement: Agreement, asked: Clause, point: Point) -> bool:
    """Whether a requirement speaks of an act; where ``only`` closes it, of what it shuts out."""
    closed = any(phrase.mode == "only" for phrase in asked.phrases)
    return any(bool(part.only) is closed and part.covers(point) for part in parts_of(world, agreement, asked))


def concerns(world: World, agreement: Agreement, data: str, people: str) -> bool:
    """Whether some permission or duty of an agreement names data of people."""
    return any(
        is_named(part, data, people)
        for clause in agreement.clauses
        if clause.modality in ("may", "must") and clause.objects
        for part in parts_of(world, agreement, clause)
    )


def is_named(part: Part, data: str, people: str) -> bool:
    """Whether data, and whose they are, are those of a clause."""
    return not part.only and part.is_object(data) and part.is_about(people) and part.fits("people", people)


def names_asked_data(world: World, agreement: Agreement, asked: Clause) -> bool:
    """Whether an agreement's permissions and duties name any of the data that a requirement is about.

    Where nothing is named, or what are named are not data, a requirement is taken as it stands.
    """
    names = Names(world, agreement)
    if asked.objects is None or not any(names.below("data", name) for name in asked.objects.names):
        return False
    kinds = [[name for name, kind in world.kinds.items() if kind == each] + [UNNAMED] for each in ("data", "people")]
    asking = parts_of(world, agreement, asked)
    return any(
        concerns(world, agreement, data, people)
        for data, people in product(*kinds)
        if any(is_named(part, data, people) for part in asking)
    )


def given(world: World, asked: Clause, points: Iterable[Point]) -> Iterator[Point]:
    """The acts that the one agreement of a world permits, or forbids, although no agreement may."""
    # What stands behind an exception from leave and from a ban is read apart before the clause is asked for as a ban.
    plain = asked.modality != "must not"
    unwanted = [
        replace(asked, modality="must not", only_then=False, phrases=tuple(map(as_given, way)), plain=plain)
        for way in (ways(asked, world) if plain else [asked.phrases])
    ]
    always = replace(world.agreements[0], first=None, last=None)
    unending = replace(world, agreements=(always,))
    for point in points:
        parts = (part for each in unwanted for part in parts_of(unending, always, each))
        within = any(part.covers(replace(point, phase="during")) for part in parts)
        if within and judge(world, point)[0] in (VERDICTS[asked.modality], "conflicting"):
            yield point


def as_given(phrase: Phrase) -> Phrase:
    """A condition as what holds: *without consent* is where there is none."""
    if phrase.slot != "condition" or phrase.mode == "except":
        return phrase
    formula: Formula = ("not", phrase.formula) if phrase.word in ("without", "unless") else phrase.formula
    return replace(phrase, word="if", mode="", formula=formula)


# Duties


@dataclass(frozen=True)
class Duty:
    """What somebody has to do: each of some acts towards each of some persons, or (``choice``) one of the acts.

    It concerns each of some ``data`` and falls due after an event, within so many hours (None: at some time). ``vowed`` is
    the manner in which it is to be done.
    """

    verbs: tuple[str, ...]
    towards: tuple[str, ...]
    data: tuple[str, ...]
    event: str
    within: int | None = None
    vowed: bool = False
    choice: bool = False


Deed = tuple[str, str, int, bool]
"""An act that was done: what, towards whom, after how many hours, and whether in the manner."""
Kinds = dict[str, tuple[str, ...]]
"""What each name covers."""


def does(deed: Deed, verb: str, person: str, duty: Duty, kinds: Kinds) -> bool:
    """Whether a deed is what a duty asks for, as to one of its acts and persons."""
    done, towards, hours, vowed = deed
    in_time = duty.within is None or hours <= duty.within
    return done in kinds[verb] and towards in kinds[person] and in_time and (vowed or not duty.vowed)


def kept(duty: Duty, deeds: Iterable[Deed], kinds: Kinds) -> bool:
    """Whether somebody who did so much kept a duty."""
    known = list(deeds)
    weigh = any if duty.choice else all
    return all(
        weigh(any(does(deed, verb, person, duty, kinds) for deed in known) for verb in duty.verbs)
        for person in duty.towards
    )


def keepings(duty: Duty, deeds: list[Deed], kinds: Kinds) -> Iterator[tuple[Deed, ...]]:
    """Each way to keep a duty with no deed too many."""
    each = [
        [deed for deed in deeds if any(does(deed, verb, person, duty, kinds) for verb in verbs)]
        for person in duty.towards
        for verbs in ([duty.verbs] if duty.choice else [(verb,) for verb in duty.verbs])
    ]
    return product(*each)


def owes(duties: list[Duty], wanted: Duty, deeds: list[Deed], kinds: Kinds) -> bool:
    """Whether who keeps some duties keeps another, whatever happens to which data.

    Of the data that are wanted, only those count that some duty names, if any does.
    """
    named = {each for duty in duties for data in duty.data for each in kinds[data]}
    concerned = {each for data in wanted.data for each in kinds[data]}
    for data in sorted(concerned & named or concerned):
        for event in kinds[wanted.event]:
            due = [
                duty for duty in duties if event in kinds[duty.event] and any(data in kinds[each] for each in duty.data)
            ]
            for chosen in product(*(keepings(duty, deeds, kinds) for duty in due)):
                if not kept(wanted, [deed for way in chosen for deed in way], kinds):
                    return False
    return True


# Every act of a small world

STATES = ("condition", "event")
PERSONS = ("party", "people")
SIDE_KINDS = {"bearer": PERSONS, "counterparty": PERSONS, "source": PERSONS, "data": ("data", "event")}


def every_act(world: World, asked: Clause) -> Iterator[Point]:
    """One act for each case that the clauses of the one agreement, or a requirement, tell apart, and that can be.

    Two names that every part of every clause treats alike are one case.
    """
    (agreement,) = world.agreements
    all_parts = [part for clause in (*agreement.clauses, asked) for part in parts_of(world, agreement, clause)]
    classes = [alike(side, all_parts) for side in SIDES]
    for case in product(*classes):
        if sides := some_act(world, agreement, case):
            for states, day in product(every_state(world, agreement, asked), every_day(all_parts)):
                yield Point(*sides, states, day)  # type: ignore[arg-type,call-arg]


def alike(side: str, all_parts: list[Part]) -> list[tuple[str | None, ...]]:
    """What a side of an act may be, in groups that no part tells apart."""
    groups: dict[tuple[tuple[bool, bool], ...], list[str | None]] = {}
    for x in dict.fromkeys(value for part in all_parts for value in candidates(side, part.names)):
        treated = tuple((x in part.extents[side], part.allows(side, x)) for part in all_parts)
        groups.setdefault(treated, []).append(x)
    return [tuple(group) for group in groups.values()]


def candidates(side: str, names: Names) -> list[str | None]:
    """What a side of an act may be at all."""
    if side == "phase":
        return ["during", "after"]
    kinds = SIDE_KINDS.get(side, (side,))
    named: list[str | None] = [name for name, kind in names.world.kinds.items() if kind in kinds]
    nothing: list[str | None] = [None] if side in ("counterparty", "purpose") else []
    return named if side == "action" else [*named, UNNAMED, *nothing]


def some_act(world: World, agreement: Agreement, case: tuple[tuple[str | None, ...], ...]) -> list[str | None] | None:
    """An act made of one name from each group that can be; None where none can."""
    names = Names(world, agreement)
    first = [group[0] for group in case]
    for bearer, action, other, place in product(case[0], case[1], case[4], case[6]):
        if bearer and action and can_be(names, bearer, action, other, place):
            first[0], first[1], first[4], first[6] = bearer, action, other, place
            return first
    return None


def can_be(names: Names, bearer: str, action: str, other: str | None, place: str | None) -> bool:
    """Whether an act can be: nobody deals with oneself, and what is shared arrives where its recipient is."""
    interacts = names.below("interact", action)
    if (other is None and interacts) or (other is not None and not interacts and action != "process"):
        return False
    if other in names.agreement.parties and bearer == other:
        return False
    located = names.world.located.get(other or "")
    return not (names.below("share", action) and located) or (place is not None and names.below(located, place))


def every_state(world: World, agreement: Agreement, asked: Clause) -> Iterator[frozenset[str]]:
    """Each set of the conditions and events that some clause names."""
    clauses = (*agreement.clauses, asked)
    named = {name for clause in clauses for phrase in clause.phrases for name in states_in(phrase.formula)}
    named |= {event for clause in clauses for _, event in clause.occasions}
    named |= {event for _, _, event in agreement.survivals if event}
    below = [name for name, kind in world.kinds.items() if kind in STATES and is_below(world, agreement, named, name)]
    quoted = [name for name in named if name.startswith('"')]
    for chosen in product((False, True), repeat=len(below) + len(quoted)):
        yield frozenset(name for name, holds in zip([*below, *quoted], chosen, strict=True) if holds)


def is_below(world: World, agreement: Agreement, above: Iterable[str], name: str) -> bool:
    """Whether a name is a kind of one of some others."""
    return any(Names(world, agreement).below(each, name) for each in above if each in world.kinds)


def states_in(formula: Formula) -> Iterator[str]:
    """The names in a condition."""
    if formula[:1] == ("is",):
        yield formula[1]
    for operand in formula[1:] if formula[:1] != ("is",) else ():
        yield from states_in(operand)


def every_day(all_parts: list[Part]) -> list[date]:
    """The first day on which things may be otherwise than the day before."""
    edges = {date.min} | {part.period[0] for part in all_parts}
    ends = {part.period[1] for part in all_parts} - {date.max}
    return sorted(edges | {end + timedelta(days=1) for end in ends})

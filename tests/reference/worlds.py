"""Small random worlds that use every feature of the language, and points in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.reference.description import (
    ALL,
    UNNAMED,
    Agreement,
    Clause,
    Names,
    Phrase,
    Point,
    Slot,
    World,
)
from tests.reference.evaluator import Reading, sayings
from tests.reference.text import BASE_KINDS, BASE_PARENTS

POOLS = {
    "data": ("location", "balance", "diary", "portrait", "address", "salary"),
    "purpose": ("research", "marketing", "security", "billing", "training"),
    "party": ("bank", "platform", "insurer", "acme", "bolt", "corex", "delta"),
    "people": ("customer", "patient", "pupil"),
    "place": ("europe", "france", "asia", "japan"),
    "condition": ("approval", "emergency", "vow"),
    "event": ("strike", "quake"),
}
PARTIES = POOLS["party"][3:]
KINDS_OF_PARTY = POOLS["party"][:3]
LONE = ("use", "keep", "delete", "process")
SHARING = ("share", "sell", "disclose")
LABELS = ("1", "2.1", "2.2", "3(a)", "3(b)", "4.1", "5", "6")
DAYS = tuple(date(2020, month, 1) for month in (1, 3, 6, 9, 12))
TITLES = ("First", "Second")

Draw = st.DrawFn


@st.composite
def worlds(draw: Draw, clauses: int = 8, agreements: int = 2) -> World:
    """A world of at most so many agreements and clauses."""
    kinds = dict(BASE_KINDS)
    parents: list[tuple[str, str]] = []
    for kind, pool in POOLS.items():
        kinds |= dict.fromkeys(pool, kind)
        parents += draw(edges(kind, pool))
    excludes = tuple(pair for kind, pool in POOLS.items() for pair in draw(exclusions(pool)))
    about = draw(st.dictionaries(st.sampled_from(POOLS["data"]), st.tuples(some(POOLS["people"])), max_size=2))
    located = draw(st.dictionaries(st.sampled_from(PARTIES), some(POOLS["place"]), max_size=2))
    count = draw(st.sampled_from(range(1, agreements + 1)))
    made = [draw(an_agreement(title, TITLES[:count], clauses // count)) for title in TITLES[:count]]
    return World(kinds, tuple(made), BASE_PARENTS + tuple(parents), excludes, about, located)


def some(names: Sequence[str]) -> st.SearchStrategy[str]:
    """One of some names."""
    return st.sampled_from(list(names))


def few(names: Sequence[str], most: int = 2, least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of some names, each once."""
    return st.lists(some(names), min_size=least, max_size=most, unique=True).map(tuple)


def rarely(strategy: st.SearchStrategy[Any], otherwise: Any) -> st.SearchStrategy[Any]:
    """Something that most worlds lack."""
    return st.one_of(*[st.just(otherwise)] * 4, strategy)


@st.composite
def edges(draw: Draw, kind: str, pool: Sequence[str]) -> list[tuple[str, str]]:
    """Which of some names are kinds of which before them; named parties are of the kinds of parties alone."""
    found = []
    for at, name in enumerate(pool[1:], start=1):
        above = KINDS_OF_PARTY if name in PARTIES else pool[:at]
        found += [(name, parent) for parent in draw(few(above, 2, 0))]
    return found


@st.composite
def exclusions(draw: Draw, pool: Sequence[str]) -> list[tuple[str, str]]:
    """Sometimes a name that excludes a later one."""
    if not draw(rarely(st.just(True), False)):
        return []
    left, right = sorted(draw(few(pool[:4], 2, 2)), key=list(pool).index)
    return [(left, right)]


@st.composite
def an_agreement(draw: Draw, title: str, titles: Sequence[str], clauses: int) -> Agreement:
    """An agreement of at most so many clauses."""
    count = draw(st.sampled_from(range(1, clauses + 1)))
    labels = LABELS[:count]
    first, last = draw(rarely(some_day(), None)), draw(rarely(some_day(), None))
    own = [pair for pool in ("data", "party") for pair in draw(rarely(edges(pool, POOLS[pool]), []))]
    others = [other for other in titles if other != title]
    survivals = draw(rarely(few((*labels, *(label[0] for label in labels))), ()))
    return Agreement(
        title=title,
        parties=draw(few(PARTIES, 3, 2)),
        clauses=draw(some_clauses(labels)),
        first=first,
        last=last,
        parents=tuple(own),
        survivals=tuple((label, draw(st.sampled_from([None, 30]))) for label in survivals),
        rankings=tuple(draw(rarely(st.lists(ranking(labels, others), max_size=2), []))),
        amends=tuple(draw(rarely(st.just(others), []))),
        stricter_prevails=draw(rarely(st.just(True), False)),
    )


def some_day() -> st.SearchStrategy[date]:
    """One of the world's days."""
    return st.sampled_from(DAYS)


@st.composite
def ranking(draw: Draw, labels: Sequence[str], others: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What prevails over what."""
    sides = [draw(few(labels, 2)) for _ in range(2)]
    options: list[tuple[tuple[str, ...], tuple[str, ...]]] = [(("clauses", *sides[0]), ("clauses", *sides[1]))]
    if others:
        title = ("title", others[0])
        options += [(("this",), ("other",)), (title, ("this",)), (("clauses", *sides[0]), title)]
    return draw(st.sampled_from(options))


@st.composite
def some_clauses(draw: Draw, labels: Sequence[str]) -> tuple[Clause, ...]:
    """Clauses; many of them speak of what another one speaks of, so that they meet."""
    made: list[Clause] = []
    for label in labels:
        clause = draw(a_clause(label, labels))
        if made and draw(st.booleans()):
            clause = draw(variation(draw(st.sampled_from(made)), clause))
        made.append(clause)
    return tuple(made)


@st.composite
def variation(draw: Draw, base: Clause, other: Clause) -> Clause:
    """A clause with some of its parts from one clause and the rest from another; its modality fits its phrases."""
    shared = draw(st.sets(st.sampled_from(("bearers", "verbs", "objects", "phrases")), min_size=2))
    made = replace(other, **{part: getattr(base, part) for part in sorted(shared)})
    if not set(made.verbs.names) <= {*SHARING, "notify"}:
        made = replace(made, phrases=tuple(phrase for phrase in made.phrases if phrase.slot != "counterparty"))
    if made.modality != "may":
        made = replace(made, phrases=tuple(phrase for phrase in made.phrases if phrase.mode != "only"))
    return made


@st.composite
def a_clause(draw: Draw, label: str, labels: Sequence[str]) -> Clause:
    """A clause."""
    modality = draw(st.sampled_from(("may", "may", "must not", "must not", "must", "need not")))
    verbs = draw(few(draw(st.sampled_from((LONE, SHARING, SHARING, (*LONE[:2], *SHARING[:2]), ("receive",), ("notify",))))))
    slots = ["people", "purpose", "purpose", "place", "condition", "source"]
    slots += ["counterparty"] * 3 if set(verbs) <= {*SHARING, "notify"} else []
    slots = draw(st.lists(st.sampled_from(slots), max_size=draw(st.integers(0, 3))))
    others = [other for other in labels if other != label] or [label]
    since, through = draw(rarely(some_day(), None)), draw(rarely(some_day(), None))
    occasion = st.tuples(st.sampled_from(("after", "before", "until", "on")), some((*POOLS["event"], "breach", "termination")))
    return Clause(
        label=label,
        bearers=draw(few((*PARTIES[:2], *KINDS_OF_PARTY, "each party", "anyone", "third parties", "recipient", "discloser"))),
        modality=modality,
        verbs=Names(verbs, (), draw(st.booleans())),
        objects=draw(an_object(verbs)),
        phrases=tuple(draw(a_phrase(slot, modality)) for slot in slots),
        since=since,
        through=through,
        occasions=tuple(draw(rarely(st.lists(occasion, max_size=2), []))),
        despite=draw(rarely(st.one_of(few(others), st.just(ALL)), ())),
        subject_to=draw(rarely(st.one_of(few(others), st.just(ALL)), ())),
        except_as_allowed=modality == "must not" and draw(rarely(st.just(True), False)),
    )


def an_object(verbs: Sequence[str]) -> st.SearchStrategy[Names | None]:
    """What a clause is about: some data, a notice also an event; or it does not say."""
    events = [st.just(Names(("breach",)))] if "notify" in verbs else []
    return st.one_of(st.none(), names((*POOLS["data"], "data")), *events)


@st.composite
def names(draw: Draw, pool: Sequence[str]) -> Names:
    """A list of names, sometimes with names taken from it."""
    taken = few([name for name in pool if name not in ("data", "purpose", "anyone", "third parties", "the other party", "each party")])
    chosen = draw(few(pool))
    roots = [name for name in chosen if name in ("data", "purpose")]
    return Names(tuple(roots) or chosen, draw(rarely(taken, ())), draw(st.booleans()))


@st.composite
def a_phrase(draw: Draw, slot: Slot, modality: str) -> Phrase:
    """A phrase for a slot of a clause."""
    modes = {"may": ("", "", "only", "except", "even"), "must": ("", "", "except")}.get(modality, ("", "", "except", "even"))
    mode = draw(st.sampled_from(modes))
    if slot == "condition":
        return draw(a_condition(mode))
    persons = (*PARTIES, *KINDS_OF_PARTY, "anyone", "third parties")
    pools = {
        "people": POOLS["people"],
        "counterparty": (*persons, "the other party", "each party", "recipient", "customer"),
        "source": (*persons, "the other party", "discloser"),
        "purpose": (*POOLS["purpose"], "purpose"),
        "place": POOLS["place"],
    }
    words = {"people": "about", "counterparty": "to", "source": "from", "purpose": "for"}
    word = words.get(slot) or draw(st.sampled_from(("in", "outside")))
    return Phrase(slot, word, mode, draw(names(pools[slot])))


@st.composite
def a_condition(draw: Draw, mode: str) -> Phrase:
    """A phrase that states a condition."""
    words = {"": ("with", "without", "under", "if", "unless"), "only": ("with", "if", "under"), "except": ("with", "if", "under")}
    word = draw(st.sampled_from(words.get(mode, ("with", "without", "if"))))
    atoms = some((*POOLS["condition"], "consent", "breach")).map(lambda name: ("is", name))
    lists = st.tuples(st.sampled_from(("and", "or")), atoms, atoms)
    deep = st.recursive(atoms, lambda inner: st.one_of(st.tuples(st.just("not"), inner), st.tuples(st.sampled_from(("and", "or")), inner, inner)), max_leaves=3)
    return Phrase("condition", word, mode, Names(()), draw(deep if word in ("if", "unless") else st.one_of(atoms, lists)))


# Points


def points(world: World, seed: int, count: int) -> list[Point]:
    """Points of a world, most of them such that one of its clauses speaks of them."""
    random = Random(seed)
    return [a_point_of_a_clause(world, random) for _ in range(count)]


def a_point_of_a_clause(world: World, random: Random) -> Point:
    """One point; the first of several of which some clause speaks, if there is one."""
    agreement = random.choice(world.agreements)
    clause = random.choice(agreement.clauses)
    reading = Reading(world, agreement)
    for _ in range(random.choice((1, 8))):
        point = a_point(world, agreement, clause, random)
        if any(sayings(reading, clause, point)):
            break
    return point


def a_point(world: World, agreement: Agreement, clause: Clause, random: Random) -> Point:
    """One point: the names that a clause mentions, what is below them, and others."""
    pick = Picker(world, agreement, random)
    everybody = [*PARTIES, *KINDS_OF_PARTY, UNNAMED]
    interacting = [verb for verb in (*SHARING, "notify")]
    verbs = ["share" if verb == "receive" else verb for verb in clause.verbs.names]
    action = pick("action", verbs, [*LONE, *SHARING, "notify"])
    bearer = pick("party", [*clause.bearers, *mentioned(clause, "source")], everybody)
    counterparty = bearer
    while counterparty == bearer and bearer in PARTIES:
        likely = [*mentioned(clause, "counterparty"), *agreement.parties, *clause.bearers]
        counterparty = pick("party", likely, [*everybody, "customer"])
    place = pick("place", mentioned(clause, "place"), [*POOLS["place"], UNNAMED])
    if action in interacting and counterparty in world.located:
        below = [name for name in POOLS["place"] if Reading(world, agreement).below(world.located[counterparty], name)]
        place = place if place in below else random.choice(below)
    flows = action in SHARING and random.random() < 0.5
    return Point(
        bearer=bearer,
        action=action,
        data=pick_object(action, clause, pick),
        people=pick("people", mentioned(clause, "people"), [*POOLS["people"], UNNAMED]),
        counterparty=counterparty if action in interacting else None,
        purpose=None if flows else pick("purpose", mentioned(clause, "purpose"), [*POOLS["purpose"], UNNAMED]),
        place=place,
        source=pick("party", mentioned(clause, "source"), [p for p in everybody if p != bearer or p not in PARTIES]),
        phase=random.choice(("during", "during", "after")),
        states=frozenset(name for name in STATES if random.random() < 0.4),
        day=random.choice([clause.since or DAYS[1], clause.through or DAYS[2], random.choice(DAYS)])
        + timedelta(days=random.choice((0, 0, 0, -1, 1, 29, 30, 31))),
    )


def pick_object(action: str, clause: Clause, pick: Picker) -> str:
    """Data, or the event that a notice tells."""
    if action == "notify" and pick.random.random() < 0.5:
        return "breach"
    return pick("data", clause.objects.names if clause.objects else (), [*POOLS["data"], UNNAMED])


STATES = (*POOLS["condition"], *POOLS["event"], "consent", "breach")


class Picker:
    """Picks names: mostly likely ones or what is below them."""

    def __init__(self, world: World, agreement: Agreement, random: Random) -> None:
        self.world, self.agreement, self.random = world, agreement, random

    def __call__(self, kind: str, likely: Iterable[str], pool: Sequence[str]) -> str:
        """A name of a pool."""
        known = sorted({name for name in likely if self.world.kinds.get(name) == kind})
        near = [x for x in pool if any(x in all_below(self.world, self.agreement, name) for name in known)]
        return self.random.choice(near if near and self.random.random() < 0.85 else list(pool))


@cache
def all_below(world: World, agreement: Agreement, name: str) -> set[str]:
    """The names at or below a name."""
    reading = Reading(world, agreement)
    return {x for x in world.kinds if reading.below(name, x)}


def mentioned(clause: Clause, slot: Slot) -> list[str]:
    """The names that a clause mentions in a slot."""
    return [name for phrase in clause.phrases if phrase.slot == slot for name in (*phrase.names.names, *phrase.names.minus)]

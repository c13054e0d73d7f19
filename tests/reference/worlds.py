"""Small random worlds that use every feature of the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import Any

from hypothesis import strategies as st

from tests.reference.among import completed
from tests.reference.description import (
    ALL,
    Agreement,
    Clause,
    Formula,
    Modality,
    Mode,
    Names,
    Phrase,
    Side,
    Slot,
    World,
)
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
ALONE = ("use", "keep", "delete", "process")
SHARING = ("share", "sell", "disclose")
INTERACTING = (*SHARING, "notify")
LABELS = ("1", "2.1", "2.2", "3(a)", "3(b)", "4.1", "5", "6")
DAYS = tuple(date(2020, month, 1) for month in (1, 3, 6, 9, 12))
TITLES = ("First", "Second")
WIDE = ("data", "purpose", "anyone", "third parties", "the other party", "each party")
"""Names from which others are taken, but that are not taken themselves."""
WHO = (*PARTIES, *KINDS_OF_PARTY, "anyone", "third parties")
MENTIONED: dict[Slot, tuple[str, ...]] = {
    "people": POOLS["people"],
    "counterparty": (*WHO, "the other party", "each party", "recipient", "customer"),
    "source": (*WHO, "the other party", "discloser"),
    "purpose": (*POOLS["purpose"], "purpose"),
    "place": POOLS["place"],
}
WORDS: dict[Slot, tuple[str, ...]] = {
    "people": ("about",),
    "counterparty": ("to",),
    "source": ("from",),
    "purpose": ("for",),
    "place": ("in", "outside"),
}
MODES: dict[str, tuple[Mode, ...]] = {
    "may": ("", "", "only", "except", "even"),
    "must": ("", "", "except"),
    "must not": ("", "", "except", "even"),
    "need not": ("",),
}
QUOTED = '"it rains"'
"""A condition of which only the words are known."""
Draw = st.DrawFn


def some(names: Sequence[Any]) -> st.SearchStrategy[Any]:
    """One of some things."""
    return st.sampled_from(list(names))


def few(names: Sequence[str], most: int = 2, least: int = 1) -> st.SearchStrategy[tuple[str, ...]]:
    """A few of some names, each once."""
    return st.lists(some(names), min_size=least, max_size=most, unique=True).map(tuple)


def rarely(strategy: st.SearchStrategy[Any], otherwise: Any = ()) -> st.SearchStrategy[Any]:
    """Something that most worlds lack."""
    return st.integers(0, 9).flatmap(lambda n: strategy if n == 9 else st.just(otherwise))


@st.composite
def worlds(draw: Draw, clauses: int = 8, agreements: int = 2) -> World:
    """A world of at most so many agreements and clauses."""
    titles = TITLES[: draw(some(range(1, agreements + 1)))]
    drawn = World(
        kinds=BASE_KINDS | {name: kind for kind, pool in POOLS.items() for name in pool},
        agreements=tuple(draw(an_agreement(title, titles, clauses // len(titles))) for title in titles),
        parents=BASE_PARENTS + tuple(pair for pool in POOLS.values() for pair in draw(edges(pool))),
        excludes=tuple(pair for pool in POOLS.values() for pair in draw(rarely(exclusion(pool)))),
        about=draw(st.dictionaries(some(POOLS["data"]), few(POOLS["people"]), max_size=2)),
        located=draw(st.dictionaries(some(PARTIES), some(POOLS["place"]), max_size=2)),
        derived=draw(derivatives()),
    )
    return completed(drawn)


@st.composite
def crowds(draw: Draw, clauses: int = 6) -> World:
    """A world of one agreement in which data are about people, and most clauses on data speak of people too."""
    drawn = draw(worlds(clauses, 1))
    about = draw(st.fixed_dictionaries({name: few(POOLS["people"]) for name in POOLS["data"]}))
    (agreement,) = drawn.agreements
    said = tuple(draw(of_people(clause)) for clause in agreement.clauses)
    return completed(replace(drawn, about=about, agreements=(replace(agreement, clauses=said),)))


@st.composite
def of_people(draw: Draw, clause: Clause) -> Clause:
    """A clause that mostly says whom its data are about."""
    if draw(st.integers(0, 3)) == 0:
        return clause
    phrases = (*clause.phrases, draw(a_phrase("people", clause.modality)))
    return replace(clause, objects=draw(names(POOLS["data"])), phrases=phrases)


@st.composite
def edges(draw: Draw, pool: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Which of some names are kinds of which before them; named parties are of the kinds of parties alone."""
    above = {name: KINDS_OF_PARTY if name in PARTIES else pool[:at] for at, name in enumerate(pool) if at}
    return tuple((name, parent) for name in above for parent in draw(few(above[name], 2, 0)))


@st.composite
def derivatives(draw: Draw) -> tuple[tuple[str, str, bool], ...]:
    """Data that are derived from others, bound by the terms of these or free of them."""
    made = draw(few(range(1, len(POOLS["data"])), 2, 0))  # type: ignore[arg-type]
    data = POOLS["data"]
    return tuple((data[at], draw(some(data[:at])), draw(st.booleans())) for at in made)  # type: ignore[call-overload, index]


def exclusion(pool: Sequence[str]) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """A name that excludes a later one."""
    return few(range(min(4, len(pool))), 2, 2).map(lambda two: ((pool[min(two)], pool[max(two)]),))  # type: ignore[arg-type,call-overload]


@st.composite
def an_agreement(draw: Draw, title: str, titles: Sequence[str], clauses: int) -> Agreement:
    """An agreement of at most so many clauses."""
    labels = LABELS[: draw(some(range(clauses, 0, -1)))]
    others = tuple(other for other in titles if other != title)
    surviving = draw(rarely(few((*labels, *(label[0] for label in labels)))))
    lasting = draw(some(((None, None), (30, None), (None, "strike"))))
    return Agreement(
        title=title,
        parties=draw(few(PARTIES, 3, 2)),
        clauses=draw(some_clauses(labels)),
        first=draw(rarely(some(DAYS), None)),
        last=draw(rarely(some(DAYS), None)),
        parents=tuple(pair for kind in ("data", "party") for pair in draw(rarely(edges(POOLS[kind])))),
        survivals=tuple((label, *lasting) for label in surviving),
        rankings=tuple(draw(rarely(st.lists(ranking(labels, others), max_size=2)))),
        amends=draw(rarely(st.just(others))),
        incorporates=draw(rarely(st.just(others))),
        stricter_prevails=draw(rarely(st.just(True), False)),
    )


@st.composite
def ranking(draw: Draw, labels: Sequence[str], others: Sequence[str]) -> tuple[Side, Side]:
    """What prevails over what."""
    high, low = ("clauses", *draw(few(labels))), ("clauses", *draw(few(labels)))
    options: list[tuple[Side, Side]] = [(high, low)]
    for title in others:
        options += [(("this",), ("other",)), (("title", title), ("this",)), (high, ("title", title))]
        options += [(("of", title, *low[1:]), high)]
    return draw(st.sampled_from(options))


@st.composite
def some_clauses(draw: Draw, labels: Sequence[str]) -> tuple[Clause, ...]:
    """Clauses; many of them speak of what another one speaks of, so that they meet."""
    made: list[Clause] = []
    for label in labels:
        clause = draw(a_clause(label, labels))
        again = draw(some((None, variation, counterpart, counterpart))) if made else None
        made.append(draw(again(draw(some(made)), clause)) if again else clause)
    return tuple(made)


@st.composite
def counterpart(draw: Draw, base: Clause, other: Clause) -> Clause:
    """A clause that forbids about what another allows, or the other way round: one thing may be said otherwise."""
    modality: Modality = draw(some(("may", "must"))) if base.modality == "must not" else "must not"
    made = replace(base, label=other.label, modality=modality, except_as_allowed=False, turned=other.turned)
    changed = draw(some(("nothing", "objects", "phrases", "days", "order", "verbs")))
    if changed == "objects":
        made = replace(made, objects=draw(an_object(base.verbs.names)))
    elif changed == "verbs" and set(base.verbs.names) <= set(SHARING):
        made = replace(made, verbs=Names(draw(few(SHARING)), (), base.verbs.choice))
    elif changed == "phrases":
        phrase = draw(a_phrase(draw(some(("people", "purpose", "place", "condition"))), modality))
        made = replace(made, phrases=(*made.phrases[draw(st.integers(0, 1)) :], phrase))
    elif changed == "days":
        made = replace(made, since=other.since, through=other.through, occasions=other.occasions)
    made = replace(made, only_then=made.only_then and may_close(made))
    if changed != "order":
        made = replace(made, despite=(), subject_to=())
    return replace(made, phrases=tuple(phrase for phrase in made.phrases if phrase.mode in MODES[modality]))


@st.composite
def variation(draw: Draw, base: Clause, other: Clause) -> Clause:
    """A clause with some of its parts from one clause and the rest from another; its modality fits its phrases."""
    shared = draw(st.sets(some(("bearers", "verbs", "objects", "phrases")), min_size=2))
    made = replace(other, **{part: getattr(base, part) for part in sorted(shared)})
    interacts = set(made.verbs.names) <= set(INTERACTING)
    phrases = [phrase for phrase in made.phrases if interacts or phrase.slot != "counterparty"]
    made = replace(made, only_then=made.only_then and may_close(made))
    return replace(made, phrases=tuple(phrase for phrase in phrases if phrase.mode in MODES[made.modality]))


@st.composite
def a_clause(draw: Draw, label: str, labels: Sequence[str]) -> Clause:
    """A clause."""
    modality = draw(some(("may", "may", "must not", "must not", "must", "need not")))
    verbs = draw(few(draw(some((ALONE, SHARING, SHARING, (*ALONE[:2], *SHARING[:2]), ("receive",), ("notify",))))))
    slots = ["people", "purpose", "purpose", "place", "condition", "source"]
    slots += ["counterparty"] * 3 if set(verbs) <= set(INTERACTING) else []
    chosen = draw(st.lists(some(slots), max_size=draw(st.integers(0, 3))))
    others = [other for other in labels if other != label] or [label]
    ordering = rarely(st.one_of(few(others), st.just(ALL)))
    made = Clause(
        label=label,
        bearers=draw(few((*WHO, "each party", "recipient", "discloser"))),
        modality=modality,
        verbs=Names(verbs, (), draw(st.booleans())),
        objects=draw(an_object(verbs)),
        phrases=tuple(draw(a_phrase(slot, modality)) for slot in chosen),
        since=draw(rarely(some(DAYS), None)),
        through=draw(rarely(some(DAYS), None)),
        occasions=tuple(draw(rarely(st.lists(occasion(), max_size=2, unique_by=itemgetter(1))))),
        despite=draw(ordering),
        subject_to=draw(ordering),
        except_as_allowed=modality == "must not" and draw(rarely(st.just(True), False)),
        turned=draw(st.booleans()),
    )
    return replace(made, only_then=may_close(made) and draw(st.booleans()))


def occasion() -> st.SearchStrategy[tuple[str, str]]:
    """After or before an event."""
    words = some(("after", "before", "until", "on"))
    ends = st.tuples(st.one_of(words, st.just("even after")), st.just("termination"))
    return st.one_of(st.tuples(words, some((*POOLS["event"], "breach"))), ends)


def may_close(clause: Clause) -> bool:
    """Whether leave may be *only* for its times: they divide time itself."""
    ending = [word for word, event in clause.occasions if event == "termination"]
    timed = bool(clause.since or clause.through or ending)
    return clause.modality == "may" and timed and "even after" not in ending


def an_object(verbs: Sequence[str]) -> st.SearchStrategy[Names | None]:
    """What a clause is about: some data, a notice also an event; or it does not say."""
    events = [st.just(Names(("breach",)))] if "notify" in verbs else []
    return st.one_of(st.none(), names((*POOLS["data"], "data")), *events)


@st.composite
def names(draw: Draw, pool: Sequence[str]) -> Names:
    """A list of names, sometimes with names taken from it; the root of a kind stands alone."""
    taken = draw(rarely(few([name for name in pool if name not in WIDE])))
    chosen = draw(few(pool))
    roots = tuple(name for name in chosen if name in WIDE[:2])
    return Names(roots or chosen, taken, draw(st.booleans()))


@st.composite
def a_phrase(draw: Draw, slot: Slot, modality: str) -> Phrase:
    """A phrase for a slot of a clause."""
    mode = draw(some(MODES[modality]))
    if slot == "condition":
        return draw(a_condition(mode))
    return Phrase(slot, draw(some(WORDS[slot])), mode, draw(names(MENTIONED[slot])))


@st.composite
def a_condition(draw: Draw, mode: Mode) -> Phrase:
    """A phrase that states a condition; after ``if`` and ``unless`` it may be a nested one."""
    word = draw(some(("if", "while", "to the extent", "with", "without", "under") + (() if mode else ("unless",))))
    atoms = some((*POOLS["condition"], "consent", "legal obligation", "breach", QUOTED)).map(lambda name: ("is", name))
    lists = st.tuples(some(("and", "or")), atoms, atoms)
    formula = (
        st.recursive(atoms, nested, max_leaves=3)
        if word in ("if", "unless", "while", "to the extent")
        else st.one_of(atoms, lists)
    )
    return Phrase("condition", word, mode, formula=draw(formula))


def nested(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    """A condition made of others."""
    return st.one_of(st.tuples(st.just("not"), inner), st.tuples(some(("and", "or")), inner, inner))

"""The naive walker: where data may end up, found by following every simple path of every concrete moment.

Written from the meaning of flows alone, for clearness and not for speed: at a moment (these data, these conditions, this
day) somebody gives to somebody if a clause lets it and no clause forbids it. It shares nothing with the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, combinations, product

SOMEBODY = "?"
ANYONE = "anyone"
PLACES = ("germany", "united states", SOMEBODY)


@dataclass(frozen=True)
class Said:
    """A clause: who may, must or must not share or use which data, with whom, for what, when and if.

    ``to`` is a party, a kind of party, ``anyone`` or nothing, ``but`` who is left out; ``outside`` a place.
    """

    label: str
    modality: str
    act: str
    who: str
    data: str
    to: str = ""
    but: str = ""
    purposes: tuple[str, ...] = ()
    given: str = ""
    unless: str = ""
    source: str = ""
    outside: str = ""
    first: int = 0
    last: int = 9
    despite: str = ""

    @property
    def grants(self) -> bool:
        return self.modality != "must not"

    @property
    def names_an_end(self) -> bool:
        """Whether a ban names the recipients, places or purposes that it shuts out."""
        return bool(self.purposes or self.outside or (self.to not in ("", ANYONE)))


@dataclass(frozen=True)
class Deal:
    """An agreement between some parties."""

    title: str
    parties: tuple[str, ...]
    clauses: tuple[Said, ...]


@dataclass(frozen=True)
class Land:
    """Parties with their kinds and places, data and purposes with what is below them, and agreements."""

    kinds: dict[str, str]
    located: dict[str, str]
    below: dict[str, tuple[str, ...]]
    reveals: tuple[tuple[str, str], ...]
    conditions: tuple[str, ...]
    days: tuple[int, ...]
    deals: tuple[Deal, ...]
    found: dict[object, object] = field(default_factory=dict, compare=False)

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True)
class Moment:
    """What holds all along a path: the conditions and the day."""

    states: frozenset[str]
    day: int


@dataclass(frozen=True)
class Act:
    """One concrete act; sharing for no stated purpose has None, and so has using in the place of a counterparty."""

    who: str
    act: str
    data: str
    to: str | None
    purpose: str | None
    place: str
    source: str


@dataclass(frozen=True)
class Stop:
    """Data at somebody: ``known`` is false where nobody knows who that is; ``giver`` gave them, by a clause of a deal."""

    person: str
    known: bool
    data: str
    giver: str
    deal: Deal
    clause: Said
    purpose: str | None
    steps: int


@dataclass(frozen=True)
class End:
    """A banned end: the deal and label of the ban, who ends up with data, after how many steps."""

    deal: str
    label: str
    person: str
    steps: int
    sure: bool


def moments(land: Land) -> Iterator[Moment]:
    """Every moment that clauses can tell apart."""
    subsets = chain.from_iterable(combinations(land.conditions, n) for n in range(len(land.conditions) + 1))
    return (Moment(frozenset(states), day) for states, day in product(subsets, land.days))


def sources(land: Land) -> list[str]:
    """Those from whom some clause says that data come, and somebody else."""
    return list(
        dict.fromkeys([SOMEBODY, *(said.source for deal in land.deals for said in deal.clauses if said.source)])
    )


def everybody(land: Land) -> list[str]:
    """The parties, somebody unnamed of every kind, and somebody of none."""
    words = [*land.kinds.values(), *(said.to for deal in land.deals for said in deal.clauses)]
    kinds = [word for word in words if word and word != ANYONE and word not in land.kinds]
    return [*land.kinds, *dict.fromkeys(SOMEBODY + kind for kind in kinds), SOMEBODY]


def kind_of(land: Land, person: str) -> str:
    return land.kinds.get(person, person.removeprefix(SOMEBODY))


def under(land: Land, name: str, x: str) -> bool:
    """Whether x is a name's own or below it."""
    return x == name or any(under(land, child, x) for child in land.below.get(name, ()))


# Who is meant


def meant(land: Land, deal: Deal, word: str, person: str, bearer: str) -> bool:
    """Whether a word of a deal means a person: a kind means the deal's parties of that kind, or else anyone of it."""
    if word == ANYONE:
        return person != bearer
    if word in land.kinds:
        return person == word
    parties = [party for party in deal.parties if land.kinds[party] == word]
    return person in parties if parties else kind_of(land, person) == word


def by_name(land: Land, deal: Deal, word: str, person: str) -> bool:
    """Whether a word identifies a person."""
    is_kind = word not in land.kinds and word != ANYONE
    return person in land.kinds and (word == person or (is_kind and person in deal.parties))


# What clauses say of an act


def covers(land: Land, deal: Deal, said: Said, act: Act, moment: Moment) -> bool:
    """Whether a clause speaks of an act at a moment."""
    if said.act != act.act or not meant(land, deal, said.who, act.who, "") or not under(land, said.data, act.data):
        return False
    if (said.given and said.given not in moment.states) or said.unless in moment.states:
        return False
    if not said.first <= moment.day <= said.last or said.source not in ("", act.source):
        return False
    if said.outside and act.place == said.outside:
        return False
    return purpose_fits(land, said, act.purpose) and (act.to is None or to_fits(land, deal, said, act, moment))


def purpose_fits(land: Land, said: Said, purpose: str | None) -> bool:
    if not said.purposes:
        return not said.grants or said.act == "use" or purpose is None
    return purpose is not None and any(under(land, name, purpose) for name in said.purposes)


def to_fits(land: Land, deal: Deal, said: Said, act: Act, moment: Moment) -> bool:
    assert act.to is not None
    if act.to == act.who:
        return False
    left_out = said.but and meant(land, deal, said.but, act.to, act.who)
    return meant(land, deal, said.to or ANYONE, act.to, act.who) and not left_out


def speaking(land: Land, act: Act, moment: Moment) -> list[tuple[Deal, Said]]:
    """The clauses that decide: all that cover the act, but bans that a covering clause of their deal begins *despite*."""
    found = [(deal, said) for deal in land.deals for said in deal.clauses if covers(land, deal, said, act, moment)]
    aside = {(deal.title, said.despite) for deal, said in found if said.despite}
    return [(deal, said) for deal, said in found if said.grants or (deal.title, said.label) not in aside]


def permitted(land: Land, act: Act, moment: Moment) -> bool:
    said = speaking(land, act, moment)
    return bool(said) and all(each.grants for _, each in said)


# From hand to hand


def gifts(
    land: Land, giver: str, data: str, source: str, moment: Moment
) -> list[tuple[str, bool, Deal, Said, str | None]]:
    """To whom somebody may give data that came from a source: by which clause, and for what."""
    key = (giver, data, source, moment)
    if key not in land.found:
        land.found[key] = list(find_gifts(land, giver, data, source, moment))
    return land.found[key]  # type: ignore[return-value]


def find_gifts(
    land: Land, giver: str, data: str, source: str, moment: Moment
) -> Iterator[tuple[str, bool, Deal, Said, str | None]]:
    for deal in land.deals:
        for said in deal.clauses:
            if not said.grants or said.act != "share" or not by_name(land, deal, said.who, giver):
                continue
            stated = [low for name in said.purposes for low in names_below(land, name)]
            purposes: list[str | None] = [*dict.fromkeys(stated)] or [None]
            takers = [person for person in everybody(land) if meant(land, deal, said.to, person, giver)]
            for taker, purpose in product(takers, purposes):
                known = by_name(land, deal, said.to, taker)
                places = [land.located[taker]] if taker in land.located else PLACES
                for place in places:
                    act = Act(giver, "share", data, taker, purpose, place, source)
                    if covers(land, deal, said, act, moment) and permitted(land, act, moment):
                        yield taker, known, deal, said, purpose
                        break


def paths(land: Land, first: Stop, avoided: str, moment: Moment) -> Iterator[tuple[Stop, ...]]:
    """Every path on from a stop that is simple but for its end, and never comes to somebody avoided."""
    pending: list[tuple[Stop, ...]] = [(first,)]
    while pending:
        path = pending.pop()
        yield path
        places = [(stop.person, stop.giver, stop.data) for stop in path]
        if places[-1] not in places[:-1]:
            pending += [
                (*path, following) for following in onward(land, path[-1], moment) if following.person != avoided
            ]


def onward(land: Land, stop: Stop, moment: Moment) -> Iterator[Stop]:
    """One step on: data are given, or others are worked out from them; who has no name at all does neither."""
    if stop.known:
        for taker, known, deal, said, purpose in gifts(land, stop.person, stop.data, stop.giver, moment):
            yield Stop(taker, known, stop.data, stop.person, deal, said, purpose, stop.steps + 1)
    for source, target in land.reveals if stop.clause.to != ANYONE else ():
        if under(land, source, stop.data):
            for data in names_below(land, target):
                yield replace(stop, data=data, steps=stop.steps + 1)


def names_below(land: Land, name: str) -> list[str]:
    return [name, *(low for child in land.below.get(name, ()) for low in names_below(land, child))]


def beginnings(land: Land, deal: Deal, said: Said, moment: Moment) -> Iterator[tuple[str, Stop]]:
    """The first hops by a clause: who gives, and where the data then are."""
    for giver in land.kinds:
        if not by_name(land, deal, said.who, giver):
            continue
        for data in names_below(land, said.data):
            for source in [said.source] if said.source else sources(land):
                for taker, known, by, clause, purpose in gifts(land, giver, data, source, moment):
                    if by is deal and clause is said:
                        yield giver, Stop(taker, known, data, giver, deal, said, purpose, 1)


def reached(land: Land, deal: Deal, said: Said) -> set[tuple[str, str, str]]:
    """Who may hold which data after a clause let them go: by who gave them first."""
    found = set()
    for moment in moments(land):
        for giver, first in beginnings(land, deal, said, moment):
            for path in paths(land, first, giver, moment):
                if path[-1].known:
                    found.add((giver, path[-1].person, path[-1].data))
    return found


# Banned ends


def banned_ends(land: Land) -> set[End]:
    """Every end that a ban forbids of the agreement that lets data go, on whoever gives or gets them there."""
    found = set()
    for moment, deal in product(moments(land), land.deals):
        flows = [said for said in deal.clauses if said.grants and said.act == "share"]
        bans = [said for said in deal.clauses if not said.grants]
        for said in flows if bans else ():
            for giver, first in beginnings(land, deal, said, moment):
                if first.known:
                    for path in paths(land, first, giver, moment):
                        found |= set(ends(land, deal, bans, giver, path, moment))
    return found


def ends(land: Land, deal: Deal, bans: list[Said], giver: str, path: tuple[Stop, ...], moment: Moment) -> Iterator[End]:
    """What the end of a path amounts to, ban by ban."""
    taker, last = path[0].person, path[-1]
    if all((stop.person, stop.giver, stop.clause) == (taker, giver, path[0].clause) for stop in path):
        return
    comes_back = taker == last.person and last.data in known_from(land, path[0])
    given_for = (path[0].purpose, *path[0].clause.purposes)
    for ban in bans:
        if comes_back and not ban.purposes:
            continue
        for holder, on_taker in ((taker, True), (giver, False)):
            binds = meant(land, deal, ban.who, holder, "")
            if holder != last.person and binds and (on_taker or (ban.names_an_end and ban.act == "share")):
                source = giver if on_taker else SOMEBODY
                for sure in amounting(land, deal, ban, holder, source, last, moment, given_for if comes_back else ()):
                    yield End(deal.title, ban.label, last.person, last.steps, sure)


def known_from(land: Land, first: Stop) -> set[str]:
    """What a taker knows by what it got: if just that comes back to it, only another purpose is new."""
    known = {first.data}
    for _ in land.reveals if first.clause.to != ANYONE else ():
        revealed = [target for source, target in land.reveals if any(under(land, source, data) for data in known)]
        known |= {data for target in revealed for data in names_below(land, target)}
    return known


def amounting(
    land: Land,
    deal: Deal,
    ban: Said,
    holder: str,
    source: str,
    last: Stop,
    moment: Moment,
    given_for: tuple[str | None, ...],
) -> Iterator[bool]:
    """Whether the last stop amounts to an act that a ban forbids to a holder; true where no clause permits that act.

    What it was ``given_for`` at first is no other purpose.
    """
    if not ban.names_an_end and last.deal is deal:
        return
    located = last.known and last.person in land.located
    if ban.outside and not located:
        return
    place = land.located[last.person] if located else SOMEBODY
    for purpose in purposes_at(land, last, moment) if ban.purposes else [last.purpose]:
        if purpose in given_for or (ban.act == "use" and not ban.purposes):
            continue
        to = None if ban.act == "use" else last.person
        act = Act(holder, ban.act, last.data, to, purpose, place, source)
        said = speaking(land, act, moment)
        grants = [each for each in said if each[1].grants]
        if (deal, ban) in said and all(each is deal for each, _ in grants):
            yield not grants


def purposes_at(land: Land, last: Stop, moment: Moment) -> Iterator[str]:
    """What the last holder gets data for, or may use them for by the agreement by which it got them.

    Who got them as *anyone* is nobody whom another clause of that agreement names.
    """
    if last.purpose is not None:
        yield last.purpose
    if last.clause.to == ANYONE:
        return
    names = names_below(land, "purpose")[1:]
    for said in last.deal.clauses:
        if said.grants and said.act == "use" and said.purposes:
            for purpose in names:
                act = Act(last.person, "use", last.data, None, purpose, SOMEBODY, last.giver)
                if covers(land, last.deal, said, act, moment) and permitted(land, act, moment):
                    yield purpose

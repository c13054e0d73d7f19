"""A world of clauses for conflict search alone, the same for the same size and seed.

Agreements of ten clauses between organisations, a fifth as many as there are agreements. A clause lets somebody do
something, requires it, or forbids it, with data (and data excepted), another party, a purpose, a place, a condition
and days; some permissions prevail over a ban (*despite*).

A *conflict* is a permission or duty and a ban that cover an act together, with no clause that puts the ban aside for
that act. The world is such that no permission meets two bans, so that the count does not turn on what a third clause
says of a pair, other than by *despite*: every peer can then count the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from benchmarks.space import ACTION_COVERS, DATA, EVERYTHING, PLACES, PURPOSES, SHARING, formulas
from benchmarks.words import Dice

SEED = 1018
CLAUSES = 10
NOBODY, ANYONE = -2, -1
DAWN = date(2020, 1, 1).toordinal()
TRIES = 40


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause; names are numbers, -1 where a phrase is missing. Days are ordinals, ``end`` is not included.

    ``other`` is an organisation, ``ANYONE``, or ``NOBODY`` where the action has no other party. ``despite`` is the
    number of the ban that it prevails over.
    """

    number: int
    modality: str
    bearer: int
    action: int
    data: int
    minus: int
    other: int
    purpose: int
    place: int
    condition: int
    start: int
    end: int
    despite: int = -1

    @property
    def bans(self) -> bool:
        """Whether it forbids."""
        return self.modality == "must not"

    @property
    def agreement(self) -> int:
        """The number of its agreement."""
        return self.number // CLAUSES


@dataclass(frozen=True, slots=True)
class Box:
    """What a clause covers: bit sets of actions, data, purposes, places and states, the other party, and days."""

    action: int
    data: int
    purpose: int
    place: int
    states: int
    other: int
    start: int
    end: int

    def meets(self, that: Box) -> bool:
        """Whether some act lies in both."""
        return bool(
            self.action & that.action
            and self.data & that.data
            and self.purpose & that.purpose
            and self.place & that.place
            and self.states & that.states
            and (self.other == that.other or (ANYONE in (self.other, that.other)))
            and self.start < that.end
            and that.start < self.end
        )


def box(clause: Clause) -> Box:
    """What a clause covers."""
    minus = DATA.covers[clause.minus] if clause.minus >= 0 else 0
    return Box(
        ACTION_COVERS[clause.action],
        DATA.covers[clause.data] & ~minus,
        PURPOSES.covers[clause.purpose] if clause.purpose >= 0 else EVERYTHING,
        PLACES.covers[clause.place] if clause.place >= 0 else EVERYTHING,
        formulas()[clause.condition].table if clause.condition >= 0 else EVERYTHING,
        clause.other,
        clause.start,
        clause.end,
    )


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement: its two parties and its days, the last one included."""

    parties: tuple[int, int]
    first: int
    last: int


@dataclass(slots=True)
class World:
    """Agreements and their clauses, in order: clause *n* is clause *n % 10 + 1* of agreement *n // 10*."""

    organisations: int
    agreements: list[Agreement] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)

    def clauses_of(self, agreement: int) -> list[Clause]:
        """The clauses of one agreement."""
        return self.clauses[agreement * CLAUSES : (agreement + 1) * CLAUSES]


@dataclass(slots=True)
class Known:
    """What one bearer's clauses cover so far; each permission with whether it meets a ban."""

    grants: list[tuple[Box, list[bool]]] = field(default_factory=list)
    bans: list[tuple[Box, Clause]] = field(default_factory=list)

    def takes(self, clause: Clause) -> bool:
        """Add a clause, unless a permission would then meet a second ban; returns whether it was added."""
        covered = box(clause)
        if not clause.bans:
            met = sum(covered.meets(ban) for ban, _ in self.bans)
            if met <= 1:
                self.grants.append((covered, [met == 1]))
            return met <= 1
        hit = [stuck for grant, stuck in self.grants if covered.meets(grant)]
        if any(stuck[0] for stuck in hit):
            return False
        for stuck in hit:
            stuck[0] = True
        self.bans.append((covered, clause))
        return True


def world(size: int, seed: int = SEED) -> World:
    """A world of so many clauses, a multiple of ten."""
    made = World(max(4, size // CLAUSES // 5))
    known: dict[int, Known] = {}
    for number in range(size // CLAUSES):
        dice = Dice(seed, number)
        made.agreements.append(agreement(dice, made.organisations))
        for clause in agreement_clauses(made.agreements[number], number * CLAUSES, known, dice):
            made.clauses.append(clause)
    return made


def agreement(dice: Dice, organisations: int) -> Agreement:
    """An agreement between two organisations that lasts one to four years."""
    one = dice.below(organisations)
    other = (one + 1 + dice.below(organisations - 1)) % organisations
    first = DAWN + dice.below(1000)
    return Agreement((one, other), first, first + 365 * (1 + dice.below(4)))


def agreement_clauses(agreement: Agreement, number: int, known: dict[int, Known], dice: Dice) -> Iterator[Clause]:
    """The clauses of an agreement, each drawn until it fits what is known of its bearer."""
    own_bans: list[Clause] = []
    prevailed: set[int] = set()
    for at in range(number, number + CLAUSES):
        for attempt in range(TRIES):
            free = [ban for ban in own_bans if ban.number not in prevailed]
            clause = drawn(agreement, at, free if attempt < TRIES // 2 else [], dice)
            if known.setdefault(clause.bearer, Known()).takes(clause):
                break
        else:
            raise RuntimeError(f"clause {at} does not fit after {TRIES} tries")
        if clause.bans:
            own_bans.append(clause)
        if clause.despite >= 0:
            prevailed.add(clause.despite)
        yield clause


def drawn(agreement: Agreement, number: int, bans: list[Clause], dice: Dice) -> Clause:
    """A clause by chance: an exception to one of some bans, or anything."""
    if bans and dice.chance(0.05):
        return exception(bans[dice.below(len(bans))], number, dice)
    at = dice.below(2)
    bearer, other = agreement.parties[at], agreement.parties[1 - at]
    modality = dice.pick(("may", "may", "may", "must", "must not", "must not", "must not"))
    bans_it, action = modality == "must not", dice.below(len(ACTION_COVERS))
    shares = bool(ACTION_COVERS[action] & SHARING)
    data = dice.below(len(DATA.covers)) if dice.chance(0.4) else len(DATA.covers) - 1 - dice.below(72)
    start, end = days(agreement, dice)
    return Clause(
        number,
        modality,
        bearer,
        action,
        data,
        excepted(data, dice),
        (ANYONE if bans_it and dice.chance(0.4) else other) if shares else NOBODY,
        -1 if bans_it and dice.chance(0.5) else dice.below(len(PURPOSES.covers)),
        dice.below(len(PLACES.covers)) if dice.chance(0.2) else -1,
        dice.below(len(formulas())) if dice.chance(0.3) else -1,
        start,
        end,
    )


def days(agreement: Agreement, dice: Dice) -> tuple[int, int]:
    """The days of a clause: its agreement's, sometimes fewer."""
    start, end = agreement.first, agreement.last + 1
    if dice.chance(0.1):
        start += 30 + dice.below(120)
    elif dice.chance(0.1):
        end -= 30 + dice.below(120)
    return start, end


def excepted(data: int, dice: Dice) -> int:
    """A name below some data, now and then, to be left out of it."""
    below = [name for name, parents in enumerate(DATA.parents) if data in parents]
    return dice.pick(below) if below and dice.chance(0.3) else -1


def exception(ban: Clause, number: int, dice: Dice) -> Clause:
    """A permission that prevails over a ban, for all that it bans or for less."""
    changes: dict[str, int] = {}
    if ban.purpose < 0:
        changes["purpose"] = dice.below(len(PURPOSES.covers))
    if ban.condition < 0 and dice.chance(0.5):
        changes["condition"] = dice.below(len(formulas()))
    return replace(ban, number=number, modality="may", despite=ban.number, **changes)

"""Requests for the peers that judge one act at a time: may this party do this, now, under these states?"""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.clauses import ANYONE, DAWN, NOBODY, Box, World, box
from benchmarks.space import ACTION_COVERS, DATA, PLACES, PURPOSES, SHARING, STATES
from benchmarks.words import Dice

SEED = 4019


@dataclass(frozen=True, slots=True)
class Request:
    """One act: names are numbers, ``states`` is a set of bits, ``day`` an ordinal."""

    bearer: int
    action: int
    data: int
    other: int
    purpose: int
    place: int
    states: int
    day: int

    def within(self, covered: Box) -> bool:
        """Whether what a clause covers holds this act; the clause's bearer is not looked at."""
        return bool(
            covered.action >> self.action & 1
            and covered.data >> self.data & 1
            and covered.purpose >> self.purpose & 1
            and covered.place >> self.place & 1
            and covered.states >> self.states & 1
            and (covered.other == self.other or (covered.other == ANYONE and self.other != NOBODY))
            and covered.start <= self.day < covered.end
        )


def requests(world: World, count: int, seed: int = SEED) -> list[Request]:
    """Requests about a world, half of them near what some clause covers."""
    dice = Dice(seed, len(world.clauses))
    boxes = [(clause.bearer, box(clause)) for clause in world.clauses]
    return [near(*dice.pick(boxes), dice, world) if dice.chance(0.5) else anything(dice, world) for _ in range(count)]


def near(bearer: int, covered: Box, dice: Dice, world: World) -> Request:
    """An act that a clause covers."""
    action = dice.pick(members(covered.action, len(ACTION_COVERS)))
    named = covered.other >= 0 or not SHARING >> action & 1
    return Request(
        bearer,
        action,
        dice.pick(members(covered.data, len(DATA.covers))),
        covered.other if named else another(bearer, dice, world),
        dice.pick(members(covered.purpose, len(PURPOSES.covers))),
        dice.pick(members(covered.place, len(PLACES.covers))),
        dice.pick(members(covered.states, 1 << len(STATES))),
        covered.start + dice.below(covered.end - covered.start),
    )


def anything(dice: Dice, world: World) -> Request:
    """An act by chance."""
    bearer, action = dice.below(world.organisations), dice.below(len(ACTION_COVERS))
    return Request(
        bearer,
        action,
        dice.below(len(DATA.covers)),
        another(bearer, dice, world) if SHARING >> action & 1 else NOBODY,
        dice.below(len(PURPOSES.covers)),
        dice.below(len(PLACES.covers)),
        dice.below(1 << len(STATES)),
        DAWN + dice.below(2000),
    )


def another(bearer: int, dice: Dice, world: World) -> int:
    """Some organisation but the bearer."""
    return (bearer + 1 + dice.below(world.organisations - 1)) % world.organisations


def members(mask: int, size: int) -> list[int]:
    """The bits of a set below a bound."""
    return [bit for bit in range(size) if mask >> bit & 1]

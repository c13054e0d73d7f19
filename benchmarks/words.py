"""Invented words that nobody can mistake for one another, and chance that is the same everywhere.

A word is consonants and vowels in turn. Brands end in a syllable that follows from the others, so that two of them
differ in at least two letters; organisations have a first word of their own, and second words that tell apart those
whose first words are near.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")

SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou")
BASE = len(SYLLABLES)
BRANDS = BASE**2
ORGANISATIONS = BASE**3
STRIDE = 104_729
"""A prime that divides no number of words: neighbours in number are far apart in the alphabet."""


class Dice:
    """Chance from a seed, by ``Random.random`` alone: the one sequence that Python promises never to change."""

    def __init__(self, *seed: object) -> None:
        """Begin the sequence that belongs to some values."""
        self._next = Random("/".join(map(str, seed))).random

    def below(self, bound: int) -> int:
        """A whole number from 0 up to but not including a bound."""
        return int(self._next() * bound)

    def pick(self, options: Sequence[Item]) -> Item:
        """One of some options."""
        return options[self.below(len(options))]

    def chance(self, share: float) -> bool:
        """True for a share of all throws."""
        return self._next() < share


def brand(number: int) -> str:
    """The brand of a number; two brands differ in at least two letters. There are ``BRANDS`` of them."""
    first, second = divmod(number * STRIDE % BRANDS, BASE)
    return word(first, second, (first + second) % BASE)


def organisation(number: int) -> str:
    """The two-word name of an organisation; no two share their first word. There are ``ORGANISATIONS`` of them."""
    rest, third = divmod(number * STRIDE % ORGANISATIONS, BASE)
    first, second = divmod(rest, BASE)
    return f"{word(first, second, third)} {word((first + second + third) % BASE, (first + 2 * third) % BASE)}n"


def word(*digits: int) -> str:
    """A word of some syllables, its first letter large."""
    return "".join(SYLLABLES[digit] for digit in digits).capitalize()

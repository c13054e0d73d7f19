"""Which files have to be read with which: found in the texts without parsing them.

A file is read with those whose documents it names in quotation marks, with those that amend or replace any of these
documents, with those that incorporate its own, and with every policy. More is taken than is needed (any quoted words
may be a title): that costs time only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

HEADER_WORDS = ("agreement", "policy", "vocabulary")
REACHING_BACK = ("amends", "replaces")
LONGEST_TITLE = 300
NEAR = 40


@dataclass(frozen=True, slots=True)
class Outline:
    """The titles that a file may define, those of policies among them, and all quoted words that may be titles."""

    titles: frozenset[str]
    policies: frozenset[str]
    quoted: frozenset[str]
    reaches_back: bool
    incorporates: bool


def outline(text: str) -> Outline:
    """What a text may define and name; every stretch between two quotation marks counts as quoted."""
    text = text.lower()
    parts = text.split('"')
    titles, policies = set[str](), set[str]()
    for before, quoted in pairwise(parts):
        word = before[-NEAR:].rstrip()
        if word.endswith(HEADER_WORDS):
            titles.add(title(quoted))
            if word.endswith("policy"):
                policies.add(title(quoted))
    quoted_parts = frozenset(title(part) for part in parts[1:] if len(part) <= LONGEST_TITLE)
    reaches_back = any(word in text for word in REACHING_BACK)
    return Outline(frozenset(titles), frozenset(policies), quoted_parts, reaches_back, "incorporates" in text)


def title(words: str) -> str:
    """Lower-case words as titles are compared."""
    return " ".join(words.split())


class Readings:
    """What each file is read with."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        """Link files, given by their position, by the titles that they name."""
        files = list(outlines)
        homes: dict[str, list[int]] = {}
        for number, each in enumerate(files):
            for name in each.titles:
                homes.setdefault(name, []).append(number)
        self._linked: list[set[int]] = [set() for _ in files]
        self._incorporating: list[set[int]] = [set() for _ in files]
        for number, each in enumerate(files):
            for name in each.quoted & homes.keys():
                self._link(number, homes[name], both=each.reaches_back or name in each.titles)
                for other in homes[name] if each.incorporates else ():
                    self._incorporating[other].add(number)
        self._policies = [number for number, each in enumerate(files) if each.policies]

    def _link(self, number: int, others: list[int], both: bool) -> None:
        for other in others:
            if other != number:
                self._linked[number].add(other)
                if both:
                    self._linked[other].add(number)

    def of(self, numbers: Iterable[int]) -> list[int]:
        """Some files and all that they are read with, in their order.

        Others that incorporate the same terms are not among them.
        """
        incorporating = reached(numbers, self._incorporating)
        return sorted(reached([*incorporating, *self._policies], self._linked))


def reached(numbers: Iterable[int], links: list[set[int]]) -> dict[int, None]:
    """Some files and all that links lead to from them."""
    found = dict.fromkeys(numbers)
    pending = list(found)
    for number in pending:
        fresh = [other for other in links[number] if other not in found]
        found.update(dict.fromkeys(fresh))
        pending += fresh
    return found

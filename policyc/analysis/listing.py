"""Listings: for *who*, *what*, *with whom* … each answer by name, one for each class that the clauses tell apart."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from policyc.analysis.answer import Answer, weigh
from policyc.analysis.classes import CASE, class_words
from policyc.analysis.facts import Facts
from policyc.analysis.turning import classes_of
from policyc.analysis.words import named_in
from policyc.model.document import Situation
from policyc.model.names import Concept
from policyc.norms.concepts import OTHER, Closure, union
from policyc.norms.region import Region, Side
from policyc.norms.situation import Asked


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a listing: what it is about in words, its names, and the answer for that alone.

    ``rest`` is true for what no name of a clause covers: anyone else, other data.
    """

    words: tuple[str, ...]
    concepts: tuple[Concept, ...]
    answer: Answer
    rest: bool


def listing(side: Side, found: Answer, situation: Situation, facts: Facts, must: bool) -> list[Item]:
    """An answer taken apart by one side, in the order in which clauses speak; what clauses treat alike is one item."""
    closure = facts.closure(found.document)
    items: dict[Hashable, Item] = {}
    for part in classes_of(side, found):
        asked = tuple(each for each in (narrowed(one, side, part) for one in found.asked) if each)
        rest = part < 0 or bool(part & OTHER)
        concepts = tuple(named_in(closure, part)) if not rest else ()
        if side is Side.OBJECT and (people := about(concepts, closure)):
            asked = tuple(each for each in (narrowed(one, Side.PEOPLE, people) for one in asked) if each)
        answer = weigh(asked, situation, found.document, facts, must, listed=must)
        item = Item((bare_words(side, part, closure),), concepts, answer, rest)
        alike = identity(item)
        items[alike] = joined(items[alike], item) if alike in items else item
    silent = [item for item in items.values() if not item.answer.deciding and not item.rest]
    if any(item.rest for item in items.values()):
        items = {alike: item for alike, item in items.items() if item not in silent}
    return sorted(items.values(), key=lambda item: (item.rest, first_norm(item.answer)))


def bare_words(side: Side, part: int, closure: Closure) -> str:
    """A class of a side without the word that puts it into a sentence: ``Facebook`` for ``by Facebook``."""
    words = class_words(side, part, closure)
    return words.removeprefix(CASE[side].format("")).removeprefix("for " if side is Side.ACTION else "")


def about(concepts: tuple[Concept, ...], closure: Closure) -> int:
    """The people that some data are said to be about; nothing where it is not said of each."""
    said = [closure.whose(concept) for concept in concepts]
    return union(closure.covers(people) for each in said for people in each) if all(said) else 0


def narrowed(asked: Asked, side: Side, part: int) -> Asked | None:
    """What is asked, with one side limited to a class; None where nothing of that class was asked about."""
    found = [each for each in (limited(asked.region, side, part), limited(asked.stated, side, part)) if each]
    return Asked(found[0], *found[1:]) if found else None


def limited(region: Region | None, side: Side, part: int) -> Region | None:
    """A region with one side limited to a class."""
    return region.with_side(side, region.masks[side] & part) if region and region.masks[side] & part else None


def identity(item: Item) -> Hashable:
    """What makes two items one: they have the same verdict by the same clauses, and turn on nothing."""
    clauses = tuple(dict.fromkeys(id(norm.clause) for norm in item.answer.deciding))
    settled = len({case.verdict for case in item.answer.cases}) == 1
    return (item.rest, item.answer.verdict, clauses) if settled else id(item)


def joined(first: Item, second: Item) -> Item:
    """Two items that the clauses treat alike, as one."""
    return Item(first.words + second.words, first.concepts + second.concepts, first.answer, first.rest)


def first_norm(answer: Answer) -> int:
    """Where the clauses that decide an answer begin; last where none does."""
    return min((norm.index for norm in answer.deciding), default=1 << 60)

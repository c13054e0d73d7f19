"""Who does what, told apart by declared names where nothing else stands between them: ``Facebook uses bank data``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyc.model.kinds import ACTIONS, PARTIES
from policyc.model.names import base_verbs, key, verbs_of_participle
from policyc.resolve.naming.names import Names, is_somebody
from policyc.source import Source, Span
from policyc.syntax import tree
from policyc.syntax.parts import is_adverb

DENYING = {"does": "not", "do": "not", "did": "not"}
HAVING = frozenset(["has", "have", "had"])
PASSED_OVER = frozenset(["so", "then", "first"])
"""Words before a verb that say nothing of what is done: ``if Acme so requests``."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What somebody does: the declared verb, its manner, whether it is denied, and how many words all that is."""

    verb: str
    manner: tuple[str, ...]
    denied: bool
    count: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to tell who, does and what apart: the item of a list, how many of its words are who, and what he does."""

    item: int
    word: int
    who: str
    does: Predicate


def possible_readings(words: tree.Names, names: Names) -> Iterator[Reading]:
    """Every declared verb that something stands before, in order."""
    for at, item in enumerate(words.items):
        if isinstance(item, tree.Name):
            tokens = item.text.split()
            for position in range(1, len(tokens)):
                if does := predicate(tokens[position:], names):
                    yield Reading(at, position, " ".join(tokens[:position]), does)


def best_reading(readings: list[Reading], names: Names) -> Reading | None:
    """The reading in which the longest declared person does it."""
    persons = [reading for reading in readings if is_somebody(reading.who, names)]
    return max(persons, key=lambda reading: (-reading.item, reading.word)) if persons else None


def predicate(tokens: list[str], names: Names) -> Predicate | None:
    """What some words say that somebody does: ``has not yet disclosed``, ``knowingly sells``; None where nothing."""
    at, denied = 0, False
    low = [token.lower() for token in tokens]
    if low[:3] == ["can", "no", "longer"]:
        at, denied = 3, True
    elif low[0] == "cannot" or low[:2] == ["can", "not"]:
        at, denied = 1 if low[0] == "cannot" else 2, True
    elif low[0] in DENYING and low[1:2] == ["not"]:
        at, denied = 2, True
    elif low[0] in HAVING:
        denied = low[1:2] == ["not"]
        at = 2 if denied else 1
    manner: list[str] = []
    while at < len(low) and (low[at] in PASSED_OVER or is_adverb(low[at])):
        manner += [low[at]] if low[at] not in PASSED_OVER else []
        at += 1
    found = known_verb(tokens[at:], names)
    if found is None and low[0] in HAVING:
        found, at = known_verb(["have", *tokens[1:]], names), 0
    return Predicate(found[0], tuple(manner), denied, at + found[1]) if found else None


def known_verb(tokens: list[str], names: Names) -> tuple[str, int] | None:
    """The declared action that words begin with, in whatever form of the verb, and how many words it has."""
    if not tokens:
        return None
    first, rest = tokens[0], tokens[1:]
    for form in dict.fromkeys((*base_verbs(first), *verbs_of_participle(first))):
        if count := names.verb_of([form, *rest]):
            said = key(" ".join([form, *rest[: count - 1]]))
            return said, count
    return None


def verb_of_gerund(word: str, names: Names) -> str | None:
    """The declared action of a word in -ing: ``processing`` is ``process``."""
    low = word.lower()
    if not low.endswith("ing"):
        return None
    stem = low[:-3]
    forms = (stem, f"{stem}e", stem[:-1])
    return next((form for form in forms if names.lexicon.find(key(form), ACTIONS)), None)


def split_at(words: tree.Names, reading: Reading, names: Names) -> tuple[tree.Names, tree.Name, tree.Names | None]:
    """The three parts of a list of words, by one reading of it."""
    item, at = words.items[reading.item], reading.word
    tokens, spans = item.text.split(), word_spans(item, names.source)
    who = tree.Name(reading.who, (spans[0][0], spans[at - 1][1]))
    last = at + reading.does.count
    verb = tree.Name(reading.does.verb, (spans[at][0], spans[last - 1][1]))
    rest = tokens[last:]
    what = (tree.Name(" ".join(rest), (spans[last][0], spans[-1][1])),) if rest else ()
    found = what + words.items[reading.item + 1 :]
    bearers = tree.Names((*words.items[: reading.item], who), "and", words.span)
    return bearers, verb, tree.Names(found, words.joiner, words.span, words.including) if found else None


def word_spans(item: tree.Name | tree.Quote, source: Source) -> list[Span]:
    """Where each word of a name stands; the whole name, where something else stands between its words."""
    start, end = item.span
    spans = [(start + found.start(), start + found.end()) for found in re.finditer(r"\S+", source.text[start:end])]
    count = len(item.text.split())
    return spans if len(spans) == count else [(start, end)] * count


def named(part: tree.Phrase) -> list[tree.Name]:
    """The names in a condition or a time."""
    match part:
        case tree.ConditionPhrase():
            return list(names_of(part.condition))
        case tree.NamePhrase():
            return [item for item in part.names.items if isinstance(item, tree.Name)]
        case _:
            return []


def names_of(condition: tree.Condition) -> Iterator[tree.Name]:
    """The names that a condition is made of."""
    match condition:
        case tree.Name():
            yield condition
        case tree.Not(operand):
            yield from names_of(operand)
        case tree.Combination(_, operands):
            for each in operands:
                yield from names_of(each)
        case tree.Quote():
            return


def doers(item: tree.Name, names: Names) -> list[tree.Name]:
    """Who does something in what a name says that happens."""
    words = item.text.split()
    knowing = next((at for at, word in enumerate(words) if at and word.lower() in ("becomes", "is", "learns")), None)
    if knowing is not None and is_somebody(" ".join(words[:knowing]), names):
        return [names.part(item, 0, knowing)]
    reading = best_reading(list(possible_readings(tree.Names((item,), None, item.span), names)), names)
    return [names.part(item, 0, reading.word)] if reading else []


def is_own_party(name: str, names: Names) -> bool:
    """Whether a name is that of a party whom the files themselves declare."""
    found = names.lexicon.find(key(name), PARTIES)
    *own, _shipped, _language = names.lexicon.scopes()
    return found is not None and any(found in scope.entries for scope in own)

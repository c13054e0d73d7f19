"""Situations: who does what, told apart by declared names, as nothing else stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policyc.model.document import Situation
from policyc.model.names import Kind, base_verbs, key
from policyc.resolve.acts import read_act
from policyc.resolve.names import PERSONS, Names, Unresolved
from policyc.resolve.parts import Parts
from policyc.resolve.phrases import read_phrases
from policyc.source import Source, Span
from policyc.syntax import tree

ACTIONS = frozenset({Kind.ACTION})


def resolve_situation(words: tree.Names, phrases: tuple[tree.Phrase, ...], names: Names) -> Situation:
    """What a scenario or question describes: ``Facebook uses shopping location`` and its phrases."""
    bearer_names, verb, object_names = split_words(words, names)
    parts = Parts(names)
    bearer = names.terms(bearer_names, PERSONS, "the subject")
    actions = names.actions(tree.Names((verb,), None, verb.span))
    failed = not read_act(tree.Act(tree.Names((verb,), None, verb.span), object_names, words.span), parts)
    read_phrases(phrases, parts)
    failed |= report_unweighed(phrases, names)
    if failed or parts.failed:
        raise Unresolved
    timing = parts.timing
    return Situation(bearer, actions, parts.object, tuple(parts.limits), timing.since, timing.occasions)


def report_unweighed(phrases: tuple[tree.Phrase, ...], names: Names) -> bool:
    """Report the phrases that a clause may have and a situation cannot: they would be passed over in silence."""
    found = [phrase for phrase in phrases if not can_be_weighed(phrase)]
    for phrase in found:
        origin = names.origin(phrase.span)
        names.reporter.error(
            "broken-sentence",
            origin,
            f"`{origin.words}` cannot be said of one act on one day, and would not be weighed.",
            "Leave it out, or name the day: `on 2018-09-01`, `after termination`.",
        )
    return bool(found)


def can_be_weighed(phrase: tree.Phrase) -> bool:
    """Whether a phrase tells something of a single act: with whom, for what, where, on which day, what holds."""
    match phrase:
        case tree.NamePhrase() | tree.ConditionPhrase() | tree.ExceptNames():
            return True
        case tree.DatePhrase(word):
            return word == "on"
        case _:
            return False


# Who, does, what


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to tell who, does and what apart: the item and the word in it that is the verb."""

    item: int
    word: int
    verb: str
    who: str


def split_words(words: tree.Names, names: Names) -> tuple[tree.Names, tree.Name, tree.Names | None]:
    """Who, does, what: the declared verb that the longest declared person stands before tells them apart."""
    readings = list(possible_readings(words, names))
    persons = [reading for reading in readings if is_person(reading.who, names)]
    if persons:
        return split_at(words, max(persons, key=lambda reading: (-reading.item, reading.word)), names)
    if readings:
        reading = readings[0]
        names.reporter.undeclared(reading.who, names.origin(words.items[reading.item].span), names.lexicon, PERSONS)
    else:
        names.reporter.error(
            "broken-sentence",
            names.origin(words.span),
            "It does not say who does what: a declared party, then a declared verb, then what it is done to.",
            "Write it like this: Facebook uses shopping location for advertising.",
        )
    raise Unresolved


def possible_readings(words: tree.Names, names: Names) -> Iterator[Reading]:
    """Every declared verb that something stands before, in order."""
    for at, item in enumerate(words.items):
        if isinstance(item, tree.Name):
            tokens = item.text.split()
            for position in range(1, len(tokens)):
                if verb := known_verb(tokens[position], names):
                    yield Reading(at, position, verb, " ".join(tokens[:position]))


def split_at(words: tree.Names, reading: Reading, names: Names) -> tuple[tree.Names, tree.Name, tree.Names | None]:
    """The three parts of a list of words, by one reading of it."""
    item, at = words.items[reading.item], reading.word
    tokens, spans = item.text.split(), word_spans(item, names.source)
    who = tree.Name(reading.who, (spans[0][0], spans[at - 1][1]))
    verb = tree.Name(reading.verb, spans[at])
    rest = tokens[at + 1 :]
    what = (tree.Name(" ".join(rest), (spans[at + 1][0], spans[-1][1])),) if rest else ()
    found = what + words.items[reading.item + 1 :]
    bearers = tree.Names((*words.items[: reading.item], who), "and", words.span)
    return bearers, verb, tree.Names(found, words.joiner, words.span) if found else None


def word_spans(item: tree.Name | tree.Quote, source: Source) -> list[Span]:
    """Where each word of a name stands; the whole name, where something else stands between its words."""
    start, end = item.span
    spans = [(start + found.start(), start + found.end()) for found in re.finditer(r"\S+", source.text[start:end])]
    count = len(item.text.split())
    return spans if len(spans) == count else [(start, end)] * count


def known_verb(word: str, names: Names) -> str | None:
    """The declared action that a word, perhaps in the third person, stands for."""
    return next((form for form in base_verbs(word) if names.lexicon.find(key(form), ACTIONS)), None)


def is_person(text: str, names: Names) -> bool:
    """Whether words stand for a party or people here."""
    spelling = key(text)
    return bool(names.lexicon.find(spelling, PERSONS) or names.role(spelling))

"""Situations: who does what, told apart by declared names, as nothing else stands between them."""

from __future__ import annotations

from policyc.model.document import Situation
from policyc.model.kinds import PERSONS
from policyc.resolve.actors import best_reading, possible_readings, split_at
from policyc.resolve.acts import read_act
from policyc.resolve.happening.happenings import with_happenings
from policyc.resolve.joining.of_again import with_of_again
from policyc.resolve.naming.names import Names, Unresolved
from policyc.resolve.parts import Parts
from policyc.resolve.phrases import read_phrases
from policyc.syntax import tree


def resolve_situation(words: tree.Names, phrases: tuple[tree.Phrase, ...], names: Names) -> Situation:
    """What a scenario or question describes: ``Facebook uses shopping location`` and its phrases."""
    words, phrases = with_of_again((words, phrases), words.span, names)
    bearer_names, verb, object_names = split_words(words, names)
    parts = Parts(names)
    bearer = names.terms(bearer_names, PERSONS, "the subject")
    actions = names.actions(tree.Names((verb,), None, verb.span))
    failed = not read_act(tree.Act(tree.Names((verb,), None, verb.span), object_names, words.span), parts)
    phrases = with_happenings(phrases, bearer_names, names)
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


def split_words(words: tree.Names, names: Names) -> tuple[tree.Names, tree.Name, tree.Names | None]:
    """Who, does, what: the declared verb that the longest declared person stands before tells them apart."""
    readings = [each for each in possible_readings(words, names) if not each.does.denied and not each.does.manner]
    if found := best_reading(readings, names):
        return split_at(words, found, names)
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

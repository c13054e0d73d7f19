"""The times of a clause: events, days and lengths of time, and what `only`, `except` and `even` make of them.

An event that has happened is a state like others, so that *only after a breach* is read as a condition. Termination and
days divide time itself: *except after termination* is *before termination*, *only until termination* forbids the rest,
and *even after termination* limits nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from policyc.model.document import LATER, Formula, Length, Negation, Occasion, Term, Timing
from policyc.model.kinds import EVENTS
from policyc.model.lexicon import Entry, Relation
from policyc.model.names import Concept, Kind, key
from policyc.resolve.naming.names import Names
from policyc.syntax import tree

ONE_DAY = timedelta(days=1)
TURNED = {"after": "before", "on": "before", "before": "after", "until": "after"}
"""What is left of a time where an event, seen from a word, is taken out of it."""
REST = {"from": "before", "after": "until", "until": "after", "before": "from"}
"""The same for days, which some words leave out themselves."""


def as_state(word: str, happened: Formula) -> Formula:
    """That an event has happened, or not yet, as a condition."""
    return happened if word in LATER else Negation(happened)


def with_occasions(timing: Timing, phrase: tree.NamePhrase, terms: Sequence[Term]) -> Timing:
    """The times of a clause with one more phrase of events: *after termination*, *until deletion*."""
    word = TURNED[phrase.word] if phrase.mode == "except" else phrase.word
    events = [(term.value, term.text) for term in terms if isinstance(term.value, Concept)]
    found = [Occasion(word, event, text, phrase.mode == "even") for event, text in events]  # type: ignore[arg-type]
    return replace(timing, occasions=(*timing.occasions, *found), only=timing.only or phrase.mode == "only")


def with_date(timing: Timing, phrase: tree.DatePhrase) -> Timing | None:
    """The times with the days between which a clause holds; `after` and `before` leave the day itself out.

    None for all days but one, which are two times.
    """
    day, word = phrase.date.day, phrase.word
    if phrase.mode == "except" and word == "on":
        return None
    timing = replace(timing, only=timing.only or phrase.mode == "only")
    match REST[word] if phrase.mode == "except" else word:
        case "from":
            return replace(timing, since=day)
        case "after":
            return replace(timing, since=day + ONE_DAY)
        case "until":
            return replace(timing, through=day)
        case "before":
            return replace(timing, through=day - ONE_DAY)
        case _:
            return replace(timing, since=day, through=day)


def with_duration(timing: Timing, phrase: tree.DurationPhrase) -> Timing | None:
    """The times with a deadline, a shortest notice, how long or how often; None for all times but such a length.

    *Only for 30 days* is for 30 days at most; other lengths are limits without an `only`.
    """
    if phrase.mode == "except":
        return None
    measured = length(phrase.duration)
    match phrase.word:
        case "within":
            return replace(timing, within=measured)
        case "at least" | "":
            return replace(timing, at_least=measured)
        case "every":
            return replace(timing, every=measured)
        case "notice":
            return replace(timing, notice=measured)
        case "for more than":
            return replace(timing, lasting=measured, lasting_bound="for at least")
        case "for" if phrase.mode == "only":
            return replace(timing, lasting=measured, lasting_bound="for at most")
        case "for" | "for at least" | "for at most":
            return replace(timing, lasting=measured, lasting_bound=phrase.word)
        case "until" | "before":
            return None


def length(duration: tree.Duration) -> Length:
    """A length of time of the tree, as the model holds it."""
    return Length(duration.count, duration.unit)


def as_events(listed: tree.Names, names: Names) -> list[Term]:
    """What has to hold as what happens when it comes to hold: *before Acme approves* is the time of a duty.

    Raises ``Unresolved``, reported, for a name that is no condition.
    """
    found: list[Term] = []
    root = names.lexicon.find("event", EVENTS)
    for item in listed.all:
        state = names.concept(item, key(item.text), frozenset({Kind.CONDITION, Kind.EVENT}), "a time")
        made = Concept(Kind.EVENT, state.key, state.text)
        if made not in names.lexicon.entries and root is not None:
            names.lexicon.entries[made] = Entry(made, names.origin(item.span), links={Relation.IS: [root]})
            names.lexicon.names.setdefault(made.key, []).append(made)
            names.lexicon.composed.add(made)
        found.append(Term(made, item.text))
    return found

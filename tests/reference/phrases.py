"""What the phrases of a clause belong to, for the naive reference and the second judge: a condition behind *only* or
*except* belongs to that phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from tests.reference.description import Clause, Phrase, World

Phrases = tuple[Phrase, ...]
NECESSARY = ("necessary", "strictly necessary", "minimum necessary")
OTHER_SIDE = {"after": "before", "on": "before", "before": "after", "until": "after"}


def is_bare(phrase: Phrase) -> bool:
    """Whether a phrase says neither *only* nor *except* nor the like, nor lifts a ban itself."""
    return not phrase.mode and phrase.word not in ("unless", "without")


def effective(clause: Clause, world: World) -> Phrases:
    """The phrases of a clause; in leave, a condition behind an *only* is one more *only*, but for a law."""
    found: list[Phrase] = []
    for phrase in clause.phrases:
        closed = clause.modality == "may" and any(each.mode == "only" for each in found)
        is_law = phrase.formula[:1] == ("is",) and world.kinds.get(phrase.formula[1]) == "law"
        wanted = phrase.slot == "condition" and not is_law
        further = closed and is_bare(phrase) and (wanted or bool(found and needs(found[-1], phrase)))
        found.append(replace(phrase, mode="only") if further else phrase)
    return tuple(found)


def needs(last: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase says what for something is necessary."""
    return phrase.slot == "purpose" and last.formula[:1] == ("is",) and last.formula[1] in NECESSARY


def otherwise(clause: Clause, ends: Callable[[str], bool]) -> Iterator[Clause]:
    """What leave *only* at some times forbids at the others; ``ends`` tells the events that end an agreement."""
    ending = [(word, event) for word, event in clause.occasions if ends(event)]
    if not clause.only_then or any(word.startswith("even ") for word, _ in ending):
        return
    phrases = tuple(each for each in clause.phrases if each.slot != "condition" and not each.mode)
    ban = replace(clause, modality="must not", phrases=phrases, only_then=False, said_by=clause)
    if ending:
        turned = tuple((OTHER_SIDE[word], event) for word, event in ending)
        yield replace(ban, occasions=turned, since=None, through=None)
    if clause.since:
        yield replace(ban, since=None, through=clause.since - timedelta(days=1))
    if clause.through:
        yield replace(ban, through=None, since=clause.through + timedelta(days=1))


def ways(clause: Clause, world: World) -> list[Phrases]:
    """Each way to read a clause as phrases that all hold: a ban with an exception under something is several bans."""
    phrases = effective(clause, world)
    return spread(tuple(apart(phrases))) if clause.modality == "must not" and not clause.plain else [phrases]


def apart(phrases: Phrases) -> list[Phrase]:
    """Names that *except* takes from a list as an exception of their own, where a condition follows."""
    found: list[Phrase] = []
    for at, phrase in enumerate(phrases):
        if found and found[-1].word == "unless" and is_bare(phrase) and needs(found[-1], phrase):
            found[-1] = replace(found[-1], mode="except", word="if")
        following = phrases[at + 1] if at + 1 < len(phrases) else None
        listed = phrase.slot != "condition" and phrase.mode != "except" and bool(phrase.names.minus)
        if listed and following and is_bare(following) and following.slot == "condition":
            taken = replace(phrase, mode="except", names=replace(phrase.names, names=phrase.names.minus, minus=()))
            found += [replace(phrase, names=replace(phrase.names, minus=())), taken]
        else:
            found.append(phrase)
    return found


def spread(phrases: Phrases) -> list[Phrases]:
    """A ban for each reason why an exception does not hold: other names, or what it is given under is lacking."""
    at = next((at for at, phrase in enumerate(phrases) if phrase.mode == "except"), None)
    if at is None:
        return [phrases]
    exception, given = phrases[at], []
    for phrase in phrases[at + 1 :]:
        if not is_bare(phrase):
            break
        given.append(phrase)
    before, rest = phrases[:at], spread(phrases[at + 1 + len(given) :])
    found = [(*before, exception, *after) for after in rest]
    inside = (*before, replace(exception, mode=""))
    for phrase in given:
        found += [(*inside, replace(phrase, mode="except"), *after) for after in rest]
        inside = (*inside, phrase)
    return found

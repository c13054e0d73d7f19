"""What the phrases of a clause belong to, for the naive reference and the second judge: a condition behind *only*
belongs to that phrase, and so does what stands behind *except*."""

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
    """The phrases of a clause, as each of them is meant; what stands before the clause is read for itself."""
    lead, rest = parted(clause, clause.phrases)
    return (*closed_on(lead, clause, world), *closed_on(rest, clause, world))


def parted(clause: Clause, phrases: Phrases) -> tuple[Phrases, Phrases]:
    """What stands before a clause, and what stands in it."""
    led = 1 if clause.turned and phrases and not phrases[0].names.minus else 0
    return phrases[:led], phrases[led:]


def closed_on(phrases: Phrases, clause: Clause, world: World) -> Phrases:
    """Phrases of a clause; in leave, a condition behind an *only* is one more *only*, but for a law."""
    found: list[Phrase] = []
    for phrase in phrases:
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
    """Each way to read a clause as phrases that all hold: one with an exception under something is several clauses."""
    phrases = effective(clause, world)
    if clause.plain or clause.modality not in ("may", "must not"):
        return [phrases]
    bans = clause.modality == "must not"
    lead, rest = (spread(tuple(apart(each, bans)), bans) for each in parted(clause, phrases))
    return [led(before, behind) for before in lead for behind in rest]


def led(lead: Phrases, rest: Phrases) -> Phrases:
    """What stands before a clause and the rest of it; an *only* there closes all that the clause does not leave out."""
    only = tuple(phrase for phrase in lead if phrase.mode == "only")
    at = next((at for at, phrase in enumerate(rest) if phrase.mode == "except"), len(rest))
    return (*(phrase for phrase in lead if phrase not in only), *rest[:at], *only, *rest[at:])


def closings(clause: Clause, world: World) -> list[tuple[Phrases, Phrase]]:
    """Each phrase with *only*, and the phrases before it: within these, the rest of it is forbidden."""
    found = [
        (way[:at], phrase) for way in ways(clause, world) for at, phrase in enumerate(way) if phrase.mode == "only"
    ]
    return list(dict.fromkeys(found))


def apart(phrases: Phrases, bans: bool) -> list[Phrase]:
    """Names that *except* takes from a list as an exception of their own, where what follows belongs to it."""
    found, given = list[Phrase](), False
    for at, phrase in enumerate(phrases):
        given = given and belongs(phrase, bans)
        if bans and found and found[-1].word == "unless" and is_bare(phrase) and needs(found[-1], phrase):
            found[-1], given = replace(found[-1], mode="except", word="if"), True
        following = phrases[at + 1] if at + 1 < len(phrases) else None
        listed = phrase.slot != "condition" and phrase.mode != "except" and bool(phrase.names.minus)
        if not given and listed and following and belongs_to_names(following, phrase, bans):
            taken = replace(phrase, mode="except", names=replace(phrase.names, names=phrase.names.minus, minus=()))
            found += [replace(phrase, names=replace(phrase.names, minus=())), taken]
            given = True
        else:
            found.append(phrase)
            given = given or phrase.mode == "except"
    return found


def belongs_to_names(phrase: Phrase, listed: Phrase, bans: bool) -> bool:
    """Whether a phrase belongs to names that *except* takes from a list: all of it, or from those whom a ban names."""
    if bans and phrase.slot == "condition":
        return is_bare(phrase)
    whole = set(listed.names.names) <= set(listed.names.minus)
    return belongs(phrase, bans) and (whole or (bans and listed.slot == "counterparty"))


def belongs(phrase: Phrase, bans: bool) -> bool:
    """Whether a phrase right behind an exception belongs to it, and not to the clause."""
    if bans:
        return is_bare(phrase) and (phrase.slot == "condition" or not phrase.aside)
    lifts = phrase.slot == "condition" and phrase.word in ("unless", "without")
    return not phrase.mode and not phrase.aside and (lifts or phrase.slot != "condition")


def spread(phrases: Phrases, bans: bool) -> list[Phrases]:
    """A clause for each reason why an exception does not hold: other names, or what it is given under is lacking."""
    at = next((at for at, phrase in enumerate(phrases) if phrase.mode == "except"), None)
    if at is None:
        return [phrases]
    exception, given = phrases[at], []
    for phrase in phrases[at + 1 :]:
        if not belongs(phrase, bans):
            break
        given.append(phrase)
    before, rest = phrases[:at], spread(phrases[at + 1 + len(given) :], bans)
    found = [(*before, exception, *after) for after in rest]
    inside = (*before, replace(exception, mode=""))
    for phrase in given:
        found += [(*inside, replace(phrase, mode="except"), *after) for after in rest]
        inside = (*inside, phrase)
    return found

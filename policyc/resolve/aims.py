"""What something is done for, in a verb and a purpose: ``to provide the services`` is for the services."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.names import Kind, key
from policyc.resolve.actors import verb_of_gerund
from policyc.resolve.names import Names
from policyc.syntax import tree

PURPOSES = frozenset({Kind.PURPOSE})
BEFORE_AIMS = (
    "for",
    "to",
    "for longer than necessary for",
    "for no longer than necessary for",
    "than necessary for",
)
DOING = frozenset(
    [
        *("provide", "deliver", "perform", "offer", "render", "supply", "fulfil", "fulfill", "conduct", "operate"),
        *("support", "carry-out", "pursue", "achieve"),
    ]
)
"""What is done with a purpose says nothing more: to provide services is for services."""
KEEPING = frozenset(["perform", "fulfil", "fulfill", "carry-out", "discharge", "meet", "satisfy", "execute"])
PROMISES = frozenset(["agreement", "this agreement", "its obligation", "obligation", "their obligation", "its duty"])
PERFORMANCE = "performance of the agreement"
OF_OTHERS = frozenset(
    [
        *("require", "oblige", "cause", "instruct", "direct", "permit", "allow", "enable", "authorise", "authorize"),
        *("attempt", "seek", "try"),
    ]
)
"""Verbs behind which `to` says what is to be done, and not what for."""


def with_aims(phrases: tuple[tree.Phrase, ...], verbs: tree.Names | None, names: Names) -> tuple[tree.Phrase, ...]:
    """The phrases of a clause, a verb with a purpose made that purpose; ``verbs`` are those of the clause."""
    bound = verbs is not None and any(key(verb.text) in OF_OTHERS for verb in verbs.items)
    return tuple(aimed(each, names) if not bound else each for each in phrases)


def aimed(phrase: tree.Phrase, names: Names) -> tree.Phrase:
    """A phrase whose names are purposes, where it names verbs and purposes."""
    if not isinstance(phrase, tree.NamePhrase) or phrase.word not in BEFORE_AIMS or phrase.names.including:
        return phrase
    items = tuple(aim(item, names) for item in phrase.names.items)
    if all(new is old for new, old in zip(items, phrase.names.items, strict=True)):
        return phrase
    return replace(phrase, word="for" if phrase.word == "to" else phrase.word, names=replace(phrase.names, items=items))


def aim(item: tree.Name | tree.Quote, names: Names) -> tree.Name | tree.Quote:
    """The purpose in ``provide the services``; the name itself where it is none of that kind."""
    words = item.text.split()
    if isinstance(item, tree.Quote) or len(words) < 2 or names.lexicon.find(key(item.text), PURPOSES):
        return item
    count = 2 if " ".join(words[:2]).lower() in ("carry out", "carrying out") else 1
    verb = key(words[0]) if count == 1 else "carry out"
    verb = verb_of_gerund(words[0], names) or verb if count == 1 else verb
    rest = names.part(item, count, len(words)) if len(words) > count else item
    if verb.replace(" ", "-") in KEEPING and key(rest.text) in PROMISES:
        return tree.Name(PERFORMANCE, item.span)
    if verb.replace(" ", "-") in DOING and names.find(rest, PURPOSES):
        return rest
    return item

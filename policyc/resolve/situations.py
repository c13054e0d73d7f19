"""Situations: who does what, told apart by declared names, as nothing else stands between them."""

from __future__ import annotations

from policyc.model.document import Situation
from policyc.model.names import Kind, base_verbs, key
from policyc.resolve.names import PERSONS, Names, Unresolved
from policyc.resolve.statements import Parts, read_act, read_phrases
from policyc.source import Span
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
    if failed or parts.failed:
        raise Unresolved
    timing = parts.timing
    return Situation(bearer, actions, parts.object, tuple(parts.limits), timing.since, timing.occasions)


def split_words(words: tree.Names, names: Names) -> tuple[tree.Names, tree.Name, tree.Names | None]:
    """Who, does, what: the first declared verb that a declared person stands before tells them apart."""
    for at, item in enumerate(words.items):
        if not isinstance(item, tree.Name):
            continue
        tokens = item.text.split()
        for position in range(1, len(tokens)):
            verb = known_verb(tokens[position], names)
            who = " ".join(tokens[:position])
            if verb and is_person(who, names):
                return split_at(words, at, who, verb, tokens[position + 1 :])
    names.reporter.error(
        "broken-sentence",
        names.origin(words.span),
        "It does not say who does what: a declared party, then a declared verb, then what it is done to.",
        "Write it like this: Facebook uses shopping location for advertising.",
    )
    raise Unresolved


def split_at(
    words: tree.Names, at: int, who: str, verb: str, rest: list[str]
) -> tuple[tree.Names, tree.Name, tree.Names | None]:
    """The three parts of a list of words whose item ``at`` holds the verb."""
    item = words.items[at]
    start: int = item.span[0]
    end: int = item.span[1]
    span: Span = (start, end)
    bearer = (*words.items[:at], tree.Name(who, (start, min(end, start + len(who)))))
    found = ((tree.Name(" ".join(rest), span),) if rest else ()) + words.items[at + 1 :]
    objects = tree.Names(found, words.joiner, words.span) if found else None
    return tree.Names(bearer, "and", words.span), tree.Name(verb, span), objects


def known_verb(word: str, names: Names) -> str | None:
    """The declared action that a word, perhaps in the third person, stands for."""
    return next((form for form in base_verbs(word) if names.lexicon.find(key(form), ACTIONS)), None)


def is_person(text: str, names: Names) -> bool:
    """Whether words stand for a party or people here."""
    spelling = key(text)
    return bool(names.lexicon.find(spelling, PERSONS) or names.role(spelling))

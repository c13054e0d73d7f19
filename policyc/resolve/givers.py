"""Whose notice or leave: *without notice to Acme* and *with approval from Acme* name whom the notice or the approval is
of, and neither who gets the data nor who they come from."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.names import Kind, key
from policyc.resolve.belonging import narrower
from policyc.resolve.names import DATA, PERSONS, Names, keys_above
from policyc.syntax import tree

TURNS_ON = ("with", "without", "under", "after", "on", "before")
GIVEN_BY = frozenset(
    {"notice", "approval", "consent", "instructed", "request", "notice receipt", "objection", "instruction"}
)
HAPPENING = frozenset({Kind.EVENT, Kind.THING})
GIVEN_TO = frozenset({"notice", "notice receipt", "breach notification", "notice of termination"})


def with_givers(phrases: tuple[tree.Phrase, ...], takes: bool, names: Names) -> tuple[tree.Phrase, ...]:
    """The phrases, a `to` or `from` that goes with the notice or leave before it made one name with it.

    ``takes``: what is done is to get data, so that the one `from` of the sentence says from whom.
    """
    found: list[tree.Phrase] = []
    kept = 1 if takes else 0
    froms = sum(isinstance(phrase, tree.NamePhrase) and phrase.word == "from" for phrase in phrases)
    for phrase in phrases:
        last = found[-1] if found else None
        joined = of_somebody(last, phrase, names) if last is not None else None
        if joined is None or (phrase.word == "from" and froms <= kept):  # type: ignore[union-attr]
            found.append(phrase)
        else:
            found[-1] = joined
    return tuple(found)


def of_somebody(last: tree.Phrase, phrase: tree.Phrase, names: Names) -> tree.NamePhrase | None:
    """A phrase on a notice or leave with whose it is; None where the next phrase does not say that."""
    if not isinstance(last, tree.NamePhrase) or not isinstance(phrase, tree.NamePhrase):
        return None
    if last.word == "with" and phrase.word == "from" and is_data(last.names.items[-1], names):
        return whose(last, phrase, "of")
    given = {"to": GIVEN_TO, "from": GIVEN_BY}.get(phrase.word)
    what, several = last.names.items[-1], phrase.names.items
    if given is None or phrase.mode or last.word not in TURNS_ON or (len(several) > 1 and len(last.names.items) > 1):
        return None
    if isinstance(what, tree.Quote):
        return None
    if not all(is_person(whom, names) for whom in several):
        return whose(last, phrase, "to") if phrase.word == "to" and is_of(what, several, names) else None
    concept = names.find(what, frozenset({Kind.CONDITION, Kind.EVENT, Kind.THING}))
    if concept is None or not given & keys_above(concept, names):
        return None
    for whom in several if phrase.word == "to" else ():
        narrower(concept, f"{what.text} to {whom.text}", None, names.lexicon, names.origin(what.span))
    return whose(last, phrase, "to" if phrase.word == "to" else "of")


def whose(last: tree.NamePhrase, phrase: tree.NamePhrase, word: str) -> tree.NamePhrase:
    """A phrase whose last name is made one with whom the next names."""
    *before, what = last.names.items
    found = [tree.Name(f"{what.text} {word} {whom.text}", (what.span[0], whom.span[1])) for whom in phrase.names.items]
    joiner = last.names.joiner or phrase.names.joiner
    joined = replace(last.names, items=(*before, *found), joiner=joiner)
    return replace(last, names=joined, span=(last.span[0], phrase.span[1]))


def is_of(what: tree.Name, several: tuple[tree.Name | tree.Quote, ...], names: Names) -> bool:
    """Whether what an act is done with is named by `to`: ``after unauthorised access to records``."""
    whole = [tree.Name(f"{what.text} to {each.text}", what.span) for each in several if isinstance(each, tree.Name)]
    return len(whole) == len(several) and all(names.find(each, HAPPENING) is not None for each in whole)


def is_data(name: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for data alone: ``combine records with data from partners``."""
    return isinstance(name, tree.Name) and names.find(name, DATA) is not None and names.find(name, PERSONS) is None


def is_person(name: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for a party, people or a role."""
    return isinstance(name, tree.Name) and bool(names.find(name, PERSONS) or names.role(key(name.text)))

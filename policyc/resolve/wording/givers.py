"""Whose notice or leave: *without notice to Acme* and *with approval from Acme* name whom the notice or the approval is
of, and neither who gets the data nor who they come from."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.kinds import DATA, PERSONS, PURPOSES
from policyc.model.names import Kind
from policyc.resolve.naming.belonging import narrower
from policyc.resolve.naming.complements import needs_person, stands_behind, with_complement
from policyc.resolve.naming.names import Names, is_person, keys_above
from policyc.resolve.report import bare
from policyc.syntax import tree

TURNS_ON = ("with", "without", "under", "after", "on", "before")
GIVEN_BY = frozenset(
    {"notice", "approval", "consent", "instructed", "request", "notice receipt", "objection", "instruction"}
)
GIVEN_TO = frozenset({"notice", "notice receipt", "breach notification", "notice of termination"})


def with_givers(
    phrases: tuple[tree.Phrase, ...], takes: bool, names: Names, needs: bool | None = False
) -> tuple[tree.Phrase, ...]:
    """The phrases, each that goes with the noun right before it made one name with it.

    ``takes``: what is done is to get data, so that the one `from` of the sentence says from whom; ``needs``: what is
    done is done with somebody, who is not named yet; None where it is done with nobody.
    """
    found: list[tree.Phrase] = []
    kept = 1 if takes else 0
    froms = sum(isinstance(phrase, tree.NamePhrase) and phrase.word == "from" for phrase in phrases)
    for phrase in phrases:
        last = found[-1] if found else None
        joined = of_somebody(last, phrase, names) if last is not None else None
        if joined is not None and phrase.word == "from" and froms <= kept:  # type: ignore[union-attr]
            joined = None
        joined = joined or (of_act(last, phrase, names, needs) if last is not None else None)
        if joined is None:
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
    if isinstance(what, tree.Quote) or not all(is_person(whom, names) for whom in several):
        return None
    if not stands_behind(last.span, phrase.span, names):
        return None
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


def of_act(last: tree.Phrase, phrase: tree.Phrase, names: Names, needs: bool | None) -> tree.NamePhrase | None:
    """A phrase on an act with what the next phrase says of it: ``before a transfer of records to a third country``."""
    if not isinstance(last, tree.NamePhrase) or not isinstance(phrase, tree.NamePhrase):
        return None
    what = last.names.items[-1]
    if isinstance(what, tree.Quote) or not stands_behind(last.span, phrase.span, names):
        return None
    persons = all(is_person(item, names) for item in phrase.names.items)
    if needs and persons and phrase.word in ("to", "with") and needs_person(what, names):
        return None
    found = with_complement(what, phrase, names) or served(what, last, phrase, names, needs)
    if found is None:
        return None
    joiner = last.names.joiner or phrase.names.joiner
    joined = replace(last.names, items=(*last.names.items[:-1], *found), joiner=joiner)
    return replace(last, names=joined, span=(last.span[0], phrase.span[1]))


def served(
    what: tree.Name, last: tree.NamePhrase, phrase: tree.NamePhrase, names: Names, deals: bool | None
) -> list[tree.Name] | None:
    """A purpose with whom it is towards, where the verb is done with nobody: ``for advertising to customers``."""
    purpose = names.find(what, PURPOSES) if last.word == "for" and phrase.word == "to" and not phrase.mode else None
    if purpose is None or deals is not None or not all(is_person(item, names) for item in phrase.names.items):
        return None
    made = [tree.Name(f"{what.text} to {item.text}", (what.span[0], item.span[1])) for item in phrase.names.items]
    for each in made:
        narrower(purpose, bare(each.text), None, names.lexicon, names.origin(each.span))
    return made


def is_data(name: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for data alone: ``combine records with data from partners``."""
    return isinstance(name, tree.Name) and names.find(name, DATA) is not None and names.find(name, PERSONS) is None

"""What somebody has to see to, said without a modal: ``ensure that the auditor deletes records`` is that he must."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

from policyc.model.kinds import ACTIONS
from policyc.model.names import key, verbs_of_participle
from policyc.resolve.actors import best_reading, possible_readings, split_at
from policyc.resolve.naming.names import Names, Unresolved
from policyc.syntax import tree


def stated(told: tree.Statement | tree.Told, subject: tree.Subject, names: Names) -> tree.Statement:
    """The statement of what is ensured; in the passive without an agent ``subject`` himself has to do it.

    Raises ``Unresolved``, reported, where it does not say who does what.
    """
    if isinstance(told, tree.Statement):
        return told
    if told.what is not None:
        return in_passive(told, told.what, subject, names)
    reading = best_reading(list(possible_readings(told.words, names)), names)
    if reading is None:
        refuse(told, names)
    who, verb, what = split_at(told.words, reading, names)
    by = tree.Subject(replace(who, joiner=who.joiner if len(who.items) > 1 else None), False, who.span)
    act = tree.Act(tree.Names((verb,), None, verb.span), what, told.words.span)
    adverbs = [tree.Name(word, verb.span) for word in reading.does.manner]
    manner = tuple(tree.Manner(tree.Names((each,), None, each.span), each.span) for each in adverbs)
    return statement(by, reading.does.denied, act, (*manner, *told.phrases), told)


def in_passive(told: tree.Told, what: tree.Names, subject: tree.Subject, names: Names) -> tree.Statement:
    """``records are not sold by vendors``, ``records are deleted``."""
    if bound := bound_by(told, what, names):
        return bound
    verbs: list[tree.Name] = []
    by: tree.Subject | None = None
    for item in what.all:
        words = item.text.split()
        verb = next((form for form in verbs_of_participle(words[0]) if names.lexicon.find(key(form), ACTIONS)), None)
        rest = words[1:]
        if isinstance(item, tree.Quote) or verb is None or (rest and rest[0].lower() != "by") or len(rest) == 1:
            refuse(told, names)
        verbs.append(tree.Name(verb, item.span))
        if rest:
            who = names.part(item, 2, len(words))
            by = tree.Subject(tree.Names((who,), None, who.span), False, who.span)
    act = tree.Act(replace(what, items=tuple(verbs), including=None), told.words, told.span)
    first = told.phrases[0] if told.phrases else None
    if by is not None and isinstance(first, tree.ExceptNames):
        told, by = replace(told, phrases=told.phrases[1:]), replace(by, besides=first.names)
    return statement(by or subject, told.be.endswith("not"), act, told.phrases, told)


def bound_by(told: tree.Told, what: tree.Names, names: Names) -> tree.Statement | None:
    """``personnel are bound by confidentiality``: they must comply with it."""
    first = what.items[0]
    words = first.text.split()
    bound = [word.lower() for word in words[:2]] == ["bound", "by"] and not told.be.endswith("not")
    if isinstance(first, tree.Quote) or not bound or len(words) < 3 or not names.lexicon.find("comply", ACTIONS):
        return None
    terms = replace(what, items=(names.part(first, 2, len(words)), *what.items[1:]))
    comply = tree.Act(tree.Names((tree.Name("comply", first.span),), None, first.span), None, told.span)
    by = tree.Subject(told.words, False, told.words.span)
    return statement(by, False, comply, (tree.NamePhrase("with", terms, "", what.span), *told.phrases), told)


def statement(
    by: tree.Subject, denied: bool, act: tree.Act, phrases: tuple[tree.Phrase, ...], told: tree.Told
) -> tree.Statement:
    """Who must do something, or must not."""
    modal: tree.Modal = "must not" if denied else "must"
    return tree.Statement((), by, modal, modal, act, phrases, None, told.span)


def refuse(told: tree.Told, names: Names) -> NoReturn:
    """Report what says of nobody declared that he does something declared; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(told.span),
        "What has to be ensured does not say who does what: a declared party, then a declared verb.",
        "Write for instance `… must ensure that subprocessors must delete records`.",
    )
    raise Unresolved

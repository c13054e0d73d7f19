"""What an act is done with that is named by its noun: *restrict access to records*, *prevent the disclosure of records
to third parties*. The `to` behind such a noun belongs to it, and to the verb only where that has somebody to deal with.
"""

from __future__ import annotations

from dataclasses import replace

from policyc.model.names import Kind, key
from policyc.resolve.belonging import OF
from policyc.resolve.names import PERSONS, Names, Unresolved, keys_above
from policyc.syntax import tree

ACTIONS = frozenset({Kind.ACTION})
HAPPENING = frozenset({Kind.EVENT, Kind.THING})
GIVING = frozenset({"access to data", "disclosure of data", "data transfer", "sale of data", "publication of data"})
ACCESS = "access"


def with_matters(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement, each `to` behind a noun that stands for an act joined to that noun."""
    act = statement.act
    if act is None or act.object is None or act.passive or isinstance(act.object.items[-1], tree.Quote):
        return statement
    phrases = list(statement.phrases)
    while (at := next_to(act, phrases)) is not None:
        found = phrases[at]
        assert isinstance(found, tree.NamePhrase)
        if gives(act, names) and act.object is not None and key(act.object.items[-1].text) == ACCESS:
            return given_access(statement, act, found, phrases)
        whole = joined(act, found, names)
        if whole is None:
            break
        act = whole
        del phrases[at]
    return replace(statement, act=act, phrases=tuple(phrases))


def next_to(act: tree.Act, phrases: list[tree.Phrase]) -> int | None:
    """Which phrase stands right behind the object, where it begins with `to`."""
    assert act.object is not None
    behind = [at for at, each in enumerate(phrases) if each.span[0] >= act.object.span[1]]
    first = phrases[behind[0]] if behind else None
    return behind[0] if isinstance(first, tree.NamePhrase) and first.word == "to" and not first.mode else None


def joined(act: tree.Act, phrase: tree.NamePhrase, names: Names) -> tree.Act | None:
    """An act with a phrase joined to the last name of its object; None where it does not belong there."""
    assert act.object is not None
    last = act.object.items[-1]
    if isinstance(last, tree.Quote) or any(isinstance(item, tree.Quote) for item in phrase.names.items):
        return None
    found = [tree.Name(f"{last.text} to {item.text}", (last.span[0], item.span[1])) for item in phrase.names.items]
    if not all(stands_for_act(each, names) for each in found):
        return None
    if all(is_person(item, names) for item in phrase.names.items) and deals(act, names):
        refuse_if_either(last, phrase, act, names)
        return None
    items = (*act.object.items[:-1], *found)
    joiner = act.object.joiner or phrase.names.joiner
    return replace(act, object=replace(act.object, items=items, joiner=joiner, span=(act.object.span[0], phrase.span[1])))


def stands_for_act(name: tree.Name, names: Names) -> bool:
    """Whether a name, or what follows the person who is told in it, stands for something done: ``Acme of a loss …``."""
    told = [name.text[found.end() :] for found in OF.finditer(name.text)]
    return any(names.find(tree.Name(text, name.span), HAPPENING) is not None for text in (name.text, *told))


def deals(act: tree.Act, names: Names) -> bool:
    """Whether what is done is done with somebody: ``certify deletion of records to Acme``."""
    return any("interact" in above for above in verbs_above(act, names))


def gives(act: tree.Act, names: Names) -> bool:
    """Whether something is given: ``provide access to records``."""
    return all("share" in above or "authorise" in above or "approve" in above for above in verbs_above(act, names))


def verbs_above(act: tree.Act, names: Names) -> list[set[str]]:
    """For each verb what it is a kind of."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items]
    return [keys_above(verb, names) if verb else set() for verb in verbs]


def refuse_if_either(last: tree.Name, phrase: tree.NamePhrase, act: tree.Act, names: Names) -> None:
    """Report a `to` that may say who is told or who is given: *report the disclosure of records to the auditor*."""
    given = names.find(last, HAPPENING)
    if given is None or not GIVING & keys_above(given, names):
        return
    whom, verb = " and ".join(item.text for item in phrase.names.items), act.verbs.items[0].text
    names.reporter.error(
        "broken-sentence",
        names.origin(phrase.span),
        f"`to {whom}` can be read in two ways: to whom one should {verb}, or to whom the data went.",
        f"If {whom} is told, write `notify {whom} of {last.text}`; if the data went there, write `{last.text} by` whom, "
        f"or declare a name for it.",
    )
    raise Unresolved


def is_person(name: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for a party, people or a role."""
    return isinstance(name, tree.Name) and bool(names.role(key(name.text)) or names.find(name, PERSONS))


def given_access(
    statement: tree.Statement, act: tree.Act, phrase: tree.NamePhrase, phrases: list[tree.Phrase]
) -> tree.Statement:
    """``provide access to records to Acme``: to give access to these."""
    verb = act.verbs.items[0]
    verbs = tree.Names((tree.Name("give access", verb.span),), None, act.verbs.span)
    rest = tuple(part for part in phrases if part is not phrase)
    return replace(statement, act=replace(act, verbs=verbs, object=phrase.names), phrases=rest)

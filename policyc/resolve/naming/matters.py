"""What an act is done with that is named by its noun: *prevent the disclosure of records to third parties*. A phrase
behind such a noun belongs to it, and to the verb where that needs it.
"""

from __future__ import annotations

from dataclasses import replace

from policyc.model.kinds import ACTIONS, CONDITIONS, DATA
from policyc.model.names import key
from policyc.resolve.naming.ciphers import with_cipher
from policyc.resolve.naming.complements import (
    GIVING,
    HAPPENING,
    is_dealing,
    keeps_with,
    needs_person,
    stands_behind,
    with_complement,
)
from policyc.resolve.naming.names import Names, Unresolved, is_person, keys_above
from policyc.resolve.naming.portions import CUSTODY
from policyc.syntax import tree

ACCESS = "access"
GRANTING = frozenset({"give", "grant", "provide", "offer", "allow", "permit", "share"})
HOLDING = frozenset({"hold", "keep", "maintain", "retain", "store"})
LIMITING = frozenset({"restrict", "limit", "confine"})


def with_matters(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement, each phrase that belongs to the noun that is acted on joined to that noun."""
    act = statement.act
    if act is None or act.object is None or act.passive or isinstance(act.object.all[-1], tree.Quote):
        return statement
    phrases = list(statement.phrases)
    while (at := next_phrase(act, phrases, names)) is not None:
        found = phrases[at]
        assert isinstance(found, tree.NamePhrase)
        if found.word == "to" and grants_access(act):
            return given_access(statement, act, found, phrases)
        assert act.object is not None
        last = act.object.all[-1]
        cipher = with_cipher(last, phrases[at:], names)
        if cipher is not None:
            made, count = cipher
            act = replace(act, object=ending_in(act.object, made, "and", made[-1].span[1]))
            del phrases[at : at + count]
            continue
        whole = joined(act, found, phrases[at + 1 :], names)
        if whole is None:
            break
        act = whole
        del phrases[at]
    return replace(statement, act=act, phrases=tuple(phrases))


def next_phrase(act: tree.Act, phrases: list[tree.Phrase], names: Names) -> int | None:
    """Which phrase of names stands right behind the object."""
    assert act.object is not None
    for at, each in enumerate(phrases):
        if isinstance(each, tree.NamePhrase) and not each.mode and stands_behind(act.object.span, each.span, names):
            return at
    return None


def joined(act: tree.Act, phrase: tree.NamePhrase, rest: list[tree.Phrase], names: Names) -> tree.Act | None:
    """An act with a phrase joined to the last name of its object; None where it does not belong there."""
    assert act.object is not None
    last = act.object.all[-1]
    if isinstance(last, tree.Quote):
        return None
    of_persons = all(is_person(item, names) for item in phrase.names.items)
    if of_persons and phrase.word in ("to", "with"):
        if keys(act) & LIMITING:
            return None
        dealing = phrase.word == "with" and is_dealing(last, names)
        if dealing and keeps_with(act, rest, names):
            return None
        if not dealing and deals(act, names) and needs_person(last, names):
            refuse_if_either(last, phrase, act, names)
            return None
    found = held(last, phrase, act, names) or with_complement(last, phrase, names)
    if found is None:
        return None
    return replace(act, object=ending_in(act.object, found, phrase.names.joiner, phrase.span[1]))


def ending_in(listed: tree.Names, found: list[tree.Name], joiner: tree.Joiner | None, end: int) -> tree.Names:
    """A list with some names for its last, which may be one that *including* names."""
    span = (listed.span[0], end)
    if listed.including is not None:
        return replace(listed, including=ending_in(listed.including, found, joiner, end), span=span)
    items = (*listed.items[:-1], *found)
    return replace(listed, items=items, joiner=(listed.joiner or joiner) if len(items) > 1 else None, span=span)


def held(last: tree.Name, phrase: tree.NamePhrase, act: tree.Act, names: Names) -> list[tree.Name] | None:
    """Data in somebody's hands, where nothing is done to keep them there: ``records in its possession or control``."""
    first = names.find(phrase.names.items[0], CONDITIONS) if phrase.word == "in" and not keys(act) & HOLDING else None
    if first is None or CUSTODY not in keys_above(first, names) or names.find(last, DATA) is None:
        return None
    span = (last.span[0], phrase.names.span[1])
    return [tree.Name(f"{last.text} in {names.origin(phrase.names.span).words}", span)]


def keys(act: tree.Act) -> set[str]:
    """The verbs of an act."""
    return {key(verb.text) for verb in act.verbs.items}


def deals(act: tree.Act, names: Names) -> bool:
    """Whether what is done is done with somebody: ``certify deletion of records to Acme``."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items]
    return any(verb is not None and "interact" in keys_above(verb, names) for verb in verbs)


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
        f"If {whom} is told, write `notify {whom} of {last.text}`; if the data went there, say so in a sentence of its "
        "own.",
    )
    raise Unresolved


def grants_access(act: tree.Act) -> bool:
    """Whether access is what is given: ``sell records or grant access to records``."""
    assert act.object is not None
    return key(act.object.items[-1].text) == ACCESS and key(act.verbs.items[-1].text) in GRANTING


def given_access(
    statement: tree.Statement, act: tree.Act, phrase: tree.NamePhrase, phrases: list[tree.Phrase]
) -> tree.Statement:
    """``provide access to records to Acme``: to give access to these."""
    *others, verb = act.verbs.items
    verbs = replace(act.verbs, items=(*others, tree.Name("give access", verb.span)))
    rest = tuple(part for part in phrases if part is not phrase)
    return replace(statement, act=replace(act, verbs=verbs, object=phrase.names), phrases=rest)

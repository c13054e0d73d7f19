"""What somebody states: *certify in writing that it has deleted records* is to certify that deed."""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.kinds import ACTIONS
from policyc.model.names import key
from policyc.resolve.happening.deed_names import registered
from policyc.resolve.happening.deeds import deed_of
from policyc.resolve.naming.names import Names, keys_above
from policyc.syntax import tree

STATING = frozenset(["notify", "represent", "acknowledge", "explain", "demonstrate"])
THAT = re.compile(r"(?:(?P<head>.+?)\s+)?that\s+(?P<told>.+)", re.IGNORECASE | re.DOTALL)


def testified(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement in which what is stated stands as what is acted on; itself where nothing is."""
    act = statement.act
    if act is None or act.passive or not states_something(act, names):
        return statement
    if act.object is not None and len(act.object.all) == 1:
        found = divided(act.object.items[0], statement, names)
        if found is not None:
            head, told = found
            items = (head, told) if head else (told,)
            joiner: tree.Joiner | None = "and" if head else None
            return replace(statement, act=replace(act, object=tree.Names(items, joiner, act.object.span)))
    return from_phrase(statement, act, names)


def from_phrase(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement:
    """What is stated behind a phrase: ``in writing that it has deleted records``."""
    for at, part in enumerate(statement.phrases):
        if not isinstance(part, tree.NamePhrase) or len(part.names.all) != 1:
            continue
        found = divided(part.names.items[0], statement, names)
        head, told = found if found is not None else (None, None)
        if head is None or told is None:
            continue
        before = act.object.all if act.object else ()
        object = tree.Names((*before, told), "and" if before else None, told.span)
        kept = replace(part, names=tree.Names((head,), None, head.span))
        phrases = (*statement.phrases[:at], kept, *statement.phrases[at + 1 :])
        return replace(statement, act=replace(act, object=object), phrases=phrases)
    return statement


def divided(
    item: tree.Name | tree.Quote, statement: tree.Statement, names: Names
) -> tuple[tree.Name | None, tree.Name] | None:
    """What stands before *that*, and the name of the deed behind it; None where nobody does anything there."""
    found = THAT.fullmatch(item.text) if isinstance(item, tree.Name) else None
    if found is None:
        return None
    deed = deed_of(tree.Name(found["told"], item.span), statement.subject.names, None, names)
    told = registered(deed, names) if deed is not None else None
    if not isinstance(told, tree.Name):
        return None
    return (tree.Name(found["head"], item.span) if found["head"] else None), told


def states_something(act: tree.Act, names: Names) -> bool:
    """Whether all that is done is to tell, to certify or the like."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items]
    return all(verb is not None and not keys_above(verb, names).isdisjoint(STATING) for verb in verbs)

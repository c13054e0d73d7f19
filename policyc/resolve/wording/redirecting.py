"""Who asks and is sent on to another: ``redirect customers to Acme`` is to redirect what they ask for to it."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.kinds import ACTIONS
from policyc.model.names import key
from policyc.resolve.naming.names import Names, is_person, keys_above
from policyc.resolve.report import bare
from policyc.syntax import tree


def redirected(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """A statement in which persons are redirected to others, as one on their requests; None for all else."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items]
    sends_on = is_direct(act) or all(verb is not None and "redirect" in keys_above(verb, names) for verb in verbs)
    if not sends_on or act.passive or act.object is None or not goes_to_somebody(statement, names):
        return None
    if not all(is_person(item, names) for item in act.object.items):
        return None
    items = tuple(tree.Name(f"requests of {bare(item.text)}", item.span) for item in act.object.items)
    verb = tree.Name("redirect", act.verbs.span)
    verbs_meant = tree.Names((verb,), None, act.verbs.span) if is_direct(act) else act.verbs
    return replace(statement, act=replace(act, verbs=verbs_meant, object=replace(act.object, items=items)))


def is_direct(act: tree.Act) -> bool:
    """Whether somebody is directed, which to another is not to instruct: ``direct customers to Acme``."""
    return [key(verb.text) for verb in act.verbs.items] == ["direct"]


def goes_to_somebody(statement: tree.Statement, names: Names) -> bool:
    """Whether a phrase says to whom."""
    to = (part for part in statement.phrases if isinstance(part, tree.NamePhrase) and part.word == "to")
    return any(is_person(part.names.items[0], names) for part in to)

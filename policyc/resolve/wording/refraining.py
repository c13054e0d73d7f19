"""Not doing, said with another verb: *avoid selling records*, *cease all use of records*, *must not fail to delete*."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.kinds import ACTIONS
from policyc.model.names import key
from policyc.resolve.actors import verb_of_gerund
from policyc.resolve.joining.prolonging import then_on
from policyc.resolve.naming.names import Names
from policyc.resolve.wording.manners import joined
from policyc.syntax import tree

AVOIDING = frozenset(["avoid", "refrain", "abstain", "desist"])
CEASING = frozenset(["cease", "stop", "discontinue", "suspend", "halt"])
FAILING = frozenset(["fail", "omit", "neglect"])
ALL = frozenset(["all", "any", "every", "the", "its", "their", "further", "such"])
DONE = {
    "use": "use",
    "processing": "process",
    "disclosure": "share",
    "sharing": "share",
    "collection": "collect",
    "sale": "sell",
    "transfer": "transfer",
    "storage": "store",
}
"""What is done, by the noun that contracts call it by."""


def refrained(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """A statement that somebody must not do something, or must, said by what he refrains from or fails to do."""
    verbs = {key(verb.text) for verb in act.verbs.items}
    if verbs <= FAILING and statement.modal == "must not" and act.object is None:
        return not_failed(statement, names)
    if verbs <= AVOIDING and statement.modal == "must" and act.object is None:
        return refrained_from(statement, names)
    if statement.modal != "must" or act.object is None:
        return None
    done = None
    if verbs <= AVOIDING:
        done = acts_in_gerunds(act.object, names)
    elif verbs <= CEASING:
        done = deeds_in(act.object, names)
    if done is None:
        return None
    if verbs <= CEASING:
        statement = replace(statement, lead=then_on(statement.lead), phrases=then_on(statement.phrases))
    return replace(statement, modal="must not", written="must not", act=done)


def refrained_from(statement: tree.Statement, names: Names) -> tree.Statement | None:
    """``must, if required by law, refrain from selling records``."""
    found = (part for part in statement.phrases if isinstance(part, tree.NamePhrase) and part.word == "from")
    phrase = next((part for part in found if not part.mode), None)
    done = acts_in_gerunds(phrase.names, names) if phrase else None
    if done is None:
        return None
    rest = tuple(part for part in statement.phrases if part is not phrase)
    return replace(statement, modal="must not", written="must not", act=done, phrases=rest)


def not_failed(statement: tree.Statement, names: Names) -> tree.Statement | None:
    """``must not fail to delete records``: must delete them."""
    first, *rest = statement.phrases or (None,)
    if not isinstance(first, tree.NamePhrase) or first.word != "to" or len(first.names.all) != 1:
        return None
    item = first.names.items[0]
    words = item.text.split()
    count = names.verb_of(words)
    if isinstance(item, tree.Quote) or count is None:
        return None
    verb = names.part(item, 0, count)
    what = names.part(item, count, len(words)) if len(words) > count else None
    object = tree.Names((what,), None, what.span) if what else None
    done = tree.Act(tree.Names((verb,), None, verb.span), object, item.span)
    return replace(statement, modal="must", written="must", act=done, phrases=tuple(rest))


def acts_in_gerunds(listed: tree.Names, names: Names) -> tree.Act | None:
    """The act in ``selling or renting records``; None where a name begins with no declared verb in -ing."""
    found: list[tree.Name] = []
    for at, item in enumerate(listed.items):
        words = item.text.split()
        verb = None if isinstance(item, tree.Quote) else verb_of_gerund(words[0], names)
        if isinstance(item, tree.Quote) or verb is None:
            return None
        found.append(tree.Name(verb, names.part(item, 0, 1).span))
        if len(words) > 1:
            first = names.part(item, 1, len(words))
            what = (first, *listed.items[at + 1 :])
            joiner = listed.joiner if len(what) > 1 else None
            object = tree.Names(what, joiner, (first.span[0], listed.span[1]), listed.including)
            return tree.Act(joined(tuple(found), listed), object, listed.span)
    return tree.Act(joined(tuple(found), listed), None, listed.span)


def deeds_in(listed: tree.Names, names: Names) -> tree.Act | None:
    """The act in ``all use of records``, and in ``all use and disclosure of records``."""
    found: list[tree.Name] = []
    for at, item in enumerate(listed.items):
        words = item.text.split()
        skipped = next((place for place, word in enumerate(words) if word.lower() not in ALL), len(words))
        rest = words[skipped:]
        verb = DONE.get(rest[0].lower()) if rest else None
        if isinstance(item, tree.Quote) or verb is None or not names.lexicon.find(verb, ACTIONS):
            return None
        found.append(tree.Name(verb, item.span))
        if len(rest) > 2 and rest[1].lower() == "of":
            first = names.part(item, skipped + 2, len(words))
            what = (first, *listed.items[at + 1 :])
            joiner = listed.joiner if len(what) > 1 else None
            object = tree.Names(what, joiner, (first.span[0], listed.span[1]), listed.including)
            return tree.Act(joined(tuple(found), listed), object, listed.span)
        if len(rest) > 1:
            return None
    return None

"""Who has access and who gets what: *limit access to records to personnel*, *provide Acme with access to records*."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from policyc.model.names import Kind, key
from policyc.resolve.naming.names import PERSONS, Names
from policyc.resolve.wording.refraining import deeds_in
from policyc.syntax import tree

LIMITING = frozenset(["limit", "restrict", "confine"])
GIVING = frozenset(["share", "give", "grant", "provide", "offer", "supply", "furnish"])
SUPPLYING = frozenset(["provide", "supply", "furnish"])
PURPOSES = frozenset({Kind.PURPOSE})
LETTING = frozenset(["permit", "allow", "enable", "authorise", "authorize", "let"])


def access_limited(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must limit access to records to personnel``: to ensure that nobody but personnel gets at them."""
    if not verbs(act) <= LIMITING or act.object is None or statement.modal != "must" or len(statement.phrases) < 2:
        return None
    first, second, *rest = statement.phrases
    if [key(item.text) for item in act.object.all] != ["access"] or not (is_to(first) and is_to(second)):
        return None
    anyone = tree.Names((tree.Name("anyone", second.span),), None, second.span)
    others = tree.Subject(anyone, False, second.span, besides=second.names)
    done = tree.Act(tree.Names((tree.Name("access", act.object.span),), None, act.object.span), first.names, act.span)
    inner = tree.Statement((), others, "must not", "must not", done, tuple(rest), None, statement.span)
    return ensuring(statement, inner)


def use_limited(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must limit use of records to support``: may use them only for that."""
    if not verbs(act) <= LIMITING or act.object is None or statement.modal != "must" or not statement.phrases:
        return None
    first, *rest = statement.phrases
    done = deeds_in(act.object, names)
    if done is None or not is_to(first) or names.find(first.names.items[0], PURPOSES) is None:
        return None
    limit = tree.NamePhrase("for", first.names, "only", first.span)
    return replace(statement, modal="may", written="may", act=done, phrases=(limit, *rest))


def access_shared(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must not share access to records with anyone``: must not give anyone access to records."""
    first, *rest = statement.phrases or (None,)
    if not verbs(act) <= GIVING | LETTING or act.object is None or len(act.object.all) != 1:
        return None
    words = act.object.items[0].text.split()
    if words[-1].lower() != "access":
        return None
    item = act.object.items[0]
    whom = names.part(item, 0, len(words) - 1) if len(words) > 1 and isinstance(item, tree.Name) else None
    whom = whom if whom is not None and key(whom.text) else None
    if whom is not None and not is_person(whom, names):
        return None
    if not isinstance(first, tree.NamePhrase) or not is_to(first) or is_person(first.names.items[0], names):
        return None
    given = tree.Act(
        tree.Names((tree.Name("give access", act.verbs.span),), None, act.verbs.span), first.names, act.span
    )
    to = (tree.NamePhrase("to", tree.Names((whom,), None, whom.span), "", whom.span),) if whom else ()
    return replace(statement, act=given, phrases=(*to, *rest))


def supplied(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must not provide Acme with access to records``: what is behind `with` is given, and the other gets it."""
    first, *rest = statement.phrases or (None,)
    if not verbs(act) <= SUPPLYING or act.object is None or not isinstance(first, tree.NamePhrase):
        return None
    if first.word != "with" or first.mode or not all(is_person(item, names) for item in act.object.all):
        return None
    to = tree.NamePhrase("to", act.object, "", act.object.span)
    given = replace(statement, act=replace(act, object=first.names), phrases=(to, *rest))
    found = without_access(replace(given, phrases=(*rest, to)), names)
    return replace(found, phrases=(to, *(part for part in found.phrases if part is not to))) if found else given


def without_access(statement: tree.Statement, names: Names) -> tree.Statement | None:
    """What is given as access: ``direct access`` and `to records`, which stands first among the phrases then."""
    act = statement.act
    if act is None or act.object is None or len(act.object.all) != 1:
        return None
    words = act.object.items[0].text.split()
    if words[-1].lower() != "access" or (len(words) > 1 and key(" ".join(words[:-1])) not in ("direct", "")):
        return None
    plain = replace(act.object, items=(tree.Name("access", act.object.span),))
    return access_shared(replace(statement, act=replace(act, object=plain)), replace(act, object=plain), names)


def is_to(phrase: tree.Phrase | None) -> TypeGuard[tree.NamePhrase]:
    """Whether a phrase begins with `to`."""
    return isinstance(phrase, tree.NamePhrase) and phrase.word == "to" and phrase.mode in ("", "only")


def ensuring(statement: tree.Statement, inner: tree.Statement) -> tree.Statement:
    """Who acts has to see to something."""
    return replace(statement, modal="must", written="must", act=None, phrases=(), ensured=inner)


def is_person(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name stands for somebody."""
    return isinstance(item, tree.Name) and bool(names.role(key(item.text)) or names.find(item, PERSONS))


def verbs(act: tree.Act) -> set[str]:
    """The verbs of an act."""
    return {key(verb.text) for verb in act.verbs.items}

"""Who has access and who gets what: *limit access to records to personnel*, *provide Acme with access to records*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from policyc.model.kinds import CONDITIONS, PLACES, PURPOSES
from policyc.model.names import key, verbs_of_participle
from policyc.resolve.joining.prolonging import then_on
from policyc.resolve.joining.shared import after_comma
from policyc.resolve.naming.names import Names, Unresolved, is_person
from policyc.resolve.wording.handing import before_verb, ensuring, handed
from policyc.resolve.wording.refraining import deeds_in
from policyc.syntax import tree
from policyc.syntax.those_limited import of_those, open_condition

LIMITING = frozenset(["limit", "restrict", "confine"])
GIVING = frozenset(["share", "give", "grant", "provide", "offer", "supply", "furnish"])
SUPPLYING = frozenset(["provide", "supply", "furnish"])
PRESENTING = frozenset(["present", "entrust"])
"""What is to provide where somebody stands behind it, and what they get behind `with`."""
SENDING = frozenset(["share", "transfer", "sell"])
"""What is done to somebody who gets something by it."""
LETTING = frozenset(["permit", "allow", "enable", "authorise", "authorize", "let"])


def access_limited(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must limit access to records to personnel``: to ensure that only they may access them.

    What stands behind them says which of them may, and how.
    """
    at = before_verb(statement, act)
    before, behind = statement.phrases[:at], statement.phrases[at:]
    if not verbs(act) <= LIMITING or act.object is None or statement.modal != "must" or len(behind) < 2:
        return None
    first, second, *rest = behind
    if [key(item.text) for item in act.object.all] != ["access"] or not (is_to(first) and is_to(second)):
        return None
    done = tree.Act(tree.Names((tree.Name("access", act.object.span),), None, act.object.span), first.names, act.span)
    return for_those(statement, done, second.names, (before, tuple(rest)), names)


def for_those(
    statement: tree.Statement,
    done: tree.Act,
    who: tree.Names,
    around: tuple[tuple[tree.Phrase, ...], tuple[tree.Phrase, ...]],
    names: Names,
) -> tree.Statement:
    """To ensure that only some persons may do something; ``around`` is what stands before the verb and behind them."""
    lead, before = handed(statement, around[0], names)
    those = tree.Subject(who, False, who.span, "only", alone=True)
    phrases = of_those(then_on(behind_them(around[1], names)))
    inner = tree.Statement(then_on((*lead, *before)), those, "may", "may", done, phrases, None, statement.span)
    return ensuring(statement, inner)


def behind_them(phrases: Sequence[tree.Phrase], names: Names) -> tuple[tree.Phrase, ...]:
    """The phrases behind those to whom access is limited.

    Raises ``Unresolved``, reported, where one may be a condition of theirs, or one of the whole limit.
    """
    condition = open_condition(phrases)
    if condition is not None and not after_comma(condition.span[0], names):
        names.reporter.error(
            "broken-sentence",
            names.origin(condition.span),
            f"`{condition.word}` behind those to whom something is limited can be read in two ways: when they may, "
            "or when nobody else may.",
            f"If it says when they may, write `only {condition.word} …`; else put it before who acts.",
        )
        raise Unresolved
    return tuple(phrases)


def use_limited(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must limit use of records to support``: may use them only for that; and so to some persons, or a place."""
    at = before_verb(statement, act)
    before, behind = statement.phrases[:at], statement.phrases[at:]
    if not verbs(act) <= LIMITING or act.object is None or statement.modal != "must" or not behind:
        return None
    first, *rest = behind
    done = deeds_in(act.object, names)
    if done is None or not is_to(first):
        return None
    to, giving = first.names.items[0], verbs(done) <= SENDING
    if names.find(to, PURPOSES) is not None:
        limit = tree.NamePhrase("for", first.names, "only", first.span)
    elif is_person(to, names) and not giving:
        return for_those(statement, done, first.names, (before, tuple(rest)), names)
    elif is_person(to, names) or names.find(to, PLACES) is not None:
        limit = tree.NamePhrase("to" if giving else "in", first.names, "only", first.span)
    else:
        return None
    return replace(statement, modal="may", written="may", act=done, phrases=(*before, limit, *rest))


def access_shared(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must not share access to records with anyone``: must not give anyone access to records."""
    at = before_verb(statement, act)
    first, *rest = statement.phrases[at:] or (None,)
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
    return replace(statement, act=given, phrases=(*statement.phrases[:at], *to, *rest))


def supplied(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must not provide Acme with access to records``: what is behind `with` is given, and the other gets it."""
    act = in_active(act)
    whom, what = act.object, what_with(statement, names) if verbs(act) <= SUPPLYING | PRESENTING else None
    if what is None or whom is None or not all(is_person(item, names) for item in whom.all):
        return None
    if verbs(act) <= PRESENTING:
        act = with_verb(act, "provide")
    to = tree.NamePhrase("to", whom, "", whom.span)
    at = statement.phrases.index(what)
    before, rest = statement.phrases[:at], statement.phrases[at + 1 :]
    given = replace(statement, act=replace(act, object=what.names), phrases=(*before, to, *rest))
    found = without_access(replace(given, phrases=(*rest, to)), names)
    kept = (part for part in found.phrases if part is not to) if found else ()
    return replace(found, phrases=(*before, to, *kept)) if found else given


def what_with(statement: tree.Statement, names: Names) -> tree.NamePhrase | None:
    """What somebody is provided `with`: the first such phrase that names no mere condition, or else the first."""
    found = [part for part in statement.phrases if isinstance(part, tree.NamePhrase) and part.word == "with"]
    found = [part for part in found if not part.mode and not any(is_person(item, names) for item in part.names.items)]
    things = [part for part in found if names.find(part.names.items[0], CONDITIONS) is None]
    return next(iter((*things, *found)), None)


def in_active(act: tree.Act) -> tree.Act:
    """``be provided`` as ``provide``; an act of several verbs as it is."""
    if not act.passive or len(act.verbs.items) != 1:
        return act
    return replace(with_verb(act, verbs_of_participle(act.verbs.items[0].text)[0]), passive=False)


def with_verb(act: tree.Act, verb: str) -> tree.Act:
    """An act with another verb."""
    return replace(act, verbs=tree.Names((tree.Name(verb, act.verbs.span),), None, act.verbs.span))


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


def verbs(act: tree.Act) -> set[str]:
    """The verbs of an act."""
    return {key(verb.text) for verb in act.verbs.items}

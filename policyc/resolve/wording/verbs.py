"""Verbs that take another verb, or a word behind their object, as lawyers write them: read as the act that is meant.

*Require its vendors to delete data* is to ensure that they must; *attempt to sell* is to sell, for who may not do a
thing may not try either; *make records available to Acme* is *make available records to Acme*.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import dropwhile

from policyc.model.kinds import ACTIONS, CONDITIONS, PEOPLE
from policyc.model.names import ARTICLES, Kind, key
from policyc.resolve.actors import verb_of_gerund
from policyc.resolve.joining.prolonging import then_on
from policyc.resolve.naming.names import Names, is_person
from policyc.resolve.wording.binding import bound
from policyc.resolve.wording.manners import joined, with_manner
from policyc.resolve.wording.redirecting import redirected
from policyc.resolve.wording.refraining import refrained
from policyc.resolve.wording.withholding import barred, copied, kept_from
from policyc.syntax import tree

TRYING = frozenset(["attempt", "seek", "try"])
CEASING = frozenset(["cease", "stop", "discontinue"])
EXERTING = frozenset(["use", "take", "make", "exercise", "apply"])
LEADING = frozenset(["all", "its", "their", "every", "the", "such", "any", "a", "an"])
MEDDLING = frozenset(["interfere", "tamper", "meddle"])
USING = frozenset(["use", "process"])
Reading = Callable[[tree.Statement, tree.Act, Names], tree.Statement | None]


def reworded(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement with its verb in the form that the vocabulary has; itself where that is so already."""
    act = statement.act
    if act is None or act.passive:
        return statement
    statement, act = with_manner(statement, act, names)
    if statement.written.endswith(" from"):
        act = without_gerunds(act, names)
        statement = replace(statement, act=act)
    for reading in READINGS:
        found = reading(statement, act, names)
        if found is not None:
            return found
    return statement


def without_gerunds(act: tree.Act, names: Names) -> tree.Act:
    """The act of ``is prohibited from selling or renting records``, its verbs as the vocabulary has them."""
    verbs = act.verbs.items
    items = tuple(tree.Name(verb_of_gerund(verb.text, names) or verb.text, verb.span) for verb in verbs)
    return replace(act, verbs=replace(act.verbs, items=items))


def acts_behind_to(statement: tree.Statement, names: Names) -> tuple[tree.NamePhrase, tree.Act] | None:
    """The phrase `to identify or contact customers`, and the act in it."""
    phrase = next((part for part in statement.phrases if isinstance(part, tree.NamePhrase) and part.word == "to"), None)
    if phrase is None or phrase.mode:
        return None
    verbs: list[tree.Name] = []
    for at, item in enumerate(phrase.names.items):
        if isinstance(item, tree.Quote) or names.find(item, frozenset(Kind) - ACTIONS):
            return None
        words = item.text.split()
        length = names.verb_of(words)
        if length is None:
            return None
        verbs.append(names.part(item, 0, length))
        if len(words) > length:
            what = (names.part(item, length, len(words)), *phrase.names.items[at + 1 :])
            joiner = phrase.names.joiner if len(what) > 1 else None
            object = tree.Names(what, joiner, (what[0].span[0], phrase.names.span[1]), phrase.names.including)
            return phrase, tree.Act(joined(tuple(verbs), phrase.names), object, phrase.names.span)
    return phrase, tree.Act(joined(tuple(verbs), phrase.names), None, phrase.names.span)


def without_phrase(statement: tree.Statement, gone: tree.Phrase) -> tuple[tree.Phrase, ...]:
    """The phrases of a statement but one."""
    return tuple(part for part in statement.phrases if part is not gone)


def keys(act: tree.Act) -> set[str]:
    """The verbs of an act."""
    return {key(verb.text) for verb in act.verbs.items}


def tried(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``attempt to sell records``, ``use or attempt to use records``."""
    if not keys(act) & TRYING or act.object is not None or (found := acts_behind_to(statement, names)) is None:
        return None
    phrase, meant = found
    own = tuple(verb for verb in act.verbs.items if key(verb.text) not in TRYING | keys(meant))
    items = (*own, *meant.verbs.items)
    joiner = (meant.verbs.joiner or act.verbs.joiner) if len(items) > 1 else None
    verbs = tree.Names(items, joiner, act.verbs.span)
    told = tree.Anyhow("or attempt to", phrase.span)
    return replace(statement, act=replace(meant, verbs=verbs), phrases=(*without_phrase(statement, phrase), told))


def tried_hard(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must use its best efforts to protect records``: to protect them, with best efforts."""
    if not keys(act) <= EXERTING or act.object is None or len(act.object.items) != 1:
        return None
    effort = act.object.items[0]
    if isinstance(effort, tree.Quote) or (found := acts_behind_to(statement, names)) is None:
        return None
    words = effort.text.split()
    skipped = len(words) - len([*dropwhile(lambda word: word.lower() in LEADING, words)])
    how = names.part(effort, skipped, len(words)) if skipped < len(words) else effort
    if names.find(how, CONDITIONS) is None:
        return None
    phrase, meant = found
    manner = tree.NamePhrase("with", tree.Names((how,), None, how.span), "", how.span)
    return replace(statement, act=meant, phrases=(*without_phrase(statement, phrase), manner))


def ceased(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must cease processing records``, ``must stop to use records``: from then on a ban."""
    if not keys(act) <= CEASING or statement.modal != "must":
        return None
    statement = replace(statement, lead=then_on(statement.lead), phrases=then_on(statement.phrases))
    if act.object is None:
        found = acts_behind_to(statement, names)
        if found is None:
            return None
        phrase, meant = found
        return replace(
            statement, modal="must not", written="must not", act=meant, phrases=without_phrase(statement, phrase)
        )
    first = act.object.items[0]
    words = first.text.split()
    if isinstance(first, tree.Quote) or len(words) < 2 or names.find(first):
        return None
    verb = verb_of_gerund(words[0], names)
    if verb is None:
        return None
    items = (names.part(first, 1, len(words)), *act.object.items[1:])
    verbs = tree.Names((tree.Name(verb, names.part(first, 0, 1).span),), None, act.verbs.span)
    meant = tree.Act(verbs, replace(act.object, items=items), act.span)
    return replace(statement, modal="must not", written="must not", act=meant)


def used_to(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``use records to identify customers``: to identify these by records."""
    if not keys(act) <= USING or act.object is None or (found := acts_behind_to(statement, names)) is None:
        return None
    phrase, meant = found
    if meant.object is None or not all(names.find(item, PEOPLE) for item in meant.object.items):
        return None
    about = tree.NamePhrase("about", meant.object, "", meant.object.span)
    rest = tuple(about if part is phrase else part for part in statement.phrases)
    return replace(statement, act=tree.Act(meant.verbs, act.object, act.span), phrases=rest)


def with_its_particle(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``make records available``, ``keep records confidential``: a verb of two words around its object."""
    if act.object is None or len(act.verbs.items) != 1 or act.object.including:
        return None
    found = without_particle(act.verbs.items[0], act.object, names)
    if found is None:
        return None
    verbs, object = found
    return replace(statement, act=replace(act, verbs=verbs, object=object))


def with_particle_behind(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``keep communication with Acme confidential``: a verb of two words around its object and what goes with it."""
    behind = [at for at, part in enumerate(statement.phrases) if act.object and part.span[0] >= act.object.span[1]]
    part = statement.phrases[behind[0]] if behind else None
    if not isinstance(part, tree.NamePhrase) or part.mode or part.names.including or len(act.verbs.items) != 1:
        return None
    if part.word == "to" and names.verb_of(part.names.items[0].text.split()) is not None:
        return None
    found = without_particle(act.verbs.items[0], part.names, names)
    if found is None:
        return None
    verbs, listed = found
    phrases = tuple(replace(each, names=listed) if each is part else each for each in statement.phrases)
    return replace(statement, act=replace(act, verbs=verbs), phrases=phrases)


def without_particle(
    verb: tree.Name | tree.Quote, listed: tree.Names, names: Names
) -> tuple[tree.Names, tree.Names] | None:
    """The declared verb that a verb makes with the words at the end of a list, and the list without them."""
    last = listed.items[-1]
    words = last.text.split()
    if isinstance(last, tree.Quote) or len(words) < 2 or names.find(last):
        return None
    count = next((n for n in (2, 1) if len(words) > n and is_act(f"{verb.text} {' '.join(words[-n:])}", names)), 0)
    if not count:
        return None
    whole = " ".join([*(word for word in verb.text.split() if word.lower() not in ARTICLES), *words[-count:]])
    items = (*listed.items[:-1], names.part(last, 0, len(words) - count))
    return tree.Names((tree.Name(whole, verb.span),), None, verb.span), replace(listed, items=items)


def given_access(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``give Acme access to records``: to give access to records to Acme."""
    if act.object is None or len(act.verbs.items) != 1 or len(act.object.items) != 1:
        return None
    verb, last = act.verbs.items[0], act.object.items[0]
    words = last.text.split()
    phrase = next((part for part in statement.phrases if isinstance(part, tree.NamePhrase) and part.word == "to"), None)
    if phrase is None or isinstance(last, tree.Quote) or len(words) < 2 or words[-1].lower() != "access":
        return None
    whom = names.part(last, 0, len(words) - 1)
    if key(verb.text) not in ("give", "grant", "provide") or not is_person(whom, names):
        return None
    verbs = tree.Names((tree.Name("give access", verb.span),), None, act.verbs.span)
    to = replace(phrase, names=tree.Names((whom,), None, whom.span))
    rest = tuple(to if part is phrase else part for part in statement.phrases)
    return replace(statement, act=replace(act, verbs=verbs, object=phrase.names), phrases=rest)


def interfered(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must not interfere with the audit``: what is interfered with is what that is done to."""
    behind = [part for part in statement.phrases if part.span[0] >= act.verbs.span[1]]
    first = behind[0] if behind else None
    if not keys(act) <= MEDDLING or act.object is not None or not isinstance(first, tree.NamePhrase):
        return None
    if first.word != "with" or first.mode or any(is_person(item, names) for item in first.names.items):
        return None
    return replace(statement, act=replace(act, object=first.names), phrases=without_phrase(statement, first))


def is_act(words: str, names: Names) -> bool:
    """Whether words are a declared action."""
    return names.lexicon.find(key(words), ACTIONS) is not None


READINGS = (
    tried_hard,
    tried,
    refrained,
    ceased,
    bound,
    used_to,
    given_access,
    interfered,
    kept_from,
    barred,
    copied,
    with_its_particle,
    redirected,
)
"""What a verb may mean in other words, each in its turn."""

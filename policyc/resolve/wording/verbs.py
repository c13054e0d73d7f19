"""Verbs that take another verb, or a word behind their object, as lawyers write them: read as the act that is meant.

*Require its vendors to delete data* is to ensure that they must; *attempt to sell* is to sell, for who may not do a
thing may not try either; *make records available to Acme* is *make available records to Acme*.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile

from policyc.model.names import Kind, key
from policyc.resolve.naming.names import PERSONS, Names
from policyc.resolve.wording.manners import with_manner
from policyc.resolve.wording.prolonging import then_on
from policyc.resolve.wording.refraining import refrained
from policyc.syntax import tree

ACTIONS = frozenset({Kind.ACTION})
PEOPLE = frozenset({Kind.PEOPLE})
TRYING = frozenset(["attempt", "seek", "try"])
OBLIGING = frozenset(["require", "oblige", "cause", "instruct", "direct"])
LETTING = frozenset(["permit", "allow", "enable", "authorise", "authorize"])
CEASING = frozenset(["cease", "stop", "discontinue"])
EXERTING = frozenset(["use", "take", "make", "exercise", "apply"])
LEADING = frozenset(["all", "its", "their", "every", "the", "such", "any", "a", "an"])
MANNERS = frozenset({Kind.CONDITION})
USING = frozenset(["use", "process"])
LONGEST_VERB = 3


def reworded(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement with its verb in the form that the vocabulary has; itself where that is so already."""
    act = statement.act
    if act is None or act.passive:
        return statement
    statement, act = with_manner(statement, act, names)
    if statement.written.endswith(" from"):
        act = without_gerunds(act, names)
        statement = replace(statement, act=act)
    for reading in (tried_hard, tried, refrained, ceased, bound_to, used_to, given_access, with_its_particle):
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
        length = names.verb_of(words, LONGEST_VERB)
        if length is None:
            return None
        verbs.append(names.part(item, 0, length))
        if len(words) > length:
            what = (names.part(item, length, len(words)), *phrase.names.items[at + 1 :])
            joiner = phrase.names.joiner if len(what) > 1 else None
            object = tree.Names(what, joiner, (what[0].span[0], phrase.names.span[1]), phrase.names.including)
            return phrase, tree.Act(joined(verbs, phrase), object, phrase.names.span)
    return phrase, tree.Act(joined(verbs, phrase), None, phrase.names.span)


def joined(verbs: list[tree.Name], phrase: tree.NamePhrase) -> tree.Names:
    """Some verbs as a list."""
    span = (verbs[0].span[0], verbs[-1].span[1])
    return tree.Names(tuple(verbs), (phrase.names.joiner or "and") if len(verbs) > 1 else None, span)


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
    if names.find(how, MANNERS) is None:
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


def verb_of_gerund(word: str, names: Names) -> str | None:
    """The declared action of a word in -ing: ``processing`` is ``process``."""
    low = word.lower()
    if not low.endswith("ing"):
        return None
    stem = low[:-3]
    forms = (stem, f"{stem}e", stem[:-1])
    return next((form for form in forms if names.lexicon.find(key(form), ACTIONS)), None)


def bound_to(statement: tree.Statement, act: tree.Act, names: Names) -> tree.Statement | None:
    """``must require vendors to delete records``, ``must not permit vendors to sell records``."""
    obliging, letting = keys(act) <= OBLIGING, keys(act) <= LETTING
    if not (obliging or letting) or act.object is None or (found := acts_behind_to(statement, names)) is None:
        return None
    if (obliging and statement.modal != "must") or (letting and statement.modal == "need not"):
        return None
    phrase, meant = found
    subject = tree.Subject(act.object, False, act.object.span)
    modal: tree.Modal = "must" if obliging else ("must not" if statement.modal == "must not" else "may")
    rest = without_phrase(statement, phrase)
    bound = tree.Statement((), subject, modal, modal, meant, rest, None, statement.span)
    if modal == "may":
        return replace(bound, lead=statement.lead)
    ensuring = replace(statement, modal="must", written="must", act=None, phrases=(), ensured=bound)
    return ensuring if not statement.subject.neither else None


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
    verb, last = act.verbs.items[0], act.object.items[-1]
    words = last.text.split()
    if isinstance(last, tree.Quote) or len(words) < 2 or names.find(last):
        return None
    count = next((n for n in (2, 1) if len(words) > n and is_act(f"{verb.text} {' '.join(words[-n:])}", names)), 0)
    if not count:
        return None
    whole = f"{verb.text} {' '.join(words[-count:])}"
    items = (*act.object.items[:-1], names.part(last, 0, len(words) - count))
    verbs = tree.Names((tree.Name(whole, verb.span),), None, act.verbs.span)
    return replace(statement, act=replace(act, verbs=verbs, object=replace(act.object, items=items)))


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


def is_act(words: str, names: Names) -> bool:
    """Whether words are a declared action."""
    return names.lexicon.find(key(words), ACTIONS) is not None


def is_person(name: tree.Name, names: Names) -> bool:
    """Whether a name stands for a party or people."""
    return names.role(key(name.text)) is not None or names.find(name, PERSONS) is not None

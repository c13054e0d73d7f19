"""How something is done, said behind what it is done to: ``keep records securely``, ``notify Acme by email``."""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.kinds import CONDITIONS
from policyc.model.names import Kind, key
from policyc.resolve.naming.belonging import OF
from policyc.resolve.naming.names import Names, is_person
from policyc.syntax import tree
from policyc.syntax.parts import is_adverb

MEANS = frozenset({Kind.DATA, Kind.THING, Kind.CONDITION, Kind.EVENT})
BY = re.compile(r"\s+by\s+", re.IGNORECASE)


def with_manner(statement: tree.Statement, act: tree.Act, names: Names) -> tuple[tree.Statement, tree.Act]:
    """A statement and its act, with manners and means as phrases of their own."""
    if found := manner_behind(act, names):
        act, manner = found
        statement = replace(statement, act=act, phrases=(manner, *statement.phrases))
    if act.object and (divided := means_behind(act.object, names)):
        act, means = replace(act, object=divided[0]), divided[1]
        statement = replace(statement, act=act, phrases=(means, *statement.phrases))
    statement, act = told_of(statement, act, names)
    phrases: list[tree.Phrase] = []
    for part in statement.phrases:
        if isinstance(part, tree.NamePhrase) and (cut := means_behind(part.names, names)):
            phrases += [replace(part, names=cut[0]), cut[1]]
        else:
            phrases.append(part)
    return replace(statement, phrases=tuple(phrases)), act


def told_of(statement: tree.Statement, act: tree.Act, names: Names) -> tuple[tree.Statement, tree.Act]:
    """``notify Acme in writing of a breach``: what somebody is told of belongs to the verb, and not to the writing."""
    behind = [part for part in statement.phrases if act.object and part.span[0] >= act.object.span[1]]
    part = behind[0] if behind else None
    if act.object is None or not isinstance(part, tree.NamePhrase) or part.word != "in" or len(part.names.all) != 1:
        return statement, act
    whom, how = act.object.items[-1], part.names.items[0]
    told = OF.search(how.text)
    if told is None or isinstance(how, tree.Quote) or names.find(how) or not is_person(whom, names):
        return statement, act
    manner = tree.Name(how.text[: told.start()], how.span)
    if names.find(manner, CONDITIONS) is None:
        return statement, act
    matter = tree.Name(f"{whom.text}{how.text[told.start() :]}", whom.span)
    act = replace(act, object=replace(act.object, items=(*act.object.items[:-1], matter)))
    phrase = replace(part, names=replace(part.names, items=(manner,)))
    phrases = tuple(phrase if each is part else each for each in statement.phrases)
    return replace(statement, act=act, phrases=phrases), act


def means_behind(listed: tree.Names, names: Names) -> tuple[tree.Names, tree.NamePhrase] | None:
    """The names of *Acme by email or by telephone* without the means, and the means; None where there are none."""
    for at, item in enumerate(listed.items):
        found = BY.search(item.text)
        if isinstance(item, tree.Quote) or not found or names.find(item):
            continue
        before, words = len(item.text[: found.start()].split()), len(item.text.split())
        whom = names.part(item, 0, before)
        how: list[tree.Name | tree.Quote] = [names.part(item, before + 1, words)]
        how += [without_by(other, names) for other in listed.items[at + 1 :]]
        if told := OF.search(how[-1].text):
            last, matter = how[-1], how[-1].text[told.start() :]
            how[-1] = tree.Name(last.text[: told.start()], last.span)
            whom = tree.Name(whom.text + matter, whom.span)
        known = names.find(whom) or names.role(key(whom.text)) or told or ends_in_name(whom, names)
        if not known or not all(isinstance(each, tree.Quote) or names.find(each, MEANS) for each in how):
            return None
        means = tree.NamePhrase("by", joined(tuple(how), listed), "", (how[0].span[0], listed.span[1]))
        return joined((*listed.items[:at], whom), listed), means
    return None


def ends_in_name(whom: tree.Name, names: Names) -> bool:
    """Whether a name tells somebody of something declared: ``Acme of a breach``."""
    tails = (whom.text[found.end() :] for found in OF.finditer(whom.text))
    return any(names.find(tree.Name(tail, whom.span)) is not None for tail in tails)


def without_by(item: tree.Name | tree.Quote, names: Names) -> tree.Name | tree.Quote:
    """One more means of a list, which may say its `by` again."""
    words = item.text.split()
    again = isinstance(item, tree.Name) and len(words) > 1 and words[0].lower() == "by"
    return names.part(item, 1, len(words)) if again and isinstance(item, tree.Name) else item


def joined(items: tuple[tree.Name | tree.Quote, ...], listed: tree.Names) -> tree.Names:
    """Some names of a list as one."""
    return tree.Names(
        items, (listed.joiner or "and") if len(items) > 1 else None, (items[0].span[0], items[-1].span[1])
    )


def manner_behind(act: tree.Act, names: Names) -> tuple[tree.Act, tree.Manner] | None:
    """``keep records securely and separately``: the manner behind the object, as one before the verb."""
    if act.object is None or act.object.including:
        return None
    items = act.object.items
    kept = [item for item in items if not is_manner(item, names)]
    last = kept[-1] if kept else items[0]
    words = last.text.split()
    if isinstance(last, tree.Quote) or len(words) < 2 or not is_adverb(words[-1].lower()) or names.find(last):
        return None
    how = (names.part(last, len(words) - 1, len(words)), *items[len(kept) :])
    span = (how[0].span[0], how[-1].span[1])
    manner = tree.Manner(tree.Names(how, act.object.joiner if len(how) > 1 else None, span), span)
    what = (*kept[:-1], names.part(last, 0, len(words) - 1))
    object = replace(act.object, items=what, joiner=act.object.joiner if len(what) > 1 else None)
    return replace(act, object=object), manner


def with_fronted(statement: tree.Statement, names: Names) -> tree.Statement:
    """``Knowingly, Globex must not …``: a manner before the subject, taken from the list that it seems to begin."""
    act = statement.act
    passive = act if act is not None and act.passive else None
    listed = (passive.object if passive else None) or statement.subject.names
    first, *rest = listed.items
    alone = len(rest) > 0 and names.source.text[first.span[1] :].lstrip().startswith(",")
    if not alone or not is_manner(first, names) or isinstance(first, tree.Quote):
        return statement
    kept = replace(listed, items=tuple(rest), joiner=listed.joiner if len(rest) > 1 else None)
    manner = tree.Manner(tree.Names((first,), None, first.span), first.span)
    statement = replace(statement, lead=(*statement.lead, manner))
    if passive and passive.object:
        return replace(statement, act=replace(passive, object=kept))
    return replace(statement, subject=replace(statement.subject, names=kept))


def is_manner(item: tree.Name | tree.Quote, names: Names) -> bool:
    """Whether a name of a list is a single word like *permanently*, and stands for nothing but a manner."""
    if isinstance(item, tree.Quote) or " " in item.text or not is_adverb(item.text.lower()):
        return False
    found = names.find(item)
    return found is None or found.kind is Kind.CONDITION

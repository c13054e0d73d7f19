"""Who is given what, in the orders that lawyers use: *give Acme a copy*, *give notice to Acme of a breach*."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.kinds import CONDITIONS
from policyc.model.names import ARTICLES, key
from policyc.resolve.naming.belonging import OF
from policyc.resolve.naming.complements import stands_behind
from policyc.resolve.naming.names import Names, is_person, keys_above
from policyc.syntax import tree

GIVING = frozenset({"give", "provide", "send", "serve", "deliver"})
HASTE = {"prompt": "promptly", "immediate": "immediately"}
Phrases = list[tree.Phrase]


def with_receiver(act: tree.Act, phrases: Phrases, names: Names) -> tuple[tree.Act, Phrases]:
    """An act with whom something is given to, and what, each in its own place."""
    if act.passive:
        return act, phrases
    if act.object is not None:
        return notified(act, phrases, names) or receiver_first(act, act.object, phrases, names) or (act, phrases)
    first = phrases[0] if phrases else None
    if not isinstance(first, tree.NamePhrase) or first.word not in ("to", "with") or first.mode:
        return act, phrases
    divided = person_and_thing(first.names, names)
    if divided is None:
        return act, phrases
    whom, object = divided
    to = replace(first, names=tree.Names((whom,), None, whom.span), span=(first.span[0], whom.span[1]))
    return replace(act, object=object), [to, *phrases[1:]]


def person_and_thing(listed: tree.Names, names: Names) -> tuple[tree.Name, tree.Names] | None:
    """A person and what an article begins behind it: ``Acme all information``; None where a list begins otherwise."""
    whole = listed.items[0]
    if isinstance(whole, tree.Quote) or names.find(whole) or is_person(whole, names):
        return None
    words = whole.text.split()
    for count in range(len(words) - 1, 0, -1):
        whom = names.part(whole, 0, count)
        if words[count].lower() in ARTICLES and is_person(whom, names):
            what = names.part(whole, count, len(words))
            return whom, replace(listed, items=(what, *listed.items[1:]), span=(what.span[0], listed.span[1]))
    return None


def receiver_first(
    act: tree.Act, object: tree.Names, phrases: Phrases, names: Names
) -> tuple[tree.Act, Phrases] | None:
    """``give Acme a copy of the report``: to give a copy to Acme; None where nobody stands first."""
    if key(act.verbs.items[-1].text) not in GIVING or (divided := person_and_thing(object, names)) is None:
        return None
    whom, what = divided
    to = tree.NamePhrase("to", tree.Names((whom,), None, whom.span), "", whom.span)
    return replace(act, object=what), [to, *phrases]


def notified(act: tree.Act, phrases: Phrases, names: Names) -> tuple[tree.Act, Phrases] | None:
    """``give written notice of a breach to Acme``, ``give Acme prompt notice of it``: to notify."""
    item, *others = act.object.items if act.object else (None,)
    if not isinstance(item, tree.Name) or not keys(act) <= GIVING or act.object is None:
        return None
    more = [told_of(each, names) for each in others]
    if None in more:
        return None
    said, *rest = OF.split(item.text, maxsplit=1)
    first, said = person_first(item, said, names)
    notice = " ".join(word for word in said.split() if word.lower() not in HASTE)
    if not is_notice(notice, names):
        return None
    how = said_how(said, item)
    if first is not None:
        told = tree.Name(" of ".join([first.text, *rest]), item.span)
        object = replace(act.object, items=(told, *filter(None, more)))
        return replace(act, verbs=notify(act), object=object), [*how, *phrases]
    at = next((at for at, part in enumerate(phrases) if stands_behind(act.object.span, part.span, names)), None)
    to = phrases[at] if at is not None else None
    if not isinstance(to, tree.NamePhrase) or to.word != "to" or to.mode:
        return None
    last = to.names.items[-1]
    whom = tree.Name(f"{last.text} of {rest[0]}", (last.span[0], item.span[1])) if rest else last
    joiner = act.object.joiner or to.names.joiner
    object = replace(to.names, items=(*to.names.items[:-1], whom, *filter(None, more)), joiner=joiner)
    return replace(act, verbs=notify(act), object=object), [*how, *(part for part in phrases if part is not to)]


def told_of(item: tree.Name | tree.Quote, names: Names) -> tree.Name | None:
    """What one more notice of a list is of: ``notice of a complaint``; None where it is no notice of anything."""
    said, *rest = OF.split(item.text, maxsplit=1)
    return tree.Name(rest[0], item.span) if rest and is_notice(said, names) else None


def person_first(item: tree.Name, said: str, names: Names) -> tuple[tree.Name | None, str]:
    """Who stands before what is given, and that: ``Acme written notice``; None, and all words, where nobody does."""
    words = said.split()
    for count in range(len(words) - 1, 0, -1):
        whom = names.part(item, 0, count)
        if is_person(whom, names):
            return whom, " ".join(words[count:])
    return None, said


def said_how(said: str, item: tree.Name) -> Phrases:
    """That a notice is given in writing, and promptly, as phrases: ``prompt written notice``."""
    words = said.lower().split()
    soft: Phrases = [tree.SoftDeadline(HASTE[word], item.span) for word in words if word in HASTE]
    writing = tree.Names((tree.Name("writing", item.span),), None, item.span)
    written: Phrases = [tree.NamePhrase("in", writing, "", item.span)] if "written" in words else []
    return [*written, *soft]


def notify(act: tree.Act) -> tree.Names:
    """The verb of who gives notice."""
    return replace(act.verbs, items=(tree.Name("notify", act.verbs.items[0].span),), joiner=None)


def is_notice(text: str, names: Names) -> bool:
    """Whether words stand for a notice that is given now, and for none that is given before something."""
    found = names.find(tree.Name(text, (0, 0)), CONDITIONS)
    said = set(text.lower().split())
    return found is not None and "notice" in keys_above(found, names) and not said & {"prior", "advance"}


def keys(act: tree.Act) -> set[str]:
    """The verbs of an act."""
    return {key(verb.text) for verb in act.verbs.items}

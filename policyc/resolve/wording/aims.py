"""What something is done for, in a verb and a purpose: ``to provide the services`` is for the services."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from policyc.model.kinds import ACTIONS, CONDITIONS, DATA, PERSONS, PURPOSES
from policyc.model.names import Kind, key
from policyc.resolve.actors import verb_of_gerund
from policyc.resolve.naming.belonging import narrower
from policyc.resolve.naming.names import Names, is_person
from policyc.resolve.wording.compliance import BEFORE_AIMS, complying, continued, kept
from policyc.resolve.wording.helping import with_help
from policyc.syntax import tree
from policyc.syntax.parts import is_adverb

WHOSE = re.compile(r"^(?:its|their|the|his|her)\s+(?:own\s+)?", re.IGNORECASE)
MATTERS = frozenset({Kind.DATA, Kind.THING, Kind.EVENT, Kind.CONDITION, Kind.PURPOSE, Kind.LAW})
DOING = frozenset(
    [
        *("provide", "deliver", "perform", "offer", "render", "supply", "fulfil", "fulfill", "conduct", "operate"),
        *("support", "carry-out", "pursue", "achieve"),
    ]
)
"""What is done with a purpose says nothing more: to provide services is for services."""
KEEPING = frozenset(["perform", "fulfil", "fulfill", "carry-out", "discharge", "meet", "satisfy", "execute"])
PROMISES = frozenset(["agreement", "this agreement", "its obligation", "obligation", "their obligation", "its duty"])
PERFORMANCE = "performance of the agreement"
OF_OTHERS = frozenset(
    [
        *("require", "oblige", "cause", "instruct", "direct", "permit", "allow", "enable", "authorise", "authorize"),
        *("attempt", "seek", "try", "request", "ask", "invite", "order", "urge", "remind", "train", "teach", "advise"),
        *(
            "cease",
            "stop",
            "refuse",
            "decline",
            "fail",
            "omit",
            "continue",
            "begin",
            "start",
            "agree",
            "elect",
            "choose",
        ),
        *("bind", "commit", "entitle", "appoint", "engage", "designate"),
    ]
)
"""Verbs behind which `to` says what is to be done, and not what for."""


Items = tuple[tree.Name | tree.Quote, ...]


def with_aims(phrases: tuple[tree.Phrase, ...], act: tree.Act | None, names: Names) -> tuple[tree.Phrase, ...]:
    """The phrases of a clause, a verb with a purpose made that purpose; ``act`` is that of the clause."""
    bound = act is not None and (asks(act.verbs.items) or (act.object is not None and asks(act.object.all[1:])))
    found: list[tree.Phrase] = []
    phrases = with_help(phrases, act, names)
    for at, part in enumerate(phrases):
        if isinstance(part, tree.Further):
            bound = asks(part.act.verbs.items)
        behind = at > 0 and isinstance(phrases[at - 1], tree.ConditionPhrase)
        before = phrases[at - 1] if at else None
        further = (
            complying(found, part, names),
            kept(found, before, part, names),
            continued(found, before, part, names),
        )
        whole = None if bound else next(filter(None, further), None)
        if whole is not None:
            found[-1] = whole
        else:
            found.append(part if bound else aimed(part, names, ends_too=not behind))
    return tuple(found)


def asks(items: Iterable[tree.Name | tree.Quote]) -> bool:
    """Whether one of some names begins with a verb behind which `to` says what is to be done."""
    return any(key(item.text.partition(" ")[0]) in OF_OTHERS for item in items)


def aimed(phrase: tree.Phrase, names: Names, ends_too: bool = True) -> tree.Phrase:
    """A phrase whose names are purposes, where it names verbs and purposes; ``ends_too`` any act on a thing."""
    if not isinstance(phrase, tree.NamePhrase) or phrase.word not in BEFORE_AIMS or phrase.names.including:
        return phrase
    said = of_whom_else(phrase.names, names)
    items = tuple(aim(item, names) for item in said.items)
    phrase = replace(phrase, names=said)
    if ends_too and phrase.word == "to" and items == phrase.names.items:
        items = ends(items, names) or items
    if ends_too and phrase.word == "to":
        items = further_ends(items, phrase.names, names)
    if all(new is old for new, old in zip(items, phrase.names.items, strict=True)):
        return phrase
    return replace(phrase, word="for" if phrase.word == "to" else phrase.word, names=replace(phrase.names, items=items))


def of_whom_else(listed: tree.Names, names: Names) -> tree.Names:
    """A list with what is said of one said of the next as well: ``train AI models of Acme or third parties``."""
    items = list(listed.items)
    for at in range(1, len(items)):
        before, item = items[at - 1], items[at]
        head, of, owner = before.text.rpartition(" of ")
        whose = of and names.verb_of(head.split()[:1], 1) and is_person(tree.Name(owner, before.span), names)
        if isinstance(item, tree.Name) and whose and is_person(item, names):
            items[at] = tree.Name(f"{head} of {item.text}", item.span)
    return replace(listed, items=tuple(items))


def aim(item: tree.Name | tree.Quote, names: Names) -> tree.Name | tree.Quote:
    """The purpose in ``provide the services``; the name itself where it is none of that kind."""
    words = item.text.split()
    if isinstance(item, tree.Quote) or len(words) < 2 or names.lexicon.find(key(item.text), PURPOSES):
        return item
    count = 2 if " ".join(words[:2]).lower() in ("carry out", "carrying out") else 1
    verb = key(words[0]) if count == 1 else "carry out"
    verb = verb_of_gerund(words[0], names) or verb if count == 1 else verb
    rest = names.part(item, count, len(words)) if len(words) > count else item
    if verb.replace(" ", "-") in KEEPING and key(rest.text) in PROMISES:
        return tree.Name(PERFORMANCE, item.span)
    if verb.replace(" ", "-") in DOING and names.find(rest, PURPOSES):
        return rest
    return item


def ends(items: tuple[tree.Name | tree.Quote, ...], names: Names) -> tuple[tree.Name, ...] | None:
    """The purposes of ``to detect and prevent fraud``; None where that is no act on a thing, or one on people."""
    verb, matter, found = "", "", []
    for item in items:
        if isinstance(item, tree.Quote) or (item is items[0] and names.find(item, frozenset(Kind) - ACTIONS)):
            return None
        words = item.text.split()
        act = names.verb_of(words[:1], 1)
        verb, rest = (words[0], words[1:]) if act else (verb, words)
        matter = " ".join(rest)
        found.append((verb, matter, item))
    if not found[0][0] or (matter and not is_matter(matter, names)):
        return None
    if not matter:
        known = [known_end(verb, "", item, names) for verb, _, item in found]
        return tuple(each for each in known if each) if all(known) else None
    return tuple(end(verb, own or matter, item, names) for verb, own, item in found)


def further_ends(items: Items, said: tree.Names, names: Names) -> Items:
    """What else something is done for, behind a purpose that is a verb: ``to train AI models or develop products``.

    Behind `and`, what is done with data is another act: ``to provide support and delete records``.
    """
    first = said.items[0]
    if isinstance(first, tree.Quote) or names.verb_of(first.text.split()[:1], 1) is None:
        return items
    if names.lexicon.find(key(items[0].text), PURPOSES) is None:
        return items
    found = [items[0]]
    for item, written in zip(items[1:], said.items[1:], strict=True):
        words = item.text.split()
        if item is not written or isinstance(item, tree.Quote) or len(words) < 2 or names.find(item, PURPOSES):
            found.append(item)
            continue
        made = ends((item,), names)
        with_data = names.find(names.part(item, 1, len(words)), DATA) is not None
        found.append(made[0] if made and not (with_data and said.joiner == "and") else item)
    return tuple(found)


def is_matter(text: str, names: Names) -> bool:
    """Whether words stand for something that an act may be about, and for no person."""
    name = tree.Name(text, (0, 0))
    if is_adverb(text.split()[-1].lower()) and names.lexicon.find(key(text.split()[-1]), CONDITIONS):
        return False
    return names.find(name, MATTERS) is not None and names.find(name, PERSONS) is None


def end(verb: str, matter: str, item: tree.Name, names: Names) -> tree.Name:
    """To do something with a thing as a purpose: one that is known, *fraud detection*, or one taken as given."""
    if known := known_end(verb, matter, item, names):
        return known
    root = names.lexicon.find("purpose", PURPOSES)
    assert root is not None
    doing = f"{verb.lower().removesuffix('e')}ing {matter}"
    return tree.Name(narrower(root, doing, None, names.lexicon, names.origin(item.span)).text, item.span)


def known_end(verb: str, matter: str, item: tree.Name, names: Names) -> tree.Name | None:
    """The declared purpose that doing something with a thing is: ``prevent fraud``, ``fraud prevention``."""
    bare = key(WHOSE.sub("", matter))
    for said in (*(f"{bare} {noun}".strip() for noun in nouns_of(verb.lower())), f"{verb} {bare}"):
        if known := names.lexicon.find(key(said), PURPOSES):
            return tree.Name(known.text, item.span)
    return None


def nouns_of(verb: str) -> tuple[str, ...]:
    """The nouns that a verb may have: *detection*, *monitoring*, *improvement*, *verification*."""
    stem = verb[:-1]
    return (
        *(f"{verb}ing", f"{stem}ing", f"{verb}ion", f"{stem}ion"),
        *(f"{verb}ment", f"{verb}ation", f"{stem}ation"),
        *([f"{stem}ication"] if verb.endswith(("ify", "apply")) else []),
    )

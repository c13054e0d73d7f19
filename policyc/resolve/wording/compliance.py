"""To comply with, or respond to, something as what is aimed at: *for support or to comply with law*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyc.model.kinds import LAWS, PERSONS, PURPOSES
from policyc.model.names import Kind, key
from policyc.resolve.naming.belonging import narrower
from policyc.resolve.naming.names import Names
from policyc.syntax import tree

BEFORE_AIMS = (
    "for",
    "to",
    "for longer than necessary for",
    "for no longer than necessary for",
    "than necessary for",
)
"""What stands before what something is done for."""
LAWFUL = "legal compliance"
RULES = frozenset({Kind.LAW, Kind.THING, Kind.CONDITION})
MATTERS = RULES | {Kind.DATA, Kind.EVENT}
COMPLYING = "complying with"
GOVERNING = {
    ("comply", "with"): COMPLYING,
    ("complying", "with"): COMPLYING,
    ("respond", "to"): "responding to",
    ("responding", "to"): "responding to",
    ("reply", "to"): "replying to",
    ("replying", "to"): "replying to",
}
"""Verbs that take what they are about behind a preposition."""
ANSWERING = ("responding to ", "replying to ")


def is_inability(part: tree.Phrase) -> bool:
    """Whether a condition takes what somebody cannot do behind it: ``if it is unable to comply with the law``."""
    said = part.condition if isinstance(part, tree.ConditionPhrase) else None
    return isinstance(said, tree.Name) and said.text.lower().split()[-1] not in ("necessary", "required", "needed")


def complying(before: Sequence[tree.Phrase], part: tree.Phrase, names: Names) -> tree.NamePhrase | None:
    """``to comply with law``, ``for support or to comply with its obligations``: legal compliance is the purpose.

    ``to respond to requests`` is a purpose by these words.

    None where the last of some phrases and the one behind them say nothing of the kind.
    """
    last = before[-1] if before else None
    if not isinstance(last, tree.NamePhrase) or not isinstance(part, tree.NamePhrase) or last.word not in BEFORE_AIMS:
        return None
    if len(before) > 1 and is_inability(before[-2]):
        return None
    verb, rules = last.names.items[-1], part.names.items
    doing = GOVERNING.get((key(verb.text), part.word))
    root = names.lexicon.find("purpose", PURPOSES)
    if doing is None or root is None or part.mode or part.names.including:
        return None
    found = [names.find(item, RULES if doing == COMPLYING else MATTERS) for item in rules]
    if not all(found):
        return None
    lawful = doing == COMPLYING and names.lexicon.find(LAWFUL, PURPOSES) is not None
    lawful = lawful and all(each is not None and each.kind is Kind.LAW for each in found)
    text = f"{doing} {' and '.join(item.text for item in rules)}"
    made = LAWFUL if lawful else narrower(root, text, None, names.lexicon, names.origin(part.span)).text
    items = (*last.names.items[:-1], tree.Name(made, (verb.span[0], part.span[1])))
    word = "for" if last.word == "to" else last.word
    return replace(last, word=word, names=replace(last.names, items=items), span=(last.span[0], part.span[1]))


def continued(
    before: Sequence[tree.Phrase], said: tree.Phrase | None, part: tree.Phrase, names: Names
) -> tree.NamePhrase | None:
    """What belongs to an aim right behind it: a law to obligations under it, a sender to the requests responded to.

    ``said`` is the aim as it is written; None where nothing of the kind is said.
    """
    last = before[-1] if before else None
    if not isinstance(last, tree.NamePhrase) or not isinstance(said, tree.NamePhrase) or last.word not in BEFORE_AIMS:
        return None
    if not isinstance(part, tree.NamePhrase) or part.mode or part.names.including:
        return None
    if "," in names.source.text[said.span[1] : part.span[0]]:
        return None
    aim = last.names.items[-1]
    span = (aim.span[0], part.span[1])
    if part.word == "under" and is_obligation(said.names.items[-1].text):
        laws = all(names.find(item, LAWS) for item in part.names.items)
        made = LAWFUL if laws and names.lexicon.find(LAWFUL, PURPOSES) else ""
    elif part.word in ("from", "about") and aim.text.startswith(ANSWERING):
        text = f"{aim.text} {part.word} {' and '.join(item.text for item in part.names.items)}"
        root = names.lexicon.find("purpose", PURPOSES)
        known = root is not None and all(names.find(item, PERSONS | MATTERS) for item in part.names.items)
        made = narrower(root, text, None, names.lexicon, names.origin(span)).text if root and known else ""
    else:
        return None
    items = (*last.names.items[:-1], tree.Name(made, span))
    return replace(last, names=replace(last.names, items=items), span=(last.span[0], span[1])) if made else None


def is_obligation(text: str) -> bool:
    """Whether words end in what somebody has to do."""
    return key(text).rpartition(" ")[2] in ("obligation", "duty")


def kept(
    before: Sequence[tree.Phrase], said: tree.Phrase | None, part: tree.Phrase, names: Names
) -> tree.NamePhrase | None:
    """``to verify compliance with this agreement``: with what belongs to the purpose, which ``said`` is in words.

    None where that is no compliance, or nothing follows that one complies with.
    """
    last = before[-1] if before else None
    if not isinstance(last, tree.NamePhrase) or not isinstance(said, tree.NamePhrase) or said.word not in BEFORE_AIMS:
        return None
    if not isinstance(part, tree.NamePhrase) or part.word != "with" or part.mode or part.names.including:
        return None
    if not key(said.names.items[-1].text).endswith("compliance") or said.names.including:
        return None
    aim, words = last.names.items[-1], said.names.items[-1].text
    root = names.find(aim, PURPOSES) or names.lexicon.find("purpose", PURPOSES)
    if root is None or not all(names.find(item, RULES) for item in part.names.items):
        return None
    verb, _, rest = words.partition(" ")
    words = f"{verb.lower().removesuffix('e')}ing {rest}" if said.word == "to" and rest else words
    text = f"{words} with {' and '.join(item.text for item in part.names.items)}"
    made = narrower(root, text, None, names.lexicon, names.origin(part.span)).text
    items = (*last.names.items[:-1], tree.Name(made, (aim.span[0], part.span[1])))
    word = "for" if last.word == "to" else last.word
    return replace(last, word=word, names=replace(last.names, items=items), span=(last.span[0], part.span[1]))

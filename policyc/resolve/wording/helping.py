"""In what somebody is helped: ``assist Acme in answering requests`` is to assist Acme to answer them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policyc.model.names import Kind, key
from policyc.resolve.actors import verb_of_gerund
from policyc.resolve.naming.names import Names
from policyc.resolve.wording.compliance import is_obligation
from policyc.syntax import tree

HELPING = frozenset(["assist", "help", "support", "aid", "cooperate", "collaborate"])
WHOSE = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
"""Of helper or helped: no reading is sure."""
GIVING = frozenset(["provide", "give", "offer", "render", "lend"])
HELP = frozenset(["assistance", "support", "help", "aid", "cooperation"])
HANDLING = frozenset(
    [
        *("handle", "address", "fulfil", "fulfill", "conduct", "carry-out", "perform", "complete", "prepare", "make"),
        *("answer", "manage", "undertake", "respond", "reply"),
    ]
)
"""To help to do this with a matter is to help with it; the last two take theirs behind `to`."""
MATTERS = frozenset({Kind.THING, Kind.EVENT, Kind.DATA})


def with_help(phrases: tuple[tree.Phrase, ...], act: tree.Act | None, names: Names) -> tuple[tree.Phrase, ...]:
    """The phrases of a clause, what somebody is helped in said as an end (`to`) or a matter (`with`)."""
    helping = act is not None and is_helping(act)
    found: list[tree.Phrase] = []
    for at, part in enumerate(phrases):
        helping = is_helping(part.act) if isinstance(part, tree.Further) else helping
        answered = with_answer(found, part, names) if helping and at else None
        if answered is not None:
            found[-1] = answered
        else:
            found.append(helped(part, names) if helping else part)
    return tuple(found)


def with_answer(found: Sequence[tree.Phrase], part: tree.Phrase, names: Names) -> tree.NamePhrase | None:
    """``to respond`` and ``to requests`` as ``with requests``."""
    last = found[-1]
    if not isinstance(last, tree.NamePhrase) or last.word != "to" or not isinstance(part, tree.NamePhrase):
        return None
    responding = [key(item.text) for item in last.names.items] in (["respond"], ["reply"])
    if not responding or part.word != "to" or part.mode or not all(names.find(x, MATTERS) for x in part.names.items):
        return None
    return replace(part, word="with", span=(last.span[0], part.span[1]))


def is_helping(act: tree.Act) -> bool:
    """Whether all that is done is to help, or to give help."""
    verbs, given = [key(verb.text) for verb in act.verbs.items], act.object.items if act.object else ()
    gives = bool(given) and all(key(what.text).split()[-1] in HELP for what in given)
    return all(verb in HELPING or (gives and verb in GIVING) for verb in verbs)


def helped(part: tree.Phrase, names: Names) -> tree.Phrase:
    """A phrase of an act of helping: in an act is `to` do it, in anything else but a place is `with` it."""
    if not isinstance(part, tree.NamePhrase) or part.word not in ("in", "with") or part.mode or part.names.including:
        return part
    if WHOSE.match(part.names.items[0].text):
        return part
    ends = infinitives(part.names.items, names)
    matters = [handled(end, names) for end in ends if end]
    if len(matters) == len(part.names.items) and all(matters):
        return replace(part, word="with", names=replace(part.names, items=tuple(x for x in matters if x)))
    if all(ends):
        return replace(part, word="to", names=replace(part.names, items=tuple(end for end in ends if end)))
    if part.word == "with" or not all(names.find(item, MATTERS) for item in part.names.items):
        return part
    return replace(part, word="with")


def handled(end: tree.Name, names: Names) -> tree.Name | None:
    """What is handled: the matter in ``conduct audits``."""
    verb, _, rest = end.text.partition(" ")
    if not rest:
        return None
    matter = tree.Name(rest, end.span)
    return matter if verb in HANDLING and not is_obligation(rest) and names.find(matter, MATTERS) else None


def infinitives(items: Sequence[tree.Name | tree.Quote], names: Names) -> list[tree.Name | None]:
    """What is done, of some names; an act on the first is done to the others that name none."""
    ends = [infinitive(item, names) for item in items]
    verb = ends[0].text.partition(" ")[0] if ends[0] else ""
    return [
        end or (tree.Name(f"{verb} {item.text}", item.span) if verb else None)
        for end, item in zip(ends, items, strict=True)
    ]


def infinitive(item: tree.Name | tree.Quote, names: Names) -> tree.Name | None:
    """``investigating breaches`` as ``investigate breaches``; None where the first word is no act in -ing."""
    first, _, rest = item.text.partition(" ")
    if item.text.lower().startswith("carrying out "):
        return tree.Name(f"carry-out {item.text[13:]}", item.span)
    verb = None if isinstance(item, tree.Quote) else verb_of_gerund(first, names)
    return tree.Name(f"{verb} {rest}".strip(), item.span) if verb else None

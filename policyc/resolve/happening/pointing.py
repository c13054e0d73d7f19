"""What *it* and *them* point at: what the act before was done to, or what the condition before the clause is about."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import NoReturn

from policyc.model.kinds import ACTIONS, EVENTS
from policyc.model.names import key
from policyc.resolve.actors import verb_of_gerund
from policyc.resolve.happening.deeds import deed_of
from policyc.resolve.joining.segments import Segment, first_act
from policyc.resolve.joining.shared import TIMES
from policyc.resolve.naming.belonging import OF
from policyc.resolve.naming.names import Names, Unresolved, is_person, keys_above
from policyc.syntax import tree

POINTING = frozenset(["it", "them", "those"])
TELLING = frozenset(["notify", "inform", "tell"])
NO_ACTS_ON_PERSONS = frozenset(["delete", "share", "alter", "encrypt", "copy"])
"""What is not done to persons, so that *them* are none."""
DEALING = frozenset(["interact", "use", "identify", "contact"])
"""What is done with persons where they are named before."""


def points(listed: tree.Names | None) -> bool:
    """Whether some names only point at what was named before."""
    return listed is not None and len(listed.all) == 1 and listed.items[0].text.lower() in POINTING


def with_pointed(segments: list[Segment], about: list[tree.Name], names: Names) -> None:
    """Let *it* and *them* stand for what they point at; ``about`` is what the condition before the clause is about.

    Raises ``Unresolved``, reported, where they may point at nothing, or at several things.
    """
    first = segments[0]
    if points(first.act.object) and about:
        first.act = replace(first.act, object=meant(first.act, None, about, names))
    for before, segment in pairwise(segments):
        if points(segment.act.object) and before.act.object is not None:
            segment.act = replace(segment.act, object=meant(segment.act, before.act, about, names))
        segment.phrases = [in_act(part, before.act, names) for part in segment.phrases]


def meant(act: tree.Act, before: tree.Act | None, about: list[tree.Name], names: Names) -> tree.Names:
    """What the object of an act points at."""
    object = matter(before, names) if before else None
    things = [item for item in about if not is_person(item, names)]
    if object is not None:
        to_persons = all(is_person(item, names) for item in object.items)
        if not to_persons or not (does(act, NO_ACTS_ON_PERSONS, names) or (things and not does(act, DEALING, names))):
            return object
    if len({key(item.text) for item in things}) != 1:
        refuse(act, names)
    return tree.Names((things[0],), None, things[0].span)


def matter(act: tree.Act, names: Names) -> tree.Names | None:
    """What an act is about: what somebody is told of, and not who is told."""
    item = act.object.items[0] if act.object else None
    if (
        act.object is None
        or not isinstance(item, tree.Name)
        or not {key(verb.text) for verb in act.verbs.items} <= TELLING
    ):
        return act.object
    for found in OF.finditer(item.text):
        if is_person(tree.Name(item.text[: found.start()], item.span), names):
            what = tree.Name(item.text[found.end() :], item.span)
            return replace(act.object, items=(what, *act.object.items[1:]))
    return act.object


def with_done_to(statement: tree.Statement, names: Names) -> tuple[tree.Phrase, ...]:
    """The phrases of a statement of one act, *them* in a time what it is done to: ``before sharing them``."""
    act = statement.act
    object = matter(act, names) if act is not None else None
    if object is None or any(isinstance(part, tree.Further) for part in statement.phrases) or first_act(object, names):
        return statement.phrases
    return tuple(done_to(part, object, names) for part in statement.phrases)


def done_to(part: tree.Phrase, object: tree.Names, names: Names) -> tree.Phrase:
    """A time in which something is done with *them*, said of what is named before."""
    if not isinstance(part, tree.NamePhrase) or part.word not in TIMES or len(part.names.all) > 1:
        return part
    words = part.names.items[0].text.split()
    if len(words) != 2 or words[1].lower() not in POINTING or verb_of_gerund(words[0], names) is None:
        return part
    items = tuple(tree.Name(f"{words[0]} {item.text}", part.names.span) for item in object.all)
    return replace(part, names=replace(part.names, items=items, joiner="and" if len(items) > 1 else None))


def in_act(part: tree.Phrase, before: tree.Act, names: Names) -> tree.Phrase:
    """``allow others to access them``, behind what is done to records: to access records."""
    if not isinstance(part, tree.NamePhrase) or part.word != "to" or before.object is None:
        return part
    last = part.names.items[-1]
    said, _, pointing = last.text.rpartition(" ")
    count = names.verb_of(said.split())
    if isinstance(last, tree.Quote) or pointing.lower() not in POINTING or count != len(said.split()):
        return part
    first, *others = before.object.items
    items = (*part.names.items[:-1], tree.Name(f"{said} {first.text}", last.span), *others)
    joiner = part.names.joiner or before.object.joiner
    return replace(part, names=replace(part.names, items=items, joiner=joiner if len(items) > 1 else None))


def spoken_of(lead: tuple[tree.Phrase, ...], who: tree.Names, names: Names) -> list[tree.Name]:
    """What the conditions and times before a clause are about: a breach in ``if Globex discovers a breach``."""
    found: list[tree.Name] = []
    for part in lead:
        match part:
            case tree.ConditionPhrase(condition=tree.Name() as said):
                found += matters(said, who, names)
            case tree.NamePhrase(word="after" | "before" | "on" | "until"):
                found += [each for item in part.names.items for each in matters(item, who, names)]
    return found


def matters(said: tree.Name | tree.Quote, who: tree.Names, names: Names) -> list[tree.Name]:
    """What somebody does something to in what is said to happen; what happens itself, where it is an event."""
    if isinstance(said, tree.Quote):
        return []
    deed = deed_of(said, who, None, names)
    if deed is not None and deed.what is not None:
        return [item for item in deed.what.items if isinstance(item, tree.Name)]
    return [said] if names.find(said, EVENTS) is not None else []


def does(act: tree.Act, kinds: frozenset[str], names: Names) -> bool:
    """Whether all that is done is of some kinds."""
    verbs = [names.lexicon.find(key(verb.text), ACTIONS) for verb in act.verbs.items]
    return all(verb is not None and bool(keys_above(verb, names) & kinds) for verb in verbs)


def refuse(act: tree.Act, names: Names) -> NoReturn:
    """Report *it* that points at nothing, or at several things; raises ``Unresolved``."""
    assert act.object is not None
    pointing = act.object.items[0]
    names.reporter.error(
        "broken-sentence",
        names.origin(pointing.span),
        f"`{pointing.text}` may stand for several things here, or for nothing that the sentence names.",
        f"Write what is meant instead of `{pointing.text}`.",
    )
    raise Unresolved

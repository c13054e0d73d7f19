"""Acts by their nouns, and what belongs to them: *deletion of records*, *processing of records by subprocessors*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyc.model.kinds import CONDITIONS, DATA, EVENTS, PEOPLE, PERSONS, PURPOSES
from policyc.model.lexicon import Lexicon, Origin
from policyc.model.names import ROLES, Concept, Kind, key
from policyc.resolve.naming.belonging import PRONOUN, Find, Kinds, narrower
from policyc.resolve.naming.qualities import is_below
from policyc.resolve.report import bare

REQUEST = "data subject request"
"""What a request is that somebody concerned makes."""
JOINT = re.compile(r"\s+(?P<word>of|to|by|from|for|with|in|outside)\s+", re.IGNORECASE)
COMPLIANCE = "compliance"
REASON = "reason"
"""Why something is done, which may be said of an act by its noun alone: ``the reason for each disclosure``."""
INTERFERENCE = "interference"
HEADS = frozenset({Kind.EVENT, Kind.THING})
MATTERS = frozenset({Kind.DATA, Kind.THING, Kind.EVENT, Kind.PURPOSE, Kind.PLACE, Kind.LAW})
MOMENTS = frozenset({"time", "date", "day", "moment", "point", "occurrence"})
"""The time of an event says when it happens, and is no event besides."""
OF_PEOPLE = frozenset({"withdrawal of consent", "refusal of consent", "grant of consent", "data subject request"})
"""What only those do whom data are about, said or not."""
SAME_OF_DATA = frozenset({"breach", "unauthorised access"})
"""What is so of the data of an agreement, said or not: *a breach of customer data* is a breach."""
TURNING = "termination"
"""What divides the time of an agreement: the end of something else is no kind of it."""


def deed(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """An act as a thing that happens, or a thing of something: ``deletion of records``, ``copy of the report``."""
    if kinds is not None and not kinds & (HEADS | PURPOSES):
        return None
    for what, word, rest in joints(text):
        parent = deed_of(what, word, rest, kinds, lexicon, find)
        if parent is not None:
            by_people = word == "by" and parent.key in OF_PEOPLE and find(rest, PEOPLE)
            if by_people or key(what) in MOMENTS or (parent.key in SAME_OF_DATA and find(rest, DATA)):
                return parent
            of = find(rest, None) if PRONOUN.fullmatch(rest) else None
            return narrower(parent, f"{bare(what)} {word} {of.text if of else bare(rest)}", None, lexicon, origin)
    return purpose_of_act(text, kinds, lexicon, origin)


def joints(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways to divide a name at a word between two names; by whom something is done stands last."""
    found = list(JOINT.finditer(text))
    for joint in sorted(found, key=lambda each: (each["word"].lower() == "of", -each.start())):
        yield text[: joint.start()], joint["word"].lower(), text[joint.end() :]


def deed_of(what: str, word: str, rest: str, kinds: Kinds, lexicon: Lexicon, find: Find) -> Concept | None:
    """What an act with a complement is a kind of: *disclosure to the auditor* of *disclosure*."""
    if word == "of" or (word == "to" and lexicon.find(f"{key(what)} to data", EVENTS)):
        return act_on(what, word, rest, kinds, lexicon, find)
    takes_with = key(what).endswith((COMPLIANCE, INTERFERENCE))
    complying = word == "with" and takes_with and find(rest, MATTERS | CONDITIONS)
    person = is_person(rest, lexicon, find)
    if word in ("by", "from", "with") and not complying and not person:
        return None
    if dealing := with_others(what, lexicon) if word == "with" and person else None:
        return dealing
    asked = lexicon.find(REQUEST, EVENTS) if key(what) == "request" and find(rest, PEOPLE) else None
    if asked is not None and (kinds is None or Kind.EVENT in kinds):
        return asked
    why = word == "for" and key(what) == REASON and lexicon.find(f"{key(rest)} of data", EVENTS)
    return find(what, narrowed(kinds, HEADS)) if person or why or find(rest, MATTERS) else None


def with_others(what: str, lexicon: Lexicon) -> Concept | None:
    """The shipped event in which persons deal with each other that a noun stands for: ``communications``."""
    return lexicon.find(f"{key(what)} with other", EVENTS)


def act_on(what: str, word: str, rest: str, kinds: Kinds, lexicon: Lexicon, find: Find) -> Concept | None:
    """What *deletion of records* is a kind of: *deletion of data*; of what is no data, an event of its own."""
    if key(what) in MOMENTS and (event := find(rest, EVENTS)):
        return event
    act = lexicon.find(f"{key(what)} {word} data", HEADS)
    base = act or lexicon.find(key(what), HEADS)
    matter = find(rest, MATTERS) if base is not None and not base.is_root else None
    if base is None or matter is None:
        return None
    if base.key in SAME_OF_DATA and matter.kind is Kind.DATA and (kinds is None or base.kind in kinds):
        return base
    if kinds is not None and base.kind not in kinds:
        return lexicon.find("purpose", PURPOSES) if kinds == PURPOSES and act else None
    of_data = matter.kind is Kind.DATA and base.kind is Kind.EVENT and not is_below(base, TURNING, lexicon)
    return base if of_data or base.kind is Kind.THING else lexicon.find(base.kind.value, frozenset({base.kind}))


def purpose_of_act(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin) -> Concept | None:
    """An act as that for which data are used, where only a purpose fits: ``for deletion``."""
    if kinds != PURPOSES or lexicon.find(key(f"{text} of data"), EVENTS) is None:
        return None
    root = lexicon.find("purpose", PURPOSES)
    return narrower(root, bare(text), None, lexicon, origin) if root else None


def narrowed(kinds: Kinds, within: frozenset[Kind]) -> frozenset[Kind]:
    """Some kinds as far as they are among others; all of these where none is asked for."""
    return ((kinds & within) or kinds) if kinds else within


def is_person(text: str, lexicon: Lexicon, find: Find) -> bool:
    """Whether words stand for a party, people or a role."""
    return key(text) in ROLES or find(text, PERSONS) is not None

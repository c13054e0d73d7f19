"""Names that are composed of declared ones: nobody has to declare these again.

*Deletion of records* is an event where *deletion of data* is one, *unauthorised access to records* an unauthorised
access, *encrypted records* are records and encrypted data. Each is a name of its own below what it is composed of; what
else is true of it the reader takes as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyc.model.lexicon import Entry, Lexicon, Origin, Relation, Terms
from policyc.model.names import ROLES, Concept, Kind, key
from policyc.resolve.belonging import OTHER, PERSONS, Find, Kinds, Part, belonging, divisions, narrower
from policyc.resolve.report import bare

LONGEST = 14
"""How many words a composed name may have: beyond that nobody reads it as one."""
LONGEST_ATTRIBUTE = 3
DESCRIBED = re.compile(r"(?P<head>.+?)\s+(?P<who>who|which|that)\s+(?P<said>.+)", re.IGNORECASE)
IS_SO = re.compile(r"(?:is|are)\s+(?P<so>[\w'-]+(?:\s+[\w'-]+)?)", re.IGNORECASE)
JOINT = re.compile(r"\s+(?P<word>of|to|by|from)\s+", re.IGNORECASE)
DATA = frozenset({Kind.DATA})
EVENT = frozenset({Kind.EVENT})
PURPOSE = frozenset({Kind.PURPOSE})
HEADS = frozenset({Kind.EVENT, Kind.THING})
MATTERS = frozenset({Kind.DATA, Kind.THING, Kind.EVENT, Kind.PURPOSE, Kind.PLACE, Kind.LAW})
ATTRIBUTE = "qualifier"
MOMENTS = frozenset({"time", "date", "day", "moment", "point", "occurrence"})
"""The time of an event says when it happens, and is no event besides."""
TURNING = "termination"
"""What divides the time of an agreement: the end of something else is no kind of it."""
FAR_FROM_PEOPLE = frozenset({"de identified data", "aggregated data", "synthetic data"})
"""Data that are made from others so that nobody, or no one person, is told of any more: no kind of what they were."""


def composed(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, owner: str) -> Concept | None:
    """The concept that a name stands for, or a name that is composed of declared ones; None for neither.

    ``owner`` is whom *its* means, if known. What is new is entered into the scope.
    """
    known = lexicon.find(key(text), kinds)
    if known is not None or not 1 < len(text.split()) <= LONGEST:
        return known or purpose_of_act(text, kinds, lexicon, origin)

    def find(part: str, kinds: Kinds) -> Concept | None:
        return composed(part, kinds, lexicon, origin, owner)

    return (
        described(text, kinds, lexicon, origin, find)
        if DESCRIBED.fullmatch(text)
        else belonging(text, kinds, lexicon, origin, owner, find)
        or deed(text, kinds, lexicon, origin, find)
        or qualified(text, kinds, lexicon, origin, find)
        or other(text, kinds, lexicon, origin, find)
    )


def heads(text: str, lexicon: Lexicon) -> Iterator[str]:
    """What the kind of a composed name may follow from: *personnel* in ``personnel of Chase``."""
    if said := DESCRIBED.fullmatch(text):
        yield said["head"]
        return
    yield from (what for what, _ in divisions(text, ""))
    yield from (rest for _, rest in attributes(text, lexicon))


# What is done: deletion of records, access to records, processing of records by subprocessors


def deed(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """An act as a thing that happens, or a thing of something: ``deletion of records``, ``copy of the report``."""
    if kinds is not None and not kinds & (HEADS | PURPOSE):
        return None
    for what, word, rest in joints(text):
        if word != "of" and is_person(rest, lexicon, find):
            parent = find(what, narrowed(kinds, HEADS)) if JOINT.search(what) or word != "to" else None
        else:
            parent = deed_of(what, word, rest, kinds, lexicon, find)
        if parent is not None:
            same = key(what) in MOMENTS
            return parent if same else narrower(parent, f"{bare(what)} {word} {bare(rest)}", None, lexicon, origin)
    return purpose_of_act(text, kinds, lexicon, origin)


def joints(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways to divide a name at a word between two names; by whom something is done stands last."""
    found = list(JOINT.finditer(text))
    for joint in sorted(found, key=lambda each: each["word"].lower() not in ("by", "from")):
        yield text[: joint.start()], joint["word"].lower(), text[joint.end() :]


def deed_of(what: str, word: str, rest: str, kinds: Kinds, lexicon: Lexicon, find: Find) -> Concept | None:
    """What *deletion of records* is a kind of: *deletion of data*; of what is no data, an event of its own."""
    act = lexicon.find(key(f"{what} {word} data"), EVENT)
    if key(what) in MOMENTS and (event := find(rest, EVENT)):
        return event
    base = act or lexicon.find(key(what), HEADS)
    if base is None or base.is_root:
        return None
    matter = find(rest, MATTERS)
    if matter is None:
        return None
    if kinds is not None and base.kind not in kinds:
        return lexicon.find("purpose", PURPOSE) if kinds == PURPOSE and act else None
    of_data = matter.kind is Kind.DATA and base.kind is Kind.EVENT and not is_below(base, TURNING, lexicon)
    return base if of_data or base.kind is Kind.THING else lexicon.find(base.kind.value, frozenset({base.kind}))


def purpose_of_act(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin) -> Concept | None:
    """An act as that for which data are used, where only a purpose fits: ``for deletion``."""
    if kinds != PURPOSE or lexicon.find(key(f"{text} of data"), EVENT) is None:
        return None
    root = lexicon.find("purpose", PURPOSE)
    return narrower(root, bare(text), None, lexicon, origin) if root else None


def narrowed(kinds: Kinds, within: frozenset[Kind]) -> frozenset[Kind]:
    """Some kinds as far as they are among others; all of these where none is asked for; what is asked where none fits."""
    return ((kinds & within) or kinds) if kinds else within


def is_person(text: str, lexicon: Lexicon, find: Find) -> bool:
    """Whether words stand for a party, people or a role."""
    return key(text) in ROLES or find(text, PERSONS) is not None


# Who fits a description: personnel who need access


def described(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """The kind of a name that a description picks out; ``anyone who …`` are parties."""
    said = DESCRIBED.fullmatch(text)
    if said is None:
        return None
    so = IS_SO.fullmatch(said["said"])
    if so and (qualified := find(f"{so['so']} {bare(said['head'])}", kinds)):
        return qualified
    anybody = key(said["head"]) in ROLES and (kinds is None or Kind.PARTY in kinds)
    head = lexicon.find("party", frozenset({Kind.PARTY})) if anybody else find(said["head"], kinds)
    if head is None or head.kind is Kind.ACTION:
        return None
    return narrower(head, bare(text), None, lexicon, origin)


# What is said of it: encrypted records, reasonable written notice, appropriate technical measures


def qualified(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """A name with a declared attribute before it: a kind of what is named; data also of the data that are so."""
    for attribute, rest in attributes(text, lexicon):
        head = find(rest, kinds)
        if head is None or head.kind is Kind.ACTION or (head.is_root and head.kind in PERSONS):
            continue
        made = narrower(head, bare(text), None, lexicon, origin)
        such = lexicon.find(key(f"{attribute} data"), DATA) if head.kind is Kind.DATA else None
        if such is not None and such != head:
            of_a_kind(made, head, such, lexicon)
        return made
    return None


def other(text: str, kinds: Kinds, lexicon: Lexicon, origin: Origin, find: Find) -> Concept | None:
    """Other ones than are named elsewhere, as a kind of what they are: ``other safeguards``."""
    said = OTHER.fullmatch(text)
    head = find(said["what"], kinds) if said else None
    if head is None or head.kind is Kind.ACTION or (head.is_root and head.kind in PERSONS):
        return None
    return narrower(head, bare(text), None, lexicon, origin)


def attributes(text: str, lexicon: Lexicon) -> Iterator[Part]:
    """The attributes that a name begins with, the longest first, and what follows each."""
    words = bare(text).split()
    for count in range(min(LONGEST_ATTRIBUTE, len(words) - 1), 0, -1):
        attribute = " ".join(words[:count])
        state = lexicon.find(key(attribute), frozenset({Kind.CONDITION}))
        if state is not None and is_below(state, ATTRIBUTE, lexicon):
            yield attribute, " ".join(words[count:])


def of_a_kind(made: Concept, head: Concept, such: Concept, lexicon: Lexicon) -> None:
    """Enter that some data are of a shipped kind too; those that tell of nobody any more are only made from the others."""
    far = any(is_below(such, each, lexicon) for each in FAR_FROM_PEOPLE)
    entry = lexicon.entries[made]
    links = {Relation.IS: [such], Relation.DERIVED_FROM: [head]} if far else {Relation.IS: [head, such]}
    terms = Terms.FREE if far else Terms.UNSAID
    lexicon.entries[made] = Entry(made, entry.origin, links=links, terms=terms)


def is_below(concept: Concept, above: str, lexicon: Lexicon) -> bool:
    """Whether a concept is of the kind that a key names, or that kind itself."""
    pending = [concept]
    for at in pending:
        if at.key == above:
            return True
        pending += [up for up in lexicon.parents(at) if up not in pending]
    return False

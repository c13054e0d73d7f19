"""Lists that say once what goes with all: *technical and organisational measures*, *loss or alteration of records*.

A name that nothing declares is completed from one that follows it in its list, where that gives a declared name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.model.kinds import ACTIONS, DATA, EVENTS, PERSONS
from policyc.model.names import Kind, key
from policyc.resolve.joining.segments import begins_act
from policyc.resolve.joining.whose import Items, begun_alike, of_each, of_one, whose_each
from policyc.resolve.naming.composing import AWARE
from policyc.resolve.naming.names import Names, keys_above
from policyc.syntax import tree

JOINT = re.compile(r"\s+(?:of|to)\s+", re.IGNORECASE)
HIS = frozenset({"his", "her", "its"})
COPIES = "copied data"
BARE_COPIES = frozenset({"copy", "backup", "existing copy", "backup copy"})
LONGEST_TAIL = 8
"""How many words names of a list may share."""


def completed(listed: tree.Names, names: Names) -> tree.Names:
    """A list, each name that lacks its end with the end of one that follows."""
    items = rejoined(listed.items)
    including = listed.including
    if including is not None:
        including = replace(including, items=tuple(copies_of(item, items[-1], names) for item in including.items))
    items = of_one(of_each(whose_each(items, names), names), names)
    for at in range(len(items) - 2, -1, -1):
        item = items[at]
        if isinstance(item, tree.Name):
            items[at] = act_of_same(item, items[at + 1 :], names) or with_head(item, items[at + 1 :], names) or item
    joiner = listed.joiner if len(items) > 1 else None
    return replace(listed, items=tuple(known_too(items, names)), joiner=joiner, including=including)


def rejoined(items: tuple[tree.Name | tree.Quote, ...]) -> Items:
    """A list with what is cut off put back: ``Acme, and the regulator, of a breach``, ``his or her records``."""
    found: Items = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, tree.Name) and isinstance(last, tree.Name) and item.text.lower().startswith("of "):
            found[-1] = tree.Name(f"{last.text} {item.text}", (last.span[0], item.span[1]))
        elif isinstance(item, tree.Name) and isinstance(last, tree.Name) and are_one(last, item):
            found[-1] = tree.Name(f"{last.text} {item.text.partition(' ')[2]}", (last.span[0], item.span[1]))
        else:
            found.append(item)
    return found


def are_one(last: tree.Name, item: tree.Name) -> bool:
    """Whether two names of a list are one, whoever it is whose it is: ``his or her records``."""
    return last.text.lower().split()[-1] in HIS and item.text.lower().split()[0] in HIS and " " in item.text


def with_copies(listed: tree.Names, names: Names) -> tree.Names:
    """A list of what is acted on, bare copies in it those of the data that the sentence names before."""
    return replace(listed, items=tuple(copies_of_named(item, names) for item in listed.items))


def copies_of_named(item: tree.Name | tree.Quote, names: Names) -> tree.Name | tree.Quote:
    """Bare *copies* as those of the data that the sentence names before: ``delete records and destroy all copies``."""
    if (
        not isinstance(item, tree.Name)
        or key(item.text) not in BARE_COPIES
        or names.lexicon.declares_own(key(item.text))
    ):
        return item
    named = [each for each in names.named if key(each.text) not in BARE_COPIES and names.find(each, DATA)]
    before = [each for each in named if each.span[1] <= item.span[0]]
    return copies_of(item, before[-1], names) if len({key(each.text) for each in before}) == 1 else item


def known_too(items: Items, names: Names) -> Items:
    """Breaches of a list whose first one somebody comes to know of: of the others as well."""
    first = AWARE.fullmatch(items[0].text) if items else None
    if first is None:
        return items
    return begun_alike(items, items[0].text[: first.start("what")], lambda item: is_incident(item, names))


def is_incident(item: tree.Name, names: Names) -> bool:
    """Whether a name stands for something that went wrong with data."""
    found = names.find(item, EVENTS)
    return found is not None and "incident" in keys_above(found, names)


def copies_of(item: tree.Name | tree.Quote, head: tree.Name | tree.Quote, names: Names) -> tree.Name | tree.Quote:
    """Copies of what they stand behind: ``records, including copies and backups``."""
    found = names.find(item, DATA) if isinstance(item, tree.Name) else None
    if found is None or COPIES not in keys_above(found, names) or isinstance(head, tree.Quote):
        return item
    whole = tree.Name(f"{item.text} of {head.text}", item.span)
    return whole if names.find(whole, DATA) else item


def act_of_same(item: tree.Name, following: list[tree.Name | tree.Quote], names: Names) -> tree.Name | None:
    """An act on what the act behind it is done with: *use* in ``use or alteration of records``."""
    if stands_alone(item, names) or (mine := joint_of(item.text, names)) is None:
        return None
    for other in following:
        if isinstance(other, tree.Quote):
            continue
        for joint in JOINT.finditer(other.text):
            if joint_of(other.text[: joint.start()], names):
                return tree.Name(f"{item.text} {mine} {other.text[joint.end() :]}", item.span)
    return None


def stands_alone(item: tree.Name, names: Names) -> bool:
    """Whether a name means something as it stands, and no act in the form of a verb: such a name lacks nothing."""
    found = names.lexicon.find(key(item.text), frozenset(Kind) - ACTIONS)
    return found is not None


def joint_of(words: str, names: Names) -> str | None:
    """The word by which an act is joined to data: *of* for *deletion*, as there is *deletion of data*."""
    return next((word for word in ("of", "to") if names.lexicon.find(f"{key(words)} {word} data", EVENTS)), None)


def with_head(item: tree.Name, following: list[tree.Name | tree.Quote], names: Names) -> tree.Name | None:
    """A name with the head of one that follows it: *technical* in ``technical and organisational measures``."""
    before, by, end = item.text.rpartition(" by ")
    if by and names.find(tree.Name(before, item.span), PERSONS):
        whole = with_head(tree.Name(end, item.span), following, names)
        return tree.Name(f"{before}{by}{whole.text}", item.span) if whole else None
    known = names.find(item)
    if (
        names.role(key(item.text))
        or (known and known.kind is not Kind.ACTION)
        or (not known and begins_act(item, names))
    ):
        return None
    for other in following:
        words = other.text.split() if isinstance(other, tree.Name) else []
        for start in range(max(1, len(words) - LONGEST_TAIL), len(words)):
            whole = tree.Name(" ".join([item.text, *words[start:]]), item.span)
            if names.find(whole) is not None:
                return whole
    return None

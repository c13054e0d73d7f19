"""Lists that say once what goes with all: *technical and organisational measures*, *loss or alteration of records*.

A name that nothing declares is completed from one that follows it in its list, where that gives a declared name.
"""

from __future__ import annotations

from dataclasses import replace

from policyc.model.names import Kind, key
from policyc.resolve.names import Names
from policyc.resolve.segments import begins_act
from policyc.syntax import tree

EVENT = frozenset({Kind.EVENT})
LONGEST_TAIL = 8
"""How many words names of a list may share."""


def completed(listed: tree.Names, names: Names) -> tree.Names:
    """A list, each name that lacks its end with the end of one that follows."""
    if len(listed.items) < 2:
        return listed
    items = list(listed.items)
    for at in range(len(items) - 2, -1, -1):
        item = items[at]
        if isinstance(item, tree.Name):
            items[at] = act_of_same(item, items[at + 1 :], names) or with_head(item, items[at + 1 :], names) or item
    return replace(listed, items=tuple(items))


def act_of_same(item: tree.Name, following: list[tree.Name | tree.Quote], names: Names) -> tree.Name | None:
    """An act on what the act behind it is done with: *loss* in ``loss or alteration of records``."""
    for other in following:
        what, of, rest = other.text.partition(" of ")
        if isinstance(other, tree.Quote) or not of or not is_act(what, names) or not is_act(item.text, names):
            continue
        to = tree.Name(f"{item.text} to {rest}", item.span)
        return to if names.find(to, EVENT) else tree.Name(f"{item.text} of {rest}", item.span)
    return None


def is_act(words: str, names: Names) -> bool:
    """Whether words stand for something that is done with data: *deletion*, as there is *deletion of data*."""
    return any(names.find(tree.Name(f"{words} {word} data", (0, 0)), EVENT) is not None for word in ("of", "to"))


def with_head(item: tree.Name, following: list[tree.Name | tree.Quote], names: Names) -> tree.Name | None:
    """A name with the head of one that follows it: *technical* in ``technical and organisational measures``."""
    if names.role(key(item.text)) or names.find(item) or begins_act(item, names):
        return None
    for other in following:
        words = other.text.split() if isinstance(other, tree.Name) else []
        for start in range(max(1, len(words) - LONGEST_TAIL), len(words)):
            whole = tree.Name(" ".join([item.text, *words[start:]]), item.span)
            if names.find(whole) is not None:
                return whole
    return None

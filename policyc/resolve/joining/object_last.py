"""What is acted on, named last: *must make available to Acme, upon request, records*.

The comma that ends a time runs on into a list of its events; what there is no event belongs to the verb, where that has
nothing else to act on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyc.model.names import Kind
from policyc.resolve.naming.names import STATES, Names
from policyc.syntax import tree

TIMES = ("after", "on", "before")


def with_object_last(act: tree.Act, phrases: Sequence[tree.Phrase], names: Names) -> tuple[tree.Act, list[tree.Phrase]]:
    """An act that names nothing it is done to, with what a comma sets off behind one of its times."""
    found = list(phrases)
    if act.object is not None or act.passive:
        return act, found
    for at, part in enumerate(found):
        if not isinstance(part, tree.NamePhrase) or part.word not in TIMES or part.mode:
            continue
        if (cut := end_of_time(part.names, names)) is not None:
            time, rest = part.names.items[:cut], part.names.items[cut:]
            joiner = part.names.joiner if len(rest) > 1 else None
            span = (rest[0].span[0], part.names.span[1])
            object = tree.Names(rest, joiner, span, part.names.including)
            found[at] = replace(part, names=tree.Names(time, None, (part.names.span[0], time[-1].span[1])))
            return replace(act, object=object), found
    return act, found


def end_of_time(listed: tree.Names, names: Names) -> int | None:
    """Where a list goes on, behind a comma, with what is no time at all; None where it does not."""
    first, *rest = listed.items
    if not rest or names.find(first, STATES - {Kind.THING}) is None:
        return None
    between = names.source.text[first.span[1] : rest[0].span[0]]
    alien = not any(names.find(item, STATES - {Kind.THING}) for item in rest)
    return 1 if "," in between and alien else None

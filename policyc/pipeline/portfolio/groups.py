"""Which files are examined together, once it is known which may bear on which.

A few files that hang together are examined as one group. Where very many hang together, each is examined with its own
neighbours, and these with theirs, as far as a neighbour's own clash could change what is told of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LARGEST_GROUP = 40
MOST_NEIGHBOURS = 400
"""With how many others one file is examined at most; what lies beyond is reported as not checked."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files to examine together; ``wanted`` are those whose results are taken from it, ``left_out`` counts the rest."""

    wanted: tuple[int, ...]
    members: tuple[int, ...]
    left_out: int = 0


def groups(meetings: Iterable[tuple[int, int]]) -> list[Group]:
    """The groups to examine for some pairs of files that may bear on each other, in the order of their files."""
    near: dict[int, set[int]] = {}
    for one, other in meetings:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    found: list[Group] = []
    seen: set[int] = set()
    for number in sorted(near):
        if number not in seen:
            together = component(number, near)
            seen.update(together)
            if len(together) <= LARGEST_GROUP:
                found.append(Group(tuple(together), tuple(together)))
            else:
                found += [around(each, near) for each in together]
    return found


def component(number: int, near: dict[int, set[int]]) -> list[int]:
    """All files that hang together with one, in order."""
    found = {number}
    pending = [number]
    for at in pending:
        fresh = near[at] - found
        found |= fresh
        pending += fresh
    return sorted(found)


def around(number: int, near: dict[int, set[int]]) -> Group:
    """A file with its neighbours and theirs, the nearest first where there are too many."""
    first = sorted(near[number])
    second = sorted({far for each in first for far in near[each]} - near[number] - {number})
    kept = [*first[:MOST_NEIGHBOURS], *second][:MOST_NEIGHBOURS]
    return Group((number,), tuple(sorted([number, *kept])), max(0, len(first) - MOST_NEIGHBOURS))

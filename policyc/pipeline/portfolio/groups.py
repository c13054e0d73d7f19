"""Which files are examined together, once it is known which may bear on which.

A few files that hang together are examined as one group. Where very many hang together, each is examined with those
to which its data may go on, with what bears on each of these, and with what bears on that in turn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.analysis.contact import DIRECTED

LARGEST_GROUP = 40
MOST_NEIGHBOURS = 400
"""With how many others one file is examined at most; what lies beyond is reported as not checked."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files to examine together; ``wanted`` are those whose results are taken from it, ``left_out`` counts the rest."""

    wanted: tuple[int, ...]
    members: tuple[int, ...]
    left_out: int = 0


def groups(meetings: Iterable[tuple[int, int, int]]) -> list[Group]:
    """The groups to examine for some pairs of files that may bear on each other, in the order of their files."""
    near: dict[int, set[int]] = {}
    onward: dict[int, set[int]] = {}
    for one, other, way in meetings:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
        if way in DIRECTED:
            onward.setdefault(one, set()).add(other)
    found: list[Group] = []
    seen: set[int] = set()
    for number in sorted(near):
        if number not in seen:
            together = sorted(spread([number], near))
            seen.update(together)
            if len(together) <= LARGEST_GROUP:
                found.append(Group(tuple(together), tuple(together)))
            else:
                found += [around(each, near, onward) for each in together]
    return found


def spread(numbers: Iterable[int], linked: dict[int, set[int]], most: int | None = None) -> dict[int, None]:
    """Some files and all that they lead to, the nearest first; it goes on no further once there are more than many."""
    found = dict.fromkeys(numbers)
    pending = list(found)
    for at in pending:
        if most is not None and len(found) > most:
            break
        fresh = [each for each in sorted(linked.get(at, ())) if each not in found]
        found.update(dict.fromkeys(fresh))
        pending += fresh
    return found


def around(number: int, near: dict[int, set[int]], onward: dict[int, set[int]]) -> Group:
    """A file with all to which its data may go on, what bears on each of these, and what bears on that."""
    reached = spread([number], onward, MOST_NEIGHBOURS)
    beside = dict.fromkeys([*reached, *(each for at in reached for each in sorted(near[at]))])
    beyond = dict.fromkeys([*beside, *(each for at in beside for each in sorted(near[at]))])
    kept = list(beyond)[: MOST_NEIGHBOURS + 1]
    return Group((number,), tuple(sorted(kept)), max(0, len(beside) - len(kept)))

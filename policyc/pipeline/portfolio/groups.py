"""Which files are examined together, once it is known which may bear on which.

Files that hang together are examined as one group. Where very many do, they are examined block by block: each with
those to which its data may go on, with what bears on each of these, and with what bears on that in turn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.analysis.contact import DIRECTED

LARGEST_GROUP = 1_000
"""So many files that hang together are one group, which takes seconds."""
BLOCK = 200
"""Of more than that so many are examined at once, with what bears on them."""
MOST_TOGETHER = 1_000
"""With what bears on them they are not more than that; what is left out is reported as not checked."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files to examine together; ``wanted`` are those whose results are taken from it.

    ``left_out`` counts for each of these, where it is given, the files that bear on it and are too many to take in.
    """

    wanted: tuple[int, ...]
    members: tuple[int, ...]
    left_out: tuple[int, ...] = ()


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
        if number in seen:
            continue
        together = list(spread([number], near))
        seen.update(together)
        if len(together) <= LARGEST_GROUP:
            found.append(Group(tuple(sorted(together)), tuple(sorted(together))))
        else:
            blocks = (together[at : at + BLOCK] for at in range(0, len(together), BLOCK))
            found += [around(sorted(block), near, onward) for block in blocks]
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


def around(block: list[int], near: dict[int, set[int]], onward: dict[int, set[int]]) -> Group:
    """Some files with all to which their data may go on, what bears on each of these, and what bears on that."""
    beside = bearing(block, near, onward)
    beyond = dict.fromkeys([*block, *beside, *(each for at in beside for each in sorted(near[at]))])
    kept = set(list(beyond)[:MOST_TOGETHER])
    left_out = tuple(len(bearing([each], near, onward).keys() - kept) for each in block)
    return Group(tuple(block), tuple(sorted(kept)), left_out)


def bearing(block: list[int], near: dict[int, set[int]], onward: dict[int, set[int]]) -> dict[int, None]:
    """Some files, all to which their data may go on, and what bears on each of these."""
    reached = spread(block, onward, MOST_TOGETHER)
    return dict.fromkeys([*reached, *(each for at in reached for each in sorted(near[at]))])

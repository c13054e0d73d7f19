"""Where the faces of files may meet: a join over whole columns, near the number of faces and of meetings.

Rows that say the same are one class, so that a phrase that stands in a thousand agreements is compared once. Classes
are joined by the persons in whom they meet; each side then keeps the pairs whose sets may have a name in common, each
pair of sets being looked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from policyc.analysis.contact import Contact
from policyc.norms.portable import Ground, Held, NameSet, may_meet
from policyc.pipeline.portfolio.result import ROW, Faces

Numbers = NDArray[np.int64]

CONTACT, GIVES, PERSONS, FIRST_SET, START, END = 0, 1, 2, 3, 10, 11
SETS = range(FIRST_SET, START)
PAIRS_AT_ONCE = 2_000_000


class Sets:
    """The sets of names of all files, each once."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._numbers: dict[NameSet, int] = {}
        self._held: list[Held] = []
        self._persons: dict[str, int] = {}
        self._meet: dict[tuple[int, int], bool] = {}

    def number(self, names: NameSet) -> int:
        """The number of a set, the same for equal sets."""
        number = self._numbers.get(names)
        if number is None:
            number = self._numbers[names] = len(self._held)
            self._held.append(self._ground.held(names))
        return number

    def persons(self, number: int) -> list[int]:
        """The numbers of the identified persons of a set."""
        return [self._persons.setdefault(name, len(self._persons)) for name in sorted(self._held[number].own)]

    def may_meet(self, left: Numbers, right: Numbers) -> NDArray[np.bool_]:
        """For each pair of sets whether they may have a name in common."""
        count = len(self._held)
        pairs, which = np.unique(left * count + right, return_inverse=True)
        return np.array([self._pair(int(pair) // count, int(pair) % count) for pair in pairs], dtype=bool)[which]

    def _pair(self, one: int, other: int) -> bool:
        if one == other:
            return True
        key = (one, other) if one < other else (other, one)
        if key not in self._meet:
            self._meet[key] = may_meet(self._held[one], self._held[other])
        return self._meet[key]


def meetings(files: Iterable[Faces], ground: Ground) -> Iterator[tuple[int, int, int]]:
    """The pairs of files, by their position, whose faces may meet, what gives first, and the way in which they do.

    A pair may come more than once.
    """
    sets, table, homes = table_of(files, ground)
    if not len(table):
        return
    classes, which = np.unique(table, axis=0, return_inverse=True)
    members = grouped(which.reshape(-1), homes, len(classes))
    for left, right in pairs(classes, sets):
        ways = classes[left, CONTACT].tolist()
        for one, other, way in zip(left.tolist(), right.tolist(), ways, strict=True):
            yield from ((a, b, way) for a in members[one] for b in members[other] if a != b)


def table_of(files: Iterable[Faces], ground: Ground) -> tuple[Sets, Numbers, Numbers]:
    """All rows with the sets numbered across files, and the file of each row."""
    sets, numbers, firsts, rows, homes = Sets(ground), list[int](), list[int](), list[bytes](), list[int]()
    counts = []
    for home, faces in enumerate(files):
        if faces.rows:
            homes.append(home)
            firsts.append(len(numbers))
            rows.append(faces.rows)
            counts.append(len(faces.rows) // (4 * ROW))
            numbers += map(sets.number, faces.sets)
    table = np.frombuffer(b"".join(rows), dtype=np.int32).reshape(-1, ROW).astype(np.int64)
    if len(table):
        offsets = np.repeat(np.array(firsts), counts)
        table[:, PERSONS:START] = np.array(numbers)[table[:, PERSONS:START] + offsets[:, None]]
    return sets, table, np.repeat(np.array(homes, dtype=np.int64), counts)


def grouped(which: Numbers, homes: Numbers, classes: int) -> list[list[int]]:
    """The files of each class of rows, each once."""
    both = np.unique(np.stack([which, homes], axis=1), axis=0)
    edges = np.searchsorted(both[:, 0], np.arange(classes + 1))
    files = both[:, 1].tolist()
    return [files[start:end] for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)]


def pairs(classes: Numbers, sets: Sets) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs of classes that may meet, what gives on the left."""
    left, right = (by_person(classes, sets, gives) for gives in (1, 0))
    for ones, others in joined(left, right):
        for column in SETS:
            if len(ones):
                keep = sets.may_meet(classes[ones, column], classes[others, column])
                ones, others = ones[keep], others[keep]
        days = (classes[ones, START] < classes[others, END]) & (classes[others, START] < classes[ones, END])
        if days.any():
            yield ones[days], others[days]


def by_person(classes: Numbers, sets: Sets, gives: int) -> tuple[Numbers, Numbers]:
    """The classes of one side by key: the way of meeting and the person, once for each in whom they may meet."""
    chosen = np.flatnonzero(classes[:, GIVES] == gives)
    keys, places = list[int](), list[int]()
    for place, contact, persons in zip(
        chosen.tolist(), classes[chosen, CONTACT].tolist(), classes[chosen, PERSONS].tolist(), strict=True
    ):
        for person in sets.persons(persons):
            keys.append(person * len(Contact) + contact)
            places.append(place)
    order = np.argsort(np.array(keys, dtype=np.int64), kind="stable")
    return np.array(keys, dtype=np.int64)[order], np.array(places, dtype=np.int64)[order]


def joined(left: tuple[Numbers, Numbers], right: tuple[Numbers, Numbers]) -> Iterator[tuple[Numbers, Numbers]]:
    """Every pair of equal keys, some at a time."""
    keys, places = left
    starts = np.searchsorted(right[0], keys, side="left")
    counts = np.searchsorted(right[0], keys, side="right") - starts
    upto = np.cumsum(counts)
    at = 0
    while at < len(keys):
        done = upto[at - 1] if at else 0
        stop = max(at + 1, int(np.searchsorted(upto, done + PAIRS_AT_ONCE, side="right")))
        some = counts[at:stop]
        ones = np.repeat(places[at:stop], some)
        within = np.arange(len(ones)) - np.repeat(np.cumsum(some) - some, some)
        others = right[1][np.repeat(starts[at:stop], some) + within]
        yield ones, others
        at = stop

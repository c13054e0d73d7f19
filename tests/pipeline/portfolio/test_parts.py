"""What links files: titles in their texts, and faces that may meet."""

from __future__ import annotations

from array import array
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.analysis.contact import Contact
from policyc.norms.portable import Ground, NameSet, may_meet
from policyc.pipeline.portfolio.groups import Group, groups
from policyc.pipeline.portfolio.meeting import meetings
from policyc.pipeline.portfolio.outline import Readings, outline
from policyc.pipeline.portfolio.result import Faces
from policyc.pipeline.shipped import packed, parsed, shipped_closure, shipped_lexicon, unpacked
from tests.reference.examples import examples

TEXTS = [
    'agreement "One" between A and B, incorporates "Three".',
    'AGREEMENT\n"two" between A and B, amends "ONE".  # a note with one " mark',
    'agreement "Three"\n between A and B, using "Words".',
    'vocabulary "Words". Data is data.',
    'agreement "Alone" between A and B. 1: A may use data if "nobody minds".',
    'agreement "Two" between C and D.',
]


def test_files_are_read_with_what_they_name_and_what_changes_them() -> None:
    readings = Readings(map(outline, TEXTS))
    assert readings.of([0]) == [0, 1, 2, 3, 5]  # 1 amends it, and may mean either document of its own title
    assert readings.of([2]) == [0, 1, 2, 3, 5]  # 0 incorporates it
    assert readings.of([3]) == [3]
    assert readings.of([4]) == [4]
    assert readings.of([5]) == [0, 1, 2, 3, 5]


def test_who_incorporates_the_same_terms_is_not_read_along() -> None:
    orders = [f'agreement "Order {number}" between A and B, incorporates "Terms".' for number in range(3)]
    readings = Readings(map(outline, [*orders, 'agreement "Terms" between A and B.']))
    assert readings.of([0]) == [0, 3]
    assert readings.of([3]) == [0, 1, 2, 3]
    outer = 'agreement "Outer" between A and B, incorporates "Order 1".'
    assert Readings(map(outline, [*orders, 'agreement "Terms" between A and B.', outer])).of([3]) == [0, 1, 2, 3, 4]


def test_every_file_is_read_with_every_policy() -> None:
    readings = Readings(map(outline, [*TEXTS, 'policy "House rules".']))
    assert readings.of([4]) == [4, 6]


def test_files_that_hang_together_are_one_group_unless_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    near = [(0, 1, 0), (1, 2, 1), (5, 4, 0)]
    assert groups(near) == [Group((0, 1, 2), (0, 1, 2)), Group((4, 5), (4, 5))]
    monkeypatch.setattr("policyc.pipeline.portfolio.groups.LARGEST_GROUP", 4)
    monkeypatch.setattr("policyc.pipeline.portfolio.groups.MOST_TOGETHER", 4)
    monkeypatch.setattr("policyc.pipeline.portfolio.groups.BLOCK", 1)
    chain = [(at, at + 1, 0) for at in range(6)]
    assert groups(chain)[0] == Group((0,), (0, 1, 2), (0,))
    assert groups([(0, at, 0) for at in range(1, 7)])[0] == Group((0,), (0, 1, 2, 3), (3,))
    onward = [(at, at + 1, Contact.ONWARD) for at in range(6)]
    assert groups(onward)[0] == Group((0,), (0, 1, 2, 3), (2,))  # all that follows bears on it, as far as one looks


SETS = [
    NameSet(False, b"", ("party:a",)),
    NameSet(False, b"", ("party:b", "party:a")),
    NameSet(True, b"", ()),
    NameSet(True, b"\x0c", ("data:x",)),
    NameSet(False, b"\x04", ()),
    NameSet(False, b"\x08", ("data:x",)),
    NameSet(False, b"\x02", ()),
    NameSet(False, b"", ("data:y",)),
    NameSet(False, 3, ()),
]
ROWS = st.tuples(
    st.integers(0, 1), st.booleans(), st.integers(0, 1), *[st.integers(2, 8)] * 7, st.integers(0, 3), st.integers(3, 6)
)


def ground() -> Ground:
    """What the shipped vocabulary covers."""
    return Ground(shipped_closure(shipped_lexicon()))


def meet(one: NameSet, other: NameSet) -> bool:
    """Whether two sets may meet."""
    return may_meet(ground().held(one), ground().held(other))


@examples(200)
@given(st.lists(st.lists(ROWS, max_size=4), min_size=2, max_size=4))
def test_meetings_are_those_that_comparing_each_with_each_finds(files: list[list[tuple[int, ...]]]) -> None:
    faces = [Faces(array("i", [int(n) for row in rows for n in row]).tobytes(), tuple(SETS)) for rows in files]
    expected = set()
    for (one, rows), (other, others) in product(enumerate(files), repeat=2):
        for row, far in product(rows, others):
            meets = row[0] == far[0] and row[1] and not far[1] and set(SETS[row[2]].own) & set(SETS[far[2]].own)
            sets = all(meet(SETS[a], SETS[b]) for a, b in zip(row[3:10], far[3:10], strict=True))
            if one != other and meets and sets and row[10] < far[11] and far[10] < row[11]:
                expected.add((one, other, row[0]))
    assert set(meetings(faces, ground())) == expected


def test_sets_meet_unless_they_certainly_do_not() -> None:
    assert meet(SETS[0], SETS[1])
    assert not meet(SETS[0], SETS[7])
    assert meet(SETS[2], SETS[3])
    assert not meet(SETS[3], SETS[5])  # all but what it holds
    assert meet(SETS[3], SETS[7])
    assert meet(SETS[6], SETS[7])  # what no name covers may be another file's own
    assert meet(SETS[7], SETS[6])
    assert not meet(SETS[4], SETS[5])


def test_the_shipped_vocabulary_comes_back_as_it_was() -> None:
    lexicon = parsed()
    again = unpacked(packed(lexicon))
    assert again is not None
    assert again.entries == lexicon.entries
    assert list(again.entries) == list(lexicon.entries)
    assert again.names == lexicon.names
    assert again.containers == lexicon.containers
    assert (again.title, again.titles) == (lexicon.title, lexicon.titles)
    assert unpacked(b"\xc1") is None

"""Regions: overlap and containment of products of bit sets."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from policyc.norms.condition import ALWAYS, NEVER, Alternative
from policyc.norms.region import DAWN, DUSK, EVERYTHING, Point, Region, Side
from tests.reference.examples import examples

WHOLE = Region(EVERYTHING)
HELD, ABSENT = (Alternative(frozenset({1})),), (Alternative(absent=1),)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """A region of three sides with three bits each, a condition and some days."""
    masks = list(EVERYTHING)
    for side in (Side.BEARER, Side.OBJECT, Side.PURPOSE):
        masks[side] = draw(st.integers(1, 7))
    start = draw(st.integers(0, 3))
    condition = draw(st.sampled_from([ALWAYS, HELD, ABSENT]))
    return Region(tuple(masks), condition, start, draw(st.integers(start + 1, 4)))


def every_point() -> list[Point]:
    """Every point of the small space of the regions drawn."""
    bits, one = (1, 2, 4), (1,) * 9
    return [
        Point((a, *one[1:2], b, *one[3:5], c, *one[6:]), states, day)
        for a in bits
        for b in bits
        for c in bits
        for states in (0, 1)
        for day in range(4)
    ]


def held(region: Region) -> set[Point]:
    """The points of a region."""
    return {point for point in every_point() if point.within(region)}


@examples(150)
@given(regions(), regions())
def test_overlap_and_containment_are_those_of_the_points(left: Region, right: Region) -> None:
    overlap = left.overlap(right)
    assert (held(overlap) if overlap else set()) == held(left) & held(right)
    assert left.inside(right) is (held(left) <= held(right))
    if overlap:
        assert left.meets(right)
        assert overlap.inside(left)


def test_a_region_is_empty_where_any_part_of_it_is() -> None:
    assert not WHOLE.empty
    assert WHOLE.with_side(Side.PLACE, 0).empty
    assert replace(WHOLE, condition=NEVER).empty
    assert replace(WHOLE, start=5, end=5).empty


def test_regions_apart_do_not_overlap() -> None:
    early, late = replace(WHOLE, end=5), replace(WHOLE, start=5)
    here, there = WHOLE.with_side(Side.PLACE, 4), WHOLE.with_side(Side.PLACE, 8)
    for left, right in ((early, late), (late, early), (here, there)):
        assert left.overlap(right) is None
        assert not left.meets(right)
    with_consent, without = replace(WHOLE, condition=HELD), replace(WHOLE, condition=ABSENT)
    assert with_consent.overlap(without) is None
    assert with_consent.meets(without)


def test_days_reach_from_dawn_to_dusk() -> None:
    assert (WHOLE.start, WHOLE.end) == (DAWN, DUSK)

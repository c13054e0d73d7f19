"""The drawing of flows: what is merged, what stands where, and that nothing lies on anything else."""

import doctest
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from policyc.findings import Severity
from policyc.render.html import render_html
from policyc.render.picture import Drawing, Panel, arrows, panels, place, typeset
from policyc.render.picture.drawing import Box, Card
from policyc.render.picture.merge import Arrow, groups
from policyc.render.picture.panels import SHEET
from policyc.render.picture.place import MANY, crossings, givers, spread, takers, untangled
from policyc.render.picture.typeset import ems, width, wrap
from policyc.report import FlowView
from tests.render import picture_samples, samples
from tests.render.pages import Page


def give(giver: str, taker: str, *data: str, **changes: object) -> FlowView:
    return samples.flow(giver, taker, 9, (), data=data or ("names",), **changes)


def drawn(flows: Sequence[FlowView]) -> list[Panel]:
    return panels(arrows(flows), {})


def pairs(found: Sequence[Arrow]) -> list[tuple[tuple[str, ...], tuple[str, ...], int]]:
    return [(arrow.givers, arrow.takers, len(arrow.terms)) for arrow in found]


# Merging


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(typeset).failed == doctest.testmod(place).failed == 0


def test_flows_between_the_same_two_are_one_arrow() -> None:
    found = arrows([give("A", "B", "names"), give("A", "B", "ages"), give("A", "B", "names")])
    assert pairs(found) == [(("A",), ("B",), 2)]


def test_all_who_give_or_take_the_very_same_share_an_arrow() -> None:
    assert pairs(arrows([give("A", "C"), give("B", "C")])) == [(("A", "B"), ("C",), 1)]
    assert pairs(arrows([give("A", "B"), give("A", "C")])) == [(("A",), ("B", "C"), 1)]
    assert pairs(arrows([give("A and B", "C", givers=("A", "B"))])) == [(("A", "B"), ("C",), 1)]
    assert pairs(arrows([give("A", "B and C", takers=("B", "C"))])) == [(("A",), ("B", "C"), 1)]


def test_those_who_give_more_have_their_own_arrow() -> None:
    found = arrows([give("A", "C"), give("B", "C"), give("B", "C", "ages")])
    assert pairs(found) == [(("A",), ("C",), 1), (("B",), ("C",), 2)]


def test_an_arrow_is_as_grave_as_its_gravest_flow_and_proposed_if_all_of_it_is() -> None:
    flows = [give("A", "B", severity=Severity.NOTE, proposed=True), give("A", "B", severity=Severity.ERROR)]
    (arrow,) = arrows(flows)
    assert arrow.severity is Severity.ERROR
    assert not arrow.proposed
    assert arrows(flows[:1])[0].proposed
    assert arrows([give("A", "B")])[0].severity is None


def test_groups_share_no_party() -> None:
    found = arrows([give("A", "B"), give("C", "D", "x"), give("E", "F", "y"), give("D", "A", "z")])
    assert [pairs(group) for group in groups(found)] == [
        [(("A",), ("B",), 1), (("C",), ("D",), 1), (("D",), ("A",), 1)],
        [(("E",), ("F",), 1)],
    ]


# Order and place


def test_untangling_leaves_no_crossing_where_none_need_be() -> None:
    flows = [give(f"giver {n}", f"taker {n // 2}", f"data {n}") for n in (0, 3, 1, 4, 2, 5)]
    order = untangled(arrows(flows))
    assert crossings(order, givers) + crossings(order, takers) == 0


def test_very_many_arrows_keep_their_order() -> None:
    found = arrows([give(f"giver {n}", f"taker {n % 3}", f"data {n}") for n in range(MANY + 1)])
    assert untangled(found) == found
    assert untangled(found[:MANY]) != found[:MANY]


def test_parts_keep_apart_and_near_where_they_belong() -> None:
    tops = spread([(100, 20), (0, 40), (10, 40), (500, 10)], gap=8)
    assert tops[3] == 495
    assert all(b >= a + height + 8 for a, b, height in zip(tops, tops[1:], (20, 40, 40), strict=False))


# Text


def test_narrow_wide_and_marking_characters() -> None:
    assert ems("i") < ems("a") < ems("W")
    assert ems("\u0301") == 0
    assert ems("漢") == 1
    assert ems("😀") > 1
    assert ems("é") == ems("e")
    assert ems("Ж") == 1
    assert width("ab", 10, bold=True) > width("ab", 10)


@pytest.mark.parametrize("text", [samples.LONG, "W" * 120, "a b " * 40, "漢" * 120, "x/y-z" * 24, "2018-09-01 " * 12])
def test_wrapped_lines_fit_and_lose_nothing(text: str) -> None:
    lines = wrap(text, 150, 13)
    assert all(width(line, 13) <= 150 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_words_break_at_hyphens_before_letters_only() -> None:
    assert wrap("pan-European", width("pan-Europea", 13), 13) == ["pan-", "European"]
    assert wrap("on 2018-09-01", width("on 2018-09-0", 13), 13) == ["on", "2018-09-01"]
    assert wrap("  ", 100, 13) == [""]


# The whole


def parts(drawing: Drawing) -> Iterator[tuple[float, float, float, float]]:
    both: tuple[Box | Card, ...] = (*drawing.boxes, *drawing.cards)
    return ((part.x, part.y, part.x + part.width, part.y + part.height) for part in both)


@pytest.mark.parametrize("parties", range(2, 13))
def test_nothing_lies_on_anything_else(parties: int) -> None:
    for panel in drawn(samples.crowded(parties).flows):
        for drawing in (panel.wide, panel.narrow):
            for a, b in combinations(parts(drawing), 2):
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            for x1, y1, x2, y2 in parts(drawing):
                assert 0 <= x1 < x2 <= drawing.width
                assert 0 <= y1 < y2 <= drawing.height
            for box in drawing.boxes:
                assert all(0 < line.y < box.height for line in box.lines)
            for card in drawing.cards:
                assert all(0 < line.y < card.height for line in card.lines)


@pytest.mark.parametrize("parties", range(2, 13))
def test_every_flow_is_drawn_once(parties: int) -> None:
    flows = samples.crowded(parties).flows
    found = drawn(flows)
    told = [
        (giver, taker, terms)
        for panel in found
        for arrow in panel.arrows
        for giver in arrow.givers
        for taker in arrow.takers
        for terms in arrow.terms
    ]
    assert len(told) == len(set(told)) == len(set(flows))
    for panel in found:
        wanted = sum(len(arrow.givers) + len(arrow.takers) for arrow in panel.arrows)
        assert len(panel.wide.links) == wanted
        assert len(panel.wide.boxes) == len(panel.narrow.boxes) == len(panel.arrows)


def test_sheets_are_no_higher_than_paper_unless_one_box_is() -> None:
    found = drawn(samples.crowded(12).flows)
    assert len(found) > 1
    assert all(len(panel.arrows) == 1 or panel.wide.height < SHEET * 1.1 for panel in found)


def test_party_on_both_sides_says_so() -> None:
    (panel,) = drawn([give("A", "B"), give("B", "C", "ages")])
    notes = {tuple(line.words for line in card.lines) for card in panel.wide.cards}
    assert notes == {("A",), ("B", "also gives"), ("B", "also receives"), ("C",)}


def test_lines_run_level_where_they_can() -> None:
    (panel,) = drawn([give("A", "B")])
    for link in panel.wide.links:
        _, y1, rest = link.path[1:].replace("C", " ").split(" ", 2)
        assert y1 == rest.split(" ")[-1]


@pytest.mark.parametrize(
    ("certain", "proposed", "words"),
    [
        (True, False, "gives"),
        (False, False, "may give"),
        (True, True, "would give (proposed)"),
        (False, True, "might give (proposed)"),
    ],
)
def test_voices(certain: bool, proposed: bool, words: str) -> None:
    (panel,) = drawn([give("A", "B", certain=certain, proposed=proposed)])
    assert panel.wide.boxes[0].lines[0].words == words


def test_only_errors_and_warnings_cross_their_arrow() -> None:
    marks = {}
    for severity in (None, *Severity):
        (panel,) = drawn([give("A", "B", severity=severity)])
        marks[severity] = [link.mark.severity for link in panel.wide.links if link.mark]
    assert marks == {
        None: [],
        Severity.NOTE: [],
        Severity.WARNING: [Severity.WARNING],
        Severity.ERROR: [Severity.ERROR],
    }


def test_what_must_not_be_given_has_an_arrow_of_its_own() -> None:
    found = arrows([give("A", "B"), give("A", "B", forbidden=True, purposes=()), give("A", "B", "ages")])
    assert [(arrow.forbidden, len(arrow.terms)) for arrow in found] == [(False, 2), (True, 1)]


def test_what_must_not_be_given_is_told_by_words_sign_and_line() -> None:
    (panel,) = drawn([give("A", "B", forbidden=True, purposes=(), certain=True)])
    for drawing in (panel.wide, panel.narrow):
        (box,) = drawing.boxes
        assert [(line.style, line.words) for line in box.lines][:3] == [
            ("forbidden", "must not give"),
            ("data", "names"),
            ("purpose", "for any purpose"),
        ]
        assert [mark.severity for mark in box.marks] == [None]
        assert box.forbidden
        assert all(link.forbidden for link in drawing.links)
        assert [link.mark.severity for link in drawing.links if link.mark] == [None]
    (panel,) = drawn([give("A", "B", forbidden=True, proposed=True, severity=Severity.ERROR)])
    assert panel.wide.boxes[0].lines[0].words == "must not give (proposed)"
    assert [mark.severity for mark in panel.wide.boxes[0].marks] == [None, Severity.ERROR]


def test_page_shows_what_must_not_be_given() -> None:
    page = Page(render_html(picture_samples.full()))
    stops = page.all("path", of="stop")
    assert stops
    assert all("forbidden" in stop.classes for stop in stops)
    assert not [head for head in page.all("path", of="head") if "forbidden" in head.classes]
    rows = [row.text for row in page.all("tr") if "must not give" in row.text]
    assert rows
    assert all("any purpose" in row and "no purpose stated" not in row for row in rows)


def test_map_leads_to_the_findings_that_are_drawn_step_by_step() -> None:
    page = Page(render_html(picture_samples.full()))
    (words,) = page.all("p", of="against-findings")
    drawn_with = [figure.attributes["id"] or "" for figure in page.all("figure", of="witness")]
    links = [link.attributes["href"] or "" for link in page.all("a") if link.attributes["href"] is not None]
    assert len(drawn_with) == 3
    assert words.text.count("finding ") == 3
    assert all(f"#{each.removesuffix('-witness')}" in links for each in drawn_with)
    bare = Page(render_html(samples.clean()))
    assert not bare.all("p", of="against-findings")


def marks(drawing: Drawing) -> list[tuple[float, float]]:
    return [(link.mark.x, link.mark.y) for link in drawing.links if link.mark]


def apart(found: Sequence[tuple[float, float]]) -> bool:
    return all(abs(a[0] - b[0]) >= 20 or abs(a[1] - b[1]) >= 20 for a, b in combinations(found, 2))


def test_every_error_has_its_mark_and_marks_keep_apart() -> None:
    for parties in range(2, 13):
        for panel in drawn(samples.crowded(parties).flows):
            grave = [arrow for arrow in panel.arrows if arrow.severity in (Severity.ERROR, Severity.WARNING)]
            assert len(marks(panel.wide)) >= len(grave)
            assert apart(marks(panel.wide))
            assert apart(marks(panel.narrow))


def test_box_with_many_takers_has_as_many_marks_as_have_room() -> None:
    (panel,) = drawn([give("A", f"taker {number}", severity=Severity.ERROR) for number in range(9)])
    assert 1 < len(marks(panel.wide)) < 9
    assert apart(marks(panel.wide))


def test_box_names_the_findings_of_its_gravest_severity() -> None:
    flow = give("A", "B", severity=Severity.ERROR, fingerprints=("one", "two", "three", "gone"))
    numbers = {"one": (Severity.ERROR, 4), "two": (Severity.NOTE, 9), "three": (Severity.ERROR, 2)}
    lines = panels(arrows([flow]), numbers)[0].wide.boxes[0].lines
    assert lines[-1].words == "Error: findings 2 and 4"
    bare = panels(arrows([replace(flow, fingerprints=())]), numbers)[0].wide.boxes[0].lines
    assert bare[-1].words == "Error"

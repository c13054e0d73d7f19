"""The map of many parties: who is in it, what stands where, and that every flow is told once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from policyc.findings import Severity
from policyc.render.html import render_html
from policyc.render.picture import Arrow, Overview, arrows, overview
from policyc.render.picture.crossings import MOST_PARTIES, Crossing, Grid
from policyc.render.picture.overview import FEW_ARROWS, FEW_PARTIES
from policyc.report import FlowView
from tests.render import picture_samples, samples
from tests.render.pages import Page
from tests.render.test_html_injection import filled


@dataclass(frozen=True)
class Bare:
    """What a page would show of terms."""

    terms: FlowView


def rows(arrow: Arrow) -> list[Bare]:
    return [Bare(terms) for terms in arrow.terms]


def mapped(flows: Sequence[FlowView]) -> Overview[Bare]:
    found = overview(arrows(flows), rows)
    assert found is not None
    return found


def give(giver: str, taker: str, *data: str, **changes: object) -> FlowView:
    return samples.flow(giver, taker, 9, (), data=data, **changes)


def crowd(*special: FlowView) -> list[FlowView]:
    """So many parties that there is a map, and some flows more."""
    return [*special, *(give(f"party {n:02}", f"party {n + 1:02}", "names") for n in range(FEW_PARTIES))]


def grid_of(found: Overview[Bare]) -> Grid:
    assert found.grid is not None
    return found.grid


def crossing(found: Overview[Bare], giver: str, taker: str) -> Crossing | None:
    grid = grid_of(found)
    column = [party.name for party in grid.takers].index(taker)
    return next(cells[column] for party, cells in grid.rows if party.name == giver)


def test_few_parties_and_arrows_are_drawn_instead() -> None:
    assert overview(arrows(crowd()[:-1]), rows) is None
    assert overview(arrows(crowd()), rows) is not None
    few = [give(f"giver {n % 6}", f"taker {n % 6}", f"data {n}") for n in range(6)]
    assert overview(arrows(few), rows) is None
    many = [give(f"p {n}", f"p {m}", f"data {n} {m}") for n in range(6) for m in range(6) if n != m]
    assert len(arrows(many)) == FEW_ARROWS
    assert overview(arrows(many), rows) is None
    assert overview(arrows([*many, give("p 1", "p 1", "x")]), rows) is not None


def test_parties_and_kinds_stand_in_the_alphabet() -> None:
    found = mapped(crowd(give("beta", "Alpha", "zeal", "Age"), give("alpha", "Beta")))
    assert [party.name for party in found.parties][:4] == ["Alpha", "alpha", "Beta", "beta"]
    assert [party.number for party in found.parties] == list(range(1, len(found.parties) + 1))
    assert found.kinds == ("Age", "names", "zeal")


@pytest.mark.parametrize("parties", [13, 25, 40])
def test_every_flow_is_told_once(parties: int) -> None:
    flows = picture_samples.full(parties=parties).flows
    found = mapped(flows)
    told = Counter(
        (spoke.giver.name, taker.name, terms.row.terms)
        for fan in found.fans
        for spoke in fan.spokes
        for taker in spoke.takers
        for terms in spoke.terms
    )
    wanted = {
        (giver, taker, replace(flow, giver="", taker="", givers=(), takers=()))
        for flow in flows
        for giver in flow.givers or (flow.giver,)
        for taker in flow.takers or (flow.taker,)
    }
    assert told == Counter(wanted)
    assert found.spokes == sum(len(fan.spokes) for fan in found.fans)


@pytest.mark.parametrize("parties", [13, 40])
def test_the_table_has_a_sign_where_and_only_where_something_is_told(parties: int) -> None:
    found = mapped(picture_samples.full(parties=parties).flows)
    anchors = {spoke.anchor: spoke for fan in found.fans for spoke in fan.spokes}
    signs = {
        (cell.giver.name, cell.taker.name) for _, cells in grid_of(found).rows for cell in cells if cell is not None
    }
    assert signs == {(spoke.giver.name, taker.name) for spoke in anchors.values() for taker in spoke.takers}
    for _, cells in grid_of(found).rows:
        for cell in filter(None, cells):
            assert cell.taker in anchors[cell.anchor].takers
            assert cell.giver == anchors[cell.anchor].giver


def test_signs_tell_what_is_given_proposed_and_forbidden() -> None:
    ban = {"forbidden": True}
    found = mapped(
        crowd(
            give("A", "B"),
            give("A", "C", proposed=True),
            give("A", "D", **ban),
            give("A", "E", "x"),
            give("A", "E", "y", **ban, severity=Severity.WARNING),
            give("A", "F", "x", proposed=True),
            give("A", "F", "y"),
        )
    )
    cells = {name: crossing(found, "A", name) for name in "BCDEF"}
    assert {name: cell.sign for name, cell in cells.items() if cell} == {
        "B": "given",
        "C": "proposed",
        "D": "forbidden",
        "E": "mixed",
        "F": "given",
    }
    assert cells["E"] is not None
    assert cells["E"].severity is Severity.WARNING
    assert cells["E"].kinds == (found.kinds.index("x") + 1, found.kinds.index("y") + 1)
    assert cells["B"] is not None
    assert cells["B"].kinds == ()
    assert cells["B"].severity is None
    assert crossing(found, "party 00", "B") is None


def test_what_is_forbidden_comes_after_what_is_given_to_the_same() -> None:
    found = mapped(crowd(give("A", "E", "y", forbidden=True), give("A", "E", "x"), give("A", "B", "z")))
    fan = found.fans[0]
    assert [(spoke.takers[0].name, spoke.arrow.forbidden) for spoke in fan.spokes] == [
        ("B", False),
        ("E", False),
        ("E", True),
    ]


def test_data_of_any_kind_match_every_kind() -> None:
    found = mapped(crowd(give("A", "B", "x"), give("A", "B")))
    (spoke,) = found.fans[0].spokes
    assert spoke.kinds == ()
    assert sorted(len(terms.kinds) for terms in spoke.terms) == [0, 1]


def test_too_many_parties_have_no_table() -> None:
    flows = [give(f"party {n}", f"party {n + 1}", "names") for n in range(MOST_PARTIES + 1)]
    assert mapped(flows[:-1]).grid is not None
    assert mapped(flows).grid is None
    page = Page(render_html(replace(samples.clean(), flows=tuple(flows))))
    assert "82 parties are too many for a table" in page.text
    assert not page.all("table", of="grid")
    assert "map-size" not in {element.attributes.get("id") for element in page.elements}
    assert len(page.all("li", of="spoke")) == len(flows)


def test_table_stands_on_the_sheet_that_has_room_for_it() -> None:
    assert grid_of(mapped(crowd())).paper == "upright"
    most = [give("A", f"party {n}", "names") for n in range(60)]
    assert grid_of(mapped(most)).paper == "across"
    assert Page(render_html(replace(samples.clean(), flows=tuple(most)))).all("div", of="paper-across")


def test_long_names_do_not_fit_paper() -> None:
    wide = [give("A", f"{samples.LONG} {n}", "names") for n in range(2 * FEW_PARTIES)]
    assert grid_of(mapped(wide)).paper == "none"
    page = Page(render_html(replace(samples.clean(), flows=tuple(wide))))
    assert "too wide for paper" in page.text
    assert page.all("div", of="paper-none")


def test_names_that_are_not_given_are_said_aloud() -> None:
    page = Page(render_html(replace(samples.clean(), flows=tuple(crowd(give("", ""))))))
    assert page.by_id("party-1-title").text == "not named"
    assert "data of any kind" in page.by_id("flow-1-1").text


def test_page_tells_every_arrow_in_words() -> None:
    report = picture_samples.full(parties=40)
    page = Page(render_html(report))
    found = mapped(report.flows)
    assert len(page.all("li", of="spoke")) == found.spokes
    first = page.by_id(next(fan for fan in found.fans if fan.spokes).spokes[0].anchor)
    assert "must not give" in first.text
    assert "for any purpose" in first.text
    ids = [element.attributes.get("id") for element in page.elements if element.attributes.get("id")]
    assert len(ids) == len(set(ids))
    inside = [
        link.attributes["href"] or "" for link in page.all("a") if (link.attributes["href"] or "").startswith("#")
    ]
    assert {link[1:] for link in inside} <= set(ids)


FOUL = '</text></svg></option></select></style><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x\u202e'


@pytest.mark.parametrize("parties", [0, 40])
def test_names_cannot_break_out_of_pictures(parties: int) -> None:
    report = filled(picture_samples.full(), FOUL)
    flows = [give(f"{FOUL} {n}", f"{FOUL} {n + 1}", f"{FOUL} {n}", purposes=(FOUL,)) for n in range(parties)]
    foul = replace(report, flows=tuple(flows) or report.flows)
    page = Page(render_html(foul))
    clean = [Page(render_html(picture_samples.full(parties=number))) for number in (0, 40)]
    assert bool(page.all("section", of="fan")) == bool(parties)
    assert page.unbalanced == []
    assert len(page.all("script")) == len(clean[0].all("script"))
    assert {element.tag for element in page.elements} <= {element.tag for each in clean for element in each.elements}
    attributes = {name for element in page.elements for name in element.attributes}
    assert not {name for name in attributes if name.startswith("on") or name == "style"}


def test_controls_are_hidden_until_the_script_shows_them() -> None:
    page = Page(render_html(picture_samples.full(parties=40)))
    (tools,) = page.all("div", of="map-tools")
    assert "hidden" in tools.attributes
    assert not [fan for fan in page.all("section", of="fan") if "hidden" in fan.attributes]

"""The tables of who may do what: what is merged, cut and put into notes, and how a reader finds the clauses."""

from dataclasses import replace

import pytest

from policyc.render.html import render_html
from policyc.render.picture.matrix import COLUMNS, CellItem, MatrixItem, items
from policyc.report import Cell, ClauseReference, Matrix, Standing
from tests.render import picture_samples, samples
from tests.render.pages import Page


def only(matrix: Matrix) -> MatrixItem:
    ((item,),) = (group.items for group in items([matrix], lambda place: f"at-{place.line}"))
    return item


def one_cell(cell: Cell) -> CellItem:
    item = only(replace(picture_samples.matrix(1, 1), cells=((cell,),)))
    return item.blocks[0].rows[0].cells[0]


def shown(*matrices: Matrix) -> Page:
    return Page(render_html(replace(samples.report(), matrices=matrices)))


def test_nothing_to_tell_makes_no_section() -> None:
    assert items([], lambda _: None) == ()
    page = shown()
    assert "matrix" not in {element.attributes.get("id") for element in page.elements}


@pytest.mark.parametrize("columns", range(1, 20))
def test_wide_tables_are_cut_into_even_parts_that_lose_nothing(columns: int) -> None:
    item = only(picture_samples.matrix(1, columns))
    lengths = [len(block.columns) for block in item.blocks]
    assert sum(lengths) == columns
    assert max(lengths) <= COLUMNS
    assert max(lengths) - min(lengths) <= 1
    assert bool(item.blocks[0].words) == (columns > COLUMNS)
    for block in item.blocks:
        assert all(len(row.cells) == len(block.columns) for row in block.rows)
    cells = [cell.standing for block in item.blocks for cell in block.rows[0].cells]
    assert cells == [cell.standing for row in item.matrix.cells for cell in row]


def test_parts_say_which_columns_they_have() -> None:
    assert [block.words for block in only(picture_samples.matrix(1, 9)).blocks] == [
        "purposes 1 to 4 of 9",
        "purposes 5 to 9 of 9",
    ]
    assert [block.words for block in only(picture_samples.matrix(1, COLUMNS)).blocks] == [""]


def test_empty_column_is_all_the_rest() -> None:
    matrix = picture_samples.matrix(1, 2)
    assert only(matrix).blocks[0].columns[-1] == "any other purpose"
    sharing = replace(matrix, act="share", across="recipient")
    assert only(sharing).blocks[0].columns[-1] == "any other third party"
    assert only(sharing).question == "may share, and with which recipient"
    assert only(matrix).question == "may use, and for which purpose"


def test_rows_of_which_the_same_is_said_are_one() -> None:
    matrix = picture_samples.matrix(3, 2)
    alike = replace(matrix, cells=(matrix.cells[0], matrix.cells[1], matrix.cells[0]))
    (block,) = only(alike).blocks
    assert [row.names for row in block.rows] == [(matrix.rows[0], matrix.rows[2]), (matrix.rows[1],)]


def test_long_conditions_become_notes_and_equal_ones_share_one() -> None:
    long = Cell(Standing.CONDITIONAL, (), picture_samples.CONDITION)
    short = Cell(Standing.CONDITIONAL, (), "with consent")
    other = Cell(Standing.MIXED, (), picture_samples.CONDITION + " still")
    matrix = replace(picture_samples.matrix(2, 2), columns=("billing", ""), cells=((long, short), (other, long)))
    item = only(matrix)
    cells = [[(cell.note, cell.terms) for cell in row.cells] for row in item.blocks[0].rows]
    assert cells == [[(1, ""), (0, "with consent")], [(2, ""), (1, "")]]
    assert item.notes == (long.terms, other.terms)
    page = shown(matrix)
    assert page.by_id("matrix-1-note-2").text == other.terms
    assert [link.text for link in page.all("a") if "note-" in (link.attributes["href"] or "")] == [
        "note 1",
        "note 2",
        "note 1",
    ]


def test_clauses_are_named_once_and_by_bare_numbers_where_all_have_some() -> None:
    one, four = picture_samples.reference(1), picture_samples.reference(4)
    cell = one_cell(Cell(Standing.PERMITTED, (one, four, one)))
    assert (cell.word, [said.words for said in cell.clauses]) == ("clauses", ["1", "4"])
    assert [said.target for said in cell.clauses] == ["at-56", "at-62"]
    cell = one_cell(Cell(Standing.PERMITTED, (one,)))
    assert (cell.word, [said.words for said in cell.clauses]) == ("clause", ["1"])
    cell = one_cell(Cell(Standing.SILENT))
    assert (cell.word, cell.clauses) == ("", ())


def test_clauses_of_others_and_without_numbers_are_named_in_full() -> None:
    other = picture_samples.reference(8, samples.LINKING)
    line = ClauseReference(samples.DEAL, "line 9", samples.at(9))
    cell = one_cell(Cell(Standing.FORBIDDEN, (picture_samples.reference(1), other, line)))
    assert cell.word == ""
    assert [said.words for said in cell.clauses] == ["clause 1", "Account linking, clause 8", "line 9"]


def test_tables_stand_under_their_agreement() -> None:
    own, other = picture_samples.matrix(), replace(picture_samples.matrix(), agreement=samples.LINKING)
    groups = items([own, own, other], lambda _: None)
    assert [(group.agreement.words, len(group.items)) for group in groups] == [(samples.DEAL, 2), (samples.LINKING, 1)]
    assert [item.anchor for group in groups for item in group.items] == ["matrix-1", "matrix-2", "matrix-3"]


def test_page_tells_every_standing_in_a_word_and_a_sign_of_its_own() -> None:
    page = shown(picture_samples.matrix(1, len(Standing)))
    cells = page.all("td", of="standing")
    assert [cell.text.split(" clause")[0].split(" note")[0] for cell in cells] == [
        "permitted",
        "conditional with consent",
        "forbidden",
        "mixed",
        "conflicting",
        "silent",
        "not weighed",
    ]
    signs = [svg.attributes["class"] for svg in page.all("svg", of="sign")]
    assert len(set(signs)) == len(Standing)


def test_cells_have_headers_and_lead_to_their_clauses() -> None:
    page = shown(picture_samples.matrix(2, 8))
    tables = page.all("table", of="standings")
    assert len(tables) == 2
    scopes = [element.attributes.get("scope") for element in page.all("th") if element.attributes.get("scope")]
    assert scopes.count("row") >= 4
    assert scopes.count("col") >= 10
    ids = {element.attributes.get("id") for element in page.elements}
    links = [link.attributes["href"] or "" for link in page.all("a")]
    assert all(link[1:] in ids for link in links if link.startswith("#"))
    regions = [each for each in page.all("div", of="scroll") if each.attributes.get("role") == "region"]
    assert len(regions) == 2
    for region in regions:
        assert region.attributes["tabindex"] == "0"
        assert all(each in ids for each in (region.attributes["aria-labelledby"] or "").split())


def test_page_says_of_what_nothing_is_said_and_what_was_left_out() -> None:
    matrix = replace(picture_samples.matrix(), left_out="3 purposes more are not shown; `policyc ask` answers.")
    text = shown(matrix).text
    assert "Data of which nothing is said: shoe sizes." in text
    assert "Purposes of which nothing is said: research and profit." in text
    assert "3 purposes more are not shown; policyc ask answers." in text
    wider = shown(replace(matrix, wider_rows=("bank data", "records")))
    assert "Of bank data and records nothing is said but what is said of narrower data above." in wider.text
    plain = shown(replace(matrix, unsaid_rows=(), unsaid_columns=(), left_out="")).text
    assert "of which nothing is said" not in plain

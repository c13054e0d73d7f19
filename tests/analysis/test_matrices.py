"""Matrices: each cell says what a question on its acts is answered with, and what the naive reference makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policyc.analysis.matrices as module
import policyc.analysis.tables as tables
from policyc.analysis.answer import Answer, answer
from policyc.analysis.facts import Facts
from policyc.analysis.matrices import ACTS, Act, Weigher, matrices, names, term_of
from policyc.analysis.named import named_parties
from policyc.model.document import Limit, Situation, Term, TermList
from policyc.model.names import Concept, Kind
from policyc.report import Cell, Matrix, Standing
from tests.reference.description import World
from tests.reference.engine import run_world
from tests.reference.evaluator import judge
from tests.reference.examples import examples
from tests.reference.text import world_text
from tests.reference.worlds import worlds
from tests.worlds import HEADER, facts_of

EXACT = {"permitted": Standing.PERMITTED, "forbidden": Standing.FORBIDDEN, "uncovered": Standing.SILENT}


def table(text: str, number: int = 0) -> Matrix:
    """One matrix of a text under the usual header."""
    return list(matrices(facts_of(HEADER + text)))[number]


def cells(matrix: Matrix) -> dict[tuple[str, str], Cell]:
    """The cells of a matrix by row and column."""
    return {
        (row, column): cell
        for row, line in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, line, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "column", "standing", "terms"),
    [
        ("Acme may use health data for research.", "research", Standing.PERMITTED, ""),
        ("Acme must use health data for research.", "research", Standing.PERMITTED, ""),
        ("Acme must not use health data for research.", "research", Standing.FORBIDDEN, ""),
        ("Acme may use health data only for research.", "", Standing.FORBIDDEN, ""),
        ("Acme may use health data.", "", Standing.PERMITTED, ""),
        (
            "Acme may use health data for research with consent.",
            "research",
            Standing.CONDITIONAL,
            "consent: permitted with consent, not covered without it",
        ),
        (
            "Acme may use health data for research in Germany.",
            "research",
            Standing.CONDITIONAL,
            "the place: permitted in Germany, not covered anywhere else",
        ),
        (
            "Acme must not use health data for research unless consent.",
            "research",
            Standing.MIXED,
            "consent: forbidden without it, not covered with consent",
        ),
        (
            "Acme must not use health data for ad targeting. Acme may use location data for advertising.",
            "advertising",
            Standing.MIXED,
            "the purpose: forbidden for ad targeting, not covered for other advertising",
        ),
        (
            "Acme may use health data for research. Acme must not use health data for research.",
            "research",
            Standing.CONFLICTING,
            "",
        ),
        (
            "Acme must not use location data. Acme may use health data for research.",
            "research",
            Standing.PERMITTED,
            "",
        ),
    ],
)
def test_how_a_cell_stands(text: str, column: str, standing: Standing, terms: str) -> None:
    cell = cells(table(text))["health data", column]
    assert (cell.standing, cell.terms) == (standing, terms)


def test_sharing_is_told_by_recipient_whatever_the_purpose() -> None:
    text = (
        "1: Acme may share health data with Globex for research.\n"
        "2: Acme must not share health data with third parties.\n3: Acme may share location data with auditors."
    )
    found = table(text)
    assert (found.party, found.act, found.across, found.columns) == (
        "Acme",
        "share",
        "recipient",
        ("Globex", "Auditor", ""),
    )
    assert [cell.standing for cell in found.cells[0]] == [Standing.CONDITIONAL, Standing.FORBIDDEN, Standing.FORBIDDEN]
    assert found.cells[0][0].terms == "the purpose: permitted for research, not covered for any other purpose"
    assert [(each.agreement, each.clause) for each in found.cells[0][1].deciding] == [("Deal", "2")]
    assert [cell.standing for cell in found.cells[1]] == [Standing.SILENT, Standing.PERMITTED, Standing.SILENT]


def test_rows_and_columns_in_which_nothing_is_said_are_named() -> None:
    found = table("Acme may use health data for research. Globex may use location data for advertising.")
    assert (found.party, found.rows, found.columns) == ("Acme", ("health data",), ("research",))
    assert (found.unsaid_rows, found.unsaid_columns) == (("location data",), ("advertising",))
    assert not list(matrices(facts_of(HEADER + "Acme must notify Globex after a breach.")))


def test_keeping_has_a_table_only_where_it_is_named() -> None:
    both = "Acme may use health data. Acme may keep health data for research."
    assert [each.act for each in matrices(facts_of(HEADER + both))] == ["use", "keep"]
    assert [each.act for each in matrices(facts_of(HEADER + "Acme may process health data."))] == ["use", "share"]


def test_what_an_exception_names_has_a_row_and_a_column() -> None:
    found = table("Acme may use personal data except health data for any purpose except research.")
    assert (found.rows, found.columns) == (("personal data",), ("",))
    assert (found.unsaid_rows, found.unsaid_columns) == (("health data",), ("research",))


def test_clauses_that_name_no_data_speak_of_any() -> None:
    text = "1: Acme must not share with third parties.\n2: Acme may use health data for research."
    share = next(each for each in matrices(facts_of(HEADER + text)) if each.act == "share")
    assert (share.rows, share.columns) == (("health data", "any data"), ("",))
    assert {cell.standing for row in share.cells for cell in row} == {Standing.FORBIDDEN}
    use = next(each for each in matrices(facts_of(HEADER + text)) if each.act == "use")
    assert (use.rows, use.unsaid_rows) == (("health data",), ())
    assert not list(matrices(facts_of(HEADER + "1: Acme must notify Globex after a breach.")))


def test_agreements_without_parties_are_told_by_whom_they_bind() -> None:
    text = 'Acme is a bank. agreement "Terms".\nAcme may use health data. Anyone may keep location data.'
    facts = facts_of(text)
    assert [each.text for each in named_parties(facts.agreements[0], facts)] == ["Acme"]


def test_a_table_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Acme may use health data, location data and financial data for research, advertising and services."
    whole = table(text)
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    monkeypatch.setattr(tables, "MOST_COLUMNS", 2)
    found = table(text)
    assert (len(found.rows), len(found.columns), whole.left_out) == (2, 2, "")
    assert found.left_out.startswith("1 kind of data and 1 purpose more are named by the clauses")
    narrow = table(
        text + " Acme must not use health data for any other purpose.".replace("any other purpose", "purpose")
    )
    assert narrow.columns == ("research", "")


def test_what_takes_too_long_is_said_not_to_be_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Acme may use health data for research with consent. Acme may use location data in Germany for research."
    monkeypatch.setattr(module, "MOST_CASES_TOGETHER", 1)
    found = table(text)
    assert [row[0].standing for row in found.cells] == [Standing.CONDITIONAL, Standing.UNWEIGHED]
    monkeypatch.setattr(module, "MOST_CASES", 1)
    cell = table(text).cells[0][0]
    assert (cell.standing, cell.terms) == (Standing.UNWEIGHED, "it turns on several things together")


def test_long_terms_are_named_only() -> None:
    very = "-".join(["very"] * 14)
    names_of = [f"{word} {very} state" for word in ("Red", "Blue", "Green", "Grey")]
    declared = " ".join(f"{name} is a condition." for name in names_of)
    text = "".join(f"Acme may use health data for research if {name}. " for name in names_of)
    facts = facts_of(declared + "\n" + HEADER + text)
    cell = next(matrices(facts)).cells[0][0]
    assert cell.standing is Standing.CONDITIONAL
    assert cell.terms.startswith("it turns on red very")


def test_parties_of_whom_the_very_same_is_said_have_one_table() -> None:
    parties = "Acme is a bank. Bolt is a bank. Globex is a platform.\n"
    text = parties + 'agreement "Deal" between Acme, Bolt and Globex.\n'
    (found,) = matrices(facts_of(text + "Acme and Bolt may share health data with Globex."))
    assert (found.party, found.columns, found.unsaid_columns) == ("Acme and Bolt", ("Globex",), ("one another",))
    other = list(
        matrices(
            facts_of(text + "Acme and Bolt may share health data with Globex. Acme may share health data with Bolt.")
        )
    )
    assert [each.party for each in other] == ["Acme", "Bolt"]


def test_a_wider_name_of_which_nothing_new_is_said_is_named_only() -> None:
    wide = "Bank data is data, includes health data and location data.\n"
    text = "Acme may use health data for research. Globex must not use bank data."
    acme, globex = matrices(facts_of(wide + HEADER + text))
    assert (acme.rows, acme.wider_rows, acme.unsaid_rows) == (("health data",), ("bank data",), ())
    assert (globex.rows, globex.wider_rows) == (("health data", "bank data"), ())
    said = "Acme may use health data for research. Acme must not use bank data for research in Germany."
    (both,) = matrices(facts_of(wide + HEADER + said))
    assert (both.rows, both.wider_rows) == (("health data", "bank data"), ())


# Random worlds


def situation(
    party: Concept, action: Concept, data: Concept, column: tuple[Term, ...], act: Act, facts: Facts
) -> Situation:
    """The situation of a cell."""
    origin = facts.workspace.documents[0].origin
    limit = Limit(act.dimension, "", TermList(column), None, False, act.word, origin)
    return Situation(names(party), names(action), names(data), (limit,), None)


def expected(found: Answer) -> set[Standing]:
    """How a cell may stand, by what a question is answered with."""
    verdicts = {case.verdict.value for case in found.cases} or {"uncovered"}
    if found.limited:
        return {Standing.UNWEIGHED}
    if "conflicting" in verdicts:
        return {Standing.CONFLICTING}
    if len(verdicts) == 1:
        return {EXACT[verdicts.pop()]}
    return {Standing.CONDITIONAL, Standing.MIXED} if "permitted" in verdicts else {Standing.MIXED}


@examples(60)
@given(worlds(clauses=6, agreements=1), st.data())
def test_each_cell_says_what_a_question_is_answered_with(world: World, data: st.DataObject) -> None:
    facts = run_world(world).facts
    for document in facts.agreements:
        weigher = Weigher(document, facts)
        party, act = data.draw(st.sampled_from(list(document.parties))), data.draw(st.sampled_from(ACTS))
        action = facts.closure(document).find(act.key, Kind.ACTION)
        assert action is not None
        named = weigher.columns(party, act)
        for column in [*((term_of(each),) for each in named), weigher.rest(named, act)]:
            for kind in weigher.data:
                cell = weigher.cell(party, action, kind, column, act)
                asked = answer(situation(party, action, kind, column, act, facts), document, facts)
                told = f"{world_text(world)}\n{party.text} {act.key} {kind.text} {column} {cell}"
                assert cell.standing in expected(asked) or cell.standing is Standing.UNWEIGHED, told
                same = {(norm.document.title, norm.clause.name) for norm in asked.deciding}
                if cell.standing is not Standing.UNWEIGHED:
                    assert {(each.agreement, each.clause) for each in cell.deciding} == same, told


@examples(40)
@given(worlds(clauses=6, agreements=1), st.data())
def test_each_cell_says_what_the_reference_makes_of_its_acts(world: World, data: st.DataObject) -> None:
    engine = run_world(world)
    facts = engine.facts
    document = data.draw(st.sampled_from(facts.workspace.agreements))
    weigher = Weigher(document, facts)
    party, act = data.draw(st.sampled_from(list(document.parties))), data.draw(st.sampled_from(ACTS))
    action = facts.closure(document).find(act.key, Kind.ACTION)
    assert action is not None
    named = weigher.columns(party, act)
    for column in [*((term_of(each),) for each in named), weigher.rest(named, act)]:
        for kind in weigher.data:
            cell = weigher.cell(party, action, kind, column, act)
            asked = answer(situation(party, action, kind, column, act, facts), document, facts)
            verdicts = {judge(world, engine.reference_point(case.point))[0] for case in asked.cases[:60]}
            told = f"{world_text(world)}\n{party.text} {act.key} {kind.text} {column} {cell} {verdicts}"
            if cell.standing in EXACT.values() and verdicts:
                assert {EXACT[each] for each in verdicts} == {cell.standing}, told
            elif cell.standing in (Standing.CONDITIONAL, Standing.MIXED):
                assert "conflicting" not in verdicts, told


def test_no_table_shows_a_silent_row() -> None:
    for matrix in matrices(facts_of(HEADER + "Acme may use health data for research. Acme may keep location data.")):
        assert all(any(cell.standing is not Standing.SILENT for cell in row) for row in matrix.cells)
        assert len(matrix.cells) == len(matrix.rows)
        assert all(len(row) == len(matrix.columns) for row in matrix.cells)

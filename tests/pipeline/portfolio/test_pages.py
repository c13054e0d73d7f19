"""Pages of a portfolio: their names, what belongs on each, and the index."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.findings import Evidence, Finding, Severity, Unchecked
from policyc.pipeline.baseline import known, written
from policyc.pipeline.check import Settings
from policyc.pipeline.portfolio.naming import page_name
from policyc.pipeline.portfolio.plan import Plan
from policyc.pipeline.portfolio.result import FileResult, Head, Shown
from policyc.pipeline.portfolio_report import Written, report_portfolio
from policyc.pipeline.run import run
from policyc.pipeline.selection import Selection
from policyc.render.html.index import render_index
from policyc.report import INDEX
from policyc.source import Place
from tests.cli.running import BROKEN, CLASH, DEAL, deal

OTHER = DEAL.replace('"Deal"', '"Other deal"').replace("4.3: Acme may", "4.3: Acme must not")
LOOSE = "Initech is a company.\n"


def report(folder: Path, jobs: int = 1, **said: object) -> tuple[Written, dict[str, str]]:
    """The report on a folder, and its pages by name."""
    pages: dict[str, str] = {}
    made = report_portfolio([str(folder)], Settings(jobs=jobs), pages.__setitem__, **said)  # type: ignore[arg-type]
    return made, pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two agreements that clash across files, and a file without any."""
    deals = tmp_path / "deals"
    deals.mkdir()
    deal(deals, DEAL, "a.policy")
    deal(deals, OTHER, "b.policy")
    deal(deals, LOOSE, "c.policy")
    return deals


# Names


@given(st.text(max_size=80), st.text(max_size=200), st.integers(0, 3))
def test_names_are_safe_everywhere(path: str, title: str, number: int) -> None:
    name = page_name(path, title, number)
    stem, dot, suffix = name.partition(".")
    assert set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert (dot, suffix) == (".", "html")
    assert not stem.startswith("-")
    assert len(name) < 100


def test_names_tell_titles_files_and_repetitions_apart() -> None:
    names = [
        page_name("a.policy", "Loyalty data"),
        page_name("a.policy", "loyalty data"),
        page_name("b.policy", "Loyalty data"),
        page_name("a.policy", "Loyalty data", 1),
    ]
    assert len(set(names)) == 4
    assert all(name.startswith("loyalty-data-") for name in names)
    assert page_name("a.policy", "Ünïcode & <b>") == page_name("a.policy", "Ünïcode & <b>")
    assert page_name("a.policy", "Ünïcode & <b>").startswith("unicode-b-")
    assert "-" not in page_name("a.policy", "данные")


# What belongs where


def head(title: str, line: int, kind: str = "agreement") -> Head:
    """The beginning of a document."""
    return Head(kind, title, "live", (), "", Place("a.policy", line, 1, line, 9), 1)


def plan(*heads: Head) -> Plan:
    """The plan of one file."""
    return Plan([FileResult("a.policy", (), (), (), len(heads), 1, Shown(), heads=heads)])


def at(line: int, agreement: str | None = None, path: str = "a.policy") -> Evidence:
    """Evidence on a line."""
    return Evidence("here", Place(path, line, 1, line, 2), "x", agreement)


def finding(*evidence: Evidence) -> Finding:
    """A finding."""
    return Finding("alias", Severity.NOTE, "m", evidence[0], "h", evidence[1:])


def test_what_names_an_agreement_belongs_to_it_and_what_stands_between_to_where_it_stands() -> None:
    made = plan(head("One", 5), head("Rules", 10, "policy"), head("Two", 20))
    named, inside, before, elsewhere = finding(at(99, "Two")), finding(at(7)), finding(at(1)), finding(at(1, None, "z"))
    in_rules, both = finding(at(12)), finding(at(5, "One"), at(21, "Two"))
    item, lost = Unchecked(Place("a.policy", 22, 1, 22, 2), "r"), Unchecked(Place("z", 1, 1, 1, 1), "r")
    made.put([named, inside, before, elsewhere, in_rules, both], [item, lost])
    one, two = made.pages
    assert one.findings == [inside, before, in_rules, both]
    assert two.findings == [named, before, in_rules, both]
    assert (one.unchecked, two.unchecked, made.unchecked) == ([], [item], [lost])
    assert made.general == [elsewhere]
    assert [link.title for link in made.links(one)] == ["Two"]


def test_of_two_agreements_with_one_title_the_place_decides() -> None:
    made = plan(head("Deal", 5), head("Deal", 20))
    made.put([finding(at(21, "Deal"))], [])
    assert [len(page.findings) for page in made.pages] == [0, 1]
    assert made.pages[0].name != made.pages[1].name


def test_two_pages_of_one_name_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyc.pipeline.portfolio.plan.page_name", lambda path, title, number=0: "same.html")
    with pytest.raises(RuntimeError, match=r"same\.html"):
        plan(head("One", 5), head("Two", 20))


# The whole


def test_every_finding_stands_on_the_pages_of_all_that_it_quotes(folder: Path) -> None:
    made, pages = report(folder)
    rows = {row.title: row for row in made.report.rows}
    assert set(rows) == {"Deal", "Other deal", f"{folder}/c.policy"}
    assert set(pages) == {row.page for row in made.report.rows}
    one = run([str(folder)]).report
    across = [
        each for each in one.findings if {"Deal", "Other deal"} <= {e.agreement for e in (each.primary, *each.related)}
    ]
    assert across
    for found in across:
        assert all(found.fingerprint in pages[rows[title].page] for title in ("Deal", "Other deal"))
    assert rows["Deal"].page in pages[rows["Other deal"].page]
    assert made.report.summary == one.summary
    assert made.report.rules == one.rules
    assert made.report.provenance == one.provenance


def test_a_row_says_what_its_page_is_about(folder: Path) -> None:
    made, _ = report(folder)
    deal_row, _, loose = sorted(made.report.rows, key=lambda row: row.path)
    assert (deal_row.kind, deal_row.status, deal_row.parties) == ("agreement", "live", ("Acme", "Globex"))
    assert (deal_row.period, deal_row.clauses) == ("from 2020-01-01 until 2021-12-31", 6)
    assert deal_row.errors + deal_row.warnings + deal_row.notes > 0
    assert deal_row.gravest
    assert deal_row.gravest_severity is not None
    assert "contradiction" in deal_row.rules
    assert (loose.kind, loose.clauses, loose.gravest_severity) == ("file", 0, None)
    assert render_index(made.report)


def test_two_processes_make_the_same_pages_and_the_index_last(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = report(folder)
    monkeypatch.setattr("policyc.pipeline.portfolio.pool.WORTHWHILE", 1)
    assert report(folder, jobs=2) == alone
    assert report(folder) == alone


def test_rules_and_baselines_hold_for_every_page(folder: Path) -> None:
    made, _ = report(folder, selection=Selection(("contradiction",)))
    assert {rule for row in made.report.rows for rule in row.rules} == {"contradiction"}
    known_all = known("known.json", written(run([str(folder)]).report.findings).encode())
    held, _ = report(folder, known=known_all)
    assert not any(row.errors + row.warnings + row.notes for row in held.report.rows)
    assert held.report.provenance.baseline == known_all.file
    assert held.report.baseline is not None


def test_what_could_not_be_read_is_told(folder: Path) -> None:
    (folder / "d.policy").write_bytes(b"\xff\xfe")
    deal(folder, BROKEN, "e.policy")
    made, _ = report(folder)
    assert made.report.incomplete
    assert [each.rule for each in made.report.general] == ["unreadable-file"]
    assert [item.place.path for item in made.report.unchecked] == [f"{folder}/d.policy"]
    assert next(row for row in made.report.rows if row.title == "Broken").incomplete


def test_a_file_that_changes_meanwhile_is_told(folder: Path) -> None:
    pages: dict[str, str] = {}

    def ready(inputs: object, names: object) -> None:
        deal(folder, CLASH, "a.policy")

    made = report_portfolio([str(folder)], Settings(), pages.__setitem__, ready)
    assert made.report.incomplete
    assert {(each.rule, each.primary.place.path) for each in made.report.general} == {
        ("unreadable-file", f"{folder}/a.policy")
    }


def test_a_page_tells_which_files_it_rests_on(folder: Path) -> None:
    deal(folder, DEAL.replace('"Deal"', '"Alone"').replace("Acme", "Initrode").replace("Globex", "Hooli"), "f.policy")
    _, pages = report(folder)
    alone = next(text for name, text in pages.items() if name.startswith("alone-"))
    assert "f.policy" in alone
    assert "a.policy" not in alone


def test_ready_is_told_before_anything_is_written(folder: Path) -> None:
    told: list[str] = []

    def ready(inputs: object, names: list[str]) -> None:
        assert not pages
        told.extend(names)

    pages: dict[str, str] = {}
    report_portfolio([str(folder)], Settings(), pages.__setitem__, ready)  # type: ignore[arg-type]
    assert sorted(told) == sorted([*pages, INDEX])


def test_a_clash_inside_one_agreement_is_on_its_page_alone(tmp_path: Path) -> None:
    deal(tmp_path, CLASH, "a.policy")
    deal(tmp_path, DEAL.replace("Acme", "Initech").replace("Globex", "Hooli").replace('"Deal"', '"Quiet"'), "b.policy")
    made, _ = report(tmp_path)
    assert {row.title: "contradiction" in row.rules for row in made.report.rows} == {"Deal": True, "Quiet": False}

"""policyc report, read, explain, rules, vocabulary, show."""

import json
from pathlib import Path

import pytest

from policyc.rules.catalogue import rules
from tests.cli.running import BROKEN, CLASH, DEAL, deal, run


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes no time to make."""
    monkeypatch.setattr("policyc.render.html.render_html", lambda report, sources: f"<p>{report.summary.clauses}</p>")


@pytest.mark.usefixtures("page")
def test_report_writes_a_page_and_findings_do_not_fail_it(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = run("report", deal(tmp_path, CLASH), "-o", str(out))
    assert result.exit_code == 0
    assert out.read_text() == "<p>7</p>"
    assert "The report is in" in result.stderr


@pytest.mark.usefixtures("page")
def test_report_to_the_screen(tmp_path: Path) -> None:
    result = run("report", deal(tmp_path), "-o", "-")
    assert result.stdout == "<p>6</p>"
    assert "The report is in" not in result.stderr


@pytest.mark.usefixtures("page")
def test_report_never_overwrites_what_it_read(tmp_path: Path) -> None:
    path = deal(tmp_path)
    assert run("report", path, "-o", path).exit_code == 2
    assert Path(path).read_text() == DEAL


@pytest.mark.usefixtures("page")
def test_report_is_incomplete_where_something_could_not_be_read(tmp_path: Path) -> None:
    assert run("report", deal(tmp_path, BROKEN), "-o", str(tmp_path / "a.html")).exit_code == 3
    (tmp_path / "none").mkdir()
    result = run("report", str(tmp_path / "none"), "-o", str(tmp_path / "b.html"))
    assert result.exit_code == 3
    assert "nothing was checked" in result.stderr


def test_the_real_page(tmp_path: Path) -> None:
    result = run("report", deal(tmp_path), "-o", "-")
    assert result.exit_code == 0
    assert "<html" in result.stdout


def test_read(tmp_path: Path) -> None:
    result = run("read", deal(tmp_path))
    assert result.exit_code == 0
    assert "for account checking, and for nothing else: all else is forbidden" in result.stdout
    assert run("read", deal(tmp_path, BROKEN)).exit_code == 3
    (tmp_path / "none").mkdir()
    assert run("read", str(tmp_path / "none")).exit_code == 3


def test_explain() -> None:
    result = run("explain", "no-flowdown")
    assert result.stdout.startswith("no-flowdown (")
    assert "Example" in result.stdout
    wrong = run("explain", "no_flowdwn")
    assert wrong.exit_code == 2
    assert 'Did you mean "no-flowdown"?' in wrong.stderr


def test_rules() -> None:
    listed = run("rules").stdout
    assert all(name in listed for name in rules())
    entries = json.loads(run("rules", "--format", "json").stdout)
    assert [entry["name"] for entry in entries] == list(rules())


def test_vocabulary() -> None:
    assert "purpose (" in run("vocabulary").stdout
    told = run("vocabulary", "advertising").stdout
    assert "Advertising (purpose)" in told
    assert "defined in" in told
    wrong = run("vocabulary", "advertisin")
    assert wrong.exit_code == 2
    assert "Near it are: Advertising" in wrong.stderr
    assert "Near" not in run("vocabulary", "qqqqq").stderr


@pytest.mark.parametrize("shape", ["tree", "model", "norms", "facts"])
def test_show(shape: str, tmp_path: Path) -> None:
    path = deal(tmp_path)
    text = run("show", shape, path)
    assert text.exit_code == 0
    assert "4.3" in text.stdout
    again = run("show", shape, path, "--format", "json").stdout
    assert json.loads(again)
    assert again == run("show", shape, path, "--format", "json").stdout
    (tmp_path / "none").mkdir(exist_ok=True)
    assert run("show", shape, str(tmp_path / "none")).exit_code == 3

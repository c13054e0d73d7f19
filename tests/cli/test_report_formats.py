"""policyc report --format md, docx, pdf: files, what is said where something is missing, and the PDF itself."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from policyc.cli.output import Failure, emit
from policyc.cli.report_formats import FORMATS, as_docx
from policyc.pipeline import printing
from policyc.pipeline.printing import NAMES, Unprinted, found_browser, without_clock
from tests.cli.running import BROKEN, DEAL, deal, run, spawn

BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
needs_a_browser = pytest.mark.skipif(
    not BROWSER and not os.environ.get("CI"), reason="needs Chromium, Chrome or Edge on the PATH; CI has to have one"
)
HIDDEN = DEAL.replace("Globex is a platform", 'Globex means "G\u202elobex", a platform')


def program(folder: Path, text: str) -> str:
    """A program that stands in for a browser."""
    path = folder / "browser"
    path.write_text(f"#!{sys.executable}\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("report", deal(tmp_path), "--format", "md")
    assert result.exit_code == 0
    assert "The report is in report.md." in result.stderr
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# Report on “Deal”\n")
    assert run("report", deal(tmp_path), "--format", "md", "-o", "-").stdout.startswith("# Report on “Deal”\n")


def test_docx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = deal(tmp_path, HIDDEN)
    assert run("report", path, "--format", "docx").exit_code == 0
    made = Document(str(tmp_path / "report.docx"))
    assert made.paragraphs[0].text == "Report on “Deal”"
    first = (tmp_path / "report.docx").read_bytes()
    assert run("report", path, "--format", "docx", "-o", "-").stdout_bytes == first
    assert run("report", path, "--format", "docx", "-o", path).exit_code == 2
    assert run("report", deal(tmp_path, BROKEN), "--format", "docx", "-o", str(tmp_path / "b.docx")).exit_code == 3


def test_a_format_may_come_from_the_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policyc.toml").write_text('[report]\nformat = "md"')
    assert run("report", deal(tmp_path)).exit_code == 0
    assert (tmp_path / "report.md").exists()


def test_bytes_are_kept_from_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policyc.cli.output.on_terminal", lambda: True)
    with pytest.raises(Failure, match="name a file with --output"):
        emit(b"PK", "-")


def test_without_the_library_the_way_to_get_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [
        name
        for name in sys.modules
        if name.startswith(("docx", "policyc.render.paper.word", "policyc.render.paper.looks"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    result = run("report", deal(tmp_path), "--format", "docx")
    assert result.exit_code == 2
    assert "python -m pip install 'policyc[docx]'" in result.stderr


def test_another_missing_module_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> bytes:
        raise ImportError("no", name="lxml.etree")

    monkeypatch.setattr("policyc.render.paper.render_docx", broken)
    monkeypatch.setattr("policyc.cli.report_formats.texts_of", lambda run: {})
    nothing: Any = type("Run", (), {"report": None})
    with pytest.raises(ImportError, match="no"):
        as_docx(nothing)


def test_every_format_has_a_maker() -> None:
    assert list(FORMATS) == ["html", "md", "docx", "pdf"]


# Browsers


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes no time to make."""
    monkeypatch.setattr("policyc.render.html.render_html", lambda report, sources: "<p>page</p>")


@pytest.mark.usefixtures("page")
def test_without_a_browser_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(printing.VARIABLE, raising=False)
    monkeypatch.setattr(printing, "PLACES", ())
    result = run("report", deal(tmp_path), "--format", "pdf", "-o", str(tmp_path / "r.pdf"))
    assert result.exit_code == 2
    assert "none of them is installed" in result.stderr
    assert not (tmp_path / "r.pdf").exists()


def test_a_browser_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(printing.VARIABLE, str(tmp_path / "none"))
    with pytest.raises(Unprinted, match="POLICYC_BROWSER names"):
        found_browser()


@pytest.mark.skipif(sys.platform == "win32", reason="programs begin otherwise there")
@pytest.mark.usefixtures("page")
def test_a_browser_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(printing.VARIABLE, program(tmp_path, "import sys; sys.exit('no\\x1b[31m display')"))
    result = run("report", deal(tmp_path), "--format", "pdf")
    assert result.exit_code == 2
    assert "printed nothing. no<U+001B>[31m display" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="programs begin otherwise there")
def test_a_browser_that_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "PATIENCE", 0.2)
    monkeypatch.setenv(printing.VARIABLE, program(tmp_path, "import time; time.sleep(600)"))
    with pytest.raises(Unprinted, match="did not end within"):
        printing.printed("<p>page</p>")


@pytest.mark.skipif(sys.platform == "win32", reason="programs begin otherwise there")
def test_a_browser_that_cannot_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(program(tmp_path, ""))
    path.write_text("no program")
    monkeypatch.setenv(printing.VARIABLE, str(path))
    with pytest.raises(Unprinted, match="cannot be run"):
        printing.printed("<p>page</p>")


@pytest.mark.skipif(sys.platform == "win32", reason="programs begin otherwise there")
def test_an_interruption_ends_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []

    def interrupted(process: object, timeout: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setenv(printing.VARIABLE, program(tmp_path, "import time; time.sleep(600)"))
    monkeypatch.setattr("subprocess.Popen.communicate", interrupted)
    kill = os.killpg

    def noted(group: int, sign: int) -> None:
        ended.append(group)
        kill(group, sign)

    monkeypatch.setattr(os, "killpg", noted)
    with pytest.raises(KeyboardInterrupt):
        printing.printed("<p>page</p>")
    assert ended


def test_only_root_does_without_the_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path("/tmp/x")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert "--no-sandbox" not in printing.command("b", here, here, here)
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert "--no-sandbox" in printing.command("b", here, here, here)


def test_times_become_blanks_of_the_same_length() -> None:
    data = b"<</CreationDate (D:20260101000000+00'00')\n/ModDate (D:20260101000000+00'00')>>"
    blank = without_clock(data)
    assert len(blank) == len(data)
    assert blank.split() == [b"<<", b">>"]


@pytest.mark.xdist_group("browser")
@needs_a_browser
def test_the_real_pdf(tmp_path: Path) -> None:
    """Tagged, titled, in its language, with an outline; all text is in it."""
    deal(tmp_path)
    result = spawn("report", "deal.policy", "--format", "pdf", "--isolated", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    made = PdfReader(tmp_path / "report.pdf")
    catalogue: Any = made.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/Lang"] == "en"
    assert made.metadata
    assert "Report on “Deal”" in str(made.metadata.title)
    assert "Findings" in str(titles(made.outline))
    assert "The documents in full" in str(titles(made.outline))
    said = " ".join("".join(each.extract_text() for each in made.pages).split())
    assert "Globex must delete balances within 30 days after termination" in said
    assert f"1 / {len(made.pages)}" in said
    assert "file://" not in said


@pytest.mark.xdist_group("browser")
@needs_a_browser
def test_the_same_page_is_the_same_pdf() -> None:
    html = '<!DOCTYPE html><html lang="en"><title>Report</title><h1>Report</h1><p>Words'
    first, second = printing.printed(html), printing.printed(html)
    assert first == second
    assert b"Date" not in first


def titles(outline: Any) -> list[Any]:
    """The titles of an outline, in their nesting."""
    return [titles(each) if isinstance(each, list) else each.title for each in outline]

"""policyc report into a folder, and policyc verify."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from policyc.pipeline.files import bytes_of
from policyc.pipeline.records import OPENING, record_of
from policyc.render.html.seal import signed
from policyc.report import INDEX
from tests.cli.running import BROKEN, CLASH, DEAL, deal, run

OTHER = DEAL.replace('"Deal"', '"Other deal"').replace("4.3: Acme may", "4.3: Acme must not")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two agreements in `deals`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deals").mkdir()
    deal(tmp_path / "deals", DEAL, "a.policy")
    deal(tmp_path / "deals", OTHER, "b.policy")
    return tmp_path


def written(work: Path) -> list[str]:
    """The names in the folder of the report."""
    return sorted(path.name for path in (work / "out").iterdir())


# Folders


def test_a_folder_gets_an_index_and_a_page_for_each_agreement(work: Path) -> None:
    result = run("report", "deals", "-o", "out/")
    assert result.exit_code == 0, result.output
    assert result.stderr == "The report is in out/index.html.\n"
    assert [name.rpartition("-")[0] for name in written(work)] == ["deal", "", "other-deal"]
    before = {name: (work / "out" / name).read_bytes() for name in written(work)}
    assert run("report", "deals", "-o", "out", "--no-cache", "-j", "1").exit_code == 0
    assert {name: (work / "out" / name).read_bytes() for name in written(work)} == before


def test_nothing_is_overwritten_but_pages(work: Path) -> None:
    (work / "out").mkdir()
    (work / "out" / INDEX).write_text("<p>mine</p>")
    result = run("report", "deals", "-o", "out")
    assert result.exit_code == 2
    assert "out/index.html is no page that policyc made" in result.stderr
    assert written(work) == [INDEX]
    assert (work / "out" / INDEX).read_text() == "<p>mine</p>"


def test_a_link_is_no_page(work: Path) -> None:
    run("report", "deals", "-o", "out/")
    (work / "elsewhere.html").write_bytes((work / "out" / INDEX).read_bytes())
    (work / "out" / INDEX).unlink()
    (work / "out" / INDEX).symlink_to(work / "elsewhere.html")
    assert run("report", "deals", "-o", "out").exit_code == 2


def test_inputs_are_never_overwritten(work: Path) -> None:
    run("report", "deals", "-o", "out/")
    name = written(work)[0]
    (work / "out" / name).unlink()
    os.link(work / "deals" / "a.policy", work / "linked.policy")
    (work / "out" / name).symlink_to(work / "deals" / "a.policy")
    result = run("report", "deals", "-o", "out/")
    assert result.exit_code == 2
    assert "is one of the files that were read" in result.stderr
    assert (work / "deals" / "a.policy").read_text() == DEAL


def test_pages_that_nothing_follows_are_taken_away_unless_somebody_changed_them(work: Path) -> None:
    run("report", "deals", "-o", "out/")
    gone, _, kept = written(work)
    (work / "out" / kept).write_text((work / "out" / kept).read_text() + "<!-- mine -->")
    (work / "out" / "notes.txt").write_text("mine")
    for name in ("a.policy", "b.policy"):
        (work / "deals" / name).unlink()
    deal(work / "deals", CLASH.replace('"Deal"', '"New"'), "c.policy")
    result = run("report", "deals", "-o", "out/")
    assert f"out/{kept} is of an earlier run and was altered since" in result.stderr
    assert gone not in written(work)
    assert {kept, "notes.txt", INDEX} < set(written(work))
    for name in written(work):
        if name.startswith("new-"):
            (work / "out" / name).unlink()
    deal(work / "deals", CLASH.replace('"Deal"', '"Newer"'), "c.policy")
    assert run("report", "deals", "-o", "out/").exit_code == 0


def test_wrong_use_of_folders(work: Path) -> None:
    (work / "file").write_text("")
    assert run("report", "deals", "-o", "file/").exit_code == 2
    assert run("report", "deals", "--format", "md", "-o", "out/").exit_code == 2
    missing = run("report", "nowhere", "-o", "out/")
    assert missing.exit_code == 2
    assert "There is no file or folder" in missing.stderr
    assert not (work / "out").exists()


def test_a_folder_without_policies_is_incomplete(work: Path) -> None:
    (work / "empty").mkdir()
    result = run("report", "empty", "-o", "out/")
    assert result.exit_code == 3
    assert "nothing was checked" in result.stderr
    deal(work / "empty", BROKEN)
    assert run("report", "empty", "-o", "out/").exit_code == 3


def test_trouble_with_the_cache_is_told(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (work / "file").write_text("")
    monkeypatch.setenv("POLICYC_CACHE", str(work / "file" / "cache"))
    assert "the cache was not used" in run("report", "deals", "-o", "out/").stderr


def test_rules_may_be_chosen_and_a_baseline_given(work: Path) -> None:
    assert run("check", "deals", "--write-baseline", "known.json").exit_code in (0, 1)
    assert run("report", "deals", "--baseline", "known.json", "-o", "page.html").exit_code == 0
    record = record_of((work / "page.html").read_text())
    assert record is not None
    assert record.baseline is not None
    assert record.baseline.path == "known.json"
    run("report", "deals", "--select", "contradiction,alias", "--ignore", "alias", "-o", "page.html")
    record = record_of((work / "page.html").read_text())
    assert record is not None
    assert (record.select, record.ignore) == (("alias", "contradiction"), ("alias",))
    assert run("report", "deals", "--select", "nonsense").exit_code == 2
    assert run("report", "deals", "--baseline", "known.json", "-o", "known.json").exit_code == 2


# Verifying


def reported(*arguments: str) -> None:
    """A report in `page.html`."""
    assert run("report", "deals", "-o", "page.html", *arguments).exit_code == 0


@pytest.mark.usefixtures("work")
def test_a_report_matches_what_it_was_made_of() -> None:
    reported()
    result = run("verify", "page.html", "--remake")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "same     the page itself",
        "same     policy file deals/a.policy",
        "same     policy file deals/b.policy",
        result.stdout.splitlines()[3],
        "The report matches what it was made of: 2 of 2 policy files are the same.",
        "Made anew, the report is the same, byte by byte.",
    ]
    assert "which is this very one" in result.stdout
    assert len(run("verify", "page.html", "-q").stdout.splitlines()) == 2


def test_a_changed_file_is_told_and_a_missing_one(work: Path) -> None:
    reported()
    (work / "deals" / "a.policy").write_text(CLASH)
    (work / "deals" / "b.policy").unlink()
    result = run("verify", "page.html", "--remake")
    assert result.exit_code == 1
    assert "changed  policy file deals/a.policy\nmissing  policy file deals/b.policy\n" in result.stdout
    assert "do not match: 0 of 2 policy files" in result.stdout
    assert "differs  page.html, made anew" in result.stdout
    deal(work / "deals", DEAL, "a.policy")
    assert run("verify", "page.html").exit_code == 3
    assert "Not everything could be compared: 1 of 2" in run("verify", "page.html").stdout


def test_a_file_that_is_now_something_else_has_changed(work: Path) -> None:
    reported()
    (work / "deals" / "a.policy").unlink()
    (work / "deals" / "a.policy").mkdir()
    assert run("verify", "page.html").exit_code == 1


def test_an_altered_page_is_told(work: Path) -> None:
    reported()
    text = (work / "page.html").read_text()
    (work / "page.html").write_text(text.replace("</h1>", " (approved)</h1>", 1))
    result = run("verify", "page.html", "-q")
    assert result.exit_code == 1
    assert "changed  the page itself" in result.stdout


def test_files_are_looked_for_below_the_root(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reported()
    (work / "elsewhere").mkdir()
    monkeypatch.chdir(work / "elsewhere")
    assert run("verify", "../page.html").exit_code == 3
    assert run("verify", "../page.html", "--root", "..", "--remake").exit_code == 0


def altered(work: Path, **said: object) -> None:
    """The page with another record, sealed anew."""
    text = (work / "page.html").read_text()
    before, _, rest = text.partition(OPENING)
    data, _, after = rest.partition("</script>")
    record = json.loads(data) | said | {"page": "0" * 64}
    page = f"{before}{OPENING}{json.dumps(record, indent=1, sort_keys=True)}</script>{after}"
    (work / "page.html").write_text(signed(page))


@pytest.mark.parametrize("path", ["../outside.policy", "/etc/passwd", "deals/out.policy", "nul\0l"])
def test_nothing_outside_the_root_is_opened(work: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    reported()
    (work / "deals" / "out.policy").symlink_to("/etc/passwd")
    altered(work, inputs=[{"path": path, "sha256": "0" * 64, "size": 1}], paths=["../.."])

    def never(file: Path, **said: object) -> bytes:
        raise AssertionError(file)

    def only_the_page(file: Path, most: int) -> bytes:
        return bytes_of(file, most=most) if file.name == "page.html" else never(file)

    monkeypatch.setattr("policyc.pipeline.verifying.bytes_of", only_the_page)
    result = run("verify", "page.html", "--remake")
    assert result.exit_code == 3
    assert "outside the folder, not opened" in result.stdout
    assert "lies outside the folder" in result.stderr


def test_a_file_that_was_not_read_cannot_be_compared(work: Path) -> None:
    (work / "deals" / "c.policy").symlink_to("/dev/null")
    run("report", "deals", "-o", "page.html")
    result = run("verify", "page.html")
    assert result.exit_code == 3
    assert "could not be read when the report was made" in result.stdout or "outside the folder" in result.stdout
    reported_one = run("report", "deals/a.policy", "-o", "page.html")
    assert reported_one.exit_code == 0
    altered(work, inputs=[{"path": "deals/a.policy", "sha256": "", "size": 0}])
    assert "could not be read when the report was made" in run("verify", "page.html").stdout


def test_what_is_no_report_is_told(work: Path) -> None:
    assert run("verify", "deals/a.policy").exit_code == 3
    (work / "bytes.html").write_bytes(b"\xff\xfe")
    assert run("verify", "bytes.html").exit_code == 3
    assert run("verify", "deals").exit_code == 3
    assert run("verify", "nowhere.html").exit_code == 2
    reported()
    assert run("verify", "page.html", "--root", "nowhere").exit_code == 2
    altered(work, schema="policyc/report/99")
    assert "carries no record" in run("verify", "page.html").stderr
    (work / "page.html").write_text(f"{OPENING}{{</script>")
    assert run("verify", "page.html").exit_code == 3


def test_another_policyc_is_told_and_makes_nothing_anew(work: Path) -> None:
    reported()
    altered(work, shipped="0" * 64)
    result = run("verify", "page.html", "--remake")
    assert result.exit_code == 3
    assert "whose program, vocabulary, laws or looks differ" in result.stdout
    assert "another policyc made it" in result.stderr
    altered(work, policyc="0.0.1")
    assert "Made by policyc 0.0.1; this is" in run("verify", "page.html").stdout


def test_a_report_is_made_anew_as_it_was_asked_for(work: Path) -> None:
    text = DEAL.replace("4.2:", "# policyc: ignore[alias] until 2030-01-01: agreed\n4.2:")
    deal(work / "deals", text, "a.policy")
    run("check", "deals", "--write-baseline", "known.json")
    reported("--today", "2026-01-01", "--as-of", "2020-06-01", "--law", "GDPR", "--ignore", "no-audit")
    assert run("verify", "page.html", "--remake").exit_code == 0
    reported("--baseline", "known.json", "--today", "2031-01-01")
    result = run("verify", "page.html", "--remake")
    assert result.exit_code == 0, result.output
    assert "same     baseline known.json" in result.stdout
    (work / "known.json").write_text("{}")
    result = run("verify", "page.html", "--remake")
    assert result.exit_code == 1
    assert "cannot be made anew" in result.stderr


def test_a_folder_is_verified_by_its_index(work: Path) -> None:
    run("report", "deals", "-o", "out/")
    result = run("verify", "out", "--remake", "-q")
    assert result.exit_code == 0, result.output
    assert "2 of 2 policy files and 2 of 2 pages are the same" in result.stdout
    page = next(name for name in written(work) if name.startswith("deal-"))
    assert run("verify", f"out/{page}").exit_code == 0
    alone = run("verify", f"out/{page}", "--remake")
    assert alone.exit_code == 3
    assert "one page of a portfolio" in alone.stderr
    (work / "out" / page).write_text("<p>Nothing to see.</p>")
    result = run("verify", "out")
    assert result.exit_code == 1
    assert f"changed  page {page}" in result.stdout
    (work / "out" / page).unlink()
    assert f"missing  page {page}" in run("verify", "out").stdout
    (work / "out" / page).mkdir()
    assert run("verify", "out").exit_code == 1


def test_a_folder_that_would_come_out_otherwise_is_told(work: Path) -> None:
    run("report", "deals", "-o", "out/")
    deal(work / "deals", CLASH, "a.policy")
    result = run("verify", "out", "--remake", "-q")
    assert result.exit_code == 1
    assert "differs  index.html, made anew" in result.stdout


def test_an_index_cannot_send_anybody_elsewhere(work: Path) -> None:
    run("report", "deals", "-o", "out/")
    (work / "page.html").write_bytes((work / "out" / INDEX).read_bytes())
    altered(work, pages=[{"page": name, "sha256": "0" * 64} for name in ("../x.html", "/etc/passwd", "x.txt")])
    result = run("verify", "page.html")
    assert result.stdout.count("outside the folder, not opened") == 3

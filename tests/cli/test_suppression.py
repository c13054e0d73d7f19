"""Suppressions on the command line: on which day they are judged, and what every output says of them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import CLASH, deal, run

MARK = "# policyc: ignore[contradiction] until 2027-03-31: agreed with counsel\n4.7:"
DATED = CLASH.replace("4.7:", MARK)


def test_what_is_suppressed_is_shown_and_does_not_fail(tmp_path: Path) -> None:
    path = deal(tmp_path, DATED)
    assert run("check", deal(tmp_path, CLASH)).exit_code == 1
    assert deal(tmp_path, DATED) == path
    result = run("check", path, "--today", "2027-03-31")
    assert result.exit_code == 0
    assert "suppressed: agreed with counsel (until 2027-03-31, " in " ".join(result.stdout.split())
    assert "1 suppressed finding in 1 agreement" in result.stdout
    assert "Suppressions: whether they have ended was judged on 2027-03-31." in result.stdout
    concise = run("check", path, "--today", "2027-03-31", "--format", "concise").stdout
    assert "[contradiction] (suppressed)" in concise
    assert concise.endswith("was judged on 2027-03-31.\n")


def test_json_and_page_say_it(tmp_path: Path) -> None:
    path, page = deal(tmp_path, DATED), tmp_path / "page.html"
    found = json.loads(run("check", path, "--today", "2027-03-31", "--format", "json").stdout)
    (finding,) = [each for each in found["findings"] if each["rule"] == "contradiction"]
    assert finding["suppressed"].startswith("agreed with counsel")
    assert (found["judged_on"], found["summary"]["suppressed"]) == ("2027-03-31", 1)
    assert run("report", path, "-o", str(page), "--today", "2027-03-31").exit_code == 0
    assert "agreed with counsel" in page.read_text(encoding="utf-8")
    assert "judged on 2027-03-31" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "epoch", "day"),
    [
        (("--today", "2026-01-01", "--as-of", "2020-06-01"), "1800000000", "2026-01-01"),
        (("--as-of", "2020-06-01"), "1800000000", "2020-06-01"),
        ((), "1800000000", "2027-01-15"),
    ],
)
def test_on_which_day(
    options: tuple[str, ...], epoch: str, day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("check", deal(tmp_path, DATED), "--format", "json", *options)
    assert json.loads(result.stdout)["judged_on"] == day


def test_the_clock_is_the_last_resort(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    path = deal(tmp_path, DATED.replace("2027-03-31", "9999-12-31"))
    found = json.loads(run("check", path, "--format", "json").stdout)
    assert found["judged_on"] >= "2026-01-01"
    assert found["summary"]["suppressed"] == 1


@pytest.mark.parametrize("epoch", ["soon", "99999999999999999999", ""])
def test_a_time_that_is_none(epoch: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run("check", deal(tmp_path, DATED))
    assert result.exit_code == (2 if epoch else 0)
    assert not epoch or f'SOURCE_DATE_EPOCH is "{epoch}"' in result.stderr


def test_without_an_end_no_day_is_judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "nonsense that nobody reads")
    result = run("check", deal(tmp_path, DATED.replace(" until 2027-03-31", "")))
    assert result.exit_code == 0
    assert "judged on" not in result.stdout


def test_what_a_selection_leaves_out_is_no_unused_suppression(tmp_path: Path) -> None:
    result = run("check", deal(tmp_path, DATED), "--ignore", "contradiction", "--today", "2027-01-01")
    assert "unused-suppression" not in result.stdout

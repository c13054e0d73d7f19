"""policyc check: formats, selection, exit codes."""

import json
from pathlib import Path

import pytest

from policyc.findings import Severity
from tests.cli.running import BROKEN, CLASH, DEAL, deal, run, spawn


def test_text_is_the_default_and_names_every_finding(tmp_path: Path) -> None:
    result = run("check", deal(tmp_path))
    assert result.exit_code == 0
    assert "deal.policy:" in result.stdout
    assert "in 1 agreement (6 clauses, 1 file)." in result.stdout


def test_the_current_folder_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deal(tmp_path)
    monkeypatch.chdir(tmp_path)
    found = json.loads(run("check", "--format", "json").stdout)
    assert found["summary"]["files"] == 1
    assert {finding["path"] for finding in found["findings"]} <= {"deal.policy"}


def test_several_formats_at_once(tmp_path: Path) -> None:
    path, out = deal(tmp_path), tmp_path / "out.json"
    result = run("check", path, "--format", "concise", "--format", f"json={out}")
    assert result.stdout.endswith("in 1 agreement (6 clauses, 1 file).\n")
    assert json.loads(out.read_text())["schema"] == "policyc/findings/1"


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "found.txt"
    assert run("check", deal(tmp_path), "--output", str(out)).stdout == ""
    assert "1 agreement" in out.read_text()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--format", "xml"), 'no format "xml"'),
        (("--format", "markdown="), '"markdown=" names no file'),
        (("--format", "text", "--format", "json"), "same place"),
        (("--select", "no-flowdwn"), 'Did you mean "no-flowdown"?'),
        (("--ignore", "zzz"), "`policyc rules` lists them"),
        (("--output", "/no/such/folder/out.txt"), "cannot be written"),
    ],
)
def test_wrong_options(options: tuple[str, ...], words: str, tmp_path: Path) -> None:
    result = run("check", deal(tmp_path), *options)
    assert result.exit_code == 2
    assert words in result.stderr


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    path = deal(tmp_path)
    (tmp_path / "link.txt").symlink_to(path)
    for target in (path, str(tmp_path / "link.txt")):
        result = run("check", path, "-o", target)
        assert result.exit_code == 2
        assert "not overwritten" in result.stderr
    assert Path(path).read_text() == DEAL


def test_a_missing_path_gets_the_nearest(tmp_path: Path) -> None:
    deal(tmp_path)
    result = run("check", str(tmp_path / "dael.policy"), str(tmp_path / "no" / "where"))
    assert result.exit_code == 2
    assert "deal.policy" in result.stderr
    assert result.stderr.count("There is no file or folder") == 2


def test_selection(tmp_path: Path) -> None:
    path = deal(tmp_path, CLASH)
    both = run("check", path, "--format", "concise").stdout
    assert "[contradiction]" in both
    assert "[contradiction]" not in run("check", path, "--ignore", "contradiction").stdout
    only = run("check", path, "--select", "contradiction, no-flowdown", "--format", "concise").stdout
    assert only.count("\n") == 2


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on(level: str, code: int, tmp_path: Path) -> None:
    path = deal(tmp_path, CLASH)
    assert run("check", path, "--select", "contradiction", "--fail-on", level).exit_code == code


def test_findings_below_the_level_do_not_fail(tmp_path: Path) -> None:
    result = run("check", deal(tmp_path), "--format", "json")
    severities = {finding["severity"] for finding in json.loads(result.stdout)["findings"]}
    assert Severity.ERROR.value not in severities
    assert result.exit_code == 0


def test_a_broken_sentence_makes_the_run_incomplete(tmp_path: Path) -> None:
    result = run("check", deal(tmp_path, BROKEN), "--fail-on", "never")
    assert result.exit_code == 3
    assert "This run is incomplete" in result.stdout


def test_a_quoted_condition_is_counted_and_no_failure(tmp_path: Path) -> None:
    result = run("check", deal(tmp_path, DEAL.replace("with opt-in consent", 'if "the moon is full"')))
    assert result.exit_code == 0
    assert "2 x quoted condition" in result.stdout
    assert "All clear" not in result.stdout


def test_statistics(tmp_path: Path) -> None:
    path = deal(tmp_path, CLASH)
    result = run("check", path, "--select", "contradiction", "--statistics")
    assert result.stdout.endswith("     1  error    contradiction\n")


def test_statistics_count_what_is_suppressed_apart(tmp_path: Path) -> None:
    path = deal(tmp_path, CLASH.replace("4.7:", "# policyc: ignore[contradiction]: agreed by telephone\n4.7:"))
    result = run("check", path, "--select", "contradiction", "--statistics")
    assert result.exit_code == 0
    assert result.stdout.endswith("     0  error    contradiction (1 suppressed)\n")


def test_statistics_stay_out_of_what_a_machine_reads(tmp_path: Path) -> None:
    result = run("check", deal(tmp_path, CLASH), "--select", "contradiction", "--statistics", "--format", "json")
    assert json.loads(result.stdout)["summary"]["errors"] == 1
    assert result.stderr == "     1  error    contradiction\n"


def test_nothing_to_check(tmp_path: Path) -> None:
    result = run("check", str(tmp_path))
    assert result.exit_code == 3
    assert "Nothing was checked." in result.stdout
    assert "nothing was checked" in result.stderr


def test_runs_are_byte_identical(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deal(tmp_path)
    deal(tmp_path, DEAL.replace('"Deal"', '"Other"'), "other.policy")
    outputs = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"), ("3", "America/New_York")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("TZ", zone)
        outputs.add(spawn("check", ".", "--format", "json", "--format", "text=out.txt", cwd=tmp_path).stdout)
        outputs.add((tmp_path / "out.txt").read_text())
    assert len(outputs) == 2


def test_the_shipped_vocabulary_may_be_given_as_well() -> None:
    from policyc.resources import resource

    result = run("check", str(resource("policies") / "vocabulary"), "--format", "json", "--fail-on", "never")
    rules = {finding["rule"] for finding in json.loads(result.stdout)["findings"]}
    assert not rules & {"duplicate-name", "definition-cycle", "undeclared-name", "wrong-kind"}
    assert result.exit_code == 0

"""policyc check --baseline and --write-baseline: only what is new."""

import json
from pathlib import Path

import pytest

from tests.cli.running import BROKEN, CLASH, DEAL, deal, run


def baseline(folder: Path, text: str = CLASH) -> str:
    """A baseline of a text."""
    target = folder / "baseline.json"
    assert run("check", deal(folder, text), "--write-baseline", str(target)).exit_code == 0
    return str(target)


def test_what_is_known_is_counted_and_not_told(tmp_path: Path) -> None:
    known = baseline(tmp_path)
    result = run("check", str(tmp_path), "--baseline", known, "--fail-on", "note")
    assert result.exit_code == 0
    assert "known findings in 1 agreement" in result.stdout
    assert "[contradiction]" not in result.stdout
    assert "All clear" not in result.stdout
    found = json.loads(run("check", str(tmp_path), "--baseline", known, "--format", "json").stdout)
    assert found["findings"] == found["gone"] == []
    assert found["summary"]["baselined"] == len(json.loads(Path(known).read_text())["findings"])


def test_what_is_new_is_told(tmp_path: Path) -> None:
    known = baseline(tmp_path)
    deal(tmp_path, CLASH + "4.9: Globex must delete purple data.\n")
    result = run("check", str(tmp_path), "--baseline", known, "--format", "concise")
    assert result.exit_code == 3
    assert "[undeclared-name]" in result.stdout
    assert "[contradiction]" not in result.stdout


def test_what_occurs_no_more_is_told(tmp_path: Path) -> None:
    known = baseline(tmp_path)
    deal(tmp_path, DEAL)
    for options in ((), ("--format", "concise")):
        result = run("check", str(tmp_path), "--baseline", known, *options)
        assert result.exit_code == 0
        assert "Not found any more: 1 finding of the baseline" in result.stdout
    assert "[contradiction] " in run("check", str(tmp_path), "--baseline", known).stdout
    found = json.loads(run("check", str(tmp_path), "--baseline", known, "--format", "json").stdout)
    (gone,) = found["gone"]
    assert (gone["rule"], gone["agreement"], gone["count"]) == ("contradiction", "Deal", 1)
    ignoring = run("check", str(tmp_path), "--baseline", known, "--ignore", "contradiction")
    assert "Not found any more" not in ignoring.stdout


def test_findings_alike_are_counted(tmp_path: Path) -> None:
    name = "4.{}: Globex must not use purple data.\n"
    target = tmp_path / "b.json"
    deal(tmp_path, DEAL + name.format(8), "a.policy")
    assert run("check", str(tmp_path), "--write-baseline", str(target)).exit_code == 3
    deal(tmp_path, DEAL.replace('"Deal"', '"Other deal"') + name.format(8), "b.policy")
    result = run(
        "check", str(tmp_path), "--baseline", str(target), "--format", "concise", "--select", "undeclared-name"
    )
    assert result.stdout.count("[undeclared-name]") == 1


def test_what_is_suppressed_is_neither_written_nor_hidden(tmp_path: Path) -> None:
    suppressed = CLASH.replace("4.7:", "# policyc: ignore[contradiction]: agreed\n4.7:")
    assert "contradiction" not in Path(baseline(tmp_path, suppressed)).read_text()
    known = baseline(tmp_path)
    deal(tmp_path, suppressed)
    result = run("check", str(tmp_path), "--baseline", known)
    assert "suppressed: agreed" in result.stdout
    assert "Not found any more" not in result.stdout


def test_writing_is_deterministic_and_survives_formatting(tmp_path: Path) -> None:
    first = Path(baseline(tmp_path)).read_bytes()
    moved = "# A comment.\n\n\n" + CLASH.replace("may share", "may   SHARE").replace("30 days", "thirty (30) days")
    assert Path(baseline(tmp_path, moved)).read_bytes() != b""
    known = json.loads(first)["findings"]
    assert [each["fingerprint"] for each in known] == [
        each["fingerprint"] for each in json.loads((tmp_path / "baseline.json").read_text())["findings"]
    ]
    run("fmt", str(tmp_path))
    (tmp_path / "deal.policy").rename(tmp_path / "renamed.policy")
    assert (
        run("check", str(tmp_path), "--baseline", str(tmp_path / "baseline.json"), "--fail-on", "note").exit_code == 0
    )
    assert Path(baseline(tmp_path)).read_bytes() == first


def test_an_incomplete_run_stays_so(tmp_path: Path) -> None:
    target = tmp_path / "baseline.json"
    assert run("check", deal(tmp_path, BROKEN), "--write-baseline", str(target)).exit_code == 3
    assert run("check", str(tmp_path), "--baseline", str(target)).exit_code == 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is no baseline"),
        ("[]", "is no baseline"),
        ('{"schema": "policyc/findings/1", "findings": []}', "schema"),
        ('{"schema": "policyc/baseline/1", "findings": [{"fingerprint": "x"}]}', "findings.0.fingerprint"),
        ('{"schema": "policyc/baseline/1", "findings": [], "more": 1}', "more"),
        ("\x00", "is no baseline"),
    ],
)
def test_a_file_that_is_no_baseline(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(text)
    result = run("check", deal(tmp_path), "--baseline", str(path))
    assert result.exit_code == 2
    assert words in result.stderr
    assert "--write-baseline" in result.stderr


def test_a_fingerprint_that_stands_twice(tmp_path: Path) -> None:
    document = json.loads(Path(baseline(tmp_path)).read_text())
    document["findings"].append(document["findings"][0])
    (tmp_path / "b.json").write_text(json.dumps(document))
    result = run("check", str(tmp_path), "--baseline", str(tmp_path / "b.json"))
    assert (result.exit_code, "stands there twice" in result.stderr) == (2, True)


def test_wrong_use(tmp_path: Path) -> None:
    known = baseline(tmp_path)
    assert "not both" in run("check", str(tmp_path), "--baseline", known, "--write-baseline", known).stderr
    assert "cannot be read" in run("check", str(tmp_path), "--baseline", str(tmp_path / "none.json")).stderr
    path = deal(tmp_path)
    result = run("check", path, "--write-baseline", path)
    assert (result.exit_code, "not overwritten" in result.stderr) == (2, True)
    assert Path(path).read_text() == DEAL


def test_a_long_list_of_what_is_gone_is_cut(tmp_path: Path) -> None:
    many = "".join(f"9.{n}: Globex must not use purple{n} data.\n" for n in range(30))
    deal(tmp_path, DEAL + many)
    assert run("check", str(tmp_path), "--write-baseline", str(tmp_path / "b.json")).exit_code == 3
    deal(tmp_path, DEAL)
    assert "… and 10 more" in run("check", str(tmp_path), "--baseline", str(tmp_path / "b.json")).stdout

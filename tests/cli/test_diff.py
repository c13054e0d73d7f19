"""policyc diff: formats, exit codes, bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import BROKEN, DEAL, deal, run, spawn

LOOSER = DEAL.replace("4.6: Globex must not share balances with third parties.\n", "")
STRICTER = DEAL.replace("within 72 hours", "within 24 hours")
REWORDED = DEAL.replace("4.2:", "4.20:").replace("forbidden by 4.2", "forbidden by 4.20")


def versions(folder: Path, old: str = DEAL, new: str = LOOSER) -> tuple[str, str]:
    """An old and a new file; their paths."""
    return deal(folder, old, "old.policy"), deal(folder, new, "new.policy")


def test_text_tells_each_change_with_both_clauses(tmp_path: Path) -> None:
    result = run("diff", *versions(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.startswith("looser: No clause speaks any longer of the case that Globex shares balances with")
    assert 'old.policy:10:1 clause 4.6 of "Deal"' in " ".join(result.stdout.split())
    assert "    - 4.6: Globex must not share balances with third parties.\n" in result.stdout
    assert "1 change of meaning in 1 agreement: 1 looser.\n" in result.stdout


def test_a_version_means_what_it_means_itself(tmp_path: Path) -> None:
    path = deal(tmp_path)
    result = run("diff", path, path, "--fail-on", "any")
    assert result.exit_code == 0
    assert result.stdout == "No change of meaning in 1 agreement.\n"


def test_rewording_is_no_change(tmp_path: Path) -> None:
    result = run("diff", *versions(tmp_path, DEAL, REWORDED), "--fail-on", "any")
    assert result.exit_code == 0
    assert result.stdout == ("No change of meaning in 1 agreement.\n1 clause was reworded, renumbered or moved.\n")


@pytest.mark.parametrize(
    ("new", "level", "code"),
    [
        (LOOSER, "never", 0),
        (LOOSER, "looser", 1),
        (LOOSER, "stricter", 0),
        (LOOSER, "any", 1),
        (STRICTER, "looser", 0),
        (STRICTER, "stricter", 1),
        (STRICTER, "any", 1),
        (DEAL.replace("after a breach", "after a request"), "looser", 1),
        (DEAL.replace("after a breach", "after a request"), "stricter", 1),
    ],
)
def test_exit_codes_as_asked(tmp_path: Path, new: str, level: str, code: int) -> None:
    assert run("diff", *versions(tmp_path, new=new), "--fail-on", level).exit_code == code


def test_folders_are_compared_agreement_by_agreement(tmp_path: Path) -> None:
    for name, text in (("v1", DEAL), ("v2", LOOSER)):
        (tmp_path / name).mkdir()
        deal(tmp_path / name, text, "a.policy")
        deal(tmp_path / name, DEAL.replace('"Deal"', '"Other deal"'), "b.policy")
    result = run("diff", str(tmp_path / "v1"), str(tmp_path / "v2"))
    assert "1 change of meaning in 2 agreements: 1 looser." in result.stdout
    moved = tmp_path / "v2" / "a.policy"
    moved.rename(tmp_path / "v2" / "z.policy")
    assert run("diff", str(tmp_path / "v1"), str(tmp_path / "v2")).stdout.count("looser: ") == 1


def test_every_format_at_once(tmp_path: Path) -> None:
    files = {name: tmp_path / f"out.{name}" for name in ("json", "markdown", "html")}
    formats = [part for name, file in files.items() for part in ("--format", f"{name}={file}")]
    result = run("diff", *versions(tmp_path), "--format", "text", *formats)
    assert result.exit_code == 0
    assert "1 change of meaning" in result.stdout
    found = json.loads(files["json"].read_text())
    assert (found["schema"], found["summary"]["looser"]) == ("policyc/difference/1", 1)
    assert found["changes"][0]["before"] == "forbidden"
    assert files["markdown"].read_text().startswith("# What changes in meaning\n")
    assert files["html"].read_text().startswith("<!DOCTYPE html>") or "<!DOCTYPE html>" in files["html"].read_text()


def test_output_goes_to_a_file_that_is_none_of_those_read(tmp_path: Path) -> None:
    old, new = versions(tmp_path)
    out = tmp_path / "out.txt"
    assert run("diff", old, new, "-o", str(out)).stdout == ""
    assert "1 change of meaning" in out.read_text()
    for path in (old, new):
        result = run("diff", old, new, "-o", path)
        assert result.exit_code == 2
        assert "is not overwritten" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "yaml"), 'There is no format "yaml"; choose from text, json, markdown, html.'),
        (("--format", "json", "--format", "text"), "Two formats would go to the same place"),
        (("--fail-on", "looser,stricter"), "looser"),
    ],
)
def test_wrong_use(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run("diff", *versions(tmp_path), *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_missing_path_is_wrong_use(tmp_path: Path) -> None:
    old, new = versions(tmp_path)
    for arguments in ((old, new + "x"), (new + "x", old)):
        result = run("diff", *arguments)
        assert result.exit_code == 2
        assert "There is no file or folder" in result.stderr
    assert run("diff", old).exit_code == 2


def test_a_broken_sentence_makes_it_incomplete(tmp_path: Path) -> None:
    broken = DEAL.replace("4.6: Globex must not", "4.6: Globex must promptly not")
    result = run("diff", *versions(tmp_path, new=broken), "--fail-on", "any")
    assert result.exit_code == 3
    assert "Not compared: " in result.stdout
    assert "This comparison is incomplete: " in result.stdout
    assert run("diff", *versions(tmp_path, BROKEN, BROKEN)).exit_code == 3


def test_nothing_to_compare_is_incomplete(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    old, _ = versions(tmp_path)
    result = run("diff", old, str(tmp_path / "empty"))
    assert result.exit_code == 3
    assert "Nothing was compared." in result.stdout
    assert "nothing was compared: no readable policy file" in result.stderr


def test_what_is_no_text_is_incomplete(tmp_path: Path) -> None:
    old, new = versions(tmp_path)
    Path(new).write_bytes(b"\xff\xfe\x00")
    result = run("diff", old, new)
    assert result.exit_code == 3
    assert "Traceback" not in result.stdout + result.stderr


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    versions(tmp_path, new=LOOSER + "4.9: Globex may use balances for research.\n")
    runs = {
        spawn("diff", "old.policy", "new.policy", "--format", name, cwd=tmp_path).stdout
        for name in ("json",)
        for _ in range(3)
    }
    assert len(runs) == 1
    assert json.loads(runs.pop())["summary"]["looser"] == 2


def test_it_is_listed_with_the_commands() -> None:
    assert "diff" in run("--help").stdout
    assert "OLD NEW" in run("diff", "--help").stdout

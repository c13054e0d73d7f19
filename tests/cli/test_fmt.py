"""policyc fmt."""

from pathlib import Path

import pytest

from tests.cli.running import BROKEN, deal, run

UGLY = 'agreement   "Deal" between Acme and Acme.\nAcme is a bank.   # whose\n1:   Acme  may\n use personal data.\n'


def test_files_are_written(tmp_path: Path) -> None:
    path = Path(deal(tmp_path, UGLY))
    path.chmod(0o640)
    result = run("fmt", str(path))
    assert result.exit_code == 0
    assert "1 of 1 files changed." in result.stderr
    assert path.read_text() != UGLY
    assert path.stat().st_mode & 0o777 == 0o640
    assert run("fmt", str(path), "--check").exit_code == 0


def test_check_and_diff_write_nothing(tmp_path: Path) -> None:
    path = Path(deal(tmp_path, UGLY))
    checked, compared = run("fmt", str(path), "--check"), run("fmt", str(path), "--diff")
    assert checked.exit_code == compared.exit_code == 1
    assert "would change" in checked.stdout
    assert "+1:" in compared.stdout
    assert path.read_text() == UGLY


def test_a_diff_shows_hidden_characters(tmp_path: Path) -> None:
    path = deal(tmp_path, UGLY.replace("whose", "who\u202ese\x1b[31m"))
    told = run("fmt", path, "--diff").stdout
    assert "<U+202E>" in told
    assert "\x1b" not in told


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = Path(deal(tmp_path, UGLY.replace("\n", "\r\n")))
    assert run("fmt", str(path)).exit_code == 0
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") > 0


def test_line_ends_of_two_signs_are_no_blank_lines() -> None:
    text = "Acme is a bank.\nGlobex is a platform.\n\nNames are data.\n"
    result = run("fmt", "-", stdin=text.replace("\n", "\r\n").encode())
    assert result.stdout_bytes == text.replace("\n", "\r\n").encode()


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    path = Path(deal(tmp_path, BROKEN))
    result = run("fmt", str(path))
    assert result.exit_code == 3
    assert path.read_text() == BROKEN
    assert str(path) in result.stderr


def test_a_file_that_cannot_be_read_makes_it_incomplete(tmp_path: Path) -> None:
    (tmp_path / "bad.policy").write_bytes(b"\xff")
    assert run("fmt", str(tmp_path)).exit_code == 3


def test_standard_input() -> None:
    result = run("fmt", "-", stdin=UGLY.encode())
    assert result.exit_code == 0
    assert "1:" in result.stdout
    assert run("fmt", "-", "--check", stdin=UGLY.encode()).exit_code == 1
    assert run("fmt", "-", "--check", stdin=result.stdout.encode()).exit_code == 0
    assert "@@" in run("fmt", "-", "--diff", stdin=UGLY.encode()).stdout


def test_broken_standard_input_is_passed_on() -> None:
    result = run("fmt", "-", stdin=BROKEN.encode())
    assert result.exit_code == 3
    assert result.stdout == BROKEN
    binary = run("fmt", "-", stdin=b"\xff\xfe")
    assert binary.exit_code == 2
    assert "UTF-16" in binary.stderr


def test_nothing_to_format(tmp_path: Path) -> None:
    assert run("fmt", str(tmp_path)).exit_code == 3
    assert run("fmt", str(tmp_path / "no")).exit_code == 2


def test_a_canonical_form_that_says_something_else_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(deal(tmp_path, UGLY))
    monkeypatch.setattr("policyc.pipeline.formatting.format_tree", lambda tree: "Acme is a party.\n")
    assert isinstance(run("fmt", str(path)).exception, AssertionError)
    assert path.read_text() == UGLY

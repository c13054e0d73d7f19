"""The program itself: help, version, wrong commands, faults."""

import sys
from pathlib import Path

import click
import pytest

from policyc import __version__
from policyc.cli import main
from policyc.cli.program import COMMANDS, Program, program
from tests.cli.running import deal, run, spawn


def test_help_fits_one_screen() -> None:
    lines = run("--help").stdout.splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


def test_version() -> None:
    assert run("--version").stdout == f"policyc {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_fits_a_screen(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_an_unknown_command_gets_the_nearest() -> None:
    result = run("chekc")
    assert result.exit_code == 2
    assert 'Did you mean "check"?' in result.stderr


def test_a_command_far_from_all_gets_no_proposal() -> None:
    result = run("xyzzy")
    assert result.exit_code == 2
    assert "Did you mean" not in result.stderr


def test_an_unknown_command_is_none() -> None:
    assert isinstance(program, Program)
    assert program.get_command(click.Context(program), "nope") is None


def test_a_fault_shows_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("policyc.cli.check.check", lambda *_: 1 / 0)
    assert main(["check", str(tmp_path)]) == 4
    told = capsys.readouterr().err
    assert "internal error (ZeroDivisionError)" in told
    assert "Traceback" not in told
    details = next(Path(word.rstrip(".")) for word in told.split() if word.startswith(str(tmp_path)))
    assert "Traceback" in details.read_text()
    assert "report it" in told


def test_a_fault_whose_details_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_error: BaseException) -> str:
        raise OSError("no room")

    monkeypatch.setattr("policyc.cli.crash.write_details", fail)
    monkeypatch.setattr("policyc.cli.check.check", lambda *_: 1 / 0)
    assert main(["check"]) == 4
    assert "could not be written: no room" in capsys.readouterr().err


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (click.Abort(), 130)])
def test_an_interruption_is_no_finding(error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr("policyc.cli.check.check", stop)
    assert main(["check"]) == code


def test_an_interruption_before_a_command_is_known_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("policyc.cli.program.run", stop)
    assert main(["check"]) == 130


def test_a_reader_that_goes_away_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("policyc.cli.check.check", stop)
    monkeypatch.setattr(sys, "stderr", open("/dev/null", "w"))  # noqa: PTH123, SIM115 - closed by the code under test
    assert main(["check"]) == 2


def test_wrong_use_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fail-on", "everything"]) == 2
    assert "everything" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "deal.policy", "--fail-on", "never"), 0),
        (("check", "deal.policy", "--fail-on", "note"), 1),
        (("check", "nowhere"), 2),
        (("check", "empty"), 3),
        (("rules",), 0),
    ],
)
def test_codes_of_real_processes(arguments: tuple[str, ...], code: int, tmp_path: Path) -> None:
    deal(tmp_path)
    (tmp_path / "empty").mkdir()
    done = spawn(*arguments, cwd=tmp_path)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr

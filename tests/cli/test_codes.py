"""Exit codes as a shell sees them: each from a process of its own, and which one wins where several apply."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import BROKEN, CLASH, DEAL, deal, spawn

ROOT = Path(__file__).resolve().parents[2]
QUOTED = DEAL.replace("with opt-in consent", 'if "the moon is full"')
SUPPRESSED = CLASH.replace("4.7:", "# policyc: ignore[contradiction]: agreed by telephone\n4.7:")


def code(folder: Path, text: str, *arguments: str) -> int:
    """The exit code of checking one file; whatever it is, nobody sees a traceback."""
    deal(folder, text)
    done = spawn("check", "deal.policy", *arguments, cwd=folder)
    assert "Traceback" not in done.stderr + done.stdout
    return done.returncode


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        (DEAL, (), 0),
        (CLASH, ("--fail-on", "never"), 0),
        (SUPPRESSED, ("--select", "contradiction"), 0),
        (QUOTED, ("--select", "contradiction"), 0),
        (CLASH, (), 1),
        (DEAL, ("--fail-on", "note"), 1),
        (DEAL, ("--fail-on", "everything"), 2),
        (DEAL, ("--format", "pdf"), 2),
        (DEAL, ("--no-such-option",), 2),
        (DEAL, ("--baseline", "missing.json"), 2),
        (DEAL, ("--format", "sarif=no/such/folder/x.sarif"), 2),
        (DEAL, ("missing.policy",), 2),
        (BROKEN, (), 3),
        (BROKEN, ("--fail-on", "never"), 3),
        (DEAL, ("--as-of", "1999-01-01"), 3),
    ],
)
def test_each_code(text: str, arguments: tuple[str, ...], expected: int, tmp_path: Path) -> None:
    assert code(tmp_path, text, *arguments) == expected


def test_nothing_to_check_is_incomplete(tmp_path: Path) -> None:
    assert spawn("check", ".", cwd=tmp_path).returncode == 3


def test_a_file_that_is_not_read_makes_a_run_incomplete(tmp_path: Path) -> None:
    (tmp_path / "latin.policy").write_bytes(b"Caf\xe9 is a party.\n")
    assert code(tmp_path, DEAL, ".") == 3


@pytest.mark.parametrize(
    ("text", "arguments", "expected"),
    [
        (CLASH + BROKEN, (), 3),
        (CLASH + BROKEN, ("missing.policy",), 2),
        (CLASH, ("-o", "no/such/folder/x.txt"), 2),
        (BROKEN, ("-o", "no/such/folder/x.txt"), 2),
    ],
)
def test_incomplete_before_findings_and_wrong_use_before_both(
    text: str, arguments: tuple[str, ...], expected: int, tmp_path: Path
) -> None:
    assert code(tmp_path, text, *arguments) == expected


@pytest.mark.parametrize("arguments", [(), ("missing.policy",), ("-o", "no/such/folder/x.txt")])
def test_a_fault_in_policyc_comes_before_all(arguments: tuple[str, ...], tmp_path: Path) -> None:
    for part in ("policyc", "grammar", "policies", "reports"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "grammar" / "policy.lark").write_text("start: \n  | (", encoding="utf-8")
    deal(tmp_path, CLASH + BROKEN)
    environment = os.environ | {"TMPDIR": str(tmp_path), "POLICYC_CACHE": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "policyc", "check", "deal.policy", *arguments]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    assert "this is a fault in policyc" in done.stderr
    (details,) = tmp_path.glob("policyc-*.txt")
    assert str(details) in done.stderr
    assert "Traceback" in details.read_text(encoding="utf-8")


def test_an_interruption(tmp_path: Path) -> None:
    deal(tmp_path)
    os.mkfifo(tmp_path / "nobody-reads")
    command = [sys.executable, "-m", "policyc", "check", "--format", "concise", "--format", "json=nobody-reads"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        while "in 1 agreement" not in process.stdout.readline():
            assert process.poll() is None
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=60)
    assert process.returncode == 130, told
    assert "Traceback" not in told[1]

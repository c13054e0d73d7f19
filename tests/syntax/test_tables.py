"""The tables beside the grammar: those that Lark makes of it, and used only while that is so."""

import subprocess
import sys
from pathlib import Path

import pytest

from policyc.resources import resource
from policyc.syntax import export, load, tables
from policyc.syntax.export import made
from tests.syntax.test_language_examples import EXAMPLES

BROKEN = "4.1: Facebook may for."


def test_the_shipped_tables_are_those_of_the_grammar() -> None:
    """Where this fails: `python -m policyc.syntax.export`."""
    shipped = (resource("grammar") / tables.FILE).read_text(encoding="utf-8")
    assert shipped == tables.to_text(made())


def test_tables_are_read_as_they_were_written() -> None:
    assert load.tables() == made()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the grammar alone, in which tables are looked for."""
    text = (resource("grammar") / "policy.lark").read_text(encoding="utf-8")
    (tmp_path / "policy.lark").write_text(text, encoding="utf-8")
    for module in (tables, load, export):
        monkeypatch.setattr(module, "resource", lambda name: tmp_path)
    return tmp_path


def test_without_tables_they_are_made(folder: Path) -> None:
    assert load.tables.__wrapped__() == made()


def test_tables_of_another_grammar_are_not_used(folder: Path) -> None:
    other = tables.to_text(made()).replace(tables.fingerprint(), "0" * 64)
    (folder / tables.FILE).write_text(other, encoding="utf-8")
    assert load.tables.__wrapped__().made_from == tables.fingerprint()


def test_the_command_writes_them(folder: Path) -> None:
    export.main()
    assert (folder / tables.FILE).read_bytes() == (resource("grammar") / tables.FILE).read_bytes()


def loaded_by(text: str) -> set[str]:
    """Which of Lark and the diagnoses a process loads to parse a text."""
    script = (
        "import sys\nfrom policyc.source import Source\nfrom policyc.syntax import parse\n"
        f"parse(Source('x', {text!r}))\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split()) & {"lark", "policyc.syntax.diagnose"}


def test_sound_text_is_read_without_lark() -> None:
    assert not loaded_by(EXAMPLES.read_text(encoding="utf-8"))
    assert loaded_by(BROKEN) == {"lark", "policyc.syntax.diagnose"}

"""Every example of docs/report.md is run, in a folder of its own, one after the other as a reader would."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from policyc.cli.program import program

PAGE = Path(__file__).resolve().parents[2] / "docs" / "report.md"
FILE = re.compile(r"^<!-- (\S+\.policy) -->\n```policy\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def ran(block: str) -> str:
    """A block of commands with what they print now."""
    shown = ""
    for line in block.splitlines():
        if line.startswith("$ policyc "):
            shown += f"{line}\n{CliRunner().invoke(program, shlex.split(line)[2:]).output}"
        elif line.startswith("$ "):
            subprocess.run(shlex.split(line)[1:], check=True)
            shown += f"{line}\n"
    return shown


def test_every_command_prints_what_the_page_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set ``POLICYC_WRITE_DOCS=1`` to write the page anew."""
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text(encoding="utf-8")
    for name, policy in FILE.findall(text):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(policy, encoding="utf-8")
    written = [(block, ran(block)) for block in CONSOLE.findall(text)]
    if os.environ.get("POLICYC_WRITE_DOCS"):
        for before, now in written:
            text = text.replace(before, now, 1)
        PAGE.write_text(text, encoding="utf-8")
    else:
        assert len(written) == 5
        assert [before for before, _ in written] == [now for _, now in written]

"""Starting the command line is quick because it loads nothing that the command does not need."""

import subprocess
import sys

HEAVY = {"lark", "pydantic", "jinja2", "rich"}


def test_help_loads_no_heavy_library() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "policyc", "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "policyc" in loaded
    assert not loaded & HEAVY

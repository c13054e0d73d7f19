"""Scratch folders with agreements, and programs run in them as a CI server runs them: with no trace of this checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.cli.running import CLASH, DEAL
from tests.tools.npm import missing

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / ".venv" / "bin"
NO_PACKAGES = (
    "No matching distribution",
    "Could not find a version",
    "NewConnectionError",
    "ConnectionError",
    "resolve",
)
HARM = ["\"; touch pwned; '", "$(touch pwned)`touch pwned`", "x\ntouch pwned", "--help"]
"""What somebody might give as an input who wants it run."""


def builtin_schema(name: str) -> dict[str, Any]:
    """A schema of a file that services read, as check-jsonschema ships it."""
    spec = find_spec("check_jsonschema")
    assert spec is not None
    folder = Path(str(spec.origin)).parent / "builtin_schemas" / "vendor"
    schema: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return schema


def agreements(folder: Path) -> Path:
    """A folder with a file that is clean as far as errors go, and one that contradicts itself."""
    (folder / "clean").mkdir(parents=True)
    (folder / "clean" / "deal.policy").write_text(DEAL, encoding="utf-8")
    (folder / "bad deals").mkdir()
    (folder / "bad deals" / "clash.policy").write_text(CLASH.replace('"Deal"', '"Clash"'), encoding="utf-8")
    return folder


def run_in(
    folder: Path, command: Sequence[str | Path], variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A program run in a folder, apart from the settings of this Python and of coverage."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "VIRTUAL"))}
    environment = kept | dict(variables or {})
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def demand_installed(done: subprocess.CompletedProcess[str]) -> None:
    """Skip where packages cannot be had, which fails in CI; any other trouble fails everywhere."""
    told = done.stdout + done.stderr
    if done.returncode and any(words in told for words in NO_PACKAGES):
        missing(f"packages cannot be installed here: {told[-600:]}")
    assert done.returncode == 0, told


def copy_of_checkout(folder: Path) -> Path:
    """A copy of what policyc is made from, as a repository with one commit."""
    leave_out = shutil.ignore_patterns("__pycache__")
    for name in ("policyc", "grammar", "policies", "reports"):
        shutil.copytree(ROOT / name, folder / name, ignore=leave_out)
    for name in ("pyproject.toml", "requirements.txt", "README.md", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder


def commit(folder: Path) -> str:
    """Make a folder a repository with all that is in it; the name of the commit."""
    as_nobody = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "-A"), (*as_nobody, "commit", "-q", "-m", "all")):
        done = run_in(folder, ["git", *arguments])
        assert done.returncode == 0, done.stderr
    return run_in(folder, ["git", "rev-parse", "HEAD"]).stdout.strip()

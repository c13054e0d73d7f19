"""Programs from npm that the tests judge output with; ``run.py test`` installs what ``package.json`` names."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

MULTITOOL = f"@microsoft/sarif-multitool-{sys.platform}"
MODULES = Path(__file__).resolve().with_name("node_modules")


def npm_file(path: str) -> Path:
    """A file of an installed package; without it the test is skipped, and in CI it fails."""
    file = MODULES / path
    if not file.is_file():
        missing(f"tests/tools/node_modules/{path} is missing: `npm ci --prefix tests/tools` installs it")
    return file


def missing(what: str) -> NoReturn:
    """Skip a test for want of a tool; in CI it fails, since there nothing may be left untested."""
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(what)
    pytest.skip(what)


def sarif_schema() -> dict[str, object]:
    """The JSON Schema of SARIF 2.1.0, as Microsoft ships it."""
    text = npm_file(f"{MULTITOOL}/sarif-2.1.0.json").read_text(encoding="utf-8-sig")
    schema: dict[str, object] = json.loads(text)
    return schema


def sarif_complaints(log: Path) -> list[str]:
    """What Microsoft's validator has to say of a log, a line each: it exits with 0 even where it finds errors."""
    tool = npm_file(f"{MULTITOOL}/Sarif.Multitool{'.exe' * (sys.platform == 'win32')}")
    tool.chmod(0o755)
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_CLI_TELEMETRY_OPTOUT": "1"}
    command: list[str | Path] = [tool, "validate", log, "--rule-kind", "Sarif;Gh"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)
    assert "Analysis completed successfully." in done.stdout, done.stdout + done.stderr
    return [
        line for line in done.stdout.splitlines() if ": error " in line or ": warning " in line or ": note " in line
    ]

"""The same files are told the same, to the byte: whatever the processes, the cache, the hash seed and the order given."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.portfolio import write

AGREEMENTS = 70
"""More than are examined together at once, so that files are examined apart, and by more than one process."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A folder of agreements, some of which clash, and what is said of it in one process without a cache."""
    folder = tmp_path_factory.mktemp("portfolio")
    write(AGREEMENTS, folder)
    suppress(folder)
    return folder, check(folder, "1", "--jobs", "1", "--no-cache")


def suppress(folder: Path) -> None:
    """Give the header of every third file a suppression, half of them with an end that is over."""
    for number, file in enumerate(sorted(folder.rglob("*.policy"))):
        end = "2025-12-31" if number % 2 else "2026-12-31"
        mark = f"# policyc: ignore[contradiction, no-role, no-audit, no-rights-route] until {end}: agreed\n"
        if number % 3 == 0:
            text = file.read_text(encoding="utf-8")
            file.write_text(re.sub(r"^(?=agreement \")", mark, text, flags=re.MULTILINE), encoding="utf-8")


def check(folder: Path, seed: str, *options: str, cache: Path | None = None) -> bytes:
    """What ``policyc check`` prints of a folder, as JSON."""
    command = [sys.executable, "-m", "policyc", "check", ".", "--format", "json", "--fail-on", "never", *options]
    command += ["--today", "2026-06-01"]
    environment = {**os.environ, "PYTHONHASHSEED": seed} | ({"POLICYC_CACHE": str(cache)} if cache else {})
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_processes_and_hash_seeds_change_nothing(told: tuple[Path, bytes]) -> None:
    folder, expected = told
    assert b'"contradiction"' in expected
    assert b'"suppressed": "agreed (until 2026-12-31' in expected
    assert b'"expired-suppression"' in expected
    assert check(folder, "2", "--jobs", "2", "--no-cache") == expected


def test_a_cache_changes_nothing(told: tuple[Path, bytes], tmp_path: Path) -> None:
    folder, expected = told
    assert check(folder, "3", "--jobs", "2", cache=tmp_path) == expected
    assert check(folder, "4", "--jobs", "1", cache=tmp_path) == expected

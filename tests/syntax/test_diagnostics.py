"""What a writer reads about broken sentences: for each file in ``broken/``, exactly the text beside it.

``POLICYC_REWRITE=1 pytest tests/syntax/test_diagnostics.py`` writes those texts anew; read the difference before you keep it.
"""

import os
from pathlib import Path

import pytest

from policyc.findings import Finding
from policyc.source import Source, visible
from policyc.syntax import parse

BROKEN = Path(__file__).with_name("broken")
FILES = sorted(BROKEN.glob("*.policy"))
WIDTH = 110


def report(path: Path) -> str:
    """Everything that is reported about a file, as a reader sees it."""
    source = Source(path.name, path.read_bytes().decode())
    parsed, findings = parse(source)
    found = sorted(findings.found, key=lambda finding: finding.sort_key)
    unchecked = ", ".join(str(each.place.line) for each in findings.unchecked) or "none"
    ending = f"{len(parsed.sentences)} sentences read, not checked in lines: {unchecked}\n"
    return "\n".join([*(told(finding, source) for finding in found), ending])


def told(finding: Finding, source: Source) -> str:
    """One finding: place, message, the line with what is at fault marked, and what mends it."""
    place = finding.primary.place
    line = source.lines[place.line - 1]
    last = place.end_column if place.end_line == place.line else len(line) + 1
    before, fault = visible(line[: place.column - 1]), visible(line[place.column - 1 : last - 1])
    start = max(0, len(before) + len(fault) - WIDTH)
    marks = " " * (len(before) - start) + "^" * max(1, len(fault))
    return "\n".join(
        [
            f"{place}: {finding.severity.value}: {finding.message} [{finding.rule}]",
            f"  | {visible(line)[start : start + WIDTH]}",
            f"  | {marks}",
            f"help: {finding.help}\n",
        ]
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_explained(path: Path) -> None:
    expected = path.with_suffix(".txt")
    if os.environ.get("POLICYC_REWRITE"):
        expected.write_text(report(path), encoding="utf-8")
    assert report(path) == expected.read_text(encoding="utf-8")


def test_there_are_many_broken_files() -> None:
    assert len(FILES) >= 45
    assert {path.stem for path in FILES} == {path.stem for path in BROKEN.glob("*.txt")}

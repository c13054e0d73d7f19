"""What a writer reads about broken sentences: for each file in ``broken/``, exactly the text beside it.

``POLICYC_REWRITE=1 pytest tests/syntax/test_diagnostics.py`` writes those texts anew; read the difference before you keep it.
"""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.findings import Finding
from policyc.source import Source, visible
from policyc.syntax import parse, parse_question
from tests.syntax.test_grammar import ORDINARY_NAMES, reserved_words
from tests.syntax.test_roundtrip import quick

BROKEN = Path(__file__).with_name("broken")
FILES = sorted(BROKEN.glob("*.policy"))
WIDTH = 110
NOISE = [
    "4.1:",
    "4(a)",
    "4.1.",
    "30",
    "days",
    "6",
    "August",
    "2018",
    ",",
    ".",
    ":",
    "(",
    ")",
    '"',
    '"',
    ";",
    "—",
    "%",
    "?",
    "..",
    "\n",
    "agreement",
    '"x"',
    "means",
    "promptly",
    "every",
    "once",
    "at",
    "most",
    "prevails",
    "over",
    "survives",
    "termination",
    "clause",
    "#",
    "Inc.",
    "U.S.",
    "permitted",
    "ensure",
    "\u200b",
    "be",
    "have",
    "purpose",
]


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


PROPOSED = re.compile(r"`([^`…]*[^`.…][.?])`")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_proposed_sentence_can_be_read(path: Path) -> None:
    _, findings = parse(Source(path.name, path.read_bytes().decode()))
    for finding in findings.found:
        for sentence in PROPOSED.findall(finding.help):
            assert not parse(Source("proposed", sentence))[1].found, sentence


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("", "A question begins with `May`, `Must`, `Who`, `What` …"),
        ("Facebook may use bank data.", "A question begins with `May`, `Must`, `Who`, `What` …"),
        (
            "May Facebook use bank data for such?",
            "`such` cannot be part of a name: it points at what was said before.",
        ),
        ("May Facebook use bank data for?", "After `for` nothing stands that it could mean."),
        ("May Facebook use 'bank data'?", "Quotations stand between double quotation marks."),
        ('May Facebook use "bank data?', "A quotation begins here, and no quotation mark closes it."),
    ],
)
def test_a_broken_question_is_explained(asked: str, message: str) -> None:
    question, findings = parse_question(Source("question", asked))
    assert question is None
    assert [finding.message for finding in findings.found] == [message]
    assert [each.incomplete for each in findings.unchecked] == [True]


def test_a_finding_names_the_clause_and_quotes_the_sentence() -> None:
    _, findings = parse(Source("test.policy", "# one\n4.1: Facebook may  only use names.\n"))
    (finding,) = findings.found
    assert finding.primary.clause == "4.1"
    assert finding.primary.quote == "4.1: Facebook may only use names."
    assert str(findings.unchecked[0].place) == "test.policy:2:1"
    assert findings.unchecked[0].reason == "broken sentence"


def test_what_is_long_is_cut() -> None:
    _, findings = parse(Source("test.policy", f"{'x' * 1000} may only {'y' * 1000} with consent for {'z' * 1000}."))
    (finding,) = findings.found
    assert all(len(text) < 700 for text in (finding.message, finding.help, finding.primary.quote))
    assert "…" in finding.primary.quote


WORDS = st.sampled_from([*reserved_words(), *ORDINARY_NAMES[0].split(), *NOISE])


@quick
@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_whatever_is_broken_is_explained_once(text: str) -> None:
    parsed, findings = parse(Source("test.policy", text))
    about_characters = [finding for finding in findings.found if finding.rule == "unseen-character"]
    assert len(findings.unchecked) == len(parsed.broken) >= len(findings.found) - len(about_characters)
    for finding in findings.found:
        assert finding.message
        assert finding.help
        assert "``" not in finding.message
        assert not re.search(r"\b[A-Z]+_[A-Z]|WORD|ARTICLE|_STOP", finding.message + finding.help)


def test_there_are_many_broken_files() -> None:
    assert len(FILES) >= 45
    assert {path.stem for path in FILES} == {path.stem for path in BROKEN.glob("*.txt")}

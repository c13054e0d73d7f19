"""Fingerprints: what they survive, on every example that policyc ships."""

import re
from collections import Counter
from pathlib import Path

import pytest

from policyc.findings import Finding, folded
from policyc.pipeline.formatting import formatted
from policyc.pipeline.road import examine
from policyc.source import Source

EXAMPLES = Path(__file__).resolve().parents[2] / "policies" / "examples"
FILES = sorted(EXAMPLES.glob("*.policy"))


def prints(findings: list[Finding]) -> Counter[str]:
    """The fingerprints of some findings."""
    return Counter(finding.fingerprint for finding in findings)


def found(text: str, path: str = "a.policy") -> Counter[str]:
    """The fingerprints of what is found in a text."""
    return prints(examine([Source(path, text)]).findings.found)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_canonical_form_another_name_and_blank_lines_change_none(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    expected = found(text)
    assert found(formatted(Source("a.policy", text)).text, "b/c.policy") == expected
    assert found("# first\n\n" + re.sub(r"(?<=\.)\n", "\n\n", text)) == expected


def test_clauses_in_another_order_and_comments_inside_change_none() -> None:
    head = 'Acme is a bank. Globex is a platform.\nagreement "Deal" between Acme and Globex.\n'
    clauses = ("1: Acme must not use names for advertising.\n", "2: Acme may use names  # why\n for advertising.\n")
    assert found(head + "".join(clauses)) == found(head + "".join(reversed(clauses))) != Counter()
    assert found(head + "".join(clauses)) == found(head + "".join(clauses).replace("  # why", ""))


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("Within Forty-Five (45)  days", "within 45 days"),
        ("“Ann’s”", '"ann\'s"'),
        ("nineteen or twenty or ninety-nine", "19 or 20 or 99"),
        ("two-fold stone someone", "two-fold stone someone"),
    ],
)
def test_what_does_not_count_is_folded(words: str, same: str) -> None:
    assert folded(words) == same


def test_other_words_are_another_finding() -> None:
    head = 'Acme is a bank. Globex is a platform.\nagreement "Deal" between Acme and Globex.\n'
    one, other = (head + f"1: Acme must use {data} in Germany.\n" for data in ("purple data", "yellow data"))
    assert found(one) != found(other)

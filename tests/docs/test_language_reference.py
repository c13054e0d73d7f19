"""The language reference: every example in it can be read, and says nothing of what it must not."""

import re

import pytest

from policyc.resources import resource
from policyc.source import Source
from policyc.syntax import format_tree, parse

PAGE = (resource("grammar").parent / "docs" / "language.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```policy\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_there_are_examples_of_every_part() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^```policy", PAGE, re.MULTILINE)) >= 8


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_read(example: str) -> None:
    parsed, findings = parse(Source("language.md", example))
    assert not findings.found, [finding.message for finding in findings.found]
    assert parsed.sentences
    assert parse(Source("language.md", format_tree(parsed)))[0] == parsed


@pytest.mark.parametrize("rule", ["stop-word", "mixed-list", "unseen-character", "look-alike-character", "limit"])
def test_what_stops_a_sentence_is_named(rule: str) -> None:
    assert f"`{rule}`" in PAGE

"""Every example of the language reference is understood, and every sentence form in it parses."""

import re

import pytest

from policyc.pipeline.road import examine
from policyc.source import Source
from policyc.syntax import parse
from tests.docs.test_examples import POLICY, ROOT

PAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
BETWEEN = re.findall(r"`([^`]+\.)`", PAGE.split("## Between clauses")[1].split("## Requirements")[0])


@pytest.mark.parametrize("text", POLICY.findall(PAGE))
def test_an_example_is_understood(text: str) -> None:
    examination = examine([Source("language.policy", text)])
    assert not [item for item in examination.findings.unchecked if item.incomplete], examination.findings.found


@pytest.mark.parametrize("sentence", BETWEEN)
def test_a_sentence_between_clauses_parses(sentence: str) -> None:
    tree, findings = parse(Source("between.policy", sentence.replace("EVENT", "deletion")))
    assert not findings.found
    assert len(tree.sentences) == 1

"""Checking paths: the report, and the texts that it quotes."""

from __future__ import annotations

from pathlib import Path

import pytest

from policyc.pipeline.check import Settings, check_paths
from policyc.pipeline.selection import Selection
from tests.cli.running import DEAL, deal


def test_texts_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    path = deal(tmp_path)
    texts = check_paths([path], Settings()).texts
    assert (len(texts), list(texts)) == (1, [path])
    assert texts[path].text == DEAL


def test_a_text_that_is_gone_is_no_text(tmp_path: Path) -> None:
    path = deal(tmp_path)
    texts = check_paths([path], Settings()).texts
    Path(path).unlink()
    assert texts.get(path) is None
    with pytest.raises(KeyError):
        texts["elsewhere.policy"]


def test_findings_are_picked(tmp_path: Path) -> None:
    path = deal(tmp_path)
    every = check_paths([path], Settings()).report
    some = check_paths([path], Settings(), Selection(("alias",))).report
    assert every.findings
    assert not some.findings
    assert some.summary.files == every.summary.files == 1

"""Files that are examined apart first are told the same of as files that are examined together at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from policyc.pipeline.check import Settings, check_paths
from policyc.resources import resource
from tests.cli.running import BROKEN, CLASH, DEAL, deal


def test_apart_says_the_same(tmp_path: Path) -> None:
    deal(tmp_path, CLASH)
    deal(tmp_path, BROKEN, "broken.policy")
    deal(tmp_path, DEAL.replace("may share", "must not share").replace('"Deal"', '"Other"'), "other.policy")
    paths = [str(tmp_path), str(resource("policies") / "examples" / "messenger-banking.policy")]
    together = check_paths(paths, Settings())
    apart = check_paths(paths, replace(Settings(), apart=True))
    assert len(together.report.findings) > 10
    assert apart.report == together.report

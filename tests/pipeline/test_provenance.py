"""Provenance: the very bytes, what was asked for, and what became of each rule."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from policyc.findings import Severity
from policyc.pipeline.baseline import held_against, read, written
from policyc.pipeline.cache.make import make
from policyc.pipeline.cache.store import Store
from policyc.pipeline.check import Settings, check_paths
from policyc.pipeline.files import Inputs, read_paths
from policyc.pipeline.rule_views import catalogue, kept_catalogue
from policyc.pipeline.run import run, run_inputs
from policyc.pipeline.selection import Selection
from policyc.report import InputView, Report
from policyc.rules.catalogue import rules
from tests.cli.running import CLASH, deal


def test_every_file_that_was_met_is_told_by_its_bytes(tmp_path: Path) -> None:
    mark = b"\xef\xbb\xbf" + CLASH.replace("\n", "\r\n").encode()
    (tmp_path / "a.policy").write_bytes(mark)
    (tmp_path / "b.policy").write_bytes(b"\xff\xfe")
    (tmp_path / "c.policy").symlink_to("/dev/null")
    views = read_paths([str(tmp_path)]).read
    assert views == [
        InputView(f"{tmp_path}/a.policy", hashlib.sha256(mark).hexdigest(), len(mark)),
        InputView(f"{tmp_path}/b.policy", hashlib.sha256(b"\xff\xfe").hexdigest(), 2),
        InputView(f"{tmp_path}/c.policy", "", 0),
    ]


def by_check(path: str) -> Report:
    """The report of a check."""
    settings = Settings(as_of=date(2020, 6, 1), laws=("GDPR",))
    return check_paths([path], settings, Selection(("contradiction",), ("alias",))).report


def by_run(path: str) -> Report:
    """The report of a run."""
    return run_inputs(
        read_paths([path]), Selection(("contradiction",), ("alias",)), date(2020, 6, 1), None, ("GDPR",)
    ).report


@pytest.mark.parametrize("made", [by_check, by_run])
def test_what_was_asked_for_is_told(made: object, tmp_path: Path) -> None:
    path = deal(tmp_path, CLASH)
    found = made(path).provenance  # type: ignore[operator]
    assert (found.paths, found.as_of, found.laws) == ((path,), date(2020, 6, 1), ("GDPR",))
    assert (found.select, found.ignore, found.shipped) == (("contradiction",), ("alias",), make().hex())
    assert [each.path for each in found.inputs] == [path]
    assert found.baseline is None


@pytest.mark.parametrize("made", [by_check, by_run])
def test_what_became_of_each_rule_is_told(made: object, tmp_path: Path) -> None:
    report = made(deal(tmp_path, CLASH))  # type: ignore[operator]
    views = {view.name: view for view in report.rules}
    assert list(views) == list(rules())
    assert [name for name, view in views.items() if view.ran] == ["contradiction"]
    found = views["contradiction"]
    assert (found.family, found.severity, found.found, found.gravest) == ("purpose", Severity.ERROR, 1, Severity.ERROR)
    assert found.summary == rules()["contradiction"].summary
    assert found.why.startswith("The party that drafted")
    assert "## " not in found.why + found.references


def test_suppressed_findings_of_a_rule_are_counted_apart(tmp_path: Path) -> None:
    text = CLASH.replace("4.7:", "# policyc: ignore[contradiction]: agreed with counsel\n4.7:")
    (view,) = (each for each in run([deal(tmp_path, text)]).report.rules if each.name == "contradiction")
    assert (view.found, view.suppressed, view.gravest) == (0, 1, None)


def test_the_catalogue_is_kept_and_read_back(tmp_path: Path) -> None:
    with Store(tmp_path) as store:
        assert kept_catalogue(store) == catalogue() == kept_catalogue(store)


def test_a_baseline_is_told_by_its_bytes_and_counts_no_more(tmp_path: Path) -> None:
    report = run([deal(tmp_path, CLASH)]).report
    file = tmp_path / "known.json"
    file.write_text(written(report.findings))
    held = held_against(report, read(file), lambda rule: True)
    assert held.provenance.baseline == InputView(
        str(file), hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_size
    )
    assert not any(view.found for view in held.rules)
    assert held.provenance.inputs == report.provenance.inputs


def test_texts_that_come_from_no_file_have_no_bytes() -> None:
    assert run_inputs(Inputs()).report.provenance.inputs == ()

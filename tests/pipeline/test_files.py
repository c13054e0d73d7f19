"""Finding and reading files."""

import os
from pathlib import Path

import pytest

from policyc.pipeline.files import read_paths, shown_path
from tests.cli.running import DEAL, deal


def test_folders_are_searched_and_hidden_ones_are_not(tmp_path: Path) -> None:
    for folder in ("b", "a/deep", ".hidden"):
        (tmp_path / folder).mkdir(parents=True)
        deal(tmp_path / folder)
    deal(tmp_path, "", "notes.txt")
    inputs = read_paths([str(tmp_path)])
    assert [Path(source.path).relative_to(tmp_path).as_posix() for source in inputs.sources] == [
        "a/deep/deal.policy",
        "b/deal.policy",
    ]
    assert not inputs.findings.found


def test_a_file_is_read_once_and_called_as_it_was_first_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deal(tmp_path)
    monkeypatch.chdir(tmp_path)
    inputs = read_paths(["./deal.policy", str(tmp_path / "deal.policy"), "."])
    assert [source.path for source in inputs.sources] == ["deal.policy"]
    assert inputs.files == {"deal.policy": Path("deal.policy")}


def test_any_name_will_do_for_a_file_that_is_given(tmp_path: Path) -> None:
    assert read_paths([deal(tmp_path, name="deal.txt")]).sources[0].text == DEAL


def test_missing_paths_are_listed(tmp_path: Path) -> None:
    inputs = read_paths([str(tmp_path / "no"), str(tmp_path / "nor")])
    assert [Path(path).name for path in inputs.missing] == ["no", "nor"]


def test_a_file_that_changes_into_something_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = deal(tmp_path)
    regular = iter([True, False])
    monkeypatch.setattr("policyc.pipeline.files.stat.S_ISREG", lambda _mode: next(regular))
    inputs = read_paths([path])
    assert not inputs.sources
    assert "not a regular file" in inputs.findings.found[0].message


def test_bytes_that_are_no_text_are_escaped() -> None:
    assert shown_path(os.fsdecode(b"a/caf\xe9")) == "a/caf\\xe9"

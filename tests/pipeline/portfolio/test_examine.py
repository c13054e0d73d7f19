"""Many files at once are told just what they are told as one workspace: however they are divided, kept or spread."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from policyc.pipeline import files
from policyc.pipeline.cache.store import FILE, checksum
from policyc.pipeline.check import Checked, Settings, check_paths
from policyc.pipeline.portfolio import examine, groups, pool, work
from policyc.pipeline.portfolio.result import Results
from policyc.pipeline.portfolio.task import Task
from policyc.pipeline.run import run
from policyc.report import Report
from tests.pipeline.portfolio.files import portfolios, written
from tests.reference.examples import examples


def told(report: Report) -> dict[str, object]:
    """What a reader of ``check`` is told."""
    return {
        name: getattr(report, name)
        for name in ("paths", "findings", "unchecked", "given", "laws", "summary", "judged_on")
    }


def whole(folder: Path) -> dict[str, object]:
    """What one workspace of all files says."""
    return told(run([str(folder)]).report)


def apart(folder: Path, monkeypatch: pytest.MonkeyPatch, largest: int = 500) -> dict[str, object]:
    """What is said when each file is examined by itself first."""
    with monkeypatch.context() as patch:
        patch.setattr(examine, "FEW", 0)
        patch.setattr(groups, "LARGEST_GROUP", largest)
        patch.setattr(groups, "BLOCK", 2)
        return told(check_paths([str(folder)], Settings()).report)


def same_apart(texts: list[str]) -> None:
    """Files apart, in groups and each with its neighbours, say what they say together."""
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as monkeypatch:
        folder = written(texts, Path(name) / "files")
        expected = whole(folder)
        for largest in (500, 0):
            found = apart(folder, monkeypatch, largest)
            for part, value in expected.items():
                assert found[part] == value, (largest, part, "\n---\n".join(texts))


@examples(40)
@given(portfolios())
def test_files_apart_say_what_they_say_together(texts: list[str]) -> None:
    same_apart(texts)


@pytest.mark.slow
@examples(600)
@given(portfolios())
def test_many_files_apart_say_what_they_say_together(texts: list[str]) -> None:
    same_apart(texts)


# What is kept

DEAL = """Alder Bank is a company. Birch Media is a company.
agreement "Deal {0}" between Alder Bank and Birch Media.
1: Birch Media {1} use location data for advertising.
2: Alder Bank may share location data with Birch Media for advertising.
"""
MANY = [DEAL.format(number, "must not" if number % 3 else "may") for number in range(4)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of deals that clash with one another, each of which is to be examined apart."""
    monkeypatch.setattr(examine, "FEW", 0)
    return written(MANY, tmp_path / "files")


def checked(folder: Path, cache: Path | None = None, jobs: int = 1) -> Checked:
    """The folder checked."""
    return check_paths([str(folder)], Settings(jobs=jobs, cache=cache))


def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are examined from now on, as they are."""
    found: list[str] = []
    original = work.results_of

    def noting(task: Task) -> Results:
        found.extend(task.wanted)
        return original(task)

    monkeypatch.setattr(work, "results_of", noting)
    return found


def test_a_second_run_works_nothing_out(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = checked(folder, tmp_path / "cache")
    again = worked(monkeypatch)
    assert checked(folder, tmp_path / "cache").report == first.report == checked(folder).report
    assert len(again) == 8  # without a cache: each file alone, then all as one group
    assert {finding.rule for finding in first.report.findings} >= {"contradiction"}


def test_an_edit_is_seen_and_what_it_cannot_touch_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "9.policy").write_text(DEAL.format(9, "may").replace("Alder", "Elm").replace("Birch", "Fir"))
    checked(folder, tmp_path / "cache")
    (folder / "9.policy").write_text(DEAL.format(9, "must not").replace("Alder", "Elm").replace("Birch", "Fir"))
    again = worked(monkeypatch)
    report = checked(folder, tmp_path / "cache").report
    assert [Path(path).name for path in again] == ["9.policy"]
    assert report == checked(folder).report


@pytest.mark.parametrize("harm", ["cut", "scramble", "text", "values", "folder"])
def test_a_damaged_cache_costs_time_and_nothing_else(folder: Path, tmp_path: Path, harm: str) -> None:
    cache = tmp_path / "cache"
    report = checked(folder, cache).report
    file = cache / FILE
    for beside in ("-wal", "-shm"):
        (cache / (FILE + beside)).unlink(missing_ok=True)
    match harm:
        case "cut":
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
        case "scramble":
            data = bytearray(file.read_bytes())
            data[100:] = bytes(each ^ 0x5A for each in data[100:])
            file.write_bytes(bytes(data))
        case "text":
            file.write_text("this is no database")
        case "values":
            with sqlite3.connect(file) as connection:
                connection.execute("UPDATE results SET value = x'00' || value")
        case "folder":
            file.unlink()
            file.mkdir()
    assert checked(folder, cache).report == report
    assert checked(folder, cache).report == report


def test_values_of_another_make_are_worked_out_anew(folder: Path, tmp_path: Path) -> None:
    report = checked(folder, tmp_path).report
    with sqlite3.connect(tmp_path / FILE) as connection:
        rows = connection.execute("SELECT key FROM results").fetchall()
        for (key,) in rows:
            value = b"\xc1 not what pack makes"
            connection.execute("UPDATE results SET value = ? WHERE key = ?", (checksum(key, value) + value, key))
    assert checked(folder, tmp_path).report == report


def test_a_cache_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = checked(folder, tmp_path / "file" / "cache")
    assert found.trouble
    assert found.report == checked(folder).report


def test_two_processes_say_the_same_and_share_a_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "WORTHWHILE", 1)
    monkeypatch.setattr(pool, "BATCH", 1)
    told: list[int] = []
    settings = Settings(jobs=2, cache=tmp_path, progress=lambda title, count: told.append)
    assert check_paths([str(folder)], settings).report == checked(folder, tmp_path).report
    assert sum(told) == 9  # four files read, four examined, and all as one group


def test_an_interrupted_run_leaves_nothing_half_done(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "WORTHWHILE", 1)
    monkeypatch.setattr(pool, "BATCH", 1)

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_paths(
            [str(folder)],
            Settings(jobs=2, cache=tmp_path, progress=lambda title, count: print if title == "Reading" else stop),
        )
    assert checked(folder, tmp_path).report == checked(folder).report


def test_a_file_that_changes_meanwhile_is_told_and_not_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = files.data_of

    def changing(candidate: files.Candidate) -> bytes:
        data = read(candidate)
        candidate.file.write_bytes(data + b"# later\n")
        return data

    monkeypatch.setattr(files, "data_of", changing)
    found = checked(folder, tmp_path).report
    assert {finding.rule for finding in found.findings} >= {"unreadable-file"}
    assert found.incomplete
    monkeypatch.undo()
    assert not {f.rule for f in checked(folder, tmp_path).report.findings} & {"unreadable-file"}


def test_files_without_a_document_are_examined_too(folder: Path) -> None:
    (folder / "empty.policy").write_text("")
    (folder / "names.policy").write_text("Elm Bank is a company.\n")
    assert told(checked(folder).report) == whole(folder)


def test_more_neighbours_than_are_looked_at_are_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groups, "LARGEST_GROUP", 0)
    monkeypatch.setattr(groups, "MOST_TOGETHER", 2)
    monkeypatch.setattr(groups, "BLOCK", 1)
    report = checked(folder).report
    assert any("files that bear on it" in item.reason for item in report.unchecked)
    assert report.incomplete

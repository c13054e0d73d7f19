"""policyc check --watch: in a process of its own, saved files beside it, until it is interrupted."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from policyc.cli import watching
from tests.cli.running import BROKEN, CLASH, DEAL, deal, run, spawn

PATIENCE = 60.0
END = "</end>"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="interrupts work otherwise there")


class Watching:
    """A process that watches; what it prints is read as it comes."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "policyc", "check", "--watch", *arguments]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        )
        self.lines: Queue[str] = Queue()
        self.read: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(END)

    def until(self, *words: str) -> str:
        """What it prints up to a line that holds some words; fails where that does not come."""
        found: list[str] = []
        while not found or not all(each in found[-1] for each in words):
            try:
                found.append(self.lines.get(timeout=PATIENCE))
            except Empty:
                raise AssertionError(f"{words} did not come after {self.read + found}") from None
            assert found[-1] != END, f"it ended before {words}: {self.read + found}"
        self.read += found
        return "".join(found)

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def watching_in(folder: Path, *arguments: str) -> Iterator[Watching]:
    watch = Watching(folder, *arguments)
    try:
        yield watch
    finally:
        watch.process.kill()
        watch.process.wait()
        assert watch.process.stdout
        watch.process.stdout.close()


def test_new_findings_are_told_and_gone_ones_named(tmp_path: Path) -> None:
    path = Path(deal(tmp_path))
    with watching_in(tmp_path) as watch:
        first = watch.until("Watching .; Ctrl-C ends.")
        assert "in 1 agreement (6 clauses, 1 file)." in first
        path.write_text(CLASH)
        told = watch.until("in 1 agreement (7 clauses, 1 file).")
        assert told.lstrip().startswith("Changed: deal.policy.\nerror: ")
        assert "[contradiction]" in told
        assert "onward" not in told
        path.write_text(DEAL)
        told = watch.until("in 1 agreement (6 clauses, 1 file).")
        assert "gone: deal.policy:" in told
        assert "[contradiction]" in told
        assert "  to cure" not in told
        path.write_text(DEAL + "# a remark\n")
        assert "Changed: deal.policy. Nothing new." in watch.until("in 1 agreement")
        assert watch.interrupt() == 130
        assert "Traceback" not in "".join(watch.read)


def test_broken_files_deletions_and_renames(tmp_path: Path) -> None:
    path = Path(deal(tmp_path))
    with watching_in(tmp_path, "--format", "concise") as watch:
        watch.until("Watching")
        path.write_text(BROKEN)
        assert "[broken-sentence]" in watch.until("in 1 agreement")
        path.write_bytes(b"\xff\xfe")
        assert "[unreadable-file]" in watch.until("Nothing was checked.")
        path.write_text(DEAL)
        assert "gone: deal.policy:1:1: error" in watch.until("(6 clauses, 1 file).")
        path.rename(tmp_path / "other.policy")
        assert "Changed: deal.policy, other.policy." in watch.until("(6 clauses, 1 file).")
        (tmp_path / "other.policy").unlink()
        assert "gone: " in watch.until("Nothing was checked.")
        below = tmp_path / "below"
        below.mkdir()
        deal(tmp_path, name="outside.txt")
        (tmp_path / "outside.txt").rename(below / "inside.policy")
        watch.until("(6 clauses, 1 file).")
        below.rename(tmp_path / ".hidden")
        assert "gone: below/inside.policy" in watch.until("Nothing was checked.")
        assert watch.interrupt() == 130


def test_a_file_that_is_given_may_be_replaced_and_come_back(tmp_path: Path) -> None:
    path = Path(deal(tmp_path))
    (tmp_path / "more").mkdir()
    with watching_in(tmp_path, "deal.policy", "more", "--no-cache", "--isolated") as watch:
        watch.until("Watching deal.policy, more; Ctrl-C ends.")
        deal(tmp_path, CLASH, "unread.policy")
        (tmp_path / "new").write_text(CLASH)
        (tmp_path / "new").replace(path)
        told = watch.until("(7 clauses, 1 file).")
        assert "Changed: deal.policy." in told
        path.unlink()
        assert 'Error: There is no file or folder "deal.policy".' in watch.until("Error")
        path.write_text(DEAL)
        assert "gone: " in watch.until("(6 clauses, 1 file).")
        deal(tmp_path / "more", DEAL.replace("Deal", "Second"), "second.policy")
        assert "Changed: more/second.policy." in watch.until("2 agreements")
        assert watch.interrupt() == 130


@pytest.mark.parametrize(
    "options",
    [
        ("--format", "json"),
        ("-o", "out.txt"),
        ("--format", "text", "--format", "concise=x"),
        ("--statistics",),
        ("--fix",),
    ],
)
def test_what_cannot_be_watched(options: tuple[str, ...], tmp_path: Path) -> None:
    path = deal(tmp_path)
    result = run("check", path, "--watch", *options)
    assert result.exit_code == 2
    assert "--watch" in result.stderr
    assert Path(path).read_text() == DEAL


def test_a_missing_path_is_told_at_once(tmp_path: Path) -> None:
    result = spawn("check", "--watch", "no-such.policy", cwd=tmp_path)
    assert result.returncode == 2
    assert "There is no file or folder" in result.stderr


def test_what_the_system_will_not_watch_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise OSError("too many open files")

    monkeypatch.setattr("watchfiles._rust_notify.RustNotify", refuse)
    result = run("check", deal(tmp_path), "--watch")
    assert result.exit_code == 2
    assert "cannot be watched: too many open files." in result.stderr


def test_without_the_library_the_way_to_get_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles._rust_notify", None)
    result = run("check", deal(tmp_path), "--watch")
    assert result.exit_code == 2
    assert "python -m pip install 'policyc[watch]'" in result.stderr


# In this process


class Told:
    """A notifier that tells what it is given."""

    def __init__(self, *told: set[tuple[int, str]] | str) -> None:
        self.told = list(told)

    def watch(self, *arguments: object) -> set[tuple[int, str]] | str:
        return self.told.pop(0)


def test_only_what_concerns_policies_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "folder.d").mkdir()
    names = {"a.policy", ".b.policy", "c.txt", "folder.d", "gone"}
    changes: watching.Changes = Queue()
    told = Told("timeout", {(1, str(tmp_path / name)) for name in names}, {(1, "/x/c.txt")}, "stop")
    watching.pass_on(told, None, changes, threading.Event())
    assert {Path(path).name for path in changes.get_nowait()} == {"a.policy", "folder.d", "gone"}
    assert changes.empty()
    watching.pass_on(
        Told({(2, "/x/a.policy"), (2, "/x/b.policy")}, "stop"), {"/x/a.policy"}, changes, threading.Event()
    )
    assert changes.get_nowait() == {"/x/a.policy"}


def put_all(changes: watching.Changes, folder: Path) -> None:
    for name in ("b", "a"):
        changes.put({str(folder / name)})


def test_changes_that_came_meanwhile_are_taken_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watching, "BLINK", 0.001)
    changes: watching.Changes = Queue()
    timer = threading.Timer(0.01, lambda: put_all(changes, tmp_path))
    timer.start()
    found = watching.next_changes(changes)
    timer.join()
    found += watching.next_changes(changes) if len(found) < 2 else []
    assert sorted(found) == ["a", "b"]


def test_another_drive_has_no_way_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(path: str) -> str:
        raise ValueError(path)

    monkeypatch.setattr("os.path.relpath", apart)
    assert watching.nearby("D:/x") == "D:/x"


def test_the_loop_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two saves, then an interruption; what a terminal gets."""
    path = Path(deal(tmp_path))
    saves: list[Callable[[], object]] = [lambda: path.write_text(CLASH), path.unlink]

    def next_changes(changes: watching.Changes) -> list[str]:
        if not saves:
            raise KeyboardInterrupt
        saves.pop(0)()
        return ["deal.policy"]

    monkeypatch.setattr(watching, "next_changes", next_changes)
    result = run("check", str(path), "--watch", "--format", "concise")
    assert result.exit_code == 1  # what click's own runner makes of an interruption
    assert result.stdout.count("Changed: deal.policy.\n") == 1
    assert "There is no file or folder" in result.stderr

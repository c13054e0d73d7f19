"""``--watch``: check again whenever a file is saved, and tell what is new, until somebody presses Ctrl-C."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING, Protocol

import click

from policyc.cli import output
from policyc.cli.loading import HERE
from policyc.pipeline.files import SUFFIX, shown_path
from policyc.render.concise import render_concise
from policyc.render.since import render_since
from policyc.render.text import render_text
from policyc.source import visible

if TYPE_CHECKING:
    from policyc.pipeline.check import Checked

READABLE = ("text", "concise")
"""The formats that somebody reads at a terminal."""
LONGEST, STEP, PATIENCE = 250, 20, 60_000
"""Milliseconds: how long saves that follow each other are taken as one, how often is looked, and for how long."""
BLINK = 0.5
"""Seconds after which a waiting process looks up, so that Ctrl-C works on every system."""

Changes = Queue[set[str]]


class Notifier(Protocol):
    """What watchfiles makes: told how long to wait, it gives the changes, or a word where there are none."""

    def watch(
        self, debounce_ms: int, step_ms: int, timeout_ms: int, stop_event: threading.Event
    ) -> set[tuple[int, str]] | str:
        """Wait for changes: pairs of a kind and a path; ``timeout`` or ``stop`` where there are none."""


def keep_watching(paths: Sequence[str], formats: Sequence[tuple[str, str | None]], look: Callable[[], Checked]) -> None:
    """Check, then check again on every save; ends only by an interruption.

    ``look`` checks once; a failure of it, as where a path has been deleted, is told and waited out.
    """
    (name, file), *others = formats
    if name not in READABLE or file or others:
        raise click.UsageError("--watch writes text or concise, and to the screen only.")
    with watchers(paths or HERE) as changes:
        before = first_look(look, name == "concise")
        click.echo(f"Watching {visible(', '.join(paths or HERE))}; Ctrl-C ends.", err=True)
        while True:
            changed = next_changes(changes)
            before = look_again(look, before, changed, name == "concise") or before


def first_look(look: Callable[[], Checked], concise: bool) -> Checked:
    """Check once and tell everything."""
    checked = look()
    report, width = checked.report, output.width()
    text = render_concise(report) if concise else render_text(report, checked.texts, width, output.colour())
    click.echo(text)
    return checked


def look_again(look: Callable[[], Checked], before: Checked, changed: Sequence[str], concise: bool) -> Checked | None:
    """Check once more and tell what is new; None where that could not be done, which is told."""
    try:
        after = look()
    except click.ClickException as error:
        error.show()
        return None
    text = render_since(
        before.report, after.report, changed, after.texts, output.width(), output.colour(), concise=concise
    )
    click.echo(text)
    return after


# Waiting


@contextmanager
def watchers(paths: Sequence[str]) -> Iterator[Changes]:
    """What changes under some paths from now on.

    Folders are watched with all that is below them. A file is watched by its folder, as many editors put a new file in
    the place of the old one.
    """
    folders = [path for path in paths if Path(path).is_dir()]
    files = {absolute(path) for path in paths if path not in folders}
    beside = sorted({str(Path(file).parent) for file in files})
    changes: Changes = Queue()
    stop = threading.Event()
    watches: list[tuple[Notifier, set[str] | None]] = []
    watches += [(notifier(folders, recursive=True), None)] if folders else []
    watches += [(notifier(beside, recursive=False), files)] if beside else []
    threads = [threading.Thread(target=pass_on, args=(*each, changes, stop), daemon=True) for each in watches]
    for thread in threads:
        thread.start()
    try:
        yield changes
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def notifier(paths: Sequence[str], recursive: bool) -> Notifier:
    """What tells of changes; from here on nothing is missed. Fails where the library is not installed."""
    try:
        from watchfiles._rust_notify import RustNotify
    except ImportError:
        raise output.Failure(
            "--watch needs the library watchfiles, which is not installed. "
            "Install it with policyc: python -m pip install 'policyc[watch]'."
        ) from None
    polling = os.environ.get("WATCHFILES_FORCE_POLLING", "") not in ("", "0", "false")
    try:
        return RustNotify([*map(absolute, paths)], False, polling, 100, recursive, True)
    except OSError as error:
        raise output.Failure(f"{', '.join(paths)} cannot be watched: {error}.") from None


def pass_on(notifier: Notifier, wanted: set[str] | None, changes: Changes, stop: threading.Event) -> None:
    """Pass on which policies were saved, deleted or renamed; ``wanted`` are the only files that count, if given."""
    while True:
        told = notifier.watch(LONGEST, STEP, PATIENCE, stop)
        if isinstance(told, str):
            if told == "timeout":
                continue
            return
        touched = {path for _, path in told if concerns(path, wanted)}
        if touched:
            changes.put(touched)


def concerns(path: str, wanted: set[str] | None) -> bool:
    """Whether a change concerns a run: that of a policy, or of a folder, which may hold some."""
    if wanted is not None:
        return path in wanted
    file = Path(path)
    return not file.name.startswith(".") and (file.suffix == SUFFIX or file.is_dir() or not file.suffix)


def next_changes(changes: Changes) -> list[str]:
    """Wait for the next changes; those that came meanwhile are taken with them. The paths as shown, in order."""
    while True:
        try:
            touched = changes.get(timeout=BLINK)
            break
        except Empty:
            continue
    while not changes.empty():
        touched |= changes.get()
    return sorted(shown_path(nearby(path)) for path in touched)


def absolute(path: str) -> str:
    """A path as the system tells it."""
    return str(Path(os.path.normpath(Path.cwd() / path)))


def nearby(path: str) -> str:
    """A path as it is reached from the current folder."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return path

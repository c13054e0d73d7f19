"""Long work on the command line: where results are kept, and the progress that a terminal shows."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from policyc.pipeline.check import silent
from policyc.pipeline.portfolio.pool import Progress

VARIABLE = "POLICYC_CACHE"
WORTH_SHOWING = 100
"""Fewer tasks than this are done before anybody could read how many there are."""


def cache_folder() -> Path:
    """The folder that keeps results: the one that the environment names, else the user's own for such things."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("policyc")


@contextmanager
def watched() -> Iterator[Callable[[str, int], Progress]]:
    """Progress on standard error, where that is a terminal and somebody has to wait."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bar:

        def begin(title: str, count: int) -> Callable[[int], None]:
            if count < WORTH_SHOWING:
                return silent(title, count)
            task = bar.add_task(title, total=count)
            return lambda done: bar.advance(task, done)

        yield begin

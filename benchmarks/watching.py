"""``policyc check --watch``: from the save of a file until what is new has been printed.

One process watches a portfolio. One agreement after another is saved with another number in it; each time is taken
until the line that sums up is read. What the file system and the wait for further saves take is in it. Beside it stands
what a fresh process with a filled cache takes for the same.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from statistics import median

from benchmarks.checking import CACHE, CHECK, OPTIONS, edited
from benchmarks.measure import HOME, python, run
from benchmarks.portfolio import write
from benchmarks.table import Table, figures, milliseconds, times

SIZES = (10, 100, 1_000)
SAVES = 20
PATIENCE = 120.0
SUMMED_UP = "in {size:,} agreements"


def measure(sizes: Sequence[int] = SIZES) -> list[Table]:
    """Save files of portfolios of several sizes while policyc watches them."""
    columns = ("agreements", "a save, ms", "slowest", "processor, ms", "a fresh process, ms", "of a fresh process")
    table = Table("`policyc check --watch`: from a save until all that is new is printed", columns)
    for size in sizes:
        saved, worked, fresh = taken(size)
        slowest = figures(max(saved) * 1000)
        ratio = times(median(saved) / fresh)
        work = milliseconds(worked and worked / SAVES)
        table.rows.append((f"{size:,}", milliseconds(median(saved)), slowest, work, milliseconds(fresh), ratio))
    table.notes.append(
        f"{SAVES} saves each, medians; *processor* is what the watching process itself worked for one, which "
        "does not move with what else the machine does. 20 ms of each save are the wait for another that may follow."
    )
    return [table]


def taken(size: int) -> tuple[list[float], float | None, float]:
    """The seconds of each save, those that the process worked for all, and those of a fresh process after an edit."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "portfolio"
        write(size, folder)
        environment = {CACHE: str(Path(temporary) / "cache")}
        with watching(folder, environment, SUMMED_UP.format(size=size)) as (process, said):
            before = processor_seconds(process)
            saved = [one_save(file, said) for file in some_files(folder)]
            after = processor_seconds(process)
        fresh = []
        for file in some_files(folder)[:5]:
            file.write_text(edited(file.read_text()))
            fresh.append(run(python(*CHECK, str(folder), *OPTIONS, "--jobs", "1"), 600, environment).seconds)
    worked = after - before if before is not None and after is not None else None
    return saved, worked, median(fresh)


def processor_seconds(process: int) -> float | None:
    """What a process has worked so far, in seconds; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def some_files(folder: Path) -> list[Path]:
    """Files to save, spread over the portfolio, each twice."""
    files = sorted(folder.rglob("*.policy"))
    return [files[number * len(files) // (SAVES // 2)] for number in range(SAVES // 2)] * 2


def one_save(file: Path, said: Queue[str]) -> float:
    """Save a file with another number in it; the seconds until what is new has been told."""
    text = edited(file.read_text())
    start = time.perf_counter()
    file.write_text(text)
    said.get(timeout=PATIENCE)
    return time.perf_counter() - start


@contextmanager
def watching(folder: Path, environment: dict[str, str], last: str) -> Iterator[tuple[int, Queue[str]]]:
    """A process that watches a folder, once it does: its number, and each line that sums up, as soon as it is read."""
    command = python("-u", "-m", "policyc", "check", "--watch", str(folder), "--format", "concise", "--jobs", "1")
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=HOME,
        env={**os.environ, **environment},
    )
    said: Queue[str] = Queue()

    def listen() -> None:
        assert process.stdout
        for line in process.stdout:
            if last in line or line.startswith("Watching"):
                said.put(line)

    threading.Thread(target=listen, daemon=True).start()
    try:
        while not said.get(timeout=PATIENCE).startswith("Watching"):
            pass
        yield process.pid, said
    finally:
        process.kill()
        process.wait()

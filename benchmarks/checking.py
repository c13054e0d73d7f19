"""Whole runs of ``policyc check`` over a portfolio: cold, warm, and after one file was edited.

Each run is a process of its own, timed from start to end. *Cold* starts with an empty cache folder, *warm* with what
the run before left there; for *one edited*, one number in one agreement was changed in between. Every run must find
the contradictions that were planted, and no others of that gravity.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

from benchmarks.measure import Ended, in_turns, python, run
from benchmarks.parsing import POSITIONS, bare
from benchmarks.portfolio import agreements, expected, write
from benchmarks.table import MISSING, Table, figures, mebibytes, times

COLUMNS = (
    "agreements, jobs",
    "cold, s",
    "files/s",
    "of Lark × jobs",
    "warm, s",
    "files/s",
    "one edited, s",
    "peak cold",
    "peak warm",
    "as planted",
)
SIZES = (100, 1_000, 10_000, 100_000)
JOBS = (1, 2)
SAMPLE = 500
CACHE = "POLICYC_CACHE"
CHECK = ("-m", "policyc", "check")
OPTIONS = ("--format", "concise", "--fail-on", "never")
REPEATS = ((2.0, 5), (20.0, 3))
"""How often runs of up to so many seconds are repeated; longer ones are done once."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The median time of some runs, their highest peak of memory, and whether each found what was planted."""

    seconds: float | None
    peak: int | None
    right: bool | None


UNKNOWN = Taken(None, None, None)


def measure(sizes: Sequence[int] = SIZES, jobs: Sequence[int] = JOBS, limit: float = 1800) -> list[Table]:
    """Check portfolios of several sizes; a run over ``limit`` seconds is ended, and larger ones are not begun."""
    lark = lark_rate()
    table = Table("`policyc check`, end to end", COLUMNS)
    table.notes.append(
        f"Lark alone (LALR, contextual lexer, tree with positions), one process, the same agreements: {figures(lark)} "
        "files/s. *As planted*: every run found exactly the contradictions that the generator put in."
    )
    if not has_cache():
        table.notes.append("This policyc keeps no cache: warm runs are not available.")
    if not has_jobs():
        table.notes.append("This policyc has no `--jobs`: runs in several processes are not available.")
    for chosen in jobs if has_jobs() else (1,):
        for size in sizes:
            cold, warm, edited = portfolio_runs(size, chosen, limit)
            table.rows.append(cells(size, chosen, lark, cold, warm, edited))
            if cold.seconds is None:
                break
    return [table]


def cells(size: int, jobs: int, lark: float, cold: Taken, warm: Taken, edited: Taken) -> list[str]:
    """One row of the table."""
    rates = [size / each.seconds if each.seconds else None for each in (cold, warm)]
    right = [each.right for each in (cold, warm, edited) if each.right is not None]
    return [
        f"{size:,}, {jobs}",
        figures(cold.seconds),
        figures(rates[0]),
        times(rates[0] and rates[0] / lark / jobs),
        figures(warm.seconds),
        figures(rates[1]),
        figures(edited.seconds),
        mebibytes(cold.peak),
        mebibytes(warm.peak),
        MISSING if not right else "yes" if all(right) else "**no**",
    ]


def lark_rate(repeats: int = 3) -> float:
    """How many of the portfolio's files a second Lark alone parses."""
    texts = [text for _, text in agreements(SAMPLE)]
    return SAMPLE / in_turns({POSITIONS: bare(texts, True)}, repeats)[POSITIONS]


@cache
def help_text() -> str:
    """What ``policyc check --help`` says."""
    return run(python(*CHECK, "--help")).output


def has_jobs() -> bool:
    """Whether this policyc can use several processes."""
    return "--jobs" in help_text()


def has_cache() -> bool:
    """Whether this policyc keeps results from run to run."""
    return "--no-cache" in help_text()


@contextmanager
def folder() -> Iterator[Path]:
    """A temporary folder."""
    path = Path(tempfile.mkdtemp(prefix="policyc-benchmark-"))
    try:
        yield path
    finally:
        shutil.rmtree(path)


def portfolio_runs(size: int, jobs: int, limit: float) -> tuple[Taken, Taken, Taken]:
    """Cold, warm and edited runs over one portfolio."""
    with folder() as home:
        files, store = home / "agreements", home / "cache"
        write(size, files)

        def once(before: Callable[[], None]) -> Ended:
            before()
            return check(files, store, jobs, limit)

        cold = repeated(lambda: once(lambda: shutil.rmtree(store, ignore_errors=True)), size)
        if cold.seconds is None or not has_cache():
            return cold, UNKNOWN, UNKNOWN
        warm = repeated(lambda: once(lambda: None), size)
        edited = repeated(lambda: once(lambda: edit(files)), size)
        return cold, warm, edited


def check(files: Path, store: Path, jobs: int, limit: float) -> Ended:
    """One run of the command."""
    several = ("--jobs", str(jobs)) if has_jobs() else ()
    return run(python(*CHECK, str(files), *OPTIONS, *several), limit, {CACHE: str(store)})


def repeated(once: Callable[[], Ended], size: int) -> Taken:
    """Several runs, fewer where they take long."""
    runs = [once()]
    if runs[0].code is None:
        return UNKNOWN
    repeats = next((count for longest, count in REPEATS if runs[0].seconds <= longest), 1)
    runs += [once() for _ in range(repeats - 1)]
    if any(each.code not in (0, 3) for each in runs):
        raise RuntimeError(f"policyc failed: {runs[0].errors or runs[0].output[-2000:]}")
    right = all(planted(each.output) == expected(range(size)) for each in runs)
    return Taken(median(each.seconds for each in runs), max(each.peak for each in runs), right)


def planted(output: str) -> tuple[int, int]:
    """How many contradictions a run found inside agreements (errors) and between two (warnings)."""
    found = re.findall(r": (error|warning): .*\[contradiction\]$", output, re.MULTILINE)
    return found.count("error"), found.count("warning")


def edit(files: Path) -> None:
    """Change one number of one agreement."""
    path = next(iter(sorted(files.rglob("*.policy"))))
    path.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8")


def edited(text: str) -> str:
    """An agreement with another number in it: how long data may be kept."""
    months = re.search(r"at\s+most (\d+) months", text)
    assert months is not None
    start, end = months.span(1)
    return text[:start] + str(int(months[1]) % 36 + 1) + text[end:]

"""The index of a portfolio in a browser: how big it is, and how long the page takes to answer a reader who searches it.

Each time is taken inside the page, from the key to the page laid out anew, with the words of a search that finds much,
one that finds little, one that finds nothing, and with the search taken back.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.portfolio import write
from benchmarks.table import MISSING, Table, figures
from policyc.cli import program

SIZES = (100, 1_000)
SEARCHES = ("warranty", "000037", "no such words", "")
TURNS = 5
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")

ANSWER = """(words) => {
  const input = document.querySelector('[name=search]');
  input.value = words;
  const start = performance.now();
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""
CHOSEN = """(name) => {
  const control = document.querySelector(`[name=${name}]`);
  control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
  const start = performance.now();
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def measure(sizes: Sequence[int] = SIZES) -> list[Table]:
    """Write the reports of portfolios of several sizes and search their indexes."""
    columns = ("agreements", "the index, MB", "a search, ms", "slowest", "another group or order, ms")
    table = Table("The index of a report on a portfolio", columns)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            index = index_of(size, Path(folder))
            searched, chosen = taken(index)
            megabytes = figures(index.stat().st_size / 1e6)
        slowest = figures(max(searched)) if searched else MISSING
        table.rows.append((f"{size:,}", megabytes, middle(searched), slowest, middle(chosen)))
    each = f"{TURNS} turns of {len(SEARCHES)} searches"
    table.notes.append(f"Medians of {each}; from the key to the page laid out anew.")
    return [table]


def index_of(size: int, folder: Path) -> Path:
    """The index of the report on a generated portfolio."""
    write(size, folder / "agreements")
    arguments = ["report", str(folder / "agreements"), "-o", f"{folder / 'pages'}/", "--isolated"]
    program.main(args=arguments, standalone_mode=False)
    return folder / "pages" / "index.html"


def taken(index: Path) -> tuple[list[float], list[float]]:
    """The milliseconds of each search and of each other order; none without a browser."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        return [], []
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        page = browser.new_page()
        page.goto(index.as_uri())
        searched = [float(page.evaluate(ANSWER, words)) for words in turns(SEARCHES)]
        chosen = [float(page.evaluate(CHOSEN, name)) for name in turns(("group", "sort"))]
        browser.close()
    return searched, chosen


def turns(words: Sequence[str]) -> Iterator[str]:
    """Some words, over and over again."""
    for _ in range(TURNS):
        yield from words


def middle(times: Sequence[float]) -> str:
    """The median as a cell."""
    return figures(median(times)) if times else MISSING

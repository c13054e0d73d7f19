"""Remaking: a report made anew from what its record says, and compared with it byte by byte."""

from __future__ import annotations

import hashlib
from contextlib import chdir
from datetime import date
from pathlib import Path

from policyc.pipeline.baseline import Malformed, read
from policyc.pipeline.check import Settings
from policyc.pipeline.files import read_paths
from policyc.pipeline.portfolio_report import report_portfolio
from policyc.pipeline.records import Record
from policyc.pipeline.reporting import Order, page_of, reported
from policyc.pipeline.selection import Selection
from policyc.pipeline.verifying import is_below, read_page
from policyc.report import INDEX


class Unmakeable(Exception):
    """A report cannot be made anew; says why."""


def remade(record: Record, page: Path, root: Path, jobs: int = 1) -> list[str]:
    """The names of the pages that come out otherwise when they are made anew below a folder; none where all agree."""
    if record.portfolio:
        raise Unmakeable(f"This is one page of a portfolio: verify the {INDEX} beside it.")
    outside = [each for each in record.paths if not is_below(root / each, root)]
    if outside:
        raise Unmakeable(f"The report was made of {outside[0]}, which lies outside the folder.")
    here = page.resolve()
    with chdir(root):
        order = order_of(record)
        if not record.is_index:
            return [] if page_of(reported(read_paths(record.paths), order)) == read_page(here) else [here.name]
        return differing(record, order, here, jobs)


def order_of(record: Record) -> Order:
    """What was asked for when a report was made."""
    try:
        known = read(Path(record.baseline.path)) if record.baseline else None
        judged = date.fromisoformat(record.judged_on) if record.judged_on else date.max
        as_of = date.fromisoformat(record.as_of) if record.as_of else None
    except (OSError, Malformed, ValueError) as error:
        raise Unmakeable(f"The report cannot be made anew: {error}.") from None
    selection = Selection(tuple(record.select), tuple(record.ignore))
    return Order(as_of, lambda: judged, tuple(record.laws), selection, known)


def differing(record: Record, order: Order, index: Path, jobs: int) -> list[str]:
    """The pages of a portfolio, the index among them, that come out otherwise."""
    from policyc.render.html.index import render_index

    fresh: dict[str, str] = {}

    def note(name: str, text: str) -> None:
        fresh[name] = hashlib.sha256(text.encode()).hexdigest()

    settings = Settings(as_of=order.as_of, jobs=jobs, today=order.today, laws=order.laws)
    written = report_portfolio(record.paths, settings, note, selection=order.selection, known=order.known)
    before = {each.page: each.sha256 for each in record.pages}
    others = [name for name in sorted({*before, *fresh}) if before.get(name) != fresh.get(name)]
    return others + ([] if render_index(written.report) == read_page(index) else [index.name])

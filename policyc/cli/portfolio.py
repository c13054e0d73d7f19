"""The report on a portfolio, written into a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from policyc.cli import output
from policyc.cli.codes import Code
from policyc.cli.loading import HERE, demand_all, say_nothing_checked
from policyc.cli.work import cache_folder, watched
from policyc.pipeline.check import Settings
from policyc.pipeline.files import Inputs
from policyc.pipeline.folder import Occupied, earlier_pages, remove_stale, room_for
from policyc.pipeline.portfolio.pool import processes
from policyc.pipeline.portfolio_report import Written, report_portfolio
from policyc.pipeline.reporting import Order
from policyc.render.html.index import render_index
from policyc.report import INDEX


def write_portfolio(paths: Sequence[str], folder: Path, order: Order, jobs: int | None, no_cache: bool) -> Code:
    """Write an index and a page for each agreement; what cannot be written is a failure."""
    try:
        written = write_all(paths, folder, order, jobs, no_cache)
    except Occupied as problem:
        raise output.Failure(f"{problem}") from None
    except OSError as error:
        raise output.Failure(f"{error.filename or folder} cannot be written: {error.strerror or error}.") from None
    click.echo(f"The report is in {folder / INDEX}.", err=True)
    if written.trouble:
        click.echo(f"policyc: the cache was not used: {written.trouble}.", err=True)
    if not written.report.rows:
        say_nothing_checked(paths)
    return Code.INCOMPLETE if written.report.incomplete else Code.CLEAN


def write_all(paths: Sequence[str], folder: Path, order: Order, jobs: int | None, no_cache: bool) -> Written:
    """Write every page as it is made, then the index, and take away pages of an earlier run that nothing follows."""
    earlier = earlier_pages(folder)

    def ready(inputs: Inputs, names: Sequence[str]) -> None:
        demand_all(inputs)
        room_for(folder, names, inputs.files.values())

    def write(name: str, text: str) -> None:
        output.write_whole(folder / name, text)

    with watched() as progress:
        cache = None if no_cache else cache_folder()
        settings = Settings(order.as_of, processes(jobs), cache, progress, order.today, order.laws)
        written = report_portfolio(paths or HERE, settings, write, ready, order.selection, order.known)
    write(INDEX, render_index(written.report))
    for name in remove_stale(folder, earlier, [row.page for row in written.report.rows]):
        click.echo(f"policyc: {folder / name} is of an earlier run and was altered since: it was left there.", err=True)
    return written

"""``policyc report``: the findings, the read-back and the picture of flows as a page, or a page for each agreement."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from policyc.cli import output
from policyc.cli.baseline import read_baseline
from policyc.cli.codes import code_of
from policyc.cli.configuration import Configured
from policyc.cli.days import as_of_option, day_of_judgement, today_option
from policyc.cli.laws import law_option
from policyc.cli.loading import read, say_nothing_checked
from policyc.cli.report_formats import FORMATS
from policyc.cli.selection import selection
from policyc.pipeline.reporting import Order, reported


@click.command(cls=Configured)
@click.argument("paths", nargs=-1)
@click.option(
    "--output",
    "-o",
    "target",
    show_default="report.html, or as the format is called",
    metavar="FILE",
    help="The page; a folder (out/) gets an index and a page for each agreement.",
)
@click.option("--format", "name", type=click.Choice(list(FORMATS)), default="html", show_default=True)
@click.option("--select", multiple=True, metavar="RULE,…", help="Report only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE,…", help="Report all but these rules.")
@as_of_option
@today_option
@law_option
@click.option("--baseline", metavar="FILE", help="Report only what this baseline does not know.")
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes that work, for a folder.")
@click.option("--no-cache", is_flag=True, help="For a folder: neither use nor keep what earlier runs found out.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    target: str | None,
    name: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    as_of: date | None,
    today: date | None,
    laws: tuple[str, ...],
    baseline: str | None,
    jobs: int | None,
    no_cache: bool,
) -> None:
    """Write a page on every policy file in PATHS, or in the current folder.

    \b
    policyc report deals
    policyc report deals -o out/    an index and a page for each agreement

    Findings do not make it fail: it exits with 0 once the page is whole, with
    3 where something could not be read (the page says what), with 2 where it
    cannot be written. It never overwrites a file that it has read, and in a
    folder nothing but pages that policyc made. `policyc verify` tells later
    whether a page and the files it was made of still match.
    """
    target = target or f"report.{name}"
    order = Order(as_of, day_of_judgement(today, as_of), laws, selection(select, ignore), read_baseline(baseline))
    if is_folder(target):
        from policyc.cli.portfolio import write_portfolio

        if name != "html":
            raise click.UsageError("A folder gets HTML pages; give a file for another format.")
        context.exit(write_portfolio(paths, Path(target), order, jobs, no_cache))
    run = reported(read(paths), order)
    read_files = [*run.inputs.files.values(), *([Path(baseline)] if baseline else [])]
    output.emit(FORMATS[name](run), target, read_files)
    if target != "-":
        click.echo(f"The report is in {target}.", err=True)
    if not run.report.paths:
        say_nothing_checked(paths)
    context.exit(code_of(run.report, None))


def is_folder(target: str) -> bool:
    """Whether a folder is meant: there is one of that name, or it is written as one."""
    return target.endswith(("/", os.sep)) or Path(target).is_dir()

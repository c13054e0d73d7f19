"""``policyc report``: the findings, the read-back and the picture of flows as a page."""

from __future__ import annotations

from datetime import date

import click

from policyc.cli import output
from policyc.cli.codes import code_of
from policyc.cli.days import as_of_option, day_of_judgement, today_option
from policyc.cli.laws import law_option
from policyc.cli.loading import load, say_nothing_checked
from policyc.pipeline.law_texts import law_texts
from policyc.pipeline.run import Run


def as_html(run: Run) -> str:
    """The page."""
    from policyc.render.html import render_html

    texts = [*run.inputs.sources, *(each.source for each in law_texts())]
    return render_html(run.report, {source.path: source.text for source in texts})


FORMATS = {"html": as_html}


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--output", "-o", "target", default="report.html", show_default=True, metavar="FILE", help="The page.")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), default="html", show_default=True)
@as_of_option
@today_option
@law_option
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    target: str,
    name: str,
    as_of: date | None,
    today: date | None,
    laws: tuple[str, ...],
) -> None:
    """Write a page on every policy file in PATHS, or in the current folder.

    Findings do not make it fail: it exits with 0 once the page is whole, with
    3 where something could not be read (the page says what), with 2 where it
    cannot be written. It never overwrites a file that it has read.
    """
    run = load(paths, as_of=as_of, today=day_of_judgement(today, as_of), laws=laws)
    output.emit(FORMATS[name](run), target, run.inputs.files.values())
    if target != "-":
        click.echo(f"The report is in {target}.", err=True)
    if not run.report.paths:
        say_nothing_checked(paths)
    context.exit(code_of(run.report, None))

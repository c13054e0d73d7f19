"""``policyc read``: what was understood of every clause."""

from __future__ import annotations

from datetime import date

import click

from policyc.cli import output
from policyc.cli.codes import code_of
from policyc.cli.configuration import Configured
from policyc.cli.days import as_of_option
from policyc.cli.loading import load, say_nothing_checked
from policyc.render.reading import render_reading


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@as_of_option
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], as_of: date | None) -> None:
    """Read every clause of FILE back, a line for each thing understood.

    Put it beside the contract before you sign: if a line says something else
    than you meant, the clause means something else than you meant.
    """
    run = load(paths, as_of=as_of)
    click.echo(render_reading(run.report, output.width(), output.colour()), nl=False)
    if not run.report.paths:
        say_nothing_checked(paths)
    context.exit(code_of(run.report, None))

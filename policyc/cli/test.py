"""``policyc test``: do the clauses say what their writer expects?"""

from __future__ import annotations

from datetime import date

import click

from policyc.cli import output
from policyc.cli.codes import Code
from policyc.cli.configuration import Configured
from policyc.cli.days import Day
from policyc.cli.loading import load
from policyc.pipeline.scenarios import try_scenarios
from policyc.render.answers import render_coverage, render_scenarios


@click.command(cls=Configured)
@click.argument("paths", nargs=-1)
@click.option("--coverage", is_flag=True, help="Also list the clauses that decide no scenario.")
@click.option("--as-of", type=Day(), metavar="DATE", help="On this day, where a scenario names none.")
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], coverage: bool, as_of: date | None) -> None:
    """Run the scenarios in PATHS, or in the current folder.

    \b
    Exit codes: 0 all as expected, 1 some not, 2 wrong use, 3 no scenario, or
    something could not be read, 4 a fault in policyc.
    """
    run = load(paths)
    trial = try_scenarios(run.examination, as_of)
    width, colour = output.width(), output.colour()
    click.echo(render_scenarios(trial.scenarios, width, colour), nl=False)
    if coverage:
        click.echo(render_coverage(trial.untouched, trial.clauses, width, colour), nl=False)
    if not trial.scenarios:
        click.echo("policyc: there is no scenario in these files, so nothing was tested.", err=True)
    if run.report.incomplete:
        click.echo("policyc: some sentences or files could not be read: `policyc check` says which.", err=True)
    if run.report.incomplete or not trial.scenarios:
        context.exit(Code.INCOMPLETE)
    context.exit(Code.CLEAN if all(view.passed for view in trial.scenarios) else Code.FINDINGS)

"""``policyc check``: what is wrong with the agreements, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import click

from policyc.cli import output
from policyc.cli.codes import code_of
from policyc.cli.loading import load, say_nothing_checked
from policyc.cli.selection import selection
from policyc.findings import Severity
from policyc.pipeline.run import Run
from policyc.render.concise import render_concise
from policyc.render.json import render_json
from policyc.render.text import render_text
from policyc.report import Report


def as_text(run: Run, to_screen: bool) -> str:
    """The findings in full, painted where they go to a terminal."""
    width = output.width() if to_screen else output.PLAIN_WIDTH
    return render_text(run.report, run.sources, width, to_screen and output.colour())


FORMATS: dict[str, Callable[[Run, bool], str]] = {
    "text": as_text,
    "concise": lambda run, to_screen: render_concise(run.report),
    "json": lambda run, to_screen: render_json(run.report),
}
LEVELS = {severity.value: severity for severity in Severity} | {"never": None}


def parse_formats(formats: tuple[str, ...], target: str | None) -> list[tuple[str, str | None]]:
    """What to write where, from ``json`` and ``json=out.json``."""
    wanted = []
    for written in formats or ("text",):
        name, _, file = written.partition("=")
        if name not in FORMATS:
            raise click.UsageError(f'There is no format "{name}"; choose from {", ".join(FORMATS)}.')
        wanted.append((name, file or target))
    if len({file or "-" for _, file in wanted}) < len(wanted):
        raise click.UsageError("Two formats would go to the same place; give each its file: --format json=FILE.")
    return wanted


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]", help="text, concise or json; repeatable.")
@click.option("--output", "-o", "target", metavar="FILE", help="Write there instead of to the screen.")
@click.option("--select", multiple=True, metavar="RULE,…", help="Report only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE,…", help="Report all but these rules.")
@click.option(
    "--fail-on", type=click.Choice(list(LEVELS)), default="error", show_default=True, help="Exit with 1 for these."
)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.pass_context
def command(
    context: click.Context,
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    target: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    statistics: bool,
) -> None:
    """Check agreements: every policy file in PATHS, or in the current folder.

    \b
    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong use or
    input, 3 incomplete (something could not be read, or nothing was there),
    4 a fault in policyc.
    """
    wanted = parse_formats(formats, target)
    run = load(paths, selection(select, ignore))
    for name, file in wanted:
        output.emit(FORMATS[name](run, file in (None, "-")), file, run.inputs.files.values())
    if statistics:
        click.echo(statistics_of(run.report), nl=False)
    if not run.report.paths:
        say_nothing_checked(paths)
    context.exit(code_of(run.report, LEVELS[fail_on]))


def statistics_of(report: Report) -> str:
    """How many findings each rule has, most first."""
    counts = Counter((finding.rule, finding.severity.value) for finding in report.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:>6}  {severity:<7}  {rule}\n" for (rule, severity), number in ranked)

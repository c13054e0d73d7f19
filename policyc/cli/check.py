"""``policyc check``: what is wrong with the agreements, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

import click

from policyc.cli import output
from policyc.cli.baseline import against_baseline, read_baseline
from policyc.cli.codes import code_of
from policyc.cli.days import as_of_option, day_of_judgement, today_option
from policyc.cli.fixing import apply_repairs, show_repairs
from policyc.cli.formats import parse_formats
from policyc.cli.laws import law_option
from policyc.cli.loading import check, say_nothing_checked
from policyc.cli.selection import selected_rules, selection
from policyc.cli.work import cache_folder, watched
from policyc.findings import Severity
from policyc.pipeline.check import Checked, Settings
from policyc.pipeline.portfolio.pool import processes
from policyc.render.concise import render_concise
from policyc.render.text import render_text
from policyc.report import Report


def as_text(checked: Checked, to_screen: bool) -> str:
    """The findings in full, painted where they go to a terminal."""
    width = output.width() if to_screen else output.PLAIN_WIDTH
    return render_text(checked.report, checked.texts, width, to_screen and output.colour())


def as_json(checked: Checked, to_screen: bool) -> str:
    """The findings by the contract; its makers are loaded only where they are wanted."""
    from policyc.render.json import render_json

    return render_json(checked.report)


FORMATS: dict[str, Callable[[Checked, bool], str]] = {
    "text": as_text,
    "concise": lambda checked, to_screen: render_concise(checked.report),
    "json": as_json,
}
LEVELS = {severity.value: severity for severity in Severity} | {"never": None}


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]", help="text, concise or json; repeatable.")
@click.option("--output", "-o", "target", metavar="FILE", help="Write there instead of to the screen.")
@click.option("--select", multiple=True, metavar="RULE,…", help="Report only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE,…", help="Report all but these rules.")
@click.option(
    "--fail-on", type=click.Choice(list(LEVELS)), default="error", show_default=True, help="Exit with 1 for these."
)
@as_of_option
@today_option
@law_option
@click.option("--baseline", metavar="FILE", help="Report only what this baseline does not know.")
@click.option("--write-baseline", "new_baseline", metavar="FILE", help="Write all that is found as a baseline.")
@click.option("--fix", is_flag=True, help="First apply the repairs that can only be meant in one way.")
@click.option("--diff", is_flag=True, help="Only show what --fix would change; exit with 1 where it would.")
@click.option("--jobs", "-j", type=click.IntRange(1), metavar="N", help="Processes that work; one a core if not said.")
@click.option("--no-cache", is_flag=True, help="Neither use nor keep what earlier runs found out.")
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
    as_of: date | None,
    today: date | None,
    laws: tuple[str, ...],
    baseline: str | None,
    new_baseline: str | None,
    fix: bool,
    diff: bool,
    jobs: int | None,
    no_cache: bool,
    statistics: bool,
) -> None:
    """Check agreements: every policy file in PATHS, or in the current folder.

    \b
    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong use or
    input, 3 incomplete (something could not be read, or nothing was there),
    4 a fault in policyc.
    """
    wanted = parse_formats(formats, target, FORMATS)
    known = read_baseline(baseline)
    if diff:
        context.exit(show_repairs(paths))
    if fix:
        apply_repairs(paths)
    with watched() as progress:
        cache = None if no_cache else cache_folder()
        settings = Settings(as_of, processes(jobs), cache, progress, day_of_judgement(today, as_of), laws)
        checked = check(paths, settings, selection(select, ignore))
    checked = against_baseline(checked, known, selected_rules(select, ignore), new_baseline)
    for name, file in wanted:
        output.emit(FORMATS[name](checked, file in (None, "-")), file, checked.inputs.files.values())
    if statistics:
        click.echo(statistics_of(checked.report), nl=False)
    if checked.trouble:
        click.echo(f"policyc: the cache was not used: {checked.trouble}.", err=True)
    if not checked.report.paths:
        say_nothing_checked(paths)
    context.exit(code_of(checked.report, LEVELS[fail_on]))


def statistics_of(report: Report) -> str:
    """How many findings each rule has, most first."""
    counts = Counter((finding.rule, finding.severity.value) for finding in report.findings)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{number:>6}  {severity:<7}  {rule}\n" for (rule, severity), number in ranked)

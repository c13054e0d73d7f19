"""``policyc check``: what is wrong with the agreements, and where."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from policyc.cli import output
from policyc.cli.baseline import against_baseline, read_baseline
from policyc.cli.codes import code_of
from policyc.cli.configuration import Configured
from policyc.cli.days import as_of_option, day_of_judgement, today_option
from policyc.cli.findings_formats import FOR_PEOPLE, FORMATS
from policyc.cli.fixing import apply_repairs, show_repairs
from policyc.cli.formats import parse_formats
from policyc.cli.laws import law_option
from policyc.cli.loading import check, say_nothing_checked
from policyc.cli.selection import selection
from policyc.cli.statistics import statistics_of
from policyc.cli.work import cache_folder, watched
from policyc.findings import Severity
from policyc.pipeline.check import Checked, Settings
from policyc.pipeline.portfolio.pool import processes
from policyc.render.ending import Ending

LEVELS = {severity.value: severity for severity in Severity} | {"never": None}


@click.command(cls=Configured)
@click.argument("paths", nargs=-1)
@click.option("--format", "formats", multiple=True, metavar="NAME[=FILE]", help=f"{', '.join(FORMATS)}; repeatable.")
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
@click.option("--watch", is_flag=True, help="Check again on every save, and tell what is new, until Ctrl-C.")
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
    watch: bool,
    statistics: bool,
) -> None:
    """Check agreements: every policy file in PATHS, or in the current folder.

    \b
    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong use or
    input, 3 incomplete (something could not be read, or nothing was there),
    4 a fault in policyc.
    """
    wanted = parse_formats(formats, target, FORMATS)
    if watch and (fix or diff or new_baseline or statistics):
        raise click.UsageError("--watch only tells; leave out --fix, --diff, --write-baseline and --statistics.")
    known = read_baseline(baseline)
    if diff:
        context.exit(show_repairs(paths))
    if fix:
        apply_repairs(paths)
    cache = None if no_cache else cache_folder()
    chosen = selection(select, ignore)

    def look() -> Checked:
        with watched() as progress:
            settings = Settings(as_of, processes(jobs), cache, progress, day_of_judgement(today, as_of), laws, watch)
            checked = check(paths, settings, chosen)
        return against_baseline(checked, known, chosen.wants, new_baseline)

    if watch:
        from policyc.cli.watching import keep_watching

        cache = cache or Path(context.with_resource(TemporaryDirectory(prefix="policyc-")))
        keep_watching(paths, wanted, look)
    checked = look()
    ending = Ending(code_of(checked.report, LEVELS[fail_on]), LEVELS[fail_on])
    for name, file in wanted:
        output.emit(FORMATS[name](checked, ending, file in (None, "-")), file, checked.inputs.files.values())
    if statistics:
        machines = any(file in (None, "-") and name not in FOR_PEOPLE for name, file in wanted)
        click.echo(statistics_of(checked.report), nl=False, err=machines)
    if checked.trouble:
        click.echo(f"policyc: the cache was not used: {checked.trouble}.", err=True)
    if not checked.report.paths:
        say_nothing_checked(paths)
    context.exit(ending.code)

"""``policyc diff``: what a new version of some agreements means that the old one did not."""

from __future__ import annotations

from collections.abc import Callable

import click

from policyc.cli import output
from policyc.cli.codes import Code
from policyc.cli.formats import parse_formats
from policyc.cli.loading import read
from policyc.pipeline.comparison import compare
from policyc.pipeline.difference_report import difference_report
from policyc.render.difference.shape import DifferenceReport
from policyc.render.difference.text import render_text
from policyc.source import visible


def as_text(report: DifferenceReport, to_screen: bool) -> str:
    """The changes in full, painted where they go to a terminal."""
    width = output.width() if to_screen else output.PLAIN_WIDTH
    return render_text(report, width, to_screen and output.colour())


def as_json(report: DifferenceReport, to_screen: bool) -> str:
    """The changes by the contract; its makers are loaded only where they are wanted."""
    from policyc.render.difference.json import render_json

    return render_json(report)


def as_markdown(report: DifferenceReport, to_screen: bool) -> str:
    """The changes for a pull request."""
    from policyc.render.difference.markdown import render_markdown

    return render_markdown(report)


def as_html(report: DifferenceReport, to_screen: bool) -> str:
    """The redline page."""
    from policyc.render.difference.html import render_html

    return render_html(report)


FORMATS: dict[str, Callable[[DifferenceReport, bool], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
    "html": as_html,
}
LEVELS = {
    "looser": frozenset({"looser", "mixed"}),
    "stricter": frozenset({"stricter", "mixed"}),
    "any": frozenset({"looser", "stricter", "mixed"}),
    "never": frozenset[str](),
}


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "formats", multiple=True, metavar="NAME[=FILE]", help="text, json, markdown or html; repeatable."
)
@click.option("--output", "-o", "target", metavar="FILE", help="Write there instead of to the screen.")
@click.option(
    "--fail-on", type=click.Choice(list(LEVELS)), default="never", show_default=True, help="Exit with 1 for these."
)
@click.pass_context
def command(
    context: click.Context, old: str, new: str, formats: tuple[str, ...], target: str | None, fail_on: str
) -> None:
    """Tell what changes in meaning from OLD to NEW, each a policy file or a folder.

    \b
    Every change says what became permitted, forbidden, conflicting or silent, or
    which duty changed; whether that is looser or stricter for the people whom the
    data are about; which clauses decide; and a case in which it shows. Rewording,
    renumbering and reordering change nothing. A change that is looser in part
    (mixed) counts as looser and as stricter.

    \b
    Exit codes: 0 compared, 1 changes as --fail-on asks, 2 wrong use or input,
    3 incomplete (something could not be read or weighed, or nothing was there),
    4 a fault in policyc.
    """
    wanted = parse_formats(formats, target, FORMATS)
    before, after = read((old,)), read((new,))
    report = difference_report(compare(before, after), before, after)
    for name, file in wanted:
        text = FORMATS[name](report, file in (None, "-"))
        output.emit(text, file, (*before.files.values(), *after.files.values()))
    for path, paths in ((old, report.old_paths), (new, report.new_paths)):
        if not paths:
            click.echo(f"policyc: nothing was compared: no readable policy file in {visible(path)}.", err=True)
    context.exit(code_of(report, fail_on))


def code_of(report: DifferenceReport, fail_on: str) -> Code:
    """The code of a comparison: incomplete before changes that were asked about."""
    if report.incomplete:
        return Code.INCOMPLETE
    asked_about = any(change.direction in LEVELS[fail_on] for change in report.changes)
    return Code.FINDINGS if asked_about else Code.CLEAN

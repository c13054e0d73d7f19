"""``policyc verify``: whether a report and the files that it was made of still match."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from policyc import __version__
from policyc.cli import output
from policyc.cli.codes import Code
from policyc.pipeline.verifying import NotAReport, State, Verified, verify
from policyc.render.phrases import listed
from policyc.report import INDEX
from policyc.source import visible

TITLES = {"policy file": "policy files", "baseline": "baselines", "page": "pages"}


@click.command()
@click.argument("report", metavar="REPORT")
@click.option("--root", default=".", show_default=True, metavar="DIR", help="The folder that the report was made in.")
@click.option("--remake", is_flag=True, help="Make the report anew as well, and compare it byte by byte.")
@click.option("--quiet", "-q", is_flag=True, help="Print only what is not as it was.")
@click.pass_context
def command(context: click.Context, report: str, root: str, remake: bool, quiet: bool) -> None:
    """Tell whether REPORT, a page or the folder of a portfolio, still matches.

    A report records which policyc made it, and the SHA-256 of every file that
    was read; it is sealed with a digest of its own. Nothing is opened but the
    report and the files that it names below --root.

    This is no signature: whoever alters a report can seal it anew. That a
    page matches the files says that these very files were read; --remake
    says that they make this very page.

    \b
    Exit codes: 0 all matches, 1 something differs, 2 wrong use,
    3 no report of policyc's, or something could not be compared.
    """
    folder = Path(root)
    if not folder.is_dir():
        raise output.Failure(f'There is no folder "{root}".')
    if not Path(report).exists():
        raise output.Failure(f'There is no report "{report}".')
    try:
        found = verify(Path(report), folder)
    except NotAReport as problem:
        click.echo(f"policyc: {visible(str(problem))}", err=True)
        context.exit(Code.INCOMPLETE)
    click.echo("\n".join(lines(found, quiet)))
    code = code_of(found)
    if remake:
        code = worse(code, tell_remade(found, Path(report), folder))
    context.exit(code)


def code_of(found: Verified) -> Code:
    """The code of a verification."""
    if found.differs:
        return Code.FINDINGS
    return Code.INCOMPLETE if found.incomplete else Code.CLEAN


def worse(one: Code, other: Code) -> Code:
    """Which of two codes says more: that something differs, else that something could not be compared."""
    return Code.FINDINGS if Code.FINDINGS in (one, other) else max(one, other)


def lines(found: Verified, quiet: bool) -> Iterator[str]:
    """What is said of a page, a line each."""
    if not found.intact:
        yield "changed  the page itself: it is not as policyc wrote it"
    elif not quiet:
        yield "same     the page itself"
    for each in found.compared:
        if each.state is not State.SAME or not quiet:
            word = each.state.value if each.state in SHORT else "unknown"
            more = "" if each.state in SHORT else f" ({each.state.value})"
            yield f"{word:<8} {each.what} {visible(each.path)}{more}"
    yield made_by(found)
    yield conclusion(found)


SHORT = (State.SAME, State.CHANGED, State.MISSING)


def made_by(found: Verified) -> str:
    """Which policyc made the page, beside this one."""
    version = visible(found.record.policyc)
    if found.same_program:
        return f"Made by policyc {version}, which is this very one."
    if found.same_version:
        return f"Made by a policyc {version} whose program, vocabulary, laws or looks differ from this one's."
    return f"Made by policyc {version}; this is {__version__}."


def conclusion(found: Verified) -> str:
    """What it comes to, in one sentence."""
    kinds = {what: [each.state for each in found.compared if each.what == what] for what in TITLES}
    told = [f"{each.count(State.SAME):,} of {len(each):,} {TITLES[what]}" for what, each in kinds.items() if each]
    same = f"{listed(told) or 'no files'} are the same"
    if found.differs:
        return f"The report and what it was made of do not match: {same}."
    if found.incomplete:
        return f"Not everything could be compared: {same}."
    return f"The report matches what it was made of: {same}."


# Making it anew


def tell_remade(found: Verified, report: Path, root: Path) -> Code:
    """Make the report anew and say whether it is the same; where that cannot be done, say why."""
    from policyc.pipeline.remaking import Unmakeable, remade

    if not found.same_program:
        click.echo("policyc: the report cannot be made anew: another policyc made it.", err=True)
        return Code.INCOMPLETE
    try:
        others = remade(found.record, report / INDEX if report.is_dir() else report, root)
    except Unmakeable as problem:
        click.echo(f"policyc: {visible(str(problem))}", err=True)
        return Code.INCOMPLETE
    for name in others:
        click.echo(f"differs  {visible(name)}, made anew")
    click.echo("Made anew, the report differs." if others else "Made anew, the report is the same, byte by byte.")
    return Code.FINDINGS if others else Code.CLEAN

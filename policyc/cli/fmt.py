"""``policyc fmt``: policy files in their canonical form."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from policyc.cli import output
from policyc.cli.codes import Code
from policyc.cli.differing import unified
from policyc.cli.loading import read, say_nothing_checked
from policyc.findings import Finding
from policyc.pipeline.files import Inputs, Refused, decoded
from policyc.pipeline.formatting import Formatted, formatted
from policyc.render.concise import finding_line
from policyc.source import Source, visible

STDIN = "<standard input>"


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change, and exit as --check does.")
@click.pass_context
def command(context: click.Context, paths: tuple[str, ...], check: bool, diff: bool) -> None:
    """Bring the policy files in PATHS, or in the current folder, into their canonical form.

    Give - for PATHS to read standard input and write standard output. A file
    with a sentence that cannot be read is left as it is (exit code 3).
    """
    if paths == ("-",):
        context.exit(format_stdin(check, diff))
    inputs = read(paths)
    if not inputs.sources and not inputs.findings.found:
        say_nothing_checked(paths)
        context.exit(Code.INCOMPLETE)
    results = [formatted(source) for source in inputs.sources]
    complain([*inputs.findings.found, *(found for each in results for found in each.problems)])
    changed = [each for each in results if each.changed]
    for each in changed:
        show(each, inputs, check, diff)
    summarise(changed, results, check or diff)
    if inputs.findings.found or any(each.problems for each in results):
        context.exit(Code.INCOMPLETE)
    context.exit(Code.FINDINGS if changed and (check or diff) else Code.CLEAN)


def show(result: Formatted, inputs: Inputs, check: bool, diff: bool) -> None:
    """Write a changed file, or tell what would change."""
    path = result.source.path
    if diff:
        click.echo(difference(result), nl=False)
    elif check:
        click.echo(f"would change {visible(path)}")
    else:
        output.emit(result.text, str(inputs.files[path]))


def summarise(changed: list[Formatted], results: list[Formatted], dry: bool) -> None:
    """Say how many files changed, or would."""
    verb = "would change" if dry else "changed"
    click.echo(f"{len(changed)} of {len(results)} files {verb}.", err=True)


def difference(result: Formatted) -> str:
    """What would change, as a unified diff."""
    return unified(result.source, result.text, "canonical")


def complain(findings: Iterable[Finding]) -> None:
    """Tell why files were left as they are."""
    for finding in findings:
        click.echo(finding_line(finding), err=True)


def format_stdin(check: bool, diff: bool) -> Code:
    """Format standard input; a text that cannot be read is passed on as it is."""
    data = sys.stdin.buffer.read()
    try:
        result = formatted(Source(STDIN, decoded(data)))
    except Refused as problem:
        raise output.Failure(f"Standard input cannot be read. {problem.message} {problem.help}") from None
    complain(result.problems)
    if diff:
        click.echo(difference(result), nl=False)
    elif not check:
        sys.stdout.flush()
        sys.stdout.buffer.write(result.text.encode())
    if result.problems:
        return Code.INCOMPLETE
    return Code.FINDINGS if result.changed and (check or diff) else Code.CLEAN

"""``policyc ask``: may they? The verdict, the clauses that decide it, and why."""

from __future__ import annotations

from datetime import datetime

import click

from policyc.cli import output
from policyc.cli.codes import Code
from policyc.cli.loading import load, say_nothing_checked
from policyc.pipeline.questions import Reply, ask
from policyc.render.answers import render_answers
from policyc.render.paint import text_of
from policyc.render.text import finding_lines


@click.command()
@click.argument("question")
@click.argument("paths", nargs=-1)
@click.option("--given", multiple=True, metavar="CONDITION", help="Take this condition as holding; repeatable.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On this day, as 2018-09-01.")
@click.option("--why-not", is_flag=True, help="Name the permission that came nearest, and what it lacks.")
@click.pass_context
def command(
    context: click.Context,
    question: str,
    paths: tuple[str, ...],
    given: tuple[str, ...],
    day: datetime | None,
    why_not: bool,
) -> None:
    """Answer QUESTION by the agreements in PATHS, or in the current folder.

    \b
    policyc ask "May Acme use health data for research with consent?"

    What is not said stays open: where that matters the verdict is unknown, and
    the answer says what it turns on. Exits with 0 for any verdict.
    """
    run = load(paths)
    if not run.report.paths:
        say_nothing_checked(paths)
        context.exit(Code.INCOMPLETE)
    reply = ask(question, run.examination, given, day.date().isoformat() if day else "", why_not)
    if not reply.answers:
        context.exit(explain_failure(reply, bool(run.examination.workspace.agreements)))
    click.echo(render_answers(reply.answers, output.width(), output.colour()), nl=False)
    if run.report.incomplete:
        click.echo("policyc: some sentences or files could not be read and were not weighed.", err=True)
        context.exit(Code.INCOMPLETE)


def explain_failure(reply: Reply, agreements: bool) -> Code:
    """Say why a question has no answer: it was not understood, or there is no agreement."""
    if not agreements:
        click.echo("policyc: there is no agreement in these files to answer by.", err=True)
        return Code.INCOMPLETE
    for finding in reply.findings.found:
        lines = finding_lines(finding, {reply.source.path: reply.source}, output.PLAIN_WIDTH)
        click.echo(text_of(lines), nl=False, err=True)
    return Code.USAGE

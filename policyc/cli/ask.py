"""``policyc ask``: may they? The verdict, the clauses that decide it, and why."""

from __future__ import annotations

from datetime import date

import click

from policyc.cli import output
from policyc.cli.codes import Code
from policyc.cli.configuration import Configured
from policyc.cli.days import Day
from policyc.cli.loading import load, say_nothing_checked
from policyc.pipeline.questions import Reply, ask
from policyc.render.answers import render_answers
from policyc.render.answers_json import render_answers_json
from policyc.render.paint import text_of
from policyc.render.text import finding_lines


@click.command(cls=Configured)
@click.argument("question")
@click.argument("paths", nargs=-1)
@click.option("--given", multiple=True, metavar="CONDITION", help="Take this condition as holding; repeatable.")
@click.option("--on", "--as-of", "day", type=Day(), metavar="DATE", help="On this day, as the documents stand then.")
@click.option("--why-not", is_flag=True, help="Name the permission that came nearest, and what it lacks.")
@click.option("--format", "name", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(
    context: click.Context,
    question: str,
    paths: tuple[str, ...],
    given: tuple[str, ...],
    day: date | None,
    why_not: bool,
    name: str,
) -> None:
    """Answer QUESTION by the agreements in PATHS, or in the current folder.

    \b
    policyc ask "May Acme use health data for research with consent?"
    policyc ask "Must Acme notify Globex after a breach?"
    policyc ask "Who may share health data with Globex?"
    policyc ask "What may Globex do with health data?"

    Also: with whom, for what, where, from whom, about whom. What is not said
    stays open: where that matters the verdict is unknown, and the answer says
    what it turns on. Exits with 0 for any verdict.
    """
    run = load(paths)
    if not run.report.paths:
        say_nothing_checked(paths)
        context.exit(Code.INCOMPLETE)
    reply = ask(question, run.examination, given, day, why_not)
    if not reply.answers:
        context.exit(explain_failure(reply, bool(run.examination.workspace.agreements)))
    if name == "json":
        click.echo(render_answers_json(reply.source.text, reply.answers), nl=False)
    else:
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

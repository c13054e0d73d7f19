"""``policyc init``: a first agreement, from an interview or from a file of answers."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from policyc.cli import output
from policyc.cli.codes import Code, code_of
from policyc.cli.interview import at_terminal, choose, interview
from policyc.findings import Severity
from policyc.pipeline.drafting.draft import Incomplete, agreement, judged
from policyc.pipeline.drafting.template import Template, templates

DEFAULT = "agreement.policy"


@click.command()
@click.option("--template", "-t", "name", metavar="NAME", help="Begin with this template; --list names them.")
@click.option("--answers", "-a", metavar="FILE", help="Take the answers from a TOML file instead of asking.")
@click.option("--output", "-o", "target", default=DEFAULT, show_default=True, metavar="FILE", help="- for the screen.")
@click.option("--force", is_flag=True, help="Write the file also where there is one already.")
@click.option("--list", "listing", is_flag=True, help="List the templates.")
@click.option("--questions", is_flag=True, help="Print the template's questions as a file of answers to fill in.")
@click.pass_context
def command(
    context: click.Context,
    name: str | None,
    answers: str | None,
    target: str,
    force: bool,
    listing: bool,
    questions: bool,
) -> None:
    """Write a first agreement: well formed, commented, with scenarios.

    \b
    policyc init                                         asks at the terminal
    policyc init -t bank-platform --questions > answers.toml
    policyc init -t bank-platform -a answers.toml -o deal.policy

    What is written is checked at once. Exits with 1 where that finds an error or
    a warning, or a scenario does not come out as expected, with 3 where a part of
    it cannot be read, with 2 where an answer does not fit its question.
    """
    if listing:
        click.echo(listed(), nl=False)
        return
    given = read_answers(answers)
    told = given.pop("template", None)
    if name and told not in (None, name):
        raise output.Failure(f'{answers} answers the template "{told}", not "{name}".')
    named = name or told
    if questions:
        click.echo(form(template_of(named)), nl=False)
        return
    if target != "-" and os.path.lexists(target) and not force:
        raise output.Failure(f"{target} is there already: give another name with -o, or --force.")
    text = drafted(named, given, asks=answers is None)
    output.emit(text, target)
    context.exit(judge(text, target))


def drafted(name: object, given: Mapping[str, object], asks: bool) -> str:
    """The agreement, by an interview or by the answers of a file."""
    if asks and not at_terminal():
        raise output.Failure(
            "There is no terminal to ask at. `policyc init -t NAME --questions` prints a file of answers to fill in; "
            "give it with --answers."
        )
    template = template_of(name) if name or not asks else choose(templates())
    try:
        return agreement(template, interview(template) if asks else judged(template, given))
    except Incomplete as problem:
        lines = [f"{key}: {words}" for key, words in problem.problems.items()]
        raise output.Failure("\n".join(["These answers make no agreement:", *lines])) from None


def judge(text: str, target: str) -> Code:
    """Check what was written, tell where it is and what is still to be done, and how that is."""
    from policyc.pipeline.files import Inputs
    from policyc.pipeline.run import run_inputs
    from policyc.pipeline.scenarios import try_scenarios
    from policyc.render.concise import finding_line
    from policyc.render.conclusion import verdict
    from policyc.source import Source

    run = run_inputs(Inputs([Source(target, text)]))
    report = run.report
    for finding in report.findings:
        click.echo(finding_line(finding), err=True)
    click.echo(verdict(report), err=True)
    failed = [each.title for each in try_scenarios(run.examination).scenarios if not each.passed]
    for title in failed:
        click.echo(f'Scenario "{title}" does not come out as the template expects: `policyc test` says why.', err=True)
    if target != "-":
        click.echo(f"The agreement is in {target}. Read it back with `policyc read {target}`.", err=True)
    return max(code_of(report, Severity.WARNING), Code.FINDINGS if failed else Code.CLEAN)


def read_answers(path: str | None) -> dict[str, object]:
    """The answers in a file; none where no file is given."""
    if path is None:
        return {}
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise output.Failure(f"{path} cannot be read: {error.strerror or error}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise output.Failure(f"{path} is no TOML file: {error}.") from None


def template_of(name: object) -> Template:
    """A template by its name; a failure proposes the nearest."""
    if name is None:
        raise output.Failure("Say which template is meant with --template; `policyc init --list` names them.")
    if isinstance(name, str) and name in templates():
        return templates()[name]
    near = get_close_matches(str(name), templates(), n=1)
    hint = f' Did you mean "{near[0]}"?' if near else " `policyc init --list` names them."
    raise output.Failure(f'There is no template "{name}".{hint}')


def listed() -> str:
    """The templates, a line each."""
    width = max(map(len, templates()))
    return "".join(f"{each.name:<{width}}  {each.summary}\n" for each in templates().values())


def form(template: Template) -> str:
    """The questions of a template as a TOML file: each with its default, those without one left out by a sign."""
    lines = [f"# {template.summary}", f'template = "{template.name}"']
    for question in template.questions:
        lines += ["", f"# {question.ask}", *(f"#   {name}: {words}" for name, words in question.options)]
        default = question.default
        lines.append(f'{question.key} = "{default}"' if default is not None else f'# {question.key} = ""')
    return "\n".join(lines) + "\n"

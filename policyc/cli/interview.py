"""An interview at the terminal: each question until its answer fits."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from policyc.pipeline.drafting.answers import Answers, Unfit
from policyc.pipeline.drafting.template import Question, Template
from policyc.pipeline.shipped import shipped_lexicon


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def choose(templates: Mapping[str, Template]) -> Template:
    """Ask which template is meant."""
    for template in templates.values():
        click.echo(f"  {template.name}: {template.summary}")
    chosen: str = click.prompt("Which comes nearest?", type=click.Choice(list(templates)), show_choices=False)
    return templates[chosen]


def interview(template: Template) -> Answers:
    """Ask every question of a template, an unfit answer until it fits."""
    answers = Answers(shipped_lexicon())
    for question in template.questions:
        while not fits(question, ask(question), answers):
            pass
    return answers


def ask(question: Question) -> str:
    """Ask one question; its default is shown."""
    for name, words in question.options:
        click.echo(f"  {name}: {words}")
    given: str = click.prompt(question.ask, default=question.default, show_default=bool(question.default))
    return given


def fits(question: Question, given: str, answers: Answers) -> bool:
    """Keep an answer that fits; say what is wrong with another."""
    try:
        answers.add(question, given)
    except Unfit as problem:
        click.echo(f"  {problem}")
        return False
    return True

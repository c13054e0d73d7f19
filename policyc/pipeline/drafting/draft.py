"""From answers to an agreement in its canonical form."""

from __future__ import annotations

from collections.abc import Mapping

from policyc.pipeline.drafting.answers import Answers, Unfit
from policyc.pipeline.drafting.template import Template
from policyc.pipeline.formatting import formatted
from policyc.pipeline.shipped import shipped_lexicon
from policyc.render.agreement import render_agreement
from policyc.source import Source


class Incomplete(Exception):
    """The answers do not make an agreement; ``problems`` says of each question what is wrong with its answer."""

    def __init__(self, problems: dict[str, str]) -> None:
        """Take what is wrong, by the keys of the questions."""
        super().__init__("; ".join(f"{key}: {problem}" for key, problem in problems.items()))
        self.problems = problems


def judged(template: Template, given: Mapping[str, object]) -> Answers:
    """All answers to the questions of a template, defaults where none is given; raises ``Incomplete``."""
    answers, problems = Answers(shipped_lexicon()), dict[str, str]()
    for question in template.questions:
        answer = given.get(question.key, question.default)
        if answer is None:
            problems[question.key] = f"no answer is given. {question.ask}"
            continue
        try:
            answers.add(question, answer)
        except Unfit as problem:
            problems[question.key] = str(problem)
    asked = {question.key for question in template.questions}
    problems |= {key: "the template asks no such question." for key in given if key not in asked}
    if problems:
        raise Incomplete(problems)
    return answers


def agreement(template: Template, answers: Answers) -> str:
    """The agreement that a template makes of some answers."""
    source = Source(f"{template.name}.policy", render_agreement(template.name, answers.values))
    result = formatted(source)
    if result.problems:
        raise RuntimeError(f"{template.name} makes a text that cannot be read: {result.problems[0].message}")
    return result.text

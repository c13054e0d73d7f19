"""Templates of agreements: what each is for, and which questions it asks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from policyc.resources import resource

Form = Literal["party", "data", "purposes", "people", "title", "day", "duration", "choice"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a template.

    ``default`` is the answer where none is given, None where one must be given; an empty one leaves the matter out.
    ``options`` are the answers to choose from, each with what it means, where the form is a choice.
    """

    key: str
    form: Form
    ask: str
    default: str | None = None
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its name, what it is for, and its questions in the order in which they are asked."""

    name: str
    summary: str
    questions: tuple[Question, ...]


@cache
def templates() -> dict[str, Template]:
    """Every template that policyc ships, by name."""
    folder = resource("policies") / "templates"
    found = [template_of(path.name.removesuffix(".toml"), path.read_text("utf-8")) for path in folder.glob("*.toml")]
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def template_of(name: str, text: str) -> Template:
    """A template by the text that describes it; a description that says what nobody knows is a fault of policyc."""
    described = tomllib.loads(text)
    questions = tuple(question_of(key, said) for key, said in described.pop("ask").items())
    return Template(name=name, questions=questions, **described)


def question_of(key: str, said: dict[str, object]) -> Question:
    """A question as it is described."""
    options = said.pop("options", {})
    if said["form"] not in get_args(Form) or not isinstance(options, dict):
        raise ValueError(f"{key} is no question: {said}")
    return Question(key=key, options=tuple(options.items()), **said)  # type: ignore[arg-type]

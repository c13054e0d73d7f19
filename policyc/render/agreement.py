"""A first agreement: a template of the policy language with its blanks filled in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from policyc.render.phrases import listed
from policyc.resources import resource


def render_agreement(template: str, values: Mapping[str, object]) -> str:
    """The text of a template with some values, which are fit for their places; a blank that stays open is a failure."""
    return environment().get_template(f"{template}.policy.j2").render(values)


@cache
def environment() -> Environment:
    """The templates: policy text, in which nothing is escaped, since every value was judged before."""
    made = Environment(
        loader=FileSystemLoader(resource("policies") / "templates", encoding="utf-8"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"listed": lambda items: listed(map(str, items)), "large": large}
    return made


def large(name: object) -> str:
    """A name as it begins a sentence."""
    return str(name)[:1].upper() + str(name)[1:]

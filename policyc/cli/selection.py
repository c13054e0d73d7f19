"""Which rules' findings are wanted."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from policyc.cli.output import Failure
from policyc.pipeline.selection import Selection


def selection(select: Iterable[str], ignore: Iterable[str]) -> Selection:
    """The rules that are wanted: the selected, or all where none is, and not the ignored ones."""
    return Selection(rule_names(select), rule_names(ignore))


def rule_names(given: Iterable[str]) -> tuple[str, ...]:
    """The rules in comma-separated lists, each once, in order; fails on a name that no rule has."""
    names = sorted({name.strip() for text in given for name in text.split(",") if name.strip()})
    for name in names:
        known_rule(name)
    return tuple(names)


def known_rule(name: str) -> str:
    """A rule's name, or a failure that proposes the nearest."""
    from policyc.rules.catalogue import rules

    if name in rules():
        return name
    near = get_close_matches(name.lower().replace("_", "-"), rules(), n=1)
    hint = f' Did you mean "{near[0]}"?' if near else " `policyc rules` lists them."
    raise Failure(f'There is no rule "{name}".{hint}')

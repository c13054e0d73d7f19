"""Which rules' findings are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from policyc.cli.output import Failure
from policyc.findings import Finding


def selection(select: Iterable[str], ignore: Iterable[str]) -> Callable[[Finding], bool]:
    """Whether a finding is wanted: of the selected rules, or of all where none is, and not of the ignored ones."""
    wanted = selected_rules(select, ignore)
    return lambda finding: wanted(finding.rule)


def selected_rules(select: Iterable[str], ignore: Iterable[str]) -> Callable[[str], bool]:
    """Whether a rule is wanted."""
    chosen, left_out = rule_names(select), rule_names(ignore)
    return lambda rule: (not chosen or rule in chosen) and rule not in left_out


def rule_names(given: Iterable[str]) -> frozenset[str]:
    """The rules in comma-separated lists; fails on a name that no rule has."""
    names = frozenset(name.strip() for text in given for name in text.split(",") if name.strip())
    for name in sorted(names):
        known_rule(name)
    return names


def known_rule(name: str) -> str:
    """A rule's name, or a failure that proposes the nearest."""
    from policyc.rules.catalogue import rules

    if name in rules():
        return name
    near = get_close_matches(name.lower().replace("_", "-"), rules(), n=1)
    hint = f' Did you mean "{near[0]}"?' if near else " `policyc rules` lists them."
    raise Failure(f'There is no rule "{name}".{hint}')

"""The rules as the page lists them: by family, those that ran apart from those that were left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from policyc.render.phrases import counted
from policyc.report import RuleView

WORDS = {
    "data": "kinds of data",
    "onward": "onward transfer",
    "place": "places and transfers abroad",
    "purpose": "purposes",
    "roles": "roles of the parties",
    "suppression": "suppressions",
}
"""What the rules of a family are about, where its name does not say it."""


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one family, in the order of the catalogue."""

    name: str
    rules: tuple[RuleView, ...]


def families(rules: Sequence[RuleView]) -> Iterator[Family]:
    """The families of rules, in the order in which a report has them."""
    for name, own in groupby(rules, key=lambda rule: rule.family):
        yield Family(family_words(name), tuple(own))


def hit(rules: Iterable[RuleView]) -> tuple[RuleView, ...]:
    """The rules that found something, suppressed or not."""
    return tuple(rule for rule in rules if rule.found or rule.suppressed)


def family_words(name: str) -> str:
    """What the rules of a family are about.

    >>> family_words("onward"), family_words("consent")
    ('onward transfer', 'consent')
    """
    return WORDS.get(name, name)


def rules_words(rules: Sequence[RuleView], version: str) -> str:
    """How many rules ran, and how many the user left out."""
    ran = sum(rule.ran for rule in rules)
    left_out = len(rules) - ran
    if not left_out:
        return f"All {counted(ran, 'rule')} of policyc {version} ran."
    verb = "was" if left_out == 1 else "were"
    return f"{counted(ran, 'rule')} of policyc {version} ran; {left_out:,} {verb} left out on request."

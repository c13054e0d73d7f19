"""What stands behind those to whom access is limited: it says which of them have it, and how.

*Access to records shall be limited to staff with need-to-know* leaves staff without it nothing, and others nothing
either way. Read as a phrase of the whole limit, it would ban others only where they have what is asked of staff.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from policyc.syntax import tree

WORDS = frozenset(
    ["for", "with", "without", "in", "outside", "under", "through", "as", "at", "from", "on behalf of", "about"]
)
COSTS = ("cost", "costs", "expense")
DURING = ("while", "to the extent")
OPEN = ("if", "when", "where")


def of_those(phrases: Sequence[tree.Phrase]) -> tuple[tree.Phrase, ...]:
    """Some phrases behind those to whom access is limited, `only` put before what is said of these."""
    return tuple(
        replace(part, mode="only")
        if isinstance(part, tree.NamePhrase | tree.ConditionPhrase) and is_said(part)
        else part
        for part in phrases
    )


def is_said(part: tree.NamePhrase | tree.ConditionPhrase) -> bool:
    """Whether a phrase says which of some persons, for what, where or under which condition."""
    if part.mode:
        return False
    if isinstance(part, tree.ConditionPhrase):
        return part.word in DURING
    last = part.names.items[-1].text.lower().split()[-1]
    return last == "basis" if part.word == "on" else part.word in WORDS and last not in COSTS


def open_condition(phrases: Sequence[tree.Phrase]) -> tree.ConditionPhrase | None:
    """A condition that may be one of those persons, or one of the whole limit: ``limited to staff if …``."""
    conditions = (part for part in phrases if isinstance(part, tree.ConditionPhrase))
    return next((part for part in conditions if part.word in OPEN and not part.mode), None)

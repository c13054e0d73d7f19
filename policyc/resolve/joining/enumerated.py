"""Phrases of which the last two are joined and the others stand behind commas: *for A, for B or for C*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from policyc.model.kinds import PLACES
from policyc.resolve.joining.shared import after_comma, is_state
from policyc.resolve.naming.names import Names, is_person
from policyc.syntax import tree


def enumerated(phrases: Sequence[tree.Phrase], names: Names) -> tuple[tree.Phrase, ...]:
    """Some phrases, what joins the last two of such a list put between the others as well."""
    found = with_one_condition(phrases, names)
    for mark in (part for part in phrases if isinstance(part, tree.OtherWay | tree.Besides)):
        at = next(place for place, part in enumerate(found) if part is mark)
        for place in reversed(behind_commas(found, at, names)):
            found.insert(place, type(mark)(mark.span))
    return tuple(found)


def with_one_condition(phrases: Sequence[tree.Phrase], names: Names) -> list[tree.Phrase]:
    """Phrases of which *if A, if B or if C* is one condition."""
    found: list[tree.Phrase] = []
    for part in phrases:
        while isinstance(part, tree.ConditionPhrase) and found and is_one_of(found[-1], part, names):
            before = found.pop()
            assert isinstance(before, tree.ConditionPhrase)
            assert isinstance(part.condition, tree.Combination)
            span = (before.span[0], part.span[1])
            any_of = tree.Combination("or", (before.condition, *part.condition.operands), span)
            part = replace(before, condition=any_of, span=span)
        found.append(part)
    return found


def is_one_of(before: tree.Phrase, part: tree.ConditionPhrase, names: Names) -> bool:
    """Whether a comma stands between two conditions, and `or` and their word within the second."""
    if not isinstance(before, tree.ConditionPhrase) or before.word != part.word or part.mode:
        return False
    again = rf"\bor\s+{part.word}\b"
    joined = isinstance(part.condition, tree.Combination) and part.condition.joiner == "or"
    said = re.search(again, names.source.text[slice(*part.span)], re.IGNORECASE) is not None
    return joined and said and after_comma(part.span[0], names)


def behind_commas(phrases: Sequence[tree.Phrase], mark: int, names: Names) -> list[int]:
    """Where the phrases stand that a comma joins to one like them, in the list that a mark ends."""
    last = phrases[mark + 1] if mark + 1 < len(phrases) else None
    start = max((at + 1 for at, part in enumerate(phrases[:mark]) if is_break(part)), default=0)
    alike = [at for at in range(start, mark) if last is not None and are_alike(phrases[at], last, names)]
    return [at for at in alike[1:] if after_comma(phrases[at].span[0], names)]


def is_break(part: tree.Phrase) -> bool:
    """Whether a list of phrases cannot go on across a part."""
    return isinstance(part, tree.Further | tree.OtherWay | tree.Besides)


def are_alike(one: tree.Phrase, other: tree.Phrase, names: Names) -> bool:
    """Whether two phrases begin with one word, and say something of one sort."""
    if not isinstance(one, tree.NamePhrase) or not isinstance(other, tree.NamePhrase):
        return False
    return one.word == other.word and sort(one, names) == sort(other, names)


def sort(part: tree.NamePhrase, names: Names) -> str:
    """Whether a phrase names a state, somebody, a place or something else."""
    first = part.names.items[0]
    if is_state(first, names):
        return "state"
    if is_person(first, names):
        return "person"
    return "place" if names.find(first, PLACES) else "other"

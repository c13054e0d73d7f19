"""What belongs to the last of several places: *to Switzerland and countries with an adequacy decision*.

Switzerland is a country: to name it beside *countries* makes sense only where these are not all that there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NoReturn

from policyc.model.kinds import PLACES
from policyc.resolve.joining.shared import is_state
from policyc.resolve.naming.belonging import OTHER
from policyc.resolve.naming.complements import stands_behind
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.syntax import tree

Phrases = list[tree.Phrase]


def narrowed(phrases: Phrases, names: Names) -> list[Phrases]:
    """The phrases of an act, twice where a condition belongs to the last of several places alone."""
    at = narrows(phrases, names)
    if at is None:
        return [phrases]
    part = phrases[at]
    assert isinstance(part, tree.NamePhrase)
    if part.word == "outside":
        refuse(phrases[at + 1], names)
    *others, last = part.names.items
    joiner = part.names.joiner if len(others) > 1 else None
    apart = replace(part, names=replace(part.names, items=tuple(others), joiner=joiner))
    rest = replace(part, names=replace(part.names, items=(last,), joiner=None))
    if part.mode == "except":
        return [[*phrases[:at], apart, rest, *phrases[at + 1 :]]]
    return [[*phrases[:at], apart, *phrases[at + 2 :]], [*phrases[:at], rest, *phrases[at + 1 :]]]


def narrows(phrases: Sequence[tree.Phrase], names: Names) -> int | None:
    """Where the list of places stands whose last one a condition right behind it belongs to."""
    for at, (part, following) in enumerate(pairwise(phrases)):
        if not isinstance(part, tree.NamePhrase) or not isinstance(following, tree.NamePhrase) or following.mode:
            continue
        if part.names.including or following.word not in ("with", "without", "under"):
            continue
        right_behind = stands_behind(part.span, following.span, names) and is_state(following.names.items[0], names)
        if right_behind and takes_in(part.names.items[-1], part.names.items[:-1], names):
            return at
    return None


def takes_in(last: tree.Name | tree.Quote, others: Sequence[tree.Name | tree.Quote], names: Names) -> bool:
    """Whether a kind of place takes in one of some others."""
    other = OTHER.fullmatch(last.text)
    kind = names.find(tree.Name(other["what"], last.span) if other else last, PLACES)
    places = [names.find(place, PLACES) for place in others]
    return kind is not None and any(place is not None and kind.key in keys_above(place, names) for place in places)


def refuse(part: tree.Phrase, names: Names) -> NoReturn:
    """Report places that something must stay out of, some of them under a condition; raises ``Unresolved``."""
    words = names.origin(part.span).words
    names.reporter.error(
        "broken-sentence",
        names.origin(part.span),
        f"`{words}` says of some of the places behind `outside` alone that they are allowed.",
        f"Say where it may be done, in two clauses: `only in …`, and `only in … {words}`.",
    )
    raise Unresolved

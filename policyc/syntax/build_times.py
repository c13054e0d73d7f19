"""From what a rule of the grammar is made of to nodes of the tree: times that run from an event, and which of two."""

from __future__ import annotations

from typing import Any, cast

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.parts import Values, duration_of, first, mode_of, repeated
from policyc.syntax.token import Token

FIRST = ("earlier", "earliest", "first", "sooner", "soonest", "shorter")


def up_to_later(values: Values, span: Span) -> tuple[tree.DurationPhrase, tree.NamePhrase]:
    """``mode UNTIL DURATION AFTER names``: the time that has not passed yet, and from when it runs."""
    mode, word, length, *_, names = values
    passing: Any = word.type.lower()
    up_to = tree.DurationPhrase(passing, duration_of(length), mode_of(mode), (span[0], length.span[1]))
    return up_to, tree.NamePhrase("after", cast(tree.Names, names), "", (length.span[1], span[1]))


def mixed_lead(values: Values, span: Span) -> tuple[tree.Phrase, ...]:
    """``mode AFTER joined_names (OR_IF condition)+``, ``condition_phrase (OR_PHRASE mode AFTER joined_names)+``."""
    if isinstance(values[0], tree.ConditionPhrase):
        found: list[tree.Phrase] = [values[0]]
        rest = repeated(values)
        for mark, *event in zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True):
            found += [tree.OtherWay(mark.span), event_phrase(*event)]
        return tuple(found)
    mode, word, names, rest = values
    found = [event_phrase(mode, word, names)]
    for mark, condition in zip(rest[::2], rest[1::2], strict=True):
        span = (mark.span[0], span[1])
        found += [tree.OtherWay(mark.span), tree.ConditionPhrase("if", condition, "", span)]
    return tuple(found)


def event_phrase(mode: Token | None, word: Token, names: tree.Names) -> tree.NamePhrase:
    """``mode AFTER names``."""
    said: Any = word.type.lower()
    return tree.NamePhrase(said, names, mode_of(mode), (word.span[0], names.span[1]))


def term_and(values: Values, span: Span) -> tuple[tree.DurationPhrase, tree.NamePhrase]:
    """``TERM_AND``: until some time after termination."""
    token: Token = values[0]
    up_to = tree.DurationPhrase("until", duration_of(token), "", span)
    return up_to, tree.NamePhrase("after", tree.Names((tree.Name("termination", span),), None, span), "", span)


def whichever(values: Values, span: Span) -> tree.Whichever:
    """``WHICHEVER``."""
    token = first(values, Token)
    words = token.said.removesuffix(" to occur").removesuffix(" occurs").removesuffix(" in time") if token else ""
    return tree.Whichever(words.endswith(FIRST), span)


TIMES_OF_EVENTS = {made.__name__: made for made in (up_to_later, term_and, whichever, mixed_lead)}

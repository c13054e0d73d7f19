"""From what a rule of the grammar is made of to nodes of the tree: the phrases of a clause, and conditions."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.parts import MAXIMUM_NESTING, TIMES, Misread, Values, duration_of, mode_of, noun_of, one_joiner
from policyc.syntax.token import Token

Nested = TypeVar("Nested", tree.Not, tree.Combination)


def leads(values: Values, span: Span) -> tuple[tree.Phrase, ...]:
    """``lead+ COMMA``."""
    return tuple(values[0])


def name_phrase(values: Values, span: Span) -> tree.NamePhrase:
    """``mode FOR names``."""
    mode, word, names = values
    return tree.NamePhrase(word.words.lower(), names, mode_of(mode), span)


def date_phrase(values: Values, span: Span) -> tree.DatePhrase:
    """``mode UNTIL date``."""
    mode, word, date = values
    return tree.DatePhrase(word.words.lower(), date, mode_of(mode), span)


def duration_phrase(values: Values, span: Span) -> tree.DurationPhrase:
    """``mode WITHIN duration``, ``EVERY`` or ``NOTICE``."""
    if len(values) == 1:
        kind: Any = values[0].type.lower()
        return tree.DurationPhrase(kind, duration_of(values[0]), "", span)
    mode, word, length = values
    return tree.DurationPhrase(cast(Any, word.said), length, mode_of(mode), span)


def frequency(values: Values, span: Span) -> tree.FrequencyPhrase:
    """``AT_MOST EVERY``."""
    often = values[0].said.split()[2]
    times = TIMES.get(often) or int(often)
    return tree.FrequencyPhrase(times, duration_of(values[1]), span)


def soft_deadline(values: Values, span: Span) -> tree.SoftDeadline:
    """``SOFT``."""
    return tree.SoftDeadline(values[0].said, span)


def condition_phrase(values: Values, span: Span) -> tree.ConditionPhrase:
    """``mode IF condition``."""
    mode, word, condition = values
    return tree.ConditionPhrase(word.words.lower(), condition, mode_of(mode), span)


def except_names(values: Values, span: Span) -> tree.ExceptNames:
    """``EXCEPT names``."""
    return tree.ExceptNames(values[1], span)


def except_allowed(values: Values, span: Span) -> tree.ExceptAllowed:
    """``AS_ALLOWED``."""
    return tree.ExceptAllowed(span)


def order(values: Values, span: Span) -> tree.OrderPhrase:
    """``DESPITE labels``, ``SUBJECT_TO ANYTHING``."""
    head, below = values
    noun = noun_of(head)
    word: Any = head.said.removesuffix(f" {noun}s").removesuffix(f" {noun}")
    return tree.OrderPhrase(word, () if isinstance(below, Token) else below, span, noun)


def mode(values: Values, span: Span) -> Token | None:
    """``(ONLY | EXCEPT | EVEN)?``."""
    return values[0] if values else None


def condition(values: Values, span: Span) -> tree.Condition:
    """``condition_term ((AND | OR) condition_term)*``."""
    if len(values) == 1:
        return cast(tree.Condition, values[0])
    rest = values[1]
    joiner = one_joiner(rest[::2], "mixed condition")
    return bounded(tree.Combination(joiner or "and", (values[0], *rest[1::2]), span))


def negation(values: Values, span: Span) -> tree.Not:
    """``NOT condition_term``."""
    return bounded(tree.Not(values[1], span))


def bounded(made: Nested) -> Nested:
    """A condition, unless it stands too deep."""
    if made.depth > MAXIMUM_NESTING:
        raise Misread("nesting", made.span)
    return made


PHRASES = {
    made.__name__: made
    for made in (
        leads,
        name_phrase,
        date_phrase,
        duration_phrase,
        frequency,
        soft_deadline,
        condition_phrase,
        except_names,
        except_allowed,
        order,
        mode,
        condition,
        negation,
    )
}

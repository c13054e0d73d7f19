"""From what a rule of the grammar is made of to nodes of the tree: the phrases of a clause, and conditions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast, get_args, get_type_hints

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.parts import (
    MAXIMUM_NESTING,
    TIMES,
    Misread,
    Values,
    duration_of,
    mode_of,
    noun_of,
    one_joiner,
    repeated,
)
from policyc.syntax.token import Token

PREPOSITIONS = {
    word.upper().replace(" ", "_"): word
    for word in (*get_args(tree.NameWord), *get_args(get_type_hints(tree.DatePhrase)["word"]))
}
PREPOSITIONS |= {
    "WITHIN_PLACE": "in",
    "BY_DAY": "until",
    "LONGER_FOR": "for longer than necessary for",
    "NO_LONGER_FOR": "for no longer than necessary for",
    "MORE_THAN_FOR": "than necessary for",
}
LENGTHS = {word.upper().replace(" ", "_"): word for word in get_args(get_type_hints(tree.DurationPhrase)["word"])}
OFTEN = re.compile(r"\b(?:once|twice|([0-9]+) times)\b")
Nested = TypeVar("Nested", tree.Not, tree.Combination)


def leads(values: Values, span: Span) -> tuple[tree.Phrase, ...]:
    """``lead+ COMMA``; `and` between them is a pause."""
    parts = [part for each in values[0] for part in (each if isinstance(each, tuple) else (each,))]
    return tuple(part for part in parts if not isinstance(part, tree.Besides))


def name_phrase(values: Values, span: Span) -> tree.NamePhrase:
    """``mode FOR names ONLY_BEFORE?``: *for billing only* is *only for billing*."""
    mode, word, names, *only = values
    said = mode_of(mode) or ("only" if only else "")
    return tree.NamePhrase(cast(Any, PREPOSITIONS[word.type]), names, said, span)


def deadline(values: Values, span: Span) -> tuple[tree.DurationPhrase, tree.NamePhrase]:
    """``mode WITHIN DURATION_OF names``: the time, and from when it runs."""
    mode, word, length, names = values
    kind: Any = LENGTHS[word.type]
    within = tree.DurationPhrase(kind, duration_of(length), mode_of(mode), (span[0], length.span[1]))
    return within, tree.NamePhrase("after", names, "", names.span)


def term(values: Values, span: Span) -> tree.NamePhrase:
    """``TERM``: as long as the agreement is in force."""
    return tree.NamePhrase("until", tree.Names((tree.Name("termination", span),), None, span), "", span)


def date_phrase(values: Values, span: Span) -> tree.DatePhrase:
    """``mode UNTIL date``."""
    mode, word, date = values
    return tree.DatePhrase(cast(Any, PREPOSITIONS[word.type]), date, mode_of(mode), span)


def duration_phrase(values: Values, span: Span) -> tree.DurationPhrase | tuple[tree.Phrase, ...]:
    """``mode WITHIN duration``, ``EVERY`` or ``NOTICE``; ``written notice`` is notice, and in writing."""
    if len(values) == 1:
        kind: Any = values[0].type.lower()
        made = tree.DurationPhrase(kind, duration_of(values[0]), "", span)
        if not values[0].said.endswith(" written notice"):
            return made
        writing = tree.Names((tree.Name("writing", span),), None, span)
        return made, tree.NamePhrase("in", writing, "", span)
    mode, word, length = values
    return tree.DurationPhrase(cast(Any, LENGTHS[word.type]), length, mode_of(mode), span)


def frequency(values: Values, span: Span) -> tree.FrequencyPhrase:
    """``AT_MOST EVERY`` or ``FREQUENCY``."""
    often = OFTEN.search(values[0].said)
    if often is None:
        raise AssertionError(f"the grammar took {values[0]!r} for how often")
    times = TIMES.get(often[0]) or int(often[1])
    return tree.FrequencyPhrase(times, duration_of(values[-1]), span, values[0].type == "MORE_OFTEN")


def manner(values: Values, span: Span) -> tree.Manner:
    """``ADVERB ((AND | OR) ADVERB)*``."""
    rest = repeated(values)
    words = [tree.Name(each.said, each.span) for each in (values[0], *rest[1::2])]
    return tree.Manner(tree.Names(tuple(words), one_joiner(rest[::2]), span), span)


def anyhow(values: Values, span: Span) -> tree.Anyhow:
    """``ANYHOW``."""
    return tree.Anyhow(values[0].said, span)


def soft_deadline(values: Values, span: Span) -> tree.SoftDeadline:
    """``SOFT``."""
    return tree.SoftDeadline(values[0].said.removeprefix("and ").removesuffix(" and"), span)


def condition_phrase(values: Values, span: Span) -> tree.ConditionPhrase | tuple[tree.Phrase, ...]:
    """``mode IF OPINION? condition``; that it is somebody's opinion is kept and shown."""
    mode, word, *opinion, condition = values
    kind: Any = word.type.lower().replace("_", " ")
    made = tree.ConditionPhrase(kind, condition, mode_of(mode), span)
    return (made, *(tree.Anyhow(each.said.strip(", "), each.span) for each in opinion)) if opinion else made


def either(conditions: Values, span: Span) -> tree.Combination:
    """Any of some conditions; what is joined by ``or`` already goes in with the others."""
    flat: list[tree.Condition] = []
    for each in conditions:
        flat += each.operands if isinstance(each, tree.Combination) and each.joiner == "or" else (each,)
    return bounded(tree.Combination("or", tuple(flat), span))


def except_names(values: Values, span: Span) -> tree.ExceptNames:
    """``EXCEPT names``."""
    return tree.ExceptNames(values[1], span)


def except_allowed(values: Values, span: Span) -> tree.ExceptAllowed:
    """``AS_ALLOWED``."""
    return tree.ExceptAllowed(span)


@dataclass(slots=True)
class OnlyAllowed:
    """``only as this agreement allows``: the clause forbids what no other clause allows."""

    span: Span


def only_allowed(values: Values, span: Span) -> OnlyAllowed:
    """``ONLY_ALLOWED``."""
    return OnlyAllowed(span)


@dataclass(slots=True)
class OrIf:
    """``or if`` and a condition: one more in the phrase before it, or another way in which the same may be done."""

    condition: tree.Condition
    span: Span


def or_if(values: Values, span: Span) -> OrIf:
    """``OR_IF condition``."""
    return OrIf(values[1], span)


def either_lead(values: Values, span: Span) -> tuple[tree.Phrase, ...]:
    """``condition_phrase (OR_IF condition)+``, before the subject."""
    more = [OrIf(each, each.span) for each in repeated(values)[1::2]]
    first = values[0] if isinstance(values[0], tuple) else (values[0],)
    return joined_ways((*first[1:], first[0], *more))


def joined_ways(parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """Phrases in which every ``or if`` has found what it adds to."""
    found: list[Any] = []
    for part in parts:
        last = found[-1] if found else None
        if not isinstance(part, OrIf):
            found.append(part)
        elif isinstance(last, tree.ConditionPhrase) and last.word != "unless":
            span = (last.span[0], part.span[1])
            found[-1] = replace(last, condition=either([last.condition, part.condition], span), span=span)
        elif isinstance(last, tree.ExceptAllowed | OnlyAllowed):
            found.append(tree.ConditionPhrase("if", part.condition, "except", part.span))
        else:
            found += [tree.OtherWay(part.span), tree.ConditionPhrase("if", part.condition, "", part.span)]
    return tuple(found)


def other_way(values: Values, span: Span) -> tree.OtherWay:
    """``OR_PHRASE``."""
    return tree.OtherWay(span)


def with_or_without(values: Values, span: Span) -> tree.NamePhrase:
    """``WITH_OR_WITHOUT names``: even with it, and so without it as well."""
    return tree.NamePhrase("with", values[1], "even", span)


def besides(values: Values, span: Span) -> tree.Besides:
    """``_AND_PHRASE``; the comma before it is none of its own."""
    mark: Token = values[0]
    return tree.Besides((span[0] + len(mark.words) - len(mark.words.lstrip(", \n\r\t")), span[1]))


def in_place(values: Values, span: Span) -> tree.Name:
    """``name IN_PLACE``: a thing that is in place, consent that has been given: that it holds."""
    return cast(tree.Name, values[0])


def longer(values: Values, span: Span) -> tree.NamePhrase:
    """``LONGER``: for longer than is necessary for anything; ``NO_LONGER_THAN``: for no longer than that."""
    purpose = tree.Names((tree.Name("any purpose", span),), None, span)
    no = "no " if values[0].type == "NO_LONGER_THAN" else ""
    return tree.NamePhrase(cast(Any, f"for {no}longer than necessary for"), purpose, "", span)


def no_charge(values: Values, span: Span) -> tree.NamePhrase:
    """``NO_CHARGE``."""
    return tree.NamePhrase("at", tree.Names((tree.Name("no charge", span),), None, span), "", span)


def order(values: Values, span: Span) -> tree.OrderPhrase:
    """``DESPITE labels``, ``SUBJECT_TO ANYTHING``."""
    head, below = values
    noun = noun_of(head)
    word: Any = "despite" if head.type == "DESPITE" else "subject to"
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
        deadline,
        term,
        manner,
        anyhow,
        soft_deadline,
        condition_phrase,
        except_names,
        except_allowed,
        only_allowed,
        or_if,
        either_lead,
        other_way,
        besides,
        with_or_without,
        in_place,
        longer,
        no_charge,
        order,
        mode,
        condition,
        negation,
    )
}

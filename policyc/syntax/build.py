"""From what a rule of the grammar is made of to nodes of the tree: sentences, and the table of all builders.

A builder takes the values of a rule's symbols and the span of the whole; it raises ``Misread`` where the grammar's
guards would be passed. A rule that has none stands for the one thing in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.build_between import BETWEEN
from policyc.syntax.build_forms import FORMS
from policyc.syntax.build_further import FURTHER, flat
from policyc.syntax.build_parts import PARTS
from policyc.syntax.build_phrases import PHRASES
from policyc.syntax.build_statements import STATEMENTS, refuse_including
from policyc.syntax.build_times import TIMES_OF_EVENTS
from policyc.syntax.parts import Misread, Values, first, noun_of, repeated
from policyc.syntax.tables import Rule
from policyc.syntax.token import Token

PROPERTY_WORDS = {
    "are": "is",
    "include": "includes",
    "exclude": "excludes",
    "reveal": "reveals",
    "serve": "serves",
    "need": "needs",
}
STATUSES = ("live", "proposed", "template")
Build = Callable[[Values, Span], Any]


def start(values: Values, span: Span) -> tuple[tree.Sentence, ...]:
    """The sentences of a text."""
    return tuple(values[0]) if values else ()


def question(values: Values, span: Span) -> tree.Question:
    """``MAY names tail* _QUESTION_MARK?``."""
    refuse_including(values[1])
    return tree.Question(values[1], flat([first(values, list) or ()]), span)


# Documents


def header(values: Values, span: Span) -> tree.Header:
    """``AGREEMENT quote header_phrase*``."""
    phrases = tuple(part for each in repeated(values) for part in with_status(each))
    return tree.Header(values[0].words.lower(), values[1], phrases, span)


def with_status(phrase: tree.HeaderPhrase) -> tuple[tree.HeaderPhrase, ...]:
    """``between Acme and Globex, live``: behind the last party stands what the agreement is."""
    listed = phrase.names if phrase.word == "between" else None
    word: Any = listed.items[-1].text.lower().removeprefix("a ") if listed else ""
    if listed is None or word not in STATUSES or len(listed.items) < 3:
        return (phrase,)
    *parties, status = listed.items
    end = parties[-1].span[1]
    names = replace(listed, items=tuple(parties), span=(listed.span[0], end))
    said = tree.HeaderPhrase(word, None, None, None, status.span)
    return replace(phrase, names=names, span=(phrase.span[0], end)), said


def header_phrase(values: Values, span: Span) -> tree.HeaderPhrase:
    """``BETWEEN names``, ``FROM date``, ``STATUS``, ``USING quotes`` or ``per``."""
    head = values[0]
    if isinstance(head, tree.Per):
        return tree.HeaderPhrase("per", None, None, head, span)
    word: Any = head.said.removeprefix("is ").removeprefix("a ")
    return tree.HeaderPhrase(word, first(values, tree.Names), first(values, tree.Date), None, span)


# Definitions


def definition(values: Values, span: Span) -> tree.Definition:
    """``label? names property+``."""
    *before, subjects, parts = values
    if len(subjects.items) > 1:
        raise Misread("several subjects", subjects.span)
    name = subjects.items[0]
    if isinstance(name, tree.Quote):
        raise Misread("quoted name", name.span, name.text)
    properties = [part for each in parts for part in (each if isinstance(each, tuple) else (each,))]
    return tree.Definition(before[0] if before else None, name, tuple(properties), span)


def property_(values: Values, span: Span) -> tree.Property:
    """``IS names``, ``MEANS quote``, ``BOUND`` or ``per``."""
    head = values[0]
    if isinstance(head, tree.Per):
        return tree.Property("per", None, None, head, span)
    written = head.said
    word: Any = PROPERTY_WORDS.get(written, written)
    said = values[1] if len(values) > 1 else None
    names, quote = (None, said) if isinstance(said, tree.Quote) else (said, None)
    if isinstance(names, tree.Names):
        refuse_including(names)
    return tree.Property(word, names, quote, None, span, written)


def property_meaning(values: Values, span: Span) -> tuple[tree.Property, tree.Property]:
    """``MEANS quote COMMA names``."""
    _, quote, _, kinds = values
    means = tree.Property("means", None, quote, None, (span[0], quote.span[1]))
    return means, tree.Property("is", kinds, None, None, kinds.span)


# Requirements


def requirement(values: Values, span: Span) -> tree.Requirement:
    """``label? EVERY_AGREEMENT selector* MUST_PROVIDE statement (OR_THAT statement)*``."""
    label = first(values, tree.Label)
    negative = values[1 if label else 0].type == "NO_AGREEMENT"
    statement = next(value for value in values if isinstance(value, tree.Statement))
    alternatives = tuple(each for each in repeated(values) if isinstance(each, tree.Statement))
    return tree.Requirement(label, negative, selectors(values), statement, span, alternatives)


def term_limit(values: Values, span: Span) -> tree.TermLimit:
    """``label? EVERY_AGREEMENT selector* MUST_LAST duration per?``."""
    length = next(value for value in values if isinstance(value, tree.Duration))
    return tree.TermLimit(first(values, tree.Label), selectors(values), length, first(values, tree.Per), span)


def selectors(values: Values) -> tuple[tree.Selector, ...]:
    """The phrases that say to which agreements a requirement speaks."""
    repeats = (value for value in values if isinstance(value, list))
    return tuple(each for repeat in repeats for each in repeat if isinstance(each, tree.Selector))


def selector(values: Values, span: Span) -> tree.Selector:
    """``WHERE names IS NOT? names``, ``ABOUT names``, ``UNDER quotes``."""
    word, names, *kind = values
    if not kind:
        return tree.Selector(word.words.lower(), names, None, False, span)
    return tree.Selector(word.words.lower(), names, kind[-1], len(kind) > 2, span, kind[0].said)


# Scenarios


def scenario(values: Values, span: Span) -> tree.Scenario:
    """``label? SCENARIO quote _COLON names tail* (VERDICT | VERDICT_BY label_list)``."""
    label, by = first(values, tree.Label), first(values, tuple) or ()
    verdict: Token = values[-2 if by else -1]
    which: Any = verdict.said.split()[1]
    _, title, _, words, *_ = values[1:] if label else values
    refuse_including(words)
    return tree.Scenario(label, title, words, flat([first(values, list) or ()]), which, by, span, noun_of(verdict))


SENTENCES = (
    *(start, question, header, header_phrase, definition, property_meaning),
    *(requirement, term_limit, selector, scenario),
)
BUILDERS: dict[str, Build] = {
    **PARTS,
    **PHRASES,
    **STATEMENTS,
    **FURTHER,
    **FORMS,
    **BETWEEN,
    **TIMES_OF_EVENTS,
    **{made.__name__: made for made in SENTENCES},
    "property": property_,
}


def is_alias(rule: Rule) -> bool:
    """Whether a rule only gives another name to what it is made of."""
    return len(rule.expansion) == 1 and rule.builder not in BUILDERS and not rule.symbol.startswith("__")


def builder_of(rule: Rule) -> Build:
    """What builds a rule: its own builder; for what the grammar repeats, a list; else the one thing in it."""
    if rule.builder in BUILDERS:
        return BUILDERS[rule.builder]
    kept = [place for place, symbol in enumerate(rule.expansion) if not (symbol[0] == "_" and symbol.isupper())]
    if not rule.symbol.startswith("__"):
        (only,) = kept
        return lambda values, span: values[only]
    if rule.expansion[0] != rule.symbol:
        return lambda values, span: [values[place] for place in kept]
    return one_more(kept[1]) if len(kept) == 2 else several_more(kept[1:])


def one_more(place: int) -> Build:
    """Puts a value at the end of the list before it."""

    def build(values: Values, span: Span) -> Values:
        found: Values = values[0]
        found.append(values[place])
        return found

    return build


def several_more(places: list[int]) -> Build:
    """Puts some values at the end of the list before them."""

    def build(values: Values, span: Span) -> Values:
        found: Values = values[0]
        found += [values[place] for place in places]
        return found

    return build

"""From what a rule of the grammar is made of to nodes of the tree: names, lists, quotations, labels, days, lengths."""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import normalize

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.days import day
from policyc.syntax.parts import Misread, Values, check_verb, duration_of, one_joiner, repeated
from policyc.syntax.token import Token

RANGE = re.compile(r"\s+(?:to|through|thru)\s+|\s*[\u2013\u2014]\s*", re.IGNORECASE)


def names(values: Values, span: Span) -> tree.Names:
    """``item (separator item)* (INCLUDING item (separator item)*)?``, also of verbs."""
    at = next((at for at, value in enumerate(values) if isinstance(value, Token) and value.type == "INCLUDING"), None)
    if at is None:
        return listed(values, span)
    heads, members = values[:at], values[at + 1 :]
    including = listed(members, (members[0].span[0], span[1]))
    return replace(listed(heads, span), including=including)


def listed(values: Values, span: Span) -> tree.Names:
    """``item (separator item)*``."""
    rest = values[1] if len(values) > 1 else []
    return tree.Names((values[0], *rest[1::2]), one_joiner(rest[::2]), span)


def separator(values: Values, span: Span) -> Token:
    """What joins: in ``, and`` the last word."""
    last: Token = values[-1]
    return last


def name(values: Values, span: Span) -> tree.Name:
    """``(ARTICLE | WORD | STOP_WORD | RELATIVE)+``."""
    tokens: list[Token] = values[0]
    for token in tokens:
        if token.type == "RELATIVE" and (token is tokens[0] or token is not tokens[-1]):
            first = token.words.split()[0]
            raise Misread("stop word", (token.start, token.start + len(first)), first.lower())
        if token.type == "STOP_WORD" and (token.said != "such" or token is tokens[-1]):
            raise Misread("stop word", token.span, token.said)
        if token.type == "OTHERWISE":
            raise Misread("stop word", token.span, token.said)
    last = tokens[-1]
    if last.type == "ARTICLE":
        raise Misread("article without a name", last.span, last.words)
    return tree.Name(composed(" ".join([word for token in tokens for word in token.words.split()])), span)


def verb(values: Values, span: Span) -> tree.Name:
    """One word; ``otherwise`` before it says nothing more."""
    check_verb(values[-1])
    return tree.Name(" ".join(values[-1].words.split()), values[-1].span)


def further_verb(values: Values, span: Span) -> tree.Name:
    """``ADVERB verb``, behind another verb: its manner is its own."""
    return tree.Name(f"{values[0].said} {values[1].text}", span)


def quotes(values: Values, span: Span) -> tree.Names:
    """``quote ((COMMA | AND | COMMA AND) quote)*``."""
    items = (values[0], *(value for value in repeated(values) if isinstance(value, tree.Quote)))
    return tree.Names(items, "and" if len(items) > 1 else None, span)


def quote(values: Values, span: Span) -> tree.Quote:
    """Words between quotation marks."""
    return tree.Quote(composed(" ".join(values[0].words[1:-1].split())), span)


def label(values: Values, span: Span) -> tree.Label:
    """A label without its colon."""
    return tree.Label(values[0].words[:-1], (span[0], span[1] - 1))


def labels(values: Values, span: Span) -> tuple[tree.Reference, ...]:
    """References, whatever joins them."""
    return (values[0], *(value for value in repeated(values) if isinstance(value, tree.Reference)))


def reference(values: Values, span: Span) -> tree.Reference:
    """A clause by its label, or those from one label to another."""
    words = values[0].words
    return tree.Reference(RANGE.sub(" to ", words) if values[0].type == "RANGE" else words, span)


def duration(values: Values, span: Span) -> tree.Duration:
    """A length of time."""
    return duration_of(values[0])


def date(values: Values, span: Span) -> tree.Date:
    """A day of the calendar."""
    meant = day(values[0].words)
    if meant is None:
        raise Misread("no such day", span, values[0].words)
    return tree.Date(meant, span)


def per(values: Values, span: Span) -> tree.Per:
    """``PER quote (_COLON quote)?``."""
    return tree.Per(values[1], values[3] if len(values) > 2 else None, span)


def composed(words: str) -> str:
    """Letters and their accents made one character each, however they were typed."""
    return words if words.isascii() else normalize("NFC", words)


PARTS = {
    "names": names,
    "verbs": names,
    **{made.__name__: made for made in (separator, name, verb, further_verb, quotes, quote, label, labels)},
    **{made.__name__: made for made in (reference, duration, date, per)},
}

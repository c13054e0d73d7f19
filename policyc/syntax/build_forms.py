"""From what a rule of the grammar is made of to nodes of the tree: `only` before a verb, happenings, clauses named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.parts import Misread, Values, duration_of, repeated
from policyc.syntax.token import Token

LABELS = re.compile(r"(?P<noun>clause|section|article|paragraph)s?\s+(?P<labels>.+)\s\w+$", re.IGNORECASE | re.DOTALL)
JOINED = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+", re.IGNORECASE)
LIMITING = tree.NamePhrase | tree.ConditionPhrase | tree.DurationPhrase | tree.DatePhrase


def only_on(phrases: Sequence[Any], modal: tree.Modal, span: Span) -> tuple[Any, ...]:
    """The phrases of an act, `only` put before the one that it must mean; where it could mean several it is refused."""
    end = next((at for at, part in enumerate(phrases) if isinstance(part, tree.Further)), len(phrases))
    limiting = [at for at, part in enumerate(phrases[:end]) if isinstance(part, LIMITING)]
    found = phrases[limiting[0]] if len(limiting) == 1 else None
    if found is None or found.mode or modal not in ("may", "must") or getattr(found, "word", "") == "unless":
        raise Misread("only before verb", span, "only")
    at = limiting[0]
    return (*phrases[:at], replace(found, mode="only"), *phrases[at + 1 :])


def said_of(values: Values, span: Span) -> tree.Name:
    """``name IS NOT? name``: what is said of somebody or something, as one name."""
    return tree.Name(" ".join(each.text if isinstance(each, tree.Name) else each.said for each in values), span)


def happening(values: Values, span: Span) -> tree.NamePhrase:
    """``mode AFTER said_of``: after what has come to be so."""
    mode, word, what = values
    said = cast(tree.Mode, mode.type.lower()) if mode else ""
    return tree.NamePhrase(word.type.lower(), tree.Names((what,), None, what.span), said, span)


def later(values: Values, span: Span) -> tuple[tree.Phrase, tree.Phrase]:
    """``DURATION (AFTER | BEFORE) names``: the time that has to pass, and from when or up to when it runs."""
    length, word, names = values
    before = word.type == "BEFORE"
    passing = tree.DurationPhrase("at least" if before else "", duration_of(length), "", length.span)
    return passing, tree.NamePhrase("before" if before else "after", names, "", (length.span[1], span[1]))


def subject_to(values: Values, span: Span) -> tree.OrderPhrase:
    """``SUBJECT_TO bare (AND bare)*``: clauses by their labels, or what has to hold."""
    named = (values[1], *(each for each in repeated(values) if isinstance(each, tree.Reference)))
    return tree.OrderPhrase("subject to", named, span)


def named_reference(values: Values, span: Span) -> tree.Reference:
    """``name``."""
    return tree.Reference(values[0].text, span)


def except_clauses(values: Values, span: Span) -> tree.OrderPhrase:
    """``AS_CLAUSES_ALLOW``: the clauses that the sentence yields to."""
    token: Token = values[0]
    found = LABELS.search(token.words)
    if found is None:
        raise AssertionError(f"the grammar took {token!r} for clauses that allow something")
    labels = tuple(tree.Reference(label, span) for label in JOINED.split(found["labels"]))
    return tree.OrderPhrase("subject to", labels, span, cast(tree.Noun, found["noun"].lower()))


FORMS = {made.__name__: made for made in (said_of, happening, later, subject_to, named_reference, except_clauses)}

"""From text to tokens: the grammar's terminals as one regular expression, run over a stretch of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policyc.source import Span
from policyc.syntax.load import tables
from policyc.syntax.token import Token

MAXIMUM_TOKENS = 200_000
"""How many words and signs one file may hold."""


class TooLong(Exception):
    """A file holds more words and signs than are read."""


@dataclass(slots=True)
class Budget:
    """How many tokens may still be read of one file."""

    left: int = MAXIMUM_TOKENS


@cache
def pattern() -> re.Pattern[str]:
    """What finds tokens; ``kinds`` of the tables names those of its groups."""
    return re.compile(tables().pattern)


def tokens(text: str, span: Span, budget: Budget) -> Iterator[Token]:
    """The tokens of a stretch of a text; a sign that is none of the language's is the last, of an empty type."""
    kinds = tables().kinds
    for found in pattern().finditer(text, *span):
        group = found.lastindex
        kind = kinds[group] if group else ""
        if kind is None:
            continue
        if not group:
            return
        budget.left -= 1
        if budget.left < 0:
            raise TooLong
        yield Token(kind, found[group], *found.span(group))
        if not kind:
            return

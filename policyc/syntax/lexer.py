"""From text to tokens: the grammar's terminals as one regular expression, run over a stretch of a text.

Lark's own lexer counts lines from the top of the text for every stretch, so that a file of many broken sentences would
take time in the square of its length. This one does not, and it stops at a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lark import Token
from lark.common import LexerConf
from lark.exceptions import UnexpectedCharacters
from lark.lexer import Lexer, LexerState

MAXIMUM_TOKENS = 200_000
"""How many words and signs one file may hold."""


class TooLong(Exception):
    """A file holds more words and signs than are read."""


@dataclass(slots=True)
class Budget:
    """How many tokens may still be read of one file."""

    left: int = MAXIMUM_TOKENS


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text to parse, and the budget of the file that it belongs to."""

    text: str
    start: int
    end: int
    budget: Budget


class StretchLexer(Lexer):
    """Finds tokens as Lark's basic lexer does, in a ``Stretch``; their places count from the start of the text."""

    __future_interface__ = 2

    def __init__(self, configuration: LexerConf) -> None:
        terminals = sorted(
            configuration.terminals,
            key=lambda each: (-each.priority, -each.pattern.max_width, -len(each.pattern.value), each.name),
        )
        pattern = "|".join(f"(?P<{each.name}>{each.pattern.to_regexp()})" for each in terminals)
        self.match = re.compile(pattern, configuration.g_regex_flags).match
        self.ignored = frozenset(configuration.ignore)

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Token]:
        """The tokens of the stretch that stands in the state."""
        stretch: Any = lexer_state.text
        text, position, end, budget = stretch.text, stretch.start, stretch.end, stretch.budget
        while position < end:
            found = self.match(text, position, end)
            if found is None:
                raise UnexpectedCharacters(text, position, 0, 0, state=parser_state)  # type: ignore[no-untyped-call]
            kind, start, position = str(found.lastgroup), position, found.end()
            if kind in self.ignored:
                continue
            budget.left -= 1
            if budget.left < 0:
                raise TooLong
            yield Token(kind, found.group(), start, end_pos=position)

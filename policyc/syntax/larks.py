"""The only door to Lark: its reading of the grammar, and its own parser, the judge of text that ours does not take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, cast

from lark import Lark
from lark.common import LexerConf
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer, TerminalDef
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser_state import ParseConf, ParserState

from policyc.source import Span
from policyc.syntax.build import Build, builder_of
from policyc.syntax.parts import Stopped
from policyc.syntax.tables import END, Rule, grammar
from policyc.syntax.token import Token

Placed = tuple[Any, Span | None]
"""A value and where it stands; what the grammar lets be empty stands nowhere."""


class NoLexer(Lexer):
    """Stands where Lark wants a lexer: tokens come from ours."""

    def __init__(self, configuration: LexerConf) -> None: ...

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:
        """Never called."""
        raise NotImplementedError


@cache
def lark() -> Lark:
    """What Lark makes of the grammar, once a process."""
    return Lark(grammar(), parser="lalr", lexer=NoLexer, start=["start", "question"], maybe_placeholders=False)


def parse_table() -> Any:
    """Lark's own LALR table of the grammar."""
    return cast(Any, lark().parser).parser._parse_table


def terminals() -> list[TerminalDef]:
    """The terminals in the order in which Lark's basic lexer tries them."""
    return sorted(
        lark().terminals,
        key=lambda each: (-each.priority, -each.pattern.max_width, -len(each.pattern.value), each.name),
    )


def rule_of(rule: Any) -> Rule:
    """A rule of Lark's as one of ours."""
    symbol = str(rule.origin.name)
    return Rule(symbol, str(rule.alias or symbol), tuple(str(part.name) for part in rule.expansion))


def judge(tokens: Iterable[Token], start: str) -> Any:
    """The tree that Lark's parser makes of some tokens; raises ``Stopped``, or ``Misread`` from a builder."""
    state = ParserState(ParseConf(parse_table(), cast(Any, callbacks()), start), cast(Any, None))
    token = Token(END, "", 0, 0)
    try:
        for token in tokens:
            state.feed_token(cast(Any, token))
        return state.feed_token(cast(Any, Token(END, "", token.end, token.end)), True)[0]
    except UnexpectedToken as problem:
        raise Stopped(cast(Any, problem.token), accepted(state)) from None


@cache
def callbacks() -> dict[Any, Callable[..., Placed]]:
    """What Lark calls: for each rule its builder, for each terminal what gives it a place."""
    shifted = dict.fromkeys((each.name for each in lark().terminals), lambda token: (token, token.span))
    return shifted | {rule: placing(builder_of(rule_of(rule))) for rule in lark().rules}


def placing(build: Build) -> Callable[[list[Placed]], Placed]:
    """A builder that takes values with their places, and gives its own the place of them all."""

    def placed(children: list[Placed]) -> Placed:
        spans = [span for _, span in children if span is not None]
        span = (spans[0][0], spans[-1][1]) if spans else None
        return build([value for value, _ in children], span or (0, 0)), span

    return placed


def accepted(state: Any) -> frozenset[str]:
    """The terminals that Lark's parser could take in a state: those that end in a shift, whatever is reduced before."""
    return shiftable(tuple(state.state_stack))


@lru_cache(maxsize=256)
def shiftable(stack: tuple[int, ...]) -> frozenset[str]:
    """The same for a stack of states."""
    states = parse_table().states
    return frozenset(terminal for terminal in states[stack[-1]] if can_shift(states, stack, terminal))


def can_shift(states: Any, stack: tuple[int, ...], terminal: str) -> bool:
    """Whether a terminal can be taken after reductions."""
    work = list(stack)
    while terminal in states[work[-1]]:
        action, target = states[work[-1]][terminal]
        if action is Shift:
            return True
        size = len(target.expansion)
        del work[len(work) - size :]
        work.append(states[work[-1]][target.origin.name][1])
    return False

"""From text to tree: runs the grammar's LALR tables, and builds nodes as it goes.

It takes what Lark's parser takes, and makes the same of it. Where a text cannot be taken it stops without saying why:
that is left to Lark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from policyc.source import Span
from policyc.syntax.build import Build, builder_of, is_alias
from policyc.syntax.lexer import Budget, TooLong, pattern
from policyc.syntax.load import tables
from policyc.syntax.tables import END, State, Tables
from policyc.syntax.token import Token


class Rejected(Exception):
    """The text cannot be taken."""


@dataclass(frozen=True, slots=True)
class Machine:
    """The tables as the loop wants them, by the numbers of states and rules.

    An action from ``shifts`` on shifts and reduces at once, by the rule of its number less ``shifts``; ``always`` holds
    the rule by which a state reduces whatever follows.
    """

    kinds: tuple[str | None, ...]
    starts: dict[str, int]
    shifts: int
    actions: tuple[dict[str, int], ...]
    otherwise: tuple[int | None, ...]
    always: tuple[int | None, ...]
    goto: tuple[dict[str, int], ...]
    rules: tuple[tuple[int, Build, str], ...]


@cache
def machine() -> Machine:
    """The machine of the grammar."""
    made = tables()
    always = tuple(None if state.actions or state.otherwise is None else ~state.otherwise for state in made.states)
    actions = [shifting(state, always) for state in made.states]
    for last in made.ends.values():
        actions[last] = {END: last}
    return Machine(
        made.kinds,
        made.starts,
        len(always),
        tuple(actions),
        tuple(state.otherwise for state in made.states),
        always,
        tuple(going(state, always, made) for state in made.states),
        tuple((len(rule.expansion), builder_of(rule), rule.symbol) for rule in made.rules),
    )


def shifting(state: State, always: tuple[int | None, ...]) -> dict[str, int]:
    """The actions of a state, those that lead where always the same is done made one with that."""
    actions = {}
    for terminal, action in state.actions.items():
        rule = always[action] if action >= 0 else None
        actions[terminal] = action if rule is None else len(always) + rule
    return actions


def going(state: State, always: tuple[int | None, ...], made: Tables) -> dict[str, int]:
    """Where a state goes after a symbol was made; past states that only give it another name."""
    goto = {}
    for symbol, to in state.goto.items():
        while (rule := always[to]) is not None and is_alias(made.rules[rule]):
            to = state.goto[made.rules[rule].symbol]
        goto[symbol] = to
    return goto


def run(text: str, span: Span, budget: Budget, start: str) -> Any:
    """What a start symbol stands for in a stretch of a text; raises ``Rejected``, ``Misread`` or ``TooLong``."""
    given = machine()
    kinds, shifts, actions, otherwise = given.kinds, given.shifts, given.actions, given.otherwise
    always, goto, rules = given.always, given.goto, given.rules
    state, end, rule = given.starts[start], span[0], None
    states: list[int] = [state]
    values: list[Any] = []
    begins: list[int] = []
    for found in pattern().finditer(text, *span):
        group = found.lastindex
        kind = kinds[group] if group else END
        if kind is None:
            continue
        if group:
            budget.left -= 1
            if budget.left < 0:
                raise TooLong
        begin, after = found.span(group or 0)
        while True:
            if rule is None:
                action = actions[state].get(kind, otherwise[state])
                if action is None:
                    raise Rejected
                if action >= 0:
                    break
                rule = ~action
            size, build, symbol = rules[rule]
            if size == 1:
                values[-1] = build([values[-1]], (begins[-1], end))
                states.pop()
            elif size:
                made = build(values[-size:], (begins[-size], end))
                del values[-size:], states[-size:], begins[1 - size :]
                values.append(made)
            else:
                values.append(build([], (begin, begin)))
                begins.append(begin)
            state = goto[states[-1]][symbol]
            states.append(state)
            rule = always[state]
        values.append(Token(kind, text[begin:after], begin, after))
        begins.append(begin)
        states.append(action)
        state, end = action, after
        rule = action - shifts if action >= shifts else None
    return values[0]

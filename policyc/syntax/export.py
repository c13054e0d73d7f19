"""From Lark's analysis of the grammar to tables that need no Lark.

`python -m policyc.syntax.export` writes them beside the grammar; to be run after each change of the grammar.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from lark.parsers.lalr_analysis import Shift

from policyc.resources import resource
from policyc.syntax.larks import lark, parse_table, rule_of, terminals
from policyc.syntax.pattern import Scanner, terminal
from policyc.syntax.tables import FILE, State, Tables, fingerprint, to_text

WHITE_SPACE = "WHITE_SPACE"


def made() -> Tables:
    """The tables of the grammar as it is now."""
    table = parse_table()
    numbers = numbered(table)
    rules = {rule: place for place, rule in enumerate(sorted(lark().rules, key=rule_of))}
    states = [state(table.states[old], numbers, rules) for old in numbers]
    first, *rest = terminals()
    if first.name != WHITE_SPACE:
        raise ValueError("white space must come before all other terminals: the lexer passes it over first")
    scanner = Scanner([terminal(each.name, each.pattern.to_regexp()) for each in rest], frozenset(lark().ignore_tokens))
    starts = {name: numbers[old] for name, old in sorted(table.start_states.items())}
    ends = {name: numbers[old] for name, old in sorted(table.end_states.items())}
    kinds = tuple(scanner.kinds)
    return Tables(fingerprint(), scanner.pattern, kinds, starts, ends, tuple(map(rule_of, rules)), tuple(states))


def numbered(table: Any) -> dict[int, int]:
    """New numbers for Lark's states, in the order in which symbols sorted by name lead to them; Lark's varies."""
    waiting = [table.start_states[name] for name in sorted(table.start_states)]
    numbers: dict[int, int] = {}
    for old in waiting:
        if old not in numbers:
            numbers[old] = len(numbers)
            waiting += [target for _, (action, target) in sorted_row(table, old) if action is Shift]
    return numbers


def sorted_row(table: Any, old: int) -> list[tuple[str, Any]]:
    """What Lark does in a state, by symbol."""
    return sorted(table.states[old].items(), key=lambda each: str(each[0]))


def state(row: dict[str, Any], numbers: dict[int, int], rules: dict[Any, int]) -> State:
    """What Lark does in a state, with our numbers; the reduction that most terminals lead to is done on all others."""
    steps = sorted(row.items())
    does = {str(symbol): numbers[to] if action is Shift else ~rules[to] for symbol, (action, to) in steps}
    reductions = Counter(action for action in does.values() if action < 0).most_common(1)
    otherwise = reductions[0][0] if reductions else None
    actions = {symbol: action for symbol, action in does.items() if symbol.isupper() and action != otherwise}
    return State(otherwise, actions, {symbol: to for symbol, to in does.items() if not symbol.isupper()})


def main() -> None:
    """Write the tables beside the grammar."""
    (resource("grammar") / FILE).write_text(to_text(made()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

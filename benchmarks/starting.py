"""How long a process takes from its start to its end where there is little to do."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.checking import CACHE, CHECK, OPTIONS
from benchmarks.measure import HOME, in_turns, python, run
from benchmarks.portfolio import agreement
from benchmarks.table import Table, milliseconds, times

REPEATS = 15
ALONE, CLICK, HELP = "the interpreter alone", "`import click`", "`policyc --help`"
LARK, BASIC = "Lark: grammar built, one file parsed", "the same with Lark's basic lexer"
COLD, WARM = "`policyc check`, one file, empty cache", "`policyc check`, one file"
BARE = """
from lark import Lark
grammar, text = (open(path, encoding="utf-8").read() for path in {paths!r})
Lark(grammar, parser="lalr", lexer={lexer!r}, start=["start", "question"], maybe_placeholders=False,
    propagate_positions=True).parse(text, start="start")
"""


def measure(repeats: int = REPEATS) -> list[Table]:
    """Start each in turn."""
    with tempfile.TemporaryDirectory(prefix="policyc-benchmark-") as home:
        file = Path(home) / "one.policy"
        file.write_text(agreement(0, 1_000), encoding="utf-8")
        paths = [str(HOME / "grammar" / "policy.lark"), str(file)]
        check = python(*CHECK, str(file), *OPTIONS)
        empty = iter(range(1_000_000))
        actions: dict[str, Callable[[], object]] = {
            ALONE: started(python("-c", "pass")),
            CLICK: started(python("-c", "import click")),
            HELP: started(python("-m", "policyc", "--help")),
            LARK: started(python("-c", BARE.format(lexer="contextual", paths=paths))),
            BASIC: started(python("-c", BARE.format(lexer="basic", paths=paths))),
            COLD: lambda: started(check, {CACHE: f"{home}/empty{next(empty)}"})(),
            WARM: started(check, {CACHE: f"{home}/cache"}),
        }
        for action in actions.values():
            action()
        taken = in_turns(actions, repeats)
    lark = min((LARK, BASIC), key=lambda name: taken[name])
    against = {HELP: CLICK, COLD: lark, WARM: lark}
    table = Table("Start-up, milliseconds", ("", "ms", "against"))
    for name, each in taken.items():
        beside = against.get(name)
        ratio = f"{times(each / taken[beside])} {beside}" if beside else ""
        table.rows.append((name, milliseconds(each), ratio))
    return [table]


def started(command: list[str], environment: dict[str, str] | None = None) -> Callable[[], None]:
    """Start a command and wait for its end; it must not fail."""

    def start() -> None:
        ended = run(command, environment=environment)
        if ended.code:
            raise RuntimeError(ended.errors or ended.output)

    return start

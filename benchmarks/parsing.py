"""How fast policy text is parsed, against Lark alone with the same grammar on the same text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from benchmarks.agreements import LONG
from benchmarks.measure import HOME, in_turns
from benchmarks.portfolio import agreements
from benchmarks.table import Table, figures, times

FILES = 300
REPEATS = 5
BARE, POSITIONS, BASIC = "Lark, tree", "Lark, tree with positions", "Lark, tree with positions, basic lexer"
POLICYC = "policyc, tree with positions"


def measure(files: int = FILES, repeats: int = REPEATS) -> list[Table]:
    """Parse the same agreements with each."""
    texts = [text for _, text in agreements(files, LONG)]
    size, lines = sum(map(len, texts)), sum(text.count("\n") for text in texts)
    contenders = {
        BARE: bare(texts, False),
        POSITIONS: bare(texts, True),
        BASIC: bare(texts, True, "basic"),
        POLICYC: policyc(texts),
    }
    for contender in contenders.values():
        contender()
    taken = in_turns(contenders, repeats)
    table = Table(
        f"Parsing {files} agreements of {size / files / 1000:.1f} KB, {lines / files:.0f} lines",
        ("", "MB/s", "files/s", "against Lark with positions"),
        notes=[
            "Lark: LALR, contextual lexer unless said, the grammar built before. policyc: characters checked, own tree."
        ],
    )
    for name, each in taken.items():
        table.rows.append((name, figures(size / each / 1e6), figures(files / each), times(taken[POSITIONS] / each)))
    return [table]


def grammar() -> str:
    """The grammar of the policy language."""
    return (HOME / "grammar" / "policy.lark").read_text(encoding="utf-8")


def bare(texts: list[str], positions: bool, lexer: Literal["contextual", "basic"] = "contextual") -> Callable[[], None]:
    """Parse texts with Lark alone."""
    from lark import Lark

    parser = Lark(
        grammar(),
        parser="lalr",
        lexer=lexer,
        start=["start", "question"],
        maybe_placeholders=False,
        propagate_positions=positions,
    )

    def parse() -> None:
        for text in texts:
            parser.parse(text, start="start")

    return parse


def policyc(texts: list[str]) -> Callable[[], None]:
    """Parse texts with policyc."""
    from policyc.source import Source
    from policyc.syntax import parse as parse_source

    def parse() -> None:
        for number, text in enumerate(texts):
            tree, findings = parse_source(Source(f"{number}.policy", text))
            if tree.broken or findings.found:
                raise RuntimeError(f"agreement {number} has faults")

    return parse

"""From text to tree: the only door to Lark.

The whole text is parsed at once. Where that fails, each sentence is parsed on its own, so that several errors are found
in one run and none is the consequence of another.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Any, cast

from lark import Lark, Token
from lark.exceptions import UnexpectedInput
from lark.lexer import LexerState

from policyc.findings import Findings
from policyc.resources import resource
from policyc.source import Source, Span
from policyc.syntax import tree
from policyc.syntax.build import Builder
from policyc.syntax.characters import character_findings
from policyc.syntax.diagnose import diagnose, too_long
from policyc.syntax.lexer import Budget, Stretch, StretchLexer, TooLong
from policyc.syntax.parts import Misread
from policyc.syntax.sentences import STRAIGHT, Cut, Cutter, comments


@cache
def parser() -> Lark:
    """Lark's LALR parser for the policy language, built once a process."""
    grammar = resource("grammar") / "policy.lark"
    return Lark(
        grammar.read_text(encoding="utf-8"),
        parser="lalr",
        lexer=StretchLexer,
        start=["start", "question"],
        transformer=Builder(),
        maybe_placeholders=False,
    )


def parse(source: Source) -> tuple[tree.Tree, Findings]:
    """Parse one file: its tree, a finding for each sentence that could not be read, and for misleading characters."""
    text = readable(source)
    findings = character_findings(source)
    try:
        parsed, problems = read(source, text)
    except TooLong:
        parsed, problems = tree.Tree(source, (), (), ((0, len(text)),)), too_long(source)
    findings.extend(problems)
    return parsed, findings


def parse_question(source: Source) -> tuple[tree.Question | None, Findings]:
    """Parse a question such as ``May Facebook use shopping location for advertising?``."""
    text = readable(source)
    findings = character_findings(source)
    cut = Cut((0, len(text)), asked=True)
    try:
        return cast(tree.Question, run(text, cut, Budget(), "question")), findings
    except (UnexpectedInput, Misread) as problem:
        findings.extend(diagnose(source, text, cut, problem, tokens(text, cut)))
    except TooLong:
        findings.extend(too_long(source))
    return None, findings


def read(source: Source, text: str) -> tuple[tree.Tree, Findings]:
    """Parse the whole text at once, or, where that fails, each sentence on its own."""
    try:
        sentences = run(text, Cut((0, len(text))), Budget())
    except (UnexpectedInput, Misread):
        return read_by_sentence(source, text)
    return tree.Tree(source, sentences, comments(text)), Findings()


def read_by_sentence(source: Source, text: str) -> tuple[tree.Tree, Findings]:
    """Parse each sentence on its own; the broken ones become findings and spans of the tree."""
    sentences: list[tree.Sentence] = []
    broken: list[Span] = []
    findings, budget, cutter = Findings(), Budget(), Cutter(text)
    for cut in cutter.cuts:
        try:
            sentences += run(text, cut, budget)
        except (UnexpectedInput, Misread) as problem:
            broken.append(cut.span)
            findings.extend(diagnose(source, text, cut, problem, tokens(text, cut)))
    return tree.Tree(source, tuple(sentences), tuple(cutter.comments), tuple(broken)), findings


def run(text: str, cut: Cut, budget: Budget, start: str = "start") -> Any:
    """Run the parser over a stretch of the text."""
    return parser().parse(cast(Any, Stretch(text, *cut.span, budget)), start=start)


def tokens(text: str, cut: Cut) -> tuple[Token, ...]:
    """The tokens of a stretch of the text, up to one that cannot be read."""
    found: list[Token] = []
    with suppress(UnexpectedInput, TooLong):
        state: Any = LexerState(cast(Any, Stretch(text, *cut.span, Budget())))
        for token in parser().parser.lexer.lex(state, None):
            found.append(token)
    return tuple(found)


def readable(source: Source) -> str:
    """The text with straight quotation marks, and without the mark that some editors put before it."""
    text = source.text.translate(STRAIGHT)
    return " " + text[1:] if text.startswith("\ufeff") else text

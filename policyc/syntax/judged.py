"""Text that cannot be taken whole: each sentence on its own, the broken ones judged by Lark and explained.

So several errors are found in one run, and none is the consequence of another.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from policyc.findings import Findings
from policyc.source import Source, Span
from policyc.syntax import tree
from policyc.syntax.diagnose import diagnose, too_long
from policyc.syntax.driver import Rejected, run
from policyc.syntax.larks import judge
from policyc.syntax.lexer import Budget, TooLong, tokens
from policyc.syntax.parts import Misread, Stopped
from policyc.syntax.sentences import Cut, Cutter
from policyc.syntax.token import Token


def read_by_sentence(source: Source, text: str) -> tuple[tree.Tree, Findings]:
    """Parse each sentence on its own; the broken ones become findings and spans of the tree."""
    sentences: list[tree.Sentence] = []
    broken: list[Span] = []
    findings, budget, cutter = Findings(), Budget(), Cutter(text)
    try:
        for cut in cutter.cuts:
            made, problems = read(source, text, cut, budget, "start")
            sentences += made or ()
            if made is None:
                broken.append(cut.span)
            findings.extend(problems)
    except TooLong:
        return tree.Tree(source, (), (), ((0, len(text)),)), too_long(source)
    return tree.Tree(source, tuple(sentences), tuple(cutter.comments), tuple(broken)), findings


def read_question(source: Source, text: str) -> tuple[tree.Question | None, Findings]:
    """Parse a question; a broken one becomes a finding."""
    try:
        return read(source, text, Cut((0, len(text)), asked=True), Budget(), "question")
    except TooLong:
        return None, too_long(source)


def read(source: Source, text: str, cut: Cut, budget: Budget, start: str) -> tuple[Any, Findings]:
    """What a stretch of the text stands for, or None and why it could not be read."""
    try:
        return run(text, cut.span, budget, start), Findings()
    except (Rejected, Misread):
        found = found_in(text, cut)
    try:
        return judge(found, start), Findings()
    except (Stopped, Misread) as problem:
        return None, diagnose(source, text, cut, problem, tuple(token for token in found if token.type))


def found_in(text: str, cut: Cut) -> list[Token]:
    """The tokens of a stretch of the text, no more than are read of one file."""
    found: list[Token] = []
    with suppress(TooLong):
        for token in tokens(text, cut.span, Budget()):
            found.append(token)
    return found

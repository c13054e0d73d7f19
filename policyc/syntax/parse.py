"""From text to tree.

The whole text is parsed at once, without Lark. Where that fails, it goes to ``judged``: each sentence is parsed on its
own, and Lark judges those that cannot be read.
"""

from __future__ import annotations

from typing import cast

from policyc.findings import Findings
from policyc.source import STRAIGHT, Source
from policyc.syntax import tree
from policyc.syntax.characters import character_findings
from policyc.syntax.collector import uncollected
from policyc.syntax.driver import Rejected, run
from policyc.syntax.lexer import Budget, TooLong
from policyc.syntax.parts import Misread
from policyc.syntax.sentences import comments


@uncollected
def parse(source: Source) -> tuple[tree.Tree, Findings]:
    """Parse one file: its tree, a finding for each sentence that could not be read, and for misleading characters."""
    text = readable(source)
    findings = character_findings(source)
    try:
        sentences = run(text, (0, len(text)), Budget(), "start")
    except (Rejected, Misread, TooLong):
        from policyc.syntax.judged import read_by_sentence  # sound files need neither Lark nor diagnoses

        parsed, problems = read_by_sentence(source, text)
        findings.extend(problems)
        return parsed, findings
    return tree.Tree(source, sentences, comments(text)), findings


def parse_question(source: Source) -> tuple[tree.Question | None, Findings]:
    """Parse a question such as ``May Facebook use shopping location for advertising?``."""
    text = readable(source)
    findings = character_findings(source)
    try:
        return cast(tree.Question, run(text, (0, len(text)), Budget(), "question")), findings
    except (Rejected, Misread, TooLong):
        from policyc.syntax.judged import read_question  # as above

        asked, problems = read_question(source, text)
        findings.extend(problems)
        return asked, findings


def readable(source: Source) -> str:
    """The text with straight quotation marks, and without the mark that some editors put before it."""
    text = source.text.translate(STRAIGHT)
    return " " + text[1:] if text.startswith("\ufeff") else text

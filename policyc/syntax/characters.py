"""Characters that mislead a reader: unseen ones, and letters that look like those of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from unicodedata import category, name

from policyc.findings import Edit, Evidence, Finding, Findings
from policyc.source import Source, Span, code_point, is_unseen, visible
from policyc.syntax.look_alikes import Problem, disguised, is_disguised, look_alikes

UNUSUAL = re.compile(r"[^\t\n\r -~]+")
WORD = re.compile(r"[^\W\d_]+")
BYTE_ORDER_MARK = "\ufeff"
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
WITHOUT_WIDTH = frozenset("\u00ad\u200b\u2060\ufeff")
"""Soft hyphen, zero-width space, word joiner, byte order mark: without them a reader sees the very same words."""
MOST = 1000
AND_MORE = Problem(
    "unseen-character",
    f"After {MOST:,} of them, more misleading characters follow here: this is hardly a text.",
    "Look whether this is the file that you mean, and whether it is saved as UTF-8.",
)


def character_findings(source: Source) -> Findings:
    """Findings about misleading characters, comments and quotations included: one for each character and line.

    After very many the last one says that more follow.
    """
    if not UNUSUAL.search(source.text):
        return Findings()
    found: dict[tuple[int, str], Finding] = {}
    for span, problem in problems(source):
        line, _ = source.position(span[0])
        sign = source.text[slice(*span)]
        edits = () if problem.instead is None else (Edit(source.place(span), problem.instead),)
        if same := found.get((line, sign)):
            found[line, sign] = replace(same, repair=(*same.repair, *edits))
            continue
        last = len(found) == MOST
        found[line, sign] = finding(source, span, AND_MORE if last else problem, () if last else edits)
        if last:
            break
    return Findings(list(found.values()))


def finding(source: Source, span: Span, problem: Problem, repair: tuple[Edit, ...]) -> Finding:
    """A problem as a finding that quotes its line."""
    line, _ = source.position(span[0])
    evidence = Evidence("the character", source.place(span), visible(source.lines[line - 1].strip()[:200]))
    return Finding(problem.rule, problem.severity, problem.message, evidence, problem.help, repair=repair)


def problems(source: Source) -> Iterator[tuple[Span, Problem]]:
    """What is wrong with each misleading character, or word of them, and where."""
    for run in UNUSUAL.finditer(source.text):
        for at, sign in enumerate(run.group(), run.start()):
            if is_unseen(sign) and (at or sign != BYTE_ORDER_MARK):
                yield (at, at + 1), unseen(sign)
    for word in WORD.finditer(source.text):
        if not word.group().isascii():
            for at, problem in look_alikes(word.group()):
                yield (word.start() + at, word.start() + at + 1), problem
            if is_disguised(word.group(), source.lines[source.position(word.start())[0] - 1]):
                yield word.span(), disguised(word.group())


@lru_cache(maxsize=1024)
def unseen(sign: str) -> Problem:
    """What to say of a character that shows nothing."""
    called = name(sign, "a control character" if category(sign) == "Cc" else "a character without a name").lower()
    if sign in DIRECTIONS:
        effect = "it turns the order in which the line is shown, so that one reads what does not stand there"
    else:
        effect = "a reader cannot see it, and words that look the same differ by it"
    message = f"Here stands {code_point(sign)}, {called}: {effect}."
    instead = "" if sign in WITHOUT_WIDTH else None
    return Problem("unseen-character", message, "Delete it, or type the words around it anew.", instead=instead)

"""The suppressions of a file: which comments are some, and to which sentence each belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from policyc.findings import Evidence, Finding, Findings, Severity
from policyc.pipeline.suppression.comment import EXAMPLE, Malformed, Words, is_addressed, read_words
from policyc.source import Place, Source, Span, visible

if TYPE_CHECKING:
    from policyc.syntax.tree import Comment, Tree

REST_OF_LINE = re.compile(r"[^\S\r\n]*\.?[^\S\r\n]*")
BLANK_LINE = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*[\r\n]")


@dataclass(frozen=True, slots=True)
class Suppression:
    """A suppression: where its comment stands, what it says, and the sentence that it belongs to."""

    place: Place
    quote: str
    rules: tuple[str, ...]
    until: date | None
    reason: str
    covered: Place

    def covers(self, place: Place) -> bool:
        """Whether a place lies in the sentence."""
        mine, start = self.covered, (place.line, place.column)
        return place.path == mine.path and (mine.line, mine.column) <= start < (mine.end_line, mine.end_column)


def suppressions(tree: Tree) -> tuple[list[Suppression], Findings]:
    """The suppressions of a file, and a finding for each comment that is meant as one and is none."""
    found, findings = list[Suppression](), Findings()
    for comment in tree.comments:
        if not is_addressed(comment.text):
            continue
        try:
            found.append(suppression(comment, read_words(comment.text), tree))
        except Malformed as problem:
            findings.found.append(malformed(tree.source, comment, str(problem)))
    return found, findings


def suppression(comment: Comment, words: Words, tree: Tree) -> Suppression:
    """A suppression in its place; raises ``Malformed`` where it belongs to no sentence."""
    covered = sentence_of(comment, tree)
    if covered is None:
        raise Malformed("It belongs to no sentence: none stands before it on its line, and none begins right below it.")
    place = tree.source.place
    return Suppression(
        place(comment.span), visible(comment.text), words.rules, words.until, words.reason, place(covered)
    )


def sentence_of(comment: Comment, tree: Tree) -> Span | None:
    """The sentence that a comment stands in, after which it stands on its line, or which begins on the line below it.

    Other comments may stand between, blank lines may not; so the canonical form leaves each with its sentence.
    """
    text, (start, end) = tree.source.text, comment.span
    spans = sorted([*(sentence.span for sentence in tree.sentences), *tree.broken])
    before = max((span for span in spans if span[0] < start), default=None)
    if before is not None and (start < before[1] or REST_OF_LINE.fullmatch(text, before[1], start)):
        return before
    after = min((span for span in spans if span[0] >= end), default=None)
    if after is None or BLANK_LINE.search(text, end, after[0]) or not on_own_line(text, start):
        return None
    return after


def on_own_line(text: str, start: int) -> bool:
    """Whether nothing but white space stands before an offset on its line."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    return not text[line:start].strip()


def malformed(source: Source, comment: Comment, message: str) -> Finding:
    """What is said of a comment that is meant as a suppression and is none."""
    evidence = Evidence("nothing is suppressed by this", source.place(comment.span), visible(comment.text))
    help = f"Write it as `{EXAMPLE}`, on the line of the clause or right above it; `until …` may be left out."
    return Finding("malformed-suppression", Severity.WARNING, visible(message), evidence, help)

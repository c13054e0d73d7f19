"""The canonical form of a file: what ``fmt`` prints. Parsed again it gives the same tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import wrap

from policyc.syntax import tree
from policyc.syntax.write import label_of, write_body

WIDTH = 100
STATEMENT_COLUMN = 8
BLANK_LINE = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*[\r\n]")
REST_OF_LINE = re.compile(r"[^\S\r\n]*\.?[^\S\r\n]*")


@dataclass(slots=True)
class Entry:
    """A sentence or a comment on lines of its own, and whether a blank line stands before it."""

    text: str
    blank: bool
    node: tree.Sentence | tree.Comment


def format_tree(parsed: tree.Tree) -> str:
    """Print a tree: sentences in order, wrapped, comments kept, a line break at the end; empty for an empty tree."""
    entries = Layout(parsed).entries
    separate_headers(entries)
    lines = ["\n" + entry.text if entry.blank and place else entry.text for place, entry in enumerate(entries)]
    return "\n".join([*lines, ""])


def separate_headers(entries: list[Entry]) -> None:
    """Put a blank line before each header, or before the comments that touch it."""
    for place, entry in enumerate(entries):
        if isinstance(entry.node, tree.Header):
            while place and isinstance(entries[place - 1].node, tree.Comment) and not entries[place].blank:
                place -= 1
            entries[place].blank = True


class Layout:
    """Puts sentences and comments in the order of a file, with the blank lines that the writer left."""

    def __init__(self, parsed: tree.Tree) -> None:
        self.source = parsed.source
        self.comments = list(reversed(parsed.comments))
        self.entries: list[Entry] = []
        self.end = 0
        self.labelled = False
        for sentence in parsed.sentences:
            self.put_comments(sentence)
            self.put_sentence(sentence)
        while self.comments:
            self.put_comment(self.comments.pop())

    def put_comments(self, sentence: tree.Sentence) -> None:
        """The comments before a sentence, and those inside it, which move above it."""
        start, end = sentence.span
        while self.comments and self.comments[-1].span[0] < end:
            comment = self.comments.pop()
            self.put_comment(comment)
            self.end = min(comment.span[1], start)

    def put_comment(self, comment: tree.Comment) -> None:
        """A comment on a line of its own."""
        self.entries.append(Entry(comment.text, self.blank_line_before(comment.span[0]), comment))
        self.end = comment.span[1]

    def put_sentence(self, sentence: tree.Sentence) -> None:
        """A sentence, with the comment that follows on its last line."""
        written = sentence.span != (0, 0)
        blank = self.blank_line_before(sentence.span[0]) if written else self.is_new_kind(sentence)
        self.labelled = isinstance(sentence, tree.Clause) and (self.labelled or sentence.label is not None)
        text = layout(sentence, write_body(sentence, self.source), self.labelled)
        if written:
            self.end = sentence.span[1]
            text += self.trailing_comment()
        self.entries.append(Entry(text, blank, sentence))

    def trailing_comment(self) -> str:
        """The comment between the end of a sentence and the end of its line, if there is one."""
        if not self.comments or not REST_OF_LINE.fullmatch(self.source.text, self.end, self.comments[-1].span[0]):
            return ""
        comment = self.comments.pop()
        self.end = comment.span[1]
        return f"  {comment.text}"

    def blank_line_before(self, start: int) -> bool:
        """Whether the writer left a blank line between what was put last and here."""
        return BLANK_LINE.search(self.source.text, self.end, max(start, self.end)) is not None

    def is_new_kind(self, sentence: tree.Sentence) -> bool:
        """Whether a sentence that was never written down is of another kind than what was put last."""
        return bool(self.entries) and type(self.entries[-1].node) is not type(sentence)


def layout(sentence: tree.Sentence, body: str, labelled: bool) -> str:
    """A sentence wrapped, its label in front; statements that share a label stand in one column."""
    label = label_of(sentence)
    if label is None and not labelled:
        return wrapped(body, "", 4)
    before = f"{label.text}:".ljust(STATEMENT_COLUMN - 1) + " " if label else " " * STATEMENT_COLUMN
    return wrapped(body, before, STATEMENT_COLUMN)


def wrapped(body: str, before: str, indent: int) -> str:
    """Words wrapped at the width of a page; what is longer than a line stays whole."""
    lines = wrap(
        body,
        WIDTH,
        initial_indent=before,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)

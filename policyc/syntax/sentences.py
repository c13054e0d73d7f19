"""Where sentences begin and end, found without the grammar, so that a broken one leaves the others alive."""

from __future__ import annotations

import re
from dataclasses import dataclass

from policyc.source import Span
from policyc.syntax import tree

LABEL = r"[^\W_][\w-]*(?:\.[\w-]+|\([\w-]+\))*:(?=\s)"
PIECE = re.compile(
    r"""(?P<comment>\#[^\r\n]*)|(?P<quotation>")|(?P<stop>[.?!](?=[\s\#]|$))|(?P<line>\r\n|\r|\n)"""
    r"""|(?P<words>[^"\#.?!\r\n]+|.)""",
    re.DOTALL,
)
SENTENCE_START = re.compile(rf'[^\S\r\n]*(?:{LABEL}|(?:agreement|policy|vocabulary|scenario)\s*")', re.IGNORECASE)
OPENING_QUOTE = re.compile(r'(?<=[\s(])"(?=[^\s.,:;?!)])')
LINE_END = re.compile(r"(?<=\.)(?=[^\S\r\n]*(?:[\r\n]|$))|(?=[\r\n])")
BLANK_LINE = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*(?:[\r\n]|$)")
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+[A-Za-z]|\b(?:Inc|Corp|Ltd|Co|No|Nos|Art|Sec|Mr|Mrs|Ms|Dr|St|Bros|vs|cf))$"
)
NUMBER_ONLY = re.compile(r"(?:[0-9][\w.()-]*|\([0-9A-Za-z]{1,4}\))$")
MORE_ON_THE_LINE = re.compile(r"[^\S\r\n]+[^\s#]")


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch that looks like one sentence; ``quote`` is where a quotation opens in it that nothing closes.

    ``asked`` marks a question, which stands by itself.
    """

    span: Span
    quote: int | None = None
    asked: bool = False


class Cutter:
    """Goes over a text once; cuts it into sentences and collects its comments.

    A sentence ends with a full stop before white space, outside quotations and comments; also where the next line
    begins with a label or as a header does, and at the end of the line where a quotation is not closed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.start: int | None = None
        self.end = 0
        self.cuts: list[Cut] = []
        self.comments: list[tree.Comment] = []
        while piece := PIECE.match(text, self.position):
            self.position = piece.end()
            self.take(str(piece.lastgroup), piece.group(), piece.start())
        self.cut()

    def take(self, kind: str, words: str, start: int) -> None:
        """Go past one piece of the text."""
        match kind:
            case "comment":
                self.comments.append(comment(words, start))
            case "quotation":
                self.take_quotation(start)
            case "line":
                if SENTENCE_START.match(self.text, self.position):
                    self.cut()
            case "stop":
                self.grow(start, start + 1)
                if not self.goes_on(start):
                    self.cut()
            case _ if not words.isspace():
                self.grow(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))

    def take_quotation(self, opening: int) -> None:
        """Go past a quotation, or up to where the sentence of an unclosed one may end."""
        closing = self.text.find('"', opening + 1)
        if closing >= 0 and not OPENING_QUOTE.match(self.text, closing):
            self.grow(opening, closing + 1)
            self.position = closing + 1
            return
        self.position = self.next_sentence(opening)
        self.grow(opening, self.position)
        self.cut(opening)

    def next_sentence(self, position: int) -> int:
        """The end of the first line that ends with a full stop, or before a blank line or the start of a sentence."""
        while line_end := LINE_END.search(self.text, position):
            position = line_end.end()
            if self.text[position - 1] == "." or BLANK_LINE.match(self.text, position):
                return position
            next_line = position + (2 if self.text.startswith("\r\n", position) else 1)
            if SENTENCE_START.match(self.text, next_line):
                return position
            position = next_line
        return len(self.text)

    def goes_on(self, stop: int) -> bool:
        """Whether a full stop belongs to an abbreviation, or to a number before a sentence, and so ends nothing."""
        start = stop if self.start is None else self.start
        if not MORE_ON_THE_LINE.match(self.text, stop + 1):
            return False
        if stop - start < 12 and NUMBER_ONLY.match(self.text, start, stop):
            return True
        return bool(ABBREVIATION.search(self.text[max(start, stop - 8) : stop]))

    def grow(self, start: int, end: int) -> None:
        """The sentence reaches to here, or begins here."""
        if self.start is None:
            self.start = start
        self.end = end

    def cut(self, quote: int | None = None) -> None:
        """End the sentence, where there is one."""
        if self.start is not None:
            self.cuts.append(Cut((self.start, self.end), quote))
        self.start = None


def comments(text: str) -> tuple[tree.Comment, ...]:
    """The comments of a text in which every quotation is closed, in order."""
    found = (piece for piece in re.finditer(r'"[^"]*"|#[^\r\n]*', text) if piece.group().startswith("#"))
    return tuple(comment(piece.group(), piece.start()) for piece in found)


def comment(words: str, start: int) -> tree.Comment:
    """A comment without the white space at its end."""
    words = words.rstrip()
    return tree.Comment(words, (start, start + len(words)))

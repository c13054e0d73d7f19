"""A sentence that could not be read, as those see it who explain why, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from policyc.source import Span, visible
from policyc.syntax.token import Token

MODALS = frozenset({"MAY", "ENTITLED", "BAN", "DUTY", "NEED_NOT", "ENSURE"})
PREPOSITION_TYPES = (
    "FOR TO WITH WITHOUT FROM IN OUTSIDE ABOUT AFTER BEFORE ON UNTIL UNDER AGAINST AS AT ON_BEHALF_OF THROUGH "
    "LONGER_FOR TAKING_INTO_ACCOUNT WITHIN_PLACE NO_LONGER_FOR MORE_THAN_FOR DESPITE SUBJECT_TO SUBJECT_TO_CLAUSE "
    "EXCEPT_CLAUSES"
)
OTHER_PHRASE_TYPES = (
    "IF UNLESS WHEN WHERE WHILE TO_THE_EXTENT EXCEPT ONLY EVEN PER EVERY NOTICE AT_MOST FREQUENCY SOFT ANYHOW TERM "
    "LONGER NO_LONGER_THAN MORE_OFTEN AS_CLAUSES_ALLOW OR_ALLOWED NO_OTHER NO_CHARGE ONLY_BEFORE OR_PHRASE OR_IF"
)
PROPERTY_TYPES = "IS INCLUDES EXCLUDES REVEALS SERVES NEEDS MEANS ALSO_CALLED DERIVED_FROM BOUND FREE"
PREPOSITIONS = frozenset(PREPOSITION_TYPES.split())
LENGTHS = frozenset(["WITHIN", "FOR_AT_LEAST", "FOR_AT_MOST", "FOR_MORE_THAN", "AT_LEAST"])
PHRASES = PREPOSITIONS | LENGTHS | frozenset(OTHER_PHRASE_TYPES.split())
PROPERTIES = frozenset(PROPERTY_TYPES.split())
HEADERS = frozenset({"AGREEMENT", "POLICY", "VOCABULARY"})
NAME_PARTS = frozenset(
    {"WORD", "ADVERB", "TWO_WORDS", "NO_LONGER", "ARTICLE", "STOP_WORD", "OTHERWISE", "RELATIVE", "DO_NOT"}
)
STOPS = frozenset({"STOP_WORD", "OTHERWISE", "NO"})
COMMENT = re.compile(r'("[^"]*")|#[^\r\n]*')
LONGEST_WORD = 80
LONGEST_SENTENCE = 200


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Why a sentence could not be read: which words are at fault, what is wrong with them, and what mends it.

    ``repair`` puts words in the place of others where the writer can have meant nothing else.
    """

    span: Span
    message: str
    help: str
    rule: str = "broken-sentence"
    repair: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True)
class Broken:
    """A sentence that could not be read: its tokens, and the one that could not be taken.

    ``at`` counts tokens up to the fault; it is their number where the sentence ends too early or no token begins.
    ``accepted`` holds the terminals that could have stood there; ``quote`` is where an unclosed quotation opens.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    fault: Span
    accepted: frozenset[str]
    quote: int | None = None
    asked: bool = False

    @cached_property
    def at(self) -> int:
        """How many tokens stand before the fault."""
        return sum(1 for token in self.tokens if token.end <= self.fault[0])

    def kind(self, distance: int = 0) -> str:
        """The type of the token so far from the fault; empty where there is none."""
        place = self.at + distance
        return self.tokens[place].type if 0 <= place < len(self.tokens) else ""

    def place(self, distance: int = 0) -> Span:
        """Where the token so far from the fault stands; the fault's own place where there is none."""
        place = self.at + distance
        return self.tokens[place].span if 0 <= place < len(self.tokens) else self.fault

    def words(self, distance: int = 0) -> str:
        """The words of the token so far from the fault, fit to show."""
        return self.shown(self.place(distance))

    def shown(self, part: Span) -> str:
        """Words of the sentence on one line, fit to show."""
        return visible(" ".join(self.text[slice(*part)].split()), LONGEST_WORD)

    @property
    def ended(self) -> bool:
        """Whether the sentence ends too early, rather than holding a word that does not fit."""
        return self.fault[0] >= self.span[1]

    @cached_property
    def name_run(self) -> tuple[Token, ...]:
        """The words of a name that stand right before the fault."""
        start = self.at
        while start and self.tokens[start - 1].type in NAME_PARTS:
            start -= 1
        return self.tokens[start : self.at]

    def before(self, *kinds: str) -> Token | None:
        """The last token of these types before the fault."""
        return next((token for token in reversed(self.tokens[: self.at]) if token.type in kinds), None)

    @property
    def opening(self) -> int:
        """Where the first word of the sentence stands, after its label."""
        first = next((token for token in self.tokens if token.type != "LABEL"), None)
        return first.start if first is not None else self.span[0]

    def rewritten(self, *changes: tuple[Span, str]) -> str:
        """The sentence with some of its parts replaced, between backticks, on one line."""
        words, end = "", self.span[0]
        for part, replacement in sorted(changes):
            capital = self.text[slice(*part)][:1].isupper() and part[0] == self.opening
            words += self.text[end : part[0]] + (replacement[:1].upper() + replacement[1:] if capital else replacement)
            end = part[1]
        words = COMMENT.sub(lambda found: found[1] or "", words + self.text[end : self.span[1]])
        words = re.sub(r"\s+(?=[,.])", "", " ".join(words.split()))
        return f"`{visible(words, LONGEST_SENTENCE)}`"

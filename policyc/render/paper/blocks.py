"""A report as a row of plain blocks: headings, paragraphs, lists and tables, whatever they are written down in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """How words are set."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Span:
    """Words set in one style; ``target`` is the anchor that they lead to, None where they lead nowhere."""

    words: str
    style: Style = Style.PLAIN
    target: str | None = None


Words = tuple[Span, ...]


class Kind(Enum):
    """What a paragraph is."""

    TEXT = "text"
    VERDICT = "verdict"
    QUOTE = "quote"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title of the whole has the level 0."""

    level: int
    words: Words
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` counts its items from 1."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it tells, its columns, its rows; the first cell of a row names it.

    ``shares`` say how wide the columns are, one against the other; ``titled`` whether what it tells stands above it, as
    no heading says it.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    shares: tuple[int, ...]
    titled: bool = False


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report: its title, what made it, and its blocks in order."""

    title: str
    maker: str
    blocks: tuple[Block, ...]

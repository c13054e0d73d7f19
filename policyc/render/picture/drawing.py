"""The shapes of a drawing, as plain data; lengths are in units of the drawing's own width."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.findings import Severity


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where it begins (on its baseline), and which style it has."""

    words: str
    style: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a severity, or that something is forbidden where there is none: its middle."""

    severity: Severity | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Card:
    """A party, or several that give or take the very same."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Box:
    """What an arrow carries: its words, in a frame that is as heavy as its gravest finding."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    dividers: tuple[float, ...]
    severity: Severity | None
    proposed: bool
    forbidden: bool

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Head:
    """An arrow head: its point, and its turn in degrees from pointing right."""

    x: float
    y: float
    turn: int


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of an arrow, from a card to a box, or with its head from the box to a card."""

    path: str
    severity: Severity | None
    proposed: bool
    forbidden: bool
    head: Head | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing: its size and its shapes."""

    width: float
    height: float
    cards: tuple[Card, ...]
    boxes: tuple[Box, ...]
    links: tuple[Link, ...]

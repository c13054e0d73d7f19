"""Names of the vocabulary for a terminal."""

from __future__ import annotations

from policyc.render.paint import DEFAULT_WIDTH, Line, columns, safe, text_of
from policyc.render.phrases import counted
from policyc.report import NameView

OVERVIEW = "policyc vocabulary NAME tells what is said of a name."


def render_names(views: list[NameView], width: int = DEFAULT_WIDTH, colour: bool = False) -> str:
    """What is said of some names."""
    lines: list[Line] = []
    for view in views:
        lines += [[(safe(f"{view.name} ({view.kind})"), "bold")]]
        lines += [*columns([(word, safe(words)) for word, words in view.said], width, 2), []]
    return text_of(lines[:-1], colour)


def render_kinds(
    kinds: list[tuple[str, int, tuple[str, ...]]], width: int = DEFAULT_WIDTH, colour: bool = False
) -> str:
    """The kinds of names: how many of each, and the names right below their roots."""
    rows = [(f"{kind} ({counted(number, 'name')})", safe(", ".join(names))) for kind, number, names in kinds]
    return text_of([*columns(rows, width, 0), [], [(OVERVIEW, "dim")]], colour)

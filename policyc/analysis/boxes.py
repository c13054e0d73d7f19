"""What a verdict turns on where it turns on several things together: told as a lawyer would, case by case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from policyc.analysis.answer import Case
from policyc.analysis.obligation import Outcome
from policyc.analysis.words import listed

MOST_CELLS = 256
MOST_BOXES = 4
"""More cases than these are no help to a reader."""

Box = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing that a verdict turns on: how it is called, and what it is in a case."""

    name: str
    value: Callable[[Case], str]


def told_together(cases: tuple[Case, ...], dimensions: list[Dimension], verdicts: dict[Outcome, str]) -> str:
    """For example ``the purpose and consent: permitted for research with consent, otherwise forbidden``.

    Empty where a verdict turns on more than these things, or there are too many cases to tell apart.
    """
    cells: dict[tuple[str, ...], set[Outcome]] = {}
    for case in cases:
        cells.setdefault(tuple(each.value(case) for each in dimensions), set()).add(case.verdict)
    if len(cells) > MOST_CELLS or any(len(found) > 1 for found in cells.values()):
        return ""
    whole = tuple(frozenset(values) for values in zip(*cells, strict=True))
    order = [list(dict.fromkeys(values)) for values in zip(*cells, strict=True)]
    boxes = {verdict: merged([box(cell) for cell, found in cells.items() if verdict in found]) for verdict in verdicts}
    rest = max(verdicts, key=lambda verdict: (len(boxes[verdict]), list(verdicts).index(verdict)))
    special = [(verdict, each) for verdict in verdicts if verdict is not rest for each in boxes[verdict]]
    if len(special) > MOST_BOXES:
        return ""
    parts = [f"{verdicts[verdict]} {box_words(each, whole, order)}" for verdict, each in special]
    return f"{listed(each.name for each in dimensions)}: {'; '.join(parts)}; otherwise {verdicts[rest]}"


def box(cell: tuple[str, ...]) -> Box:
    """A single case as a box."""
    return tuple(frozenset([value]) for value in cell)


def merged(boxes: list[Box]) -> list[Box]:
    """Boxes joined as long as two of them differ in one thing only."""
    while pair := next(((one, other) for one, other in combinations(boxes, 2) if differing(one, other) == 1), None):
        one, other = pair
        joined = tuple(left | right for left, right in zip(one, other, strict=True))
        boxes = [joined if each == one else each for each in boxes if each != other]
    return boxes


def differing(one: Box, other: Box) -> int:
    """In how many things two boxes differ."""
    return sum(left != right for left, right in zip(one, other, strict=True))


def box_words(each: Box, whole: Box, order: list[list[str]]) -> str:
    """A box in words; what it does not limit is left out."""
    limited = [
        listed([value for value in known if value in values], "or")
        for values, all_values, known in zip(each, whole, order, strict=True)
        if values != all_values
    ]
    return " ".join(limited)

"""Drawings in panels, none of them higher than a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyc.render.picture.drawing import Drawing
from policyc.render.picture.label import Numbers, box
from policyc.render.picture.merge import Arrow, groups
from policyc.render.picture.narrow import narrow
from policyc.render.picture.place import untangled
from policyc.render.picture.wide import BOX, GAP, wide

SHEET = 960.0
"""The height of boxes in one panel, in units of the wide drawing: what fits a printed page under its heading."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing in its two forms, and the arrows that it shows."""

    wide: Drawing
    narrow: Drawing
    arrows: tuple[Arrow, ...]


def panels(drawn: Sequence[Arrow], numbers: Numbers) -> list[Panel]:
    """Draw the arrows; ``numbers`` are those of the findings."""
    both = {name for arrow in drawn for name in arrow.givers} & {name for arrow in drawn for name in arrow.takers}
    return [
        Panel(wide(sheet, numbers, both), narrow(sheet, numbers), tuple(sheet))
        for group in groups(drawn)
        for sheet in sheets(untangled(group), numbers)
    ]


def sheets(drawn: Sequence[Arrow], numbers: Numbers) -> Iterator[list[Arrow]]:
    """The arrows in runs whose boxes fit one sheet; a box that alone is higher has a sheet of its own."""
    sheet: list[Arrow] = []
    used = 0.0
    for arrow in drawn:
        height = box(arrow, numbers, BOX).height + GAP
        if sheet and used + height > SHEET:
            yield sheet
            sheet, used = [], 0.0
        sheet.append(arrow)
        used += height
    yield sheet

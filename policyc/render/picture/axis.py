"""An axis of time: the days between which it runs, and its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

YEAR = 365
BEFORE, AFTER = 0.06, 0.14
"""The room before the first day and after the last that is known, as parts of the time between: for open ends."""

MOST_TICKS = 5
STEPS = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)))
"""How many months lie between two marks of the axis."""

LAST_LABEL = 84.0
"""A mark further to the right has no room for its words."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis: where, in hundredths of its length, and its words, which may be empty."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The days between which an axis runs."""

    first: int
    last: int

    def at(self, day: int) -> float:
        """Where a day lies, in hundredths of the length."""
        return round(100 * (day - self.first) / (self.last - self.first), 2)


def axis_of(days: Sequence[int]) -> Axis:
    """An axis that shows all days, with room on both sides."""
    span = max(max(days) - min(days), YEAR)
    return Axis(min(days) - round(span * BEFORE), max(max(days), min(days) + YEAR // 2) + round(span * AFTER))


def ticks(axis: Axis) -> Iterator[Tick]:
    """The marks of an axis: first days of months or years, as many as have room."""
    first, last = (date.fromordinal(min(max(day, 1), date.max.toordinal())) for day in (axis.first, axis.last))
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    step = next((step for step in STEPS if len(months) / step <= MOST_TICKS), STEPS[-1])
    for month in months:
        year, index = divmod(month, 12)
        if month % step == 0 and year <= LAST_YEAR:
            at = axis.at(date(year, index + 1, 1).toordinal())
            words = str(year) if step % 12 == 0 else f"{MONTHS[index]} {year}"
            yield Tick(at, words if at <= LAST_LABEL else "")

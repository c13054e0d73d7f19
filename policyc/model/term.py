"""How long something lasts from a day on, months and years as the calendar has them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from policyc.model.document import Length

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def last_day(start: date, longest: Length) -> date:
    """The last day of a length that begins on a day, which counts; months and years as the calendar has them."""
    if longest.unit not in MONTHS:
        return start + timedelta(days=longest.hours // 24 - 1)
    months = start.month - 1 + longest.count * MONTHS[longest.unit]
    year, month = start.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(start.day, monthrange(year, month)[1])) - timedelta(days=1)

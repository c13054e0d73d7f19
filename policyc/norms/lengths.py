"""Lengths of time in the words of a condition: ``for more than 12 months``."""

from __future__ import annotations

import re
from typing import Literal, cast

from policyc.model.document import Length

Unit = Literal["second", "minute", "hour", "day", "business day", "week", "month", "quarter", "year"]
LENGTH = r"(?P<count>\d+) (?P<unit>second|minute|hour|day|business day|week|month|quarter|year)s?"
LONGER = re.compile(rf"for more than {LENGTH}")


def hours_of(found: re.Match[str]) -> int:
    """The hours of a length of time that was found."""
    return Length(int(found["count"]), cast(Unit, found["unit"])).hours


def hours_exceeded(text: str) -> int | None:
    """The hours for more than which something lasts; None where a condition says no such thing."""
    found = LONGER.fullmatch(text)
    return hours_of(found) if found else None

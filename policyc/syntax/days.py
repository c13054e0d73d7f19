"""Days of the calendar as contracts write them: `2018-08-06`, `6 August 2018`, `August 6th, 2018`."""

from __future__ import annotations

import re
from datetime import date

MONTH_WORDS = "january february march april may june july august september october november december"
MONTHS = MONTH_WORDS.split()
WRITTEN = re.compile(
    rf"(?:the\s+)?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?(?P<month>{'|'.join(MONTHS)}),?\s+(?P<year>[0-9]{{4}})"
    rf"|(?P<month2>{'|'.join(MONTHS)})\s+(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>[0-9]{{4}})",
    re.IGNORECASE,
)


def day(words: str) -> date | None:
    """The day that some words mean; None where the calendar has none such."""
    found = WRITTEN.fullmatch(words)
    try:
        if found is None:
            return date.fromisoformat(words)
        year, month, number = (found[key] or found[f"{key}2"] for key in ("year", "month", "day"))
        return date(int(year), 1 + MONTHS.index(month.lower()), int(number))
    except ValueError:
        return None

"""Dates and lengths of time that are written in other ways than the language's."""

from __future__ import annotations

import re
from datetime import date

from policyc.syntax.broken import LENGTHS, Broken, Diagnosis
from policyc.syntax.days import MONTHS

MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
WRITTEN_DATE = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})\b,?(?:\s+(?P<year>[0-9]{{4}})\b)?"
    rf"|(?P<month2>{MONTH})\s+(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year2>[0-9]{{4}})\b)?"
    r"|(?P<year3>[0-9]{4})-(?P<month3>[0-9]{1,2})-(?P<day3>[0-9]{1,2})\b"
    r"|[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})\b",
    re.IGNORECASE,
)
ONE_UNIT = frozenset(["second", "minute", "hour", "day", "week", "month", "quarter", "year"])
DAYS = frozenset(["day", "days", "business", "working"])
UNITS = "seconds, minutes, hours, days, business days, weeks, months, quarters or years"


def written_date(broken: Broken) -> Diagnosis | None:
    """``from 6 August 2018``, ``until 12/31/2027``."""
    if broken.kind() not in ("REFERENCE", "WORD", "MAY", "COMMA", ""):
        return None
    start = max(broken.span[0], broken.fault[0] - 15)
    for found in WRITTEN_DATE.finditer(broken.text, start, broken.span[1]):
        if found.start() <= broken.fault[0] < found.end():
            day = day_of(found)
            example = broken.rewritten((found.span(), day))
            help = f"Write {example}" if day else "Write year, month and day: `2018-08-06`."
            return Diagnosis(found.span(), f"`{broken.shown(found.span())}` is not how a day is written here.", help)
    return None


def day_of(found: re.Match[str]) -> str:
    """The day that a written date means; empty where that is not certain."""
    year, month, day = (found[key] or found[f"{key}2"] or found[f"{key}3"] for key in ("year", "month", "day"))
    if not (year and month and day):
        return ""
    number = month if month.isdigit() else 1 + [each[:3] for each in MONTHS].index(month.lower()[:3])
    try:
        return date(int(year), int(number), int(day)).isoformat()
    except ValueError:
        return ""


def deadline_of(broken: Broken) -> Diagnosis | None:
    """``within 30 days since termination``."""
    if broken.kind(-1) != "DURATION" or broken.words().lower() != "since":
        return None
    part = broken.place()
    message = f"`{broken.shown(part)}` does not say whether the time runs before or after the event."
    return Diagnosis(part, message, f"Write `after`: {broken.rewritten((part, 'after'))}")


def unknown_length(broken: Broken) -> Diagnosis | None:
    """``within 30 minutes``, ``for at least a month``, ``for 5 accounting periods``."""
    counted = broken.kind() == "REFERENCE" and broken.kind(1) == "WORD"
    if broken.kind(-1) in LENGTHS and broken.words(1).lower() == "clear" and broken.words(2).lower() in DAYS:
        return clear_days(broken)
    if broken.kind(-1) not in LENGTHS and not (broken.kind(-1) == "FOR" and counted):
        return None
    if counted:
        part = (broken.place()[0], broken.place(1)[1])
        message = f"`{broken.shown(part)}` is not a length of time that is counted here."
        return Diagnosis(part, message, f"Count {UNITS}.")
    message = f"After `{broken.words(-1).lower()}` comes a number and {UNITS}."
    if broken.words(1).lower() in ONE_UNIT:
        part = (broken.place()[0], broken.place(1)[1])
        return Diagnosis(part, message, f"Write {broken.rewritten((broken.place(), '1'))}")
    return Diagnosis(broken.place(), message, "Write for instance `within 1 month` or `for at least 30 days`.")


def clear_days(broken: Broken) -> Diagnosis:
    """``within ten clear days``: how many days that is, laws say in different ways."""
    last = 2 if broken.words(2).lower().startswith("day") else 3
    part = (broken.place()[0], broken.place(last)[1])
    message = (
        f"`{broken.shown(part)}` leaves out the day on which the time begins, and often the last: such days are not "
        "counted here."
    )
    plain = (broken.place(1)[0], broken.place(1)[1] + 1)
    return Diagnosis(part, message, f"Write as many days as are meant: {broken.rewritten((plain, ''))}")


def how_often(broken: Broken) -> Diagnosis | None:
    """``at most once a fortnight``."""
    if broken.kind(-1) != "AT_MOST":
        return None
    message = f"After `{broken.words(-1).lower()}` comes `every` and a length of time."
    return Diagnosis(broken.fault, message, "Write for instance `at most once every year`.")


def length_after(broken: Broken) -> Diagnosis | None:
    """``after 30 days``, ``until 2 years``, ``30 days`` alone."""
    at = 0 if broken.kind() == "DURATION" else -1
    if broken.kind(at) == "DURATION" and broken.kind(at - 1) in ("AFTER", "UNTIL", "BEFORE"):
        word, length = broken.words(at - 1).lower(), broken.words(at)
        long = length if word == "after" else f"{word} {length}"
        message = f"`{word} {length}` does not say from when that time runs."
        help = f"Say after what: `{long} after collection`, `{long} after termination`."
        return Diagnosis(broken.place(at), message, help)
    if broken.kind() != "DURATION":
        return None
    message = f"`{broken.words()}` stands after `{broken.words(-1)}`, which does not say how that time is meant."
    help = f"Write `within {broken.words()} after …`, `for {broken.words()}` or `at least {broken.words()} before …`."
    return Diagnosis(broken.fault, message, help)


CAUSES = (deadline_of, unknown_length, how_often, length_after)

"""The words of a suppression: ``# policyc: ignore[rule-name, other-rule] until 2027-03-31: reason``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

ADDRESSED = re.compile(r"#+\s*policyc(?:\s*:|\s+ignore)", re.IGNORECASE)
FORM = re.compile(
    r"#+\s*policyc\s*:\s*ignore\s*(?:\[(?P<rules>[^\]]*)\])?(?P<rest>[^:]*)(?P<colon>:?)(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)
UNTIL = re.compile(r"until\s+(?P<day>\S+)", re.IGNORECASE)
EXAMPLE = "# policyc: ignore[rule-name] until 2027-03-31: the reason"


@dataclass(frozen=True, slots=True)
class Words:
    """What a suppression says: of which rules, until the end of which day (None for no end), and why."""

    rules: tuple[str, ...]
    until: date | None
    reason: str


class Malformed(Exception):
    """A comment is meant for policyc and is no suppression; says in one sentence why."""


def is_addressed(comment: str) -> bool:
    """Whether a comment speaks to policyc, rightly or not."""
    return ADDRESSED.match(comment) is not None


def read_words(comment: str) -> Words:
    """What a comment that speaks to policyc says; raises ``Malformed``."""
    found = FORM.match(comment)
    if found is None:
        raise Malformed("It does not begin with `policyc: ignore`.")
    if found["rules"] is None:
        raise Malformed("This names no rule in square brackets, and only what is named is suppressed.")
    rules = tuple(dict.fromkeys(name.strip().lower() for name in found["rules"].split(",") if name.strip()))
    if not rules:
        raise Malformed("The brackets are empty, and only what is named is suppressed.")
    until = read_end(found["rest"].strip())
    reason = " ".join(found["reason"].split())
    if not found["colon"] or not reason:
        raise Malformed("No reason is given after a colon, and nothing is suppressed without one.")
    return Words(rules, until, reason)


def read_end(words: str) -> date | None:
    """The day after ``until``; None where nothing stands there."""
    if not words:
        return None
    found = UNTIL.fullmatch(words)
    if found is None:
        raise Malformed(f"Between the brackets and the colon stands `{words}`, which is no `until` and a day.")
    try:
        return datetime.strptime(found["day"], "%Y-%m-%d").date()
    except ValueError:
        raise Malformed(f"`{found['day']}` is no day of the calendar; write it as 2027-03-31.") from None

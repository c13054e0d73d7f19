"""How long agreements may last: the terms that policies and laws set, held against first and last days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.selection import fits
from policyc.model.document import Document, Length, TermLimit
from policyc.norms.in_force import speaks_to

MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class TooLong:
    """An agreement that lasts longer than a policy, or ``shipped`` law, lets it, or of which no last day is named.

    ``allowed`` is the last day on which it may be in force; None where its first day is not known.
    """

    limit: TermLimit
    policy: Document
    agreement: Document
    allowed: date | None
    shipped: bool = False

    @property
    def name(self) -> str:
        """How the limit is called: its label, or its line."""
        return self.limit.label or f"line {self.limit.origin.place.line}"


def too_long(policy: Document, ground: Ground, day: date | None, shipped: bool = False) -> Iterator[TooLong]:
    """The limits of a policy that an agreement may not keep; nothing where the policy does not speak to it."""
    agreement = ground.document
    if not policy.ever_in_force or not speaks_to(policy, agreement, day):
        return
    for limit in policy.term_limits:
        if fits(limit.selections, ground) is None:
            continue
        allowed = last_day(agreement.start, limit.longest) if agreement.start else None
        if agreement.end is None or (allowed and agreement.end > allowed):
            yield TooLong(limit, policy, agreement, allowed, shipped)


def last_day(start: date, longest: Length) -> date:
    """The last day of a length that begins on a day, which counts; months and years as the calendar has them."""
    if longest.unit not in MONTHS:
        return start + timedelta(days=longest.hours // 24 - 1)
    months = start.month - 1 + longest.count * MONTHS[longest.unit]
    year, month = start.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return date.max
    return date(year, month, min(start.day, monthrange(year, month)[1])) - timedelta(days=1)

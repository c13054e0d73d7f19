"""How long agreements may last: the terms that policies and laws set, held against first and last days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from policyc.analysis.entailment.ground import Ground
from policyc.analysis.entailment.selection import fits
from policyc.model.document import Document, TermLimit
from policyc.model.term import last_day
from policyc.norms.in_force import speaks_to


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

"""What a page shows of the documents: their clauses read back, and the flows that they make."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.findings import Severity
from policyc.source import Place


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of a clause's read-back: an aspect (*who*, *for what* …) and what was understood of it."""

    aspect: str
    words: str


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause: its label, the words of the policy file, the contract's own words, and what was understood."""

    label: str | None
    words: str
    place: Place
    readings: tuple[Reading, ...]
    speaker: str | None
    quoted: str | None

    @property
    def anchor_key(self) -> tuple[str, int]:
        """What findings of this clause are found by: path and line."""
        return self.place.path, self.place.line


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document in full."""

    kind: str
    title: str
    status: str
    parties: tuple[str, ...]
    period: str
    speaker: str | None
    place: Place
    clauses: tuple[ClauseView, ...]
    others: tuple[str, ...]
    """Its sentences that are not clauses (order, survival, scenarios), as written."""


@dataclass(frozen=True, slots=True)
class FlowView:
    """One arrow of the picture: who gives what to whom for what.

    ``purposes`` is empty where none is stated. ``severity`` is the gravest finding that blames or quotes the
    flow's clause, ``fingerprints`` those findings. ``givers`` and ``takers`` are the single parties where
    ``giver`` or ``taker`` lists several: each has its own card in the picture. ``forbidden`` marks what must not be
    given: a ban on handing data over.
    """

    giver: str
    taker: str
    data: tuple[str, ...]
    purposes: tuple[str, ...]
    condition: str
    certain: bool
    proposed: bool
    agreement: str
    clause: str
    severity: Severity | None
    fingerprints: tuple[str, ...]
    givers: tuple[str, ...] = ()
    takers: tuple[str, ...] = ()
    forbidden: bool = False

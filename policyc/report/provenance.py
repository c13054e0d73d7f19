"""Where a report comes from: the program, the rules and the very bytes that were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policyc.findings import Severity


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule and whether it ran.

    ``summary`` is its page's first line, ``why`` what the page says of why it matters, ``references`` its sources in
    law and literature; ``severity`` the gravest that it reports. ``ran`` is false where the user left it out.
    """

    name: str
    family: str
    severity: Severity
    summary: str
    why: str
    references: str
    ran: bool = True
    found: int = 0


@dataclass(frozen=True, slots=True)
class InputView:
    """A file that was read: its path as given, the SHA-256 of its bytes in hexadecimal digits, and their number."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a report was made of, so that somebody else can make it again.

    ``shipped`` is one digest over the grammar, the vocabulary and the laws that policyc ships; ``as_of`` and ``laws``
    are what the user asked for.
    """

    inputs: tuple[InputView, ...] = ()
    shipped: str = ""
    as_of: date | None = None
    laws: tuple[str, ...] = ()

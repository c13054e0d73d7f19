"""Where a report comes from: the program, the rules and the very bytes that were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from policyc.findings import Severity


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule and whether it ran.

    ``family`` is its folder; ``summary`` its page's first line, ``why`` what the page says of why it matters,
    ``references`` its sources in law and literature, empty where there are none, both as Markdown; ``severity`` how
    grave its findings usually are. ``ran`` is false where the user left it out. ``found`` counts its findings that are
    in force, ``suppressed`` those that somebody has suppressed; ``gravest`` is the gravest of the former, None without
    any.
    """

    name: str
    family: str
    severity: Severity
    summary: str
    why: str
    references: str
    ran: bool = True
    found: int = 0
    suppressed: int = 0
    gravest: Severity | None = None


@dataclass(frozen=True, slots=True)
class InputView:
    """A file that was read: its path as given, the SHA-256 of its bytes in hexadecimal digits, and their number.

    A file that was met and could not be read has an empty ``sha256``.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a report was made of, so that somebody else can make it again.

    ``inputs`` are the policy files, in the order of reading; ``baseline`` is the file of known findings, None where the
    run was not held against one. ``shipped`` is one digest over policyc itself: its program, grammar, vocabulary, laws
    and the looks of its reports. The rest is what the user asked for: ``paths`` as given, the day ``as_of`` which the
    documents stand, ``laws`` held against every agreement, and the rules in ``select`` and ``ignore``.
    """

    inputs: tuple[InputView, ...] = ()
    shipped: str = ""
    as_of: date | None = None
    laws: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: InputView | None = None

"""What a stage of the road or a rule reports: findings, and what a run could not check."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import Enum

from policyc.source import Place


class Severity(Enum):
    """How grave a finding is, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a note."""
        return list(Severity).index(self)

    def at_most(self, ceiling: Severity) -> Severity:
        """This severity, lowered to a ceiling where it is graver."""
        return max(self, ceiling, key=lambda severity: severity.rank)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of text that a finding rests on, quoted, and the part it plays."""

    message: str
    place: Place
    quote: str
    agreement: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, why, for instance, and what would make it go away.

    ``message`` says in one sentence what is wrong and why; ``primary`` is the place that is blamed, ``related``
    the other clauses it rests on; ``witness`` is a concrete scenario in words; ``help`` says what cures it.
    """

    rule: str
    severity: Severity
    message: str
    primary: Evidence
    help: str
    related: tuple[Evidence, ...] = ()
    witness: str | None = None
    suppressed: str | None = None

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Order of output: path, line, column, rule, then the words."""
        place = self.primary.place
        return (place.path, place.line, place.column, self.rule, self.message)

    @property
    def fingerprint(self) -> str:
        """A name for this finding that survives reformatting and moved lines.

        Made of the rule and of what is blamed: agreement, clause and words, white space and case folded.
        """
        parts = [self.rule]
        for evidence in (self.primary, *self.related):
            parts += [
                evidence.agreement or "",
                evidence.clause or "",
                " ".join(evidence.quote.lower().split()),
            ]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


NOT_IN_FORCE = "not in force on"
"""How the reason begins why something was not weighed on the day on which the documents are to stand."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Something that the run could not check, and why: it is counted and shown, never passed over.

    ``incomplete`` is true where a reader would expect it to have been checked (a broken sentence, a skipped file);
    such a run exits with 3.
    """

    place: Place
    reason: str
    quote: str = ""
    incomplete: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Given:
    """A name that a file declares and says no more of: it is taken as given."""

    place: Place
    name: str


@dataclass(slots=True)
class Findings:
    """What a stage reports beside its result."""

    found: list[Finding] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)

    def extend(self, other: Findings) -> None:
        """Add all that another stage reported."""
        self.found += other.found
        self.unchecked += other.unchecked

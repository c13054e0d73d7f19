"""What a stage of the road or a rule reports: findings, and what a run could not check."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import Enum

from policyc.source import STRAIGHT, Place


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


SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: number for number, word in enumerate(f"{SMALL} eighteen nineteen".split(), 1)}
TENS = {word: 10 * number for number, word in enumerate(ROUND.split(), 2)}
COUNT = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(TENS)})(?:-(?P<one>{'|'.join(ONES)}))?|(?P<small>{'|'.join(ONES)}))(?![\w-])"
)
IN_DIGITS_TOO = re.compile(r"(?<![\w-])(\d+) ?\(\1\)")


def folded(words: str) -> str:
    """Words with all that does not count made alike: white space, case, the form of quotation marks and of numbers."""
    plain = " ".join(words.translate(STRAIGHT).lower().split())
    return IN_DIGITS_TOO.sub(r"\1", COUNT.sub(in_digits, plain))


def in_digits(found: re.Match[str]) -> str:
    """A number that is written in words."""
    return str(TENS.get(found["tens"] or "", 0) + ONES.get(found["one"] or found["small"] or "", 0))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of text that a finding rests on, quoted, and the part it plays."""

    message: str
    place: Place
    quote: str
    agreement: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to stand in the place of others; at a place without extent they are put in, and empty ones take out."""

    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a witness, or one hop of a path, as a picture shows it: *Acme shares scans with Globex for hosting*.

    ``does`` is the verb in the third person; ``taker`` is empty for what the actor does by itself. ``by`` is the
    clause by which it can be done, ``against`` the clause that forbids it, or with which it is at odds.
    """

    actor: str
    does: str
    data: tuple[str, ...]
    taker: str = ""
    purposes: tuple[str, ...] = ()
    by: Evidence | None = None
    against: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where, why, for instance, and what would make it go away.

    ``message`` says in one sentence what is wrong and why; ``primary`` is the place that is blamed, ``related``
    the other clauses it rests on; ``witness`` is a concrete scenario in words; ``help`` says what cures it.
    ``steps`` are the acts of the witness, in order. ``repair`` is there where only one cure can be meant and a program
    may apply it.
    """

    rule: str
    severity: Severity
    message: str
    primary: Evidence
    help: str
    related: tuple[Evidence, ...] = ()
    witness: str | None = None
    suppressed: str | None = None
    repair: tuple[Edit, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Order of output: path, line, column, rule, then the words."""
        place = self.primary.place
        return (place.path, place.line, place.column, self.rule, self.message)

    @property
    def fingerprint(self) -> str:
        """A name for this finding that survives reformatting, moved lines and clauses, and another name of the file.

        Made of the rule and of what it quotes, in whatever order: agreement, clause and folded words.
        """
        quoted = sorted(
            (evidence.agreement or "", evidence.clause or "", folded(evidence.quote))
            for evidence in (self.primary, *self.related)
        )
        parts = [self.rule, *(part for each in quoted for part in each)]
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

"""The report: everything that a page shows, as plain data, made once and rendered in many ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from policyc.findings import NOT_IN_FORCE, Evidence, Finding, Severity, Unchecked
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
    ``giver`` or ``taker`` lists several: each has its own card in the picture.
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


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a run; ``baselined`` are findings that a baseline knows, and that are counted nowhere else."""

    files: int
    agreements: int
    clauses: int
    errors: int
    warnings: int
    notes: int
    suppressed: int
    baselined: int = 0


@dataclass(frozen=True, slots=True)
class Gone:
    """Findings of a baseline that do not occur any more, and how many fewer they are."""

    fingerprint: str
    count: int
    rule: str
    agreement: str | None
    clause: str | None


@dataclass(frozen=True, slots=True)
class Baseline:
    """That a run was held against a baseline, and what of it does not occur any more."""

    gone: tuple[Gone, ...]


class Held(Enum):
    """What became of a law and an agreement.

    ``NOT_MEANT``: its requirements speak of other agreements; ``UNKNOWN``: policyc ships none of that name.
    """

    APPLIED = "applied"
    NOT_IN_FORCE = "not in force"
    NOT_MEANT = "not meant"
    UNKNOWN = "unknown"
    UNDECLARED = "undeclared"


@dataclass(frozen=True, slots=True)
class LawView:
    """What became of a law that policyc ships and an agreement.

    ``law`` is its title, or what the agreement calls it; empty where it declares none. ``why`` says why it was not
    applied. Of its requirements that speak to the agreement, ``asked`` counts all, ``unmet`` those on which something
    was found, ``unweighed`` those that were not weighed.
    """

    agreement: str
    place: Place
    law: str
    held: Held
    why: str = ""
    asked: int = 0
    unmet: int = 0
    unweighed: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run has to say; the same input makes the same report.

    ``given`` lists names that only their own document declares, as bare conditions or events: they count as
    taken as given. ``judged_on`` is the day on which suppressions with an end were judged, None where there is none;
    ``baseline`` is None where the run was not held against one. ``laws`` tell which laws were held against which
    agreement.
    """

    version: str
    paths: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    flows: tuple[FlowView, ...]
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    given: tuple[str, ...]
    summary: Summary
    judged_on: date | None = None
    baseline: Baseline | None = None
    laws: tuple[LawView, ...] = ()

    @property
    def incomplete(self) -> bool:
        """Whether something could not be read or weighed that a reader would expect to have been."""
        return not self.paths or self.nothing_in_force or any(item.incomplete for item in self.unchecked)

    @property
    def nothing_in_force(self) -> bool:
        """Whether no agreement was in force on the day on which the documents are to stand."""
        left_out = any(item.reason.startswith(NOT_IN_FORCE) for item in self.unchecked)
        return left_out and not self.summary.agreements


@dataclass(frozen=True, slots=True)
class AnswerItem:
    """What an agreement says of some of those, or of that, which a question asks for.

    ``rest`` is true for what no clause names: anyone else, other data.
    """

    names: tuple[str, ...]
    verdict: str
    deciding: tuple[Evidence, ...]
    turns_on: tuple[str, ...] = ()
    because: tuple[tuple[str, ...], ...] = ()
    rest: bool = False


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What one agreement says of a question.

    ``deciding`` are the clauses that decide, with what each does; ``turns_on`` says in words what an unknown verdict
    turns on; ``nearest`` is the permission that came nearest, where that was asked for, and ``lacks`` what it lacks.
    """

    agreement: str
    verdict: str
    deciding: tuple[Evidence, ...]
    turns_on: tuple[str, ...] = ()
    nearest: Evidence | None = None
    lacks: tuple[str, ...] = ()
    because: tuple[tuple[str, ...], ...] = ()
    """For each deciding clause, the definitions by which what is asked about falls under its words."""
    items: tuple[AnswerItem, ...] = ()
    """The answer by name, where the question asks who, what, with whom …"""
    together: tuple[str, ...] = ()
    """The titles of what is read together with the agreement."""
    absent: str = ""
    """Why the agreement does not hold on the day that is asked about; empty where it does."""
    sought: bool = False
    """Whether the permission that came nearest was asked for."""


@dataclass(frozen=True, slots=True)
class ScenarioView:
    """A scenario, weighed against one agreement: what its writer expects and what the clauses say.

    ``missing`` are the clauses that were to decide and do not. ``answer`` is None where it speaks to no agreement.
    """

    title: str
    place: Place
    expected: str
    by: tuple[str, ...]
    answer: AnswerView | None
    missing: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the clauses say what the writer expects."""
        return self.answer is not None and self.answer.verdict == self.expected and not self.missing


@dataclass(frozen=True, slots=True)
class NameView:
    """What is said of a name: pairs of a relation and words, in the order in which a reader asks."""

    name: str
    kind: str
    said: tuple[tuple[str, str], ...]

"""The report of a run: all that it has to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from policyc.findings import NOT_IN_FORCE, Finding, Unchecked
from policyc.report.documents import DocumentView, FlowView
from policyc.report.laws import LawView
from policyc.report.links import Links
from policyc.report.matrix import Matrix
from policyc.report.provenance import Provenance, RuleView
from policyc.report.timeline import Timeline


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
    """That a run was held against a baseline, and what of it does not occur any more.

    ``known`` are the fingerprints of findings that it knows and that are shown all the same, being suppressed.
    """

    gone: tuple[Gone, ...]
    known: frozenset[str] = frozenset()

    def knows(self, finding: Finding) -> bool:
        """Whether a finding that is shown is known to the baseline; the others are new."""
        return finding.fingerprint in self.known


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run has to say; the same input makes the same report.

    ``given`` lists names that only their own document declares, as bare conditions or events: they count as
    taken as given. ``judged_on`` is the day on which suppressions with an end were judged, None where there is none;
    ``baseline`` is None where the run was not held against one. ``laws`` tell which laws were held against which
    agreement; ``matrices`` what each says of data and purposes or recipients; ``timeline`` its terms and deadlines.
    ``rules`` are all rules with what became of them; ``provenance`` says what was read. ``links`` are there where the
    report is one page of a portfolio.
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
    matrices: tuple[Matrix, ...] = ()
    timeline: Timeline = field(default_factory=Timeline)
    rules: tuple[RuleView, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
    links: Links | None = None

    @property
    def incomplete(self) -> bool:
        """Whether something could not be read or weighed that a reader would expect to have been."""
        return not self.paths or self.nothing_in_force or any(item.incomplete for item in self.unchecked)

    @property
    def nothing_in_force(self) -> bool:
        """Whether no agreement was in force on the day on which the documents are to stand."""
        left_out = any(item.reason.startswith(NOT_IN_FORCE) for item in self.unchecked)
        return left_out and not self.summary.agreements

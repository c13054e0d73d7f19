"""What a portfolio shows: an index of many agreements, and where the page of each is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from policyc.findings import Finding, Severity, Unchecked
from policyc.report.provenance import Provenance, RuleView
from policyc.report.run import Baseline, Summary


@dataclass(frozen=True, slots=True)
class IndexRow:
    """An agreement in the index, or a policy file that holds none (``kind`` is *file*, its path the title).

    ``path`` is the policy file, ``page`` the file name of its page, beside the index. The counts are those of the
    findings that concern it, also those that another agreement shares; ``gravest`` is the message of the gravest that
    is in force, with its severity, empty where nothing is found. ``unchecked`` counts what could not be checked,
    ``incomplete`` says that something of this should have been. ``digest`` is the SHA-256 of the page's bytes.
    """

    kind: str
    title: str
    status: str
    parties: tuple[str, ...]
    period: str
    path: str
    page: str
    clauses: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    suppressed: int = 0
    gravest: str = ""
    gravest_severity: Severity | None = None
    rules: tuple[str, ...] = ()
    unchecked: int = 0
    incomplete: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioReport:
    """The index of a portfolio: a row for each page, and what concerns no single one.

    ``general`` are findings about files, names or suppressions that belong to no page, ``unchecked`` what could not be
    checked and belongs to none. The rest is as in ``Report``, for all files together; a finding that concerns two
    agreements stands on both their pages and counts in ``summary`` once.
    """

    version: str
    rows: tuple[IndexRow, ...]
    general: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    summary: Summary
    incomplete: bool
    rules: tuple[RuleView, ...] = ()
    judged_on: date | None = None
    baseline: Baseline | None = None
    provenance: Provenance = field(default_factory=Provenance)

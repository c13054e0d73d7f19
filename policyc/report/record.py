"""What a page says of itself to a program: what it was made of, and what it found."""

from __future__ import annotations

from policyc.findings import Finding
from policyc.report.portfolio import IndexRow, PortfolioReport
from policyc.report.provenance import InputView, Provenance
from policyc.report.run import Report

REPORT_SCHEMA = "policyc/report/1"
INDEX_SCHEMA = "policyc/index/1"
UNSEALED = "0" * 64
"""What stands in the place of a page's own digest before that is known."""


def record(report: Report) -> dict[str, object]:
    """The record of a report: all that it takes to make it again from the same files, and to tell whether it was."""
    return {
        "schema": REPORT_SCHEMA,
        "page": UNSEALED,
        "policyc": report.version,
        "judged_on": report.judged_on.isoformat() if report.judged_on else None,
        "portfolio": report.links is not None,
        "findings": [finding_entry(each) for each in report.findings],
        "unchecked": len(report.unchecked),
        **made_of(report.provenance),
    }


def index_record(portfolio: PortfolioReport) -> dict[str, object]:
    """The record of a portfolio's index: what it was made of, and the digest of each of its pages."""
    return {
        "schema": INDEX_SCHEMA,
        "page": UNSEALED,
        "policyc": portfolio.version,
        "judged_on": portfolio.judged_on.isoformat() if portfolio.judged_on else None,
        "pages": [page_entry(row) for row in portfolio.rows],
        **made_of(portfolio.provenance),
    }


def made_of(provenance: Provenance) -> dict[str, object]:
    """What a report or an index was made of, and what was asked for."""
    return {
        "shipped": provenance.shipped,
        "inputs": [input_entry(each) for each in provenance.inputs],
        "baseline": input_entry(provenance.baseline) if provenance.baseline else None,
        "as_of": provenance.as_of.isoformat() if provenance.as_of else None,
        "laws": list(provenance.laws),
        "paths": list(provenance.paths),
        "select": list(provenance.select),
        "ignore": list(provenance.ignore),
    }


def input_entry(each: InputView) -> dict[str, object]:
    """A file that was read."""
    return {"path": each.path, "sha256": each.sha256, "size": each.size}


def page_entry(row: IndexRow) -> dict[str, object]:
    """A page of a portfolio."""
    return {"page": row.page, "sha256": row.digest}


def finding_entry(finding: Finding) -> dict[str, object]:
    """A finding, by what survives reformatting."""
    suppressed = finding.suppressed is not None
    return {"rule": finding.rule, "severity": finding.severity.value, "fingerprint": finding.fingerprint} | (
        {"suppressed": True} if suppressed else {}
    )

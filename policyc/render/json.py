"""The report as JSON, by the contract: the same input makes the same bytes."""

from __future__ import annotations

import json

from policyc.findings import Evidence, Finding
from policyc.render.contract import (
    SCHEMA_NAME,
    FindingEntry,
    FindingsDocument,
    RelatedEntry,
    SummaryEntry,
    UncheckedEntry,
)
from policyc.report import Report


def render_json(report: Report) -> str:
    """The findings document; only ASCII characters, so that no terminal or encoding can change it."""
    counts = report.summary
    document = FindingsDocument(
        schema=SCHEMA_NAME,
        policyc=report.version,
        findings=[finding_entry(finding) for finding in report.findings],
        unchecked=[
            UncheckedEntry(path=item.place.path, line=item.place.line, reason=item.reason) for item in report.unchecked
        ],
        summary=SummaryEntry(
            files=counts.files,
            agreements=counts.agreements,
            clauses=counts.clauses,
            errors=counts.errors,
            warnings=counts.warnings,
            notes=counts.notes,
            suppressed=counts.suppressed,
        ),
    )
    return json.dumps(document.model_dump(by_alias=True), indent=2) + "\n"


def finding_entry(finding: Finding) -> FindingEntry:
    """A finding as the contract has it."""
    place = finding.primary.place
    return FindingEntry(
        rule=finding.rule,
        severity=finding.severity.value,
        message=finding.message,
        path=place.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        agreement=finding.primary.agreement,
        clause=finding.primary.clause,
        help=finding.help,
        fingerprint=finding.fingerprint,
        related=[related_entry(evidence) for evidence in finding.related],
        witness=finding.witness,
        suppressed=finding.suppressed,
    )


def related_entry(evidence: Evidence) -> RelatedEntry:
    """A place that a finding rests on, as the contract has it."""
    place = evidence.place
    return RelatedEntry(
        message=evidence.message, path=place.path, line=place.line, column=place.column, clause=evidence.clause
    )

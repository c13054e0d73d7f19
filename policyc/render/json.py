"""The report as JSON, by the contract: the same input makes the same bytes."""

from __future__ import annotations

import json

from policyc.findings import Evidence, Finding
from policyc.render.contract import (
    SCHEMA_NAME,
    FindingEntry,
    FindingsDocument,
    GoneEntry,
    LawEntry,
    RelatedEntry,
    SummaryEntry,
    UncheckedEntry,
)
from policyc.report import Gone, LawView, Report


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
        laws=[law_entry(each) for each in report.laws],
        gone=[gone_entry(each) for each in report.baseline.gone] if report.baseline else [],
        judged_on=report.judged_on.isoformat() if report.judged_on else None,
        summary=SummaryEntry(
            files=counts.files,
            agreements=counts.agreements,
            clauses=counts.clauses,
            errors=counts.errors,
            warnings=counts.warnings,
            notes=counts.notes,
            suppressed=counts.suppressed,
            baselined=counts.baselined,
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


def law_entry(law: LawView) -> LawEntry:
    """What became of a law and an agreement, as the contract has it."""
    return LawEntry(
        agreement=law.agreement,
        path=law.place.path,
        line=law.place.line,
        law=law.law or None,
        held=law.held.value,
        why=law.why,
        requirements=law.asked,
        unmet=law.unmet,
        unweighed=law.unweighed,
    )


def gone_entry(gone: Gone) -> GoneEntry:
    """What a baseline holds and the run did not find, as the contract has it."""
    return GoneEntry(
        fingerprint=gone.fingerprint, count=gone.count, rule=gone.rule, agreement=gone.agreement, clause=gone.clause
    )


def related_entry(evidence: Evidence) -> RelatedEntry:
    """A place that a finding rests on, as the contract has it."""
    place = evidence.place
    return RelatedEntry(
        message=evidence.message, path=place.path, line=place.line, column=place.column, clause=evidence.clause
    )

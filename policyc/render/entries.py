"""The shapes of a report as the entries of the published contract."""

from __future__ import annotations

from dataclasses import asdict

from policyc.findings import Edit, Evidence, Finding, Step, Unchecked
from policyc.render.contract import (
    EditEntry,
    FindingEntry,
    GoneEntry,
    LawEntry,
    RelatedEntry,
    StepEntry,
    SummaryEntry,
    UncheckedEntry,
)
from policyc.report import Baseline, Gone, LawView, Report, Summary


def finding_entries(report: Report) -> list[FindingEntry]:
    """The findings of a report, in its order."""
    return [finding_entry(finding, report.baseline) for finding in report.findings]


def finding_entry(finding: Finding, baseline: Baseline | None) -> FindingEntry:
    """A finding, and whether the baseline knows it."""
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
        steps=[step_entry(step) for step in finding.steps],
        repair=[edit_entry(edit) for edit in finding.repair],
        suppressed=finding.suppressed,
        baseline=None if baseline is None else "known" if baseline.knows(finding) else "new",
    )


def related_entry(evidence: Evidence) -> RelatedEntry:
    """A place that a finding rests on."""
    place = evidence.place
    return RelatedEntry(
        message=evidence.message,
        path=place.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
        agreement=evidence.agreement,
        clause=evidence.clause,
    )


def step_entry(step: Step) -> StepEntry:
    """One act of a witness."""
    return StepEntry(
        actor=step.actor,
        does=step.does,
        data=list(step.data),
        taker=step.taker or None,
        purposes=list(step.purposes),
        by=related_entry(step.by) if step.by else None,
        against=related_entry(step.against) if step.against else None,
    )


def edit_entry(edit: Edit) -> EditEntry:
    """One change of a repair."""
    return EditEntry(**asdict(edit.place), words=edit.words)


def unchecked_entry(item: Unchecked) -> UncheckedEntry:
    """Something that the run could not check."""
    return UncheckedEntry(
        path=item.place.path,
        line=item.place.line,
        column=item.place.column,
        reason=item.reason,
        quote=item.quote,
        incomplete=item.incomplete,
    )


def law_entry(law: LawView) -> LawEntry:
    """What became of a law and an agreement."""
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


def gone_entries(baseline: Baseline | None) -> list[GoneEntry]:
    """What a baseline holds and the run did not find."""
    return [gone_entry(each) for each in baseline.gone] if baseline else []


def gone_entry(gone: Gone) -> GoneEntry:
    """A finding of a baseline that does not occur any more."""
    return GoneEntry(**asdict(gone))


def summary_entry(counts: Summary) -> SummaryEntry:
    """The counts of a run."""
    return SummaryEntry(**asdict(counts))

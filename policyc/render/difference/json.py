"""The difference as JSON, by the contract: the same input makes the same bytes."""

from __future__ import annotations

import json
from typing import cast

from policyc.findings import Evidence
from policyc.render.difference.contract import (
    SCHEMA_NAME,
    ChangeEntry,
    DifferenceDocument,
    DifferenceSummaryEntry,
    RedlineEntry,
    SentenceEntry,
    Verdict,
)
from policyc.render.difference.shape import ChangeView, DifferenceReport, Redline
from policyc.render.entries import unchecked_entry


def render_json(report: DifferenceReport) -> str:
    """The difference document; only ASCII characters, so that no terminal or encoding can change it."""
    document = DifferenceDocument(
        schema=SCHEMA_NAME,
        policyc=report.version,
        old=list(report.old_paths),
        new=list(report.new_paths),
        changes=[change_entry(change) for change in report.changes],
        notes=list(report.notes),
        unchecked=[unchecked_entry(item) for item in report.unchecked],
        summary=DifferenceSummaryEntry(
            agreements=len(report.agreements),
            looser=report.count("looser"),
            stricter=report.count("stricter"),
            mixed=report.count("mixed"),
            edited=report.edited,
        ),
    )
    return json.dumps(document.model_dump(by_alias=True), indent=2) + "\n"


def change_entry(change: ChangeView) -> ChangeEntry:
    """A change as the contract has it."""
    return ChangeEntry(
        sort=change.sort,
        direction=change.direction,
        agreement=change.agreement,
        message=change.message,
        before=cast(Verdict | None, change.before),
        after=cast(Verdict | None, change.after),
        particulars=list(change.particulars),
        clauses=list(map(redline_entry, change.clauses)),
        causes=list(map(redline_entry, change.causes)),
        witness=change.witness,
    )


def redline_entry(redline: Redline) -> RedlineEntry:
    """A sentence before and after, as the contract has it."""
    return RedlineEntry(old=sentence_entry(redline.old), new=sentence_entry(redline.new))


def sentence_entry(evidence: Evidence | None) -> SentenceEntry | None:
    """A sentence as the contract has it."""
    if evidence is None:
        return None
    place = evidence.place
    return SentenceEntry(
        path=place.path,
        line=place.line,
        column=place.column,
        agreement=evidence.agreement,
        clause=evidence.clause,
        quote=evidence.quote,
    )

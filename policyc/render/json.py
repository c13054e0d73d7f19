"""The report as JSON, by the contract: the same input makes the same bytes."""

from __future__ import annotations

import json

from policyc.render import entries
from policyc.render.contract import SCHEMA_NAME, FindingsDocument
from policyc.report import Report


def render_json(report: Report) -> str:
    """The findings document; only ASCII characters, so that no terminal or encoding can change it."""
    document = FindingsDocument(
        schema=SCHEMA_NAME,
        policyc=report.version,
        findings=entries.finding_entries(report),
        unchecked=[entries.unchecked_entry(item) for item in report.unchecked],
        given=list(report.given),
        laws=[entries.law_entry(each) for each in report.laws],
        gone=entries.gone_entries(report.baseline),
        judged_on=report.judged_on.isoformat() if report.judged_on else None,
        incomplete=report.incomplete,
        summary=entries.summary_entry(report.summary),
    )
    return json.dumps(document.model_dump(by_alias=True), indent=2) + "\n"

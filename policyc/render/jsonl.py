"""The report as JSON Lines: one finding a line, for programs that read as they go."""

from __future__ import annotations

import json
from collections.abc import Iterator

from policyc.render import entries
from policyc.render.contract import Model
from policyc.render.jsonl_contract import SCHEMA_NAME, FindingLine, GoneLine, LawLine, SummaryLine, UncheckedLine
from policyc.report import Report


def render_jsonl(report: Report) -> str:
    """Every line; only ASCII characters, so that nothing in them breaks a line."""
    return "".join(f"{json.dumps(dumped(line))}\n" for line in lines(report))


def lines(report: Report) -> Iterator[Model]:
    """The lines in order; the summary comes last."""
    yield from (FindingLine(**entry.model_dump()) for entry in entries.finding_entries(report))
    yield from (UncheckedLine(**entries.unchecked_entry(item).model_dump()) for item in report.unchecked)
    yield from (LawLine(**entries.law_entry(law).model_dump()) for law in report.laws)
    yield from (GoneLine(**entry.model_dump()) for entry in entries.gone_entries(report.baseline))
    yield SummaryLine(
        schema=SCHEMA_NAME,
        policyc=report.version,
        given=list(report.given),
        judged_on=report.judged_on.isoformat() if report.judged_on else None,
        incomplete=report.incomplete,
        summary=entries.summary_entry(report.summary),
    )


def dumped(line: Model) -> dict[str, object]:
    """A line as data, its kind first."""
    data = line.model_dump(by_alias=True)
    return {"kind": data.pop("kind"), **data}

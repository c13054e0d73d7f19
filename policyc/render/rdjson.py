"""The report in the Reviewdog Diagnostic Format, from which reviewdog comments on changes at many code hosts.

Its columns count bytes of UTF-8, so the text of each file is asked for; without it only lines are told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from policyc.findings import Finding, Severity, Unchecked
from policyc.render.conclusion import unchecked_words
from policyc.render.notices import NOTHING_CHECKED
from policyc.render.phrases import plain
from policyc.report import Report
from policyc.source import Place, Source

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
SOURCE = {"name": "policyc"}
NOT_CHECKED = {"value": "not-checked"}
Node = dict[str, object]


def render_rdjson(report: Report, sources: Mapping[str, Source]) -> str:
    """The whole result; only ASCII characters."""
    made = [finding_node(each, sources) for each in report.findings]
    made += [unchecked_node(item, sources) for item in report.unchecked]
    if not report.paths:
        made.append({"message": NOTHING_CHECKED, "location": {"path": "."}, "severity": "ERROR", "code": NOT_CHECKED})
    return json.dumps({"source": SOURCE, "diagnostics": made}, indent=2) + "\n"


def finding_node(finding: Finding, sources: Mapping[str, Source]) -> Node:
    """A finding; one that is suppressed is marked, and no more than information."""
    suppressed = finding.suppressed is not None
    repair = suggestions(finding, sources)
    return {
        "message": plain("\n".join(paragraphs(finding))),
        "location": location(finding.primary.place, sources),
        "severity": "INFO" if suppressed else SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        **({"suggestions": repair} if repair else {}),
    }


def paragraphs(finding: Finding) -> Iterator[str]:
    """What is said of a finding, line by line."""
    yield finding.message if finding.suppressed is None else f"Suppressed ({finding.suppressed}): {finding.message}"
    for each in finding.related:
        clause = f" clause {each.clause}:" if each.clause else ""
        yield f"- {each.place}:{clause} {each.message}".rstrip()
    if finding.witness:
        yield f"For instance: {finding.witness}"
    if finding.help:
        yield f"To cure: {finding.help}"


def unchecked_node(item: Unchecked, sources: Mapping[str, Source]) -> Node:
    """Something that was not checked."""
    return {
        "message": f"Not checked: {unchecked_words(item)}",
        "location": location(item.place, sources),
        "severity": "ERROR" if item.incomplete else "INFO",
        "code": NOT_CHECKED,
    }


def suggestions(finding: Finding, sources: Mapping[str, Source]) -> list[Node]:
    """The repair of a finding, where it touches no other file: a comment can only change the file that it is on."""
    if any(edit.place.path != finding.primary.place.path or edit.place.path not in sources for edit in finding.repair):
        return []
    return [{"range": range_of(edit.place, sources), "text": edit.words} for edit in finding.repair]


def location(place: Place, sources: Mapping[str, Source]) -> Node:
    """A place."""
    return {"path": place.path.removeprefix("./"), "range": range_of(place, sources)}


def range_of(place: Place, sources: Mapping[str, Source]) -> Node:
    """A stretch; its end is the position after it."""
    source = sources.get(place.path)
    return {
        "start": position(place.line, place.column, source),
        "end": position(place.end_line, place.end_column, source),
    }


def position(line: int, column: int, source: Source | None) -> Node:
    """A line, and a column in bytes of UTF-8, where the text is known."""
    if source is None or line > len(source.lines):
        return {"line": line}
    before = source.lines[line - 1][: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}

"""Baselines: the findings of an earlier run, kept by fingerprint, so that a run tells only what is new.

A baseline is a small JSON file. It holds no places and no days, so it changes only with what was found.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from policyc.findings import Finding
from policyc.pipeline.check import counts
from policyc.pipeline.files import Refused, bytes_of, decoded, input_view, shown_path
from policyc.pipeline.rule_views import rule_views
from policyc.report import Baseline, Gone, InputView, Report

SCHEMA_NAME: Final = "policyc/baseline/1"
MAXIMUM_BYTES = 64 << 20


class Malformed(Exception):
    """A file is no baseline; says why."""


class Model(BaseModel):
    """What all parts of a baseline have in common: no fields but those named."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Entry(Model):
    """A finding that is known, and how often it occurs; all but fingerprint and count is for those who read it."""

    fingerprint: str = Field(pattern="^[0-9a-f]{16}$")
    count: int = Field(ge=1)
    rule: str
    agreement: str | None
    clause: str | None
    message: str


class BaselineFile(Model):
    """A baseline as it is written."""

    schema_: Literal["policyc/baseline/1"] = Field(alias="schema")
    findings: list[Entry]


@dataclass(frozen=True, slots=True)
class Known:
    """What a baseline knows, and which bytes it holds."""

    entries: list[Entry]
    file: InputView


def written(findings: Iterable[Finding]) -> str:
    """A baseline of findings; what is suppressed is not among them."""
    known = sorted((each for each in findings if each.suppressed is None), key=order)
    entries = []
    for fingerprint, alike in groupby(known, key=lambda each: each.fingerprint):
        first, *others = alike
        entries.append(
            Entry(
                fingerprint=fingerprint,
                count=1 + len(others),
                rule=first.rule,
                agreement=first.primary.agreement,
                clause=first.primary.clause,
                message=first.message,
            )
        )
    entries.sort(key=lambda entry: (entry.rule, entry.agreement or "", entry.clause or "", entry.fingerprint))
    document = BaselineFile(schema=SCHEMA_NAME, findings=entries)
    return json.dumps(document.model_dump(by_alias=True), indent=2) + "\n"


def order(finding: Finding) -> tuple[str, str]:
    """Findings of one fingerprint side by side, whatever their places."""
    return finding.fingerprint, finding.message


def read(path: Path) -> Known:
    """What a file holds; raises ``Malformed`` where it is no baseline, and ``OSError`` where it cannot be read."""
    try:
        return known(shown_path(path), bytes_of(path, most=MAXIMUM_BYTES))
    except Refused as problem:
        raise Malformed(problem.message) from None


def known(path: str, data: bytes) -> Known:
    """What the bytes of a baseline hold; raises ``Malformed``, and ``Refused`` where they are no text."""
    return Known(parsed(decoded(data)), input_view(path, data))


def parsed(text: str) -> list[Entry]:
    """What the text of a baseline holds; raises ``Malformed``."""
    try:
        document = BaselineFile.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Malformed(f"{where}: {first['msg']}" if where else str(first["msg"])) from None
    repeated = [each for each, count in Counter(each.fingerprint for each in document.findings).items() if count > 1]
    if repeated:
        raise Malformed(f"the fingerprint {repeated[0]} stands there twice")
    return document.findings


def held_against(report: Report, known: Known, wanted: Callable[[str], bool]) -> Report:
    """A report held against a baseline, which its provenance names."""
    held = without_known(report, known.entries, wanted)
    rules = rule_views(held.rules, held.findings, wanted)
    return replace(held, rules=rules, provenance=replace(held.provenance, baseline=known.file))


def without_known(report: Report, entries: list[Entry], wanted: Callable[[str], bool]) -> Report:
    """A report without the findings that a baseline knows; it counts them, and names what no longer occurs.

    Of findings alike the first ones are known. What is suppressed is shown all the same, and of rules that are not
    wanted nothing is said.
    """
    left = {entry.fingerprint: entry.count for entry in entries}
    known = set[int]()
    for finding in sorted(report.findings, key=lambda each: each.suppressed is not None):
        if left.get(finding.fingerprint, 0):
            left[finding.fingerprint] -= 1
            known.add(id(finding))
    kept = [each for each in report.findings if id(each) not in known or each.suppressed is not None]
    gone = [
        Gone(entry.fingerprint, left[entry.fingerprint], entry.rule, entry.agreement, entry.clause)
        for entry in entries
        if left[entry.fingerprint] and wanted(entry.rule)
    ]
    hidden = len(report.findings) - len(kept)
    shown = frozenset(each.fingerprint for each in kept if id(each) in known)
    return replace(
        report,
        findings=tuple(kept),
        summary=replace(report.summary, **counts(kept), baselined=hidden),
        baseline=Baseline(tuple(gone), shown),
    )

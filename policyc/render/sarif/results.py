"""Findings as SARIF results."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from policyc.findings import Edit, Finding
from policyc.render.sarif.paths import code_flows
from policyc.render.sarif.places import Artifacts, address, region
from policyc.render.sarif.words import Node, message
from policyc.report import Baseline

FINGERPRINT = "policyc/fingerprint/v1"
"""Our own key; ``primaryLocationLineHash`` is left to services that make it from the text of lines."""


def result(finding: Finding, numbers: Mapping[str, int], artifacts: Artifacts, baseline: Baseline | None) -> Node:
    """One finding; ``numbers`` are those of the rules in the log."""
    related = [artifacts.location(each, number) for number, each in enumerate(finding.related, 1)]
    witness = f"For instance: {finding.witness}" if finding.witness else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": numbers[finding.rule],
        "kind": "fail",
        "level": finding.severity.value,
        "message": message(finding.message, witness, f"To cure: {finding.help}" if finding.help else ""),
        "locations": [artifacts.location(finding.primary)],
        **({"relatedLocations": related} if related else {}),
        **code_flows(finding, artifacts),
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        **suppressions(finding),
        **baseline_state(finding, baseline),
        **fixes(finding),
    }


def suppressions(finding: Finding) -> Node:
    """That the writer of the file has suppressed a finding, and why; an empty list says that nobody has."""
    if finding.suppressed is None:
        return {"suppressions": []}
    kept = {"kind": "inSource", "status": "accepted", "justification": message(finding.suppressed)["text"]}
    return {"suppressions": [kept]}


def baseline_state(finding: Finding, baseline: Baseline | None) -> Node:
    """Whether a baseline knows a finding; nothing where the run was not held against one."""
    if baseline is None:
        return {}
    return {"baselineState": "unchanged" if baseline.knows(finding) else "new"}


def fixes(finding: Finding) -> Node:
    """The repair of a finding, where a program may make it."""
    if not finding.repair:
        return {}
    edits = sorted(finding.repair, key=lambda edit: edit.place)
    changes = [
        {"artifactLocation": address(path), "replacements": [replacement(edit) for edit in group]}
        for path, group in groupby(edits, key=lambda edit: edit.place.path)
    ]
    return {"fixes": [{"description": message(finding.help), "artifactChanges": changes}]}


def replacement(edit: Edit) -> Node:
    """One change of a repair."""
    return {"deletedRegion": region(edit.place), "insertedContent": {"text": edit.words}}

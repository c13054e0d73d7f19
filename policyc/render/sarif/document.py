"""The SARIF log of a run, put together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from policyc.findings import Finding
from policyc.render.ending import Ending
from policyc.render.sarif import notices, rules
from policyc.render.sarif.places import SOURCE_ROOT, Artifacts
from policyc.render.sarif.results import result
from policyc.render.sarif.words import Node
from policyc.report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT_WORDS = "The folder in which policyc ran; relative paths are as they were given to it."


def render_sarif(report: Report, ending: Ending) -> str:
    """The whole log; only ASCII characters, the same bytes for the same run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run(report, ending)]}
    return json.dumps(log, indent=2) + "\n"


def run(report: Report, ending: Ending) -> Node:
    """The one run of the log."""
    artifacts = Artifacts(paths(report))
    names = sorted({finding.rule for finding in report.findings})
    numbers = {name: number for number, name in enumerate(names)}
    return {
        "tool": {"driver": driver(report, names)},
        "invocations": [invocation(report, ending, artifacts)],
        "originalUriBaseIds": {SOURCE_ROOT: {"description": {"text": ROOT_WORDS}}},
        "artifacts": artifacts.nodes(),
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "UTF-8",
        "language": "en",
        "results": [result(finding, numbers, artifacts, report.baseline) for finding in report.findings],
        "properties": {
            "summary": asdict(report.summary),
            "judgedOn": report.judged_on.isoformat() if report.judged_on else None,
        },
    }


def driver(report: Report, names: list[str]) -> Node:
    """What made the log."""
    return {
        "name": "policyc",
        "fullName": f"policyc {report.version}",
        "version": report.version,
        "semanticVersion": report.version,
        "rules": rules.descriptors(names),
        "notifications": notices.descriptors(),
    }


def invocation(report: Report, ending: Ending, artifacts: Artifacts) -> Node:
    """How the run ended; one that is incomplete was no success. It names no machine, no day and no command."""
    return {
        "executionSuccessful": not report.incomplete,
        "exitCode": int(ending.code),
        "toolExecutionNotifications": notices.notifications(report, artifacts),
    }


def paths(report: Report) -> Iterator[str]:
    """Every file that the log names."""
    yield from report.paths
    yield from (item.place.path for item in report.unchecked)
    for finding in report.findings:
        yield from paths_of(finding)


def paths_of(finding: Finding) -> Iterator[str]:
    """Every file that a finding names."""
    yield finding.primary.place.path
    yield from (each.place.path for each in finding.related)
    yield from (edit.place.path for edit in finding.repair)
    yield from (each.place.path for step in finding.steps for each in (step.by, step.against) if each)

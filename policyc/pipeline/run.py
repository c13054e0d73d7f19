"""One run: paths in, everything that faces need out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from policyc.pipeline.files import Inputs, read_paths
from policyc.pipeline.gather import gather
from policyc.pipeline.provenance import Asked, provenance
from policyc.pipeline.road import Examination, examine
from policyc.pipeline.rule_views import catalogue, rule_views
from policyc.pipeline.selection import EVERY_RULE, Selection
from policyc.pipeline.suppression.settle import Today
from policyc.report import Report
from policyc.source import Source


@dataclass(frozen=True, slots=True)
class Run:
    """What was read, the shapes made of it, and the report."""

    inputs: Inputs
    examination: Examination
    report: Report

    @property
    def sources(self) -> dict[str, Source]:
        """The texts by path."""
        return {source.path: source for source in self.inputs.sources}


def run(
    paths: Sequence[str],
    selection: Selection = EVERY_RULE,
    as_of: date | None = None,
    today: Today | None = None,
) -> Run:
    """Read, check and gather all that some paths hold, with the findings of the rules that are wanted."""
    return run_inputs(read_paths(paths), selection, as_of, today)


def run_inputs(
    inputs: Inputs,
    selection: Selection = EVERY_RULE,
    as_of: date | None = None,
    today: Today | None = None,
    laws: Sequence[str] = (),
) -> Run:
    """Check and gather what was read, as it stands on a day where one is given; ``today`` judges suppressions.

    ``laws`` are shipped laws that are held against every agreement.
    """
    examination = examine(inputs.sources, as_of, today, inputs.findings, laws)
    findings = examination.findings
    findings.found = list(filter(selection.keeps, findings.found))
    asked = Asked(tuple(inputs.given), as_of, tuple(laws), selection)
    report = replace(
        gather(examination, findings),
        rules=rule_views(catalogue(), findings.found, selection.wants),
        provenance=provenance(inputs, asked),
    )
    return Run(inputs, examination, report)

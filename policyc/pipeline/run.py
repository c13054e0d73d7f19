"""One run: paths in, everything that faces need out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from policyc.findings import Finding
from policyc.pipeline.files import Inputs, read_paths
from policyc.pipeline.gather import gather
from policyc.pipeline.road import Examination, examine
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
    wanted: Callable[[Finding], bool] = lambda finding: True,
    as_of: date | None = None,
    today: Today | None = None,
) -> Run:
    """Read, check and gather all that some paths hold, with the findings that are wanted."""
    return run_inputs(read_paths(paths), wanted, as_of, today)


def run_inputs(
    inputs: Inputs,
    wanted: Callable[[Finding], bool] = lambda finding: True,
    as_of: date | None = None,
    today: Today | None = None,
    laws: Sequence[str] = (),
) -> Run:
    """Check and gather what was read, as it stands on a day where one is given; ``today`` judges suppressions.

    ``laws`` are shipped laws that are held against every agreement.
    """
    examination = examine(inputs.sources, as_of, today, inputs.findings, laws)
    findings = examination.findings
    findings.found = list(filter(wanted, findings.found))
    return Run(inputs, examination, gather(examination, findings))

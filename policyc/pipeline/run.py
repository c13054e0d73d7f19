"""One run: paths in, everything that faces need out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from policyc.findings import Finding
from policyc.pipeline.files import Inputs, read_paths
from policyc.pipeline.gather import gather
from policyc.pipeline.road import Examination, examine
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
    paths: Sequence[str], wanted: Callable[[Finding], bool] = lambda finding: True, as_of: date | None = None
) -> Run:
    """Read, check and gather all that some paths hold, with the findings that are wanted."""
    return run_inputs(read_paths(paths), wanted, as_of)


def run_inputs(
    inputs: Inputs, wanted: Callable[[Finding], bool] = lambda finding: True, as_of: date | None = None
) -> Run:
    """Check and gather what was read, as it stands on a day where one is given."""
    examination = examine(inputs.sources, as_of)
    findings = examination.findings
    findings.extend(inputs.findings)
    findings.found = list(filter(wanted, findings.found))
    return Run(inputs, examination, gather(examination, findings))

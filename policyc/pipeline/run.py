"""One run: paths in, everything that faces need out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from policyc.findings import Finding, Unchecked
from policyc.pipeline.files import Inputs, read_paths
from policyc.pipeline.gather import gather
from policyc.pipeline.road import Examination, examine
from policyc.report import Report
from policyc.source import Place, Source


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


def run(paths: Sequence[str], wanted: Callable[[Finding], bool] = lambda finding: True) -> Run:
    """Read, check and gather all that some paths hold, with the findings that are wanted."""
    return run_inputs(read_paths(paths), wanted)


def run_inputs(inputs: Inputs, wanted: Callable[[Finding], bool] = lambda finding: True) -> Run:
    """Check and gather what was read."""
    examination = examine(inputs.sources)
    findings = examination.findings
    findings.extend(inputs.findings)
    findings.found = list(filter(wanted, findings.found))
    findings.unchecked += [*empty_files(examination), *unread_parts(examination)]
    return Run(inputs, examination, gather(examination, findings))


def empty_files(examination: Examination) -> list[Unchecked]:
    """The files that hold no sentence: nothing in them was checked, and that may be a mistake."""
    empty = [tree.source.path for tree in examination.trees if not tree.sentences and not tree.broken]
    return [Unchecked(Place(path, 1, 1, 1, 1), "an empty file", incomplete=True) for path in empty]


def unread_parts(examination: Examination) -> list[Unchecked]:
    """The parts of files that could not be read and that nothing counts yet: none is passed over in silence."""
    counted = {item.place.path for item in examination.findings.unchecked if item.incomplete}
    return [
        Unchecked(tree.source.place(span), "a part that could not be read", incomplete=True)
        for tree in examination.trees
        for span in tree.broken
        if tree.source.path not in counted
    ]

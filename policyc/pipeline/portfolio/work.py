"""The work on one file, or on a few that bear on each other: the whole road, and what it says of the files wanted."""

from __future__ import annotations

import gc
import signal
from array import array
from functools import cache

import msgspec

from policyc.analysis.declarations import declarations, identity
from policyc.analysis.faces import faces
from policyc.analysis.facts import Facts
from policyc.model.document import Document, Workspace
from policyc.norms.portable import Ground, NameSet
from policyc.pipeline.gather import quotations, taken_as_given
from policyc.pipeline.portfolio.result import Faces, FileResult, Names, Results, pack
from policyc.pipeline.portfolio.task import Task
from policyc.pipeline.road import Examination, examine_facts
from policyc.pipeline.shipped import shipped_closure, shipped_lexicon
from policyc.source import Source


def work(task: Task) -> bytes:
    """Examine the files of a task; the results of those that are wanted, packed."""
    return pack(results_of(task))


def results_of(task: Task) -> Results:
    """The results of the wanted files of a task, in their order."""
    examination = examine_facts([Source(path, text) for path, text in task.files], task.as_of)
    return tuple(result_of(path, examination) for path in task.wanted)


def result_of(path: str, examination: Examination) -> FileResult:
    """What an examination says of one of its files."""
    workspace, facts, findings = examination.workspace, examination.facts, examination.findings
    documents = [document for document in workspace.documents if document.origin.source.path == path]
    unchecked = [*findings.unchecked, *quotations(documents)]
    agreements = [document for document in documents if document.kind == "agreement"]
    return FileResult(
        path=path,
        findings=tuple(finding for finding in findings.found if finding.primary.place.path == path),
        unchecked=tuple(item for item in unchecked if item.place.path == path),
        given=tuple(given for given in taken_as_given(facts) if given.place.path == path),
        agreements=len(agreements),
        clauses=sum(len(document.clauses) for document in documents),
        names=msgspec.Raw(pack(names_of(path, documents, workspace))),
        faces=msgspec.Raw(pack(faces_of(agreements, facts, ground()))),
    )


def names_of(path: str, documents: list[Document], workspace: Workspace) -> Names:
    """The names that a file defines, and the parties of its documents."""
    declared = tuple(each for each in declarations(workspace) if each.place.path == path)
    return Names(declared, tuple(tuple(map(identity, document.parties)) for document in documents if document.parties))


def faces_of(documents: list[Document], facts: Facts, ground: Ground) -> Faces:
    """The faces of some documents, each set of names once."""
    rows, sets = array("i"), dict[NameSet, int]()
    known: dict[tuple[int, int], int] = {}
    for document in documents:
        closure = facts.closure(document)
        for face in faces(document, facts):
            numbers = []
            for mask in (face.persons, *face.masks):
                key = (mask, id(closure))
                if key not in known:
                    known[key] = sets.setdefault(ground.portable(mask, closure), len(sets))
                numbers.append(known[key])
            rows.extend((face.contact, face.gives, *numbers, face.start, face.end))
    return Faces(rows.tobytes(), tuple(sets))


@cache
def ground() -> Ground:
    """What is alike in all workspaces."""
    return Ground(shipped_closure(shipped_lexicon()))


def prepare() -> None:
    """Make a fresh process ready: what it will need for every task is made once, and never looked at for garbage.

    An interruption is left to the process that gives out the work.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ground()
    gc.collect()
    gc.freeze()

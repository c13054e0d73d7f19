"""The work on one file, or on a few that bear on each other: the whole road, and what it says of the files wanted."""

from __future__ import annotations

import gc
import signal
from array import array
from collections.abc import Callable, Iterable
from functools import cache

from policyc.analysis.declarations import declarations, identity
from policyc.analysis.faces import faces
from policyc.analysis.facts import Facts
from policyc.analysis.times import period
from policyc.model.document import Document
from policyc.norms.portable import Ground, NameSet
from policyc.pipeline.gather import quotations, taken_as_given
from policyc.pipeline.laws import law_views
from policyc.pipeline.portfolio.result import Faces, FileResult, Head, Names, Results, Shown, T, pack
from policyc.pipeline.portfolio.task import Task
from policyc.pipeline.road import Examination, examine_facts
from policyc.pipeline.shipped import shipped_closure, shipped_lexicon
from policyc.source import Source


def work(task: Task) -> bytes:
    """Examine the files of a task; the results of those that are wanted, packed."""
    return pack(results_of(task))


def results_of(task: Task) -> Results:
    """The results of the wanted files of a task, in their order."""
    examination = examine_facts([Source(path, text) for path, text in task.files], task.as_of, task.laws)
    facts, findings, documents = examination.facts, examination.findings, examination.workspace.documents
    found = by_path(findings.found, lambda finding: finding.primary.place.path)
    unchecked = by_path([*findings.unchecked, *quotations(documents)], lambda item: item.place.path)
    given = by_path(taken_as_given(facts), lambda each: each.place.path)
    suppressions = by_path(examination.suppressions, lambda each: each.place.path)
    laws = by_path(law_views(facts), lambda view: view.place.path)
    own = by_path(documents, lambda document: document.origin.source.path)
    shown = shown_by_path(task.wanted, examination, own) if task.shown else {}
    return tuple(
        FileResult(
            path=path,
            findings=tuple(found.get(path, ())),
            unchecked=tuple(unchecked.get(path, ())),
            given=tuple(given.get(path, ())),
            agreements=sum(document.kind == "agreement" for document in own.get(path, ())),
            clauses=sum(len(document.clauses) for document in own.get(path, ())),
            shown=shown.get(path, Shown()),
            suppressions=tuple(suppressions.get(path, ())),
            laws=tuple(laws.get(path, ())),
            heads=tuple(map(head, own.get(path, ()))),
        )
        for path in task.wanted
    )


def head(document: Document) -> Head:
    """What the beginning of a document tells."""
    return Head(
        document.kind,
        document.title,
        document.status.value,
        tuple(party.text for party in document.parties),
        period(document),
        document.origin.place,
        len(document.clauses),
    )


def by_path(things: Iterable[T], path_of: Callable[[T], str]) -> dict[str, list[T]]:
    """Things by the file that they lie in, in their order."""
    found: dict[str, list[T]] = {}
    for each in things:
        found.setdefault(path_of(each), []).append(each)
    return found


def shown_by_path(paths: Iterable[str], examination: Examination, own: dict[str, list[Document]]) -> dict[str, Shown]:
    """What some files show to others: their names and faces, packed."""
    declared = by_path(declarations(examination.workspace), lambda each: each.place.path)
    return {
        path: Shown(
            pack(Names(tuple(declared.get(path, ())), parties_of(own.get(path, [])))),
            pack(faces_of(own.get(path, []), examination.facts, ground())),
        )
        for path in paths
    }


def parties_of(documents: list[Document]) -> tuple[tuple[str, ...], ...]:
    """The parties of each document that names some."""
    return tuple(tuple(map(identity, document.parties)) for document in documents if document.parties)


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

"""policyc's own search for contradictions.

Small worlds can also take the whole road from text; what is measured starts from the model, so that a million clauses
need not be written and read, and ends with the contradictions, each with its witness judged again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.clause_text import texts, title
from benchmarks.clauses import World
from benchmarks.peers.model import Writer
from benchmarks.space import vocabulary

NAME = "policyc"
LIMIT = 1_000_000


def prepare(world: World) -> Callable[[], int]:
    """Make the model of a world and its norms."""
    from policyc.analysis.facts import Facts
    from policyc.norms.order import Order

    workspace, universe, norms, closures = normalised(world)
    return lambda: conflicts(Facts(workspace, universe, norms, Order(workspace.documents), closures))


def from_text(world: World) -> int:
    """The number of conflicts in a world that is written out as policy text and read again; its text has no faults."""
    from policyc.pipeline.road import analyse
    from policyc.pipeline.shipped import shipped_lexicon
    from policyc.resolve import resolve
    from policyc.source import Source
    from policyc.syntax import parse

    parsed = [parse(Source(path, text)) for path, text in texts(world)]
    workspace, resolving = resolve([tree for tree, _ in parsed], shipped_lexicon())
    facts, normalising = analyse(workspace)
    faults = [each for found in (*(f for _, f in parsed), resolving, normalising) for each in found.found]
    if faults:
        raise RuntimeError(f"the generated text has faults: {faults[0].message}")
    return conflicts(facts)


def conflicts(facts: Any) -> int:
    """How many pairs of clauses conflict without a declared order; everything could be weighed."""
    if facts.conflicts.unweighed:
        raise RuntimeError("some pairs of clauses could not be weighed")
    return sum(found.grade.name != "ORDERED" for found in facts.conflicts.found)


def normalised(world: World) -> tuple[Any, Any, Any, Any]:
    """The workspace, universe, norms and closures of a world; an agreement sees the vocabulary and its own parties."""
    from policyc.model.document import Document, Workspace
    from policyc.norms.concepts import Closure, Universe
    from policyc.norms.from_model import normalise
    from policyc.pipeline.shipped import shipped_lexicon
    from policyc.resolve import resolve
    from policyc.source import Source
    from policyc.syntax import parse

    tree, _ = parse(Source("names.policy", vocabulary()))
    names, _ = resolve([tree], shipped_lexicon())
    shared = names.documents[0]
    shipped = Closure(names.shipped, Universe())
    known = Closure(shared.lexicon, Universe(shipped.universe), shipped)
    universe = Universe(known.universe)
    writer = Writer(shared.lexicon, shared.origin)
    documents: list[Document] = []
    closures: dict[int, Closure] = {}
    for number, agreement in enumerate(world.agreements):
        document = Document(
            "agreement",
            title(number),
            shared.origin,
            writer.scope(agreement.parties),
            parties=(writer.party(agreement.parties[0]), writer.party(agreement.parties[1])),
            start=date.fromordinal(agreement.first),
            end=date.fromordinal(agreement.last),
        )
        document.clauses += [writer.clause(clause, agreement) for clause in world.clauses_of(number)]
        documents.append(document)
        closures[id(document)] = Closure(document.lexicon, universe, known)
    norms, findings = normalise(documents, closures)
    if findings.found:
        raise RuntimeError(f"the generated model has faults: {findings.found[0].message}")
    scopes = [*names.scopes, *(document.lexicon for document in documents)]
    return Workspace(documents, names.shipped, scopes), universe, norms, closures

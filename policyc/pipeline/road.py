"""The road: text, tree, model, norms, facts, findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from policyc.analysis.facts import Facts
from policyc.findings import Findings, Unchecked
from policyc.model.document import Workspace
from policyc.model.lexicon import Lexicon
from policyc.norms.concepts import Closure, Universe
from policyc.norms.from_model import normalise
from policyc.norms.in_force import on_day, standing
from policyc.norms.order import Order
from policyc.resolve import resolve, resolve_shipped
from policyc.resources import resource
from policyc.rules.catalogue import check
from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything that a run made of some sources: the shapes along the road, and what was found on it."""

    trees: list[Tree]
    workspace: Workspace
    facts: Facts
    findings: Findings


@cache
def shipped_lexicon() -> Lexicon:
    """The vocabulary that policyc ships, resolved once a process."""
    folder = resource("policies") / "vocabulary"
    sources = [Source(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.policy"))]
    lexicon, findings = resolve_shipped([parse(source)[0] for source in sources])
    if findings.found:
        raise RuntimeError(f"the shipped vocabulary is broken: {findings.found[0].message}")
    return lexicon


def examine(sources: list[Source], as_of: date | None = None) -> Examination:
    """Walk the whole road for some sources, as they stand on a day where one is given."""
    findings = Findings()
    trees = []
    for source in sources:
        tree, problems = parse(source)
        trees.append(tree)
        findings.extend(problems)
    workspace, problems = resolve(trees, shipped_lexicon())
    findings.extend(problems)
    facts, problems = analyse(workspace, as_of)
    findings.extend(problems)
    findings.found += check(facts)
    findings.unchecked += not_weighed(facts)
    findings.found.sort(key=lambda finding: finding.sort_key)
    return Examination(trees, facts.workspace, facts, findings)


def not_weighed(facts: Facts) -> Iterator[Unchecked]:
    """What was read but not weighed: requirements on agreements, and pairs of clauses too intricate to compare."""
    for document in facts.workspace.documents:
        for requirement in document.requirements:
            origin = requirement.origin
            yield Unchecked(origin.place, "a requirement: agreements are not yet held against it", origin.words)
    for grant, ban in facts.conflicts.unweighed:
        origin = grant.clause.origin
        reason = f'too many alternatives to compare it with clause {ban.clause.name} of "{ban.document.title}"'
        yield Unchecked(origin.place, reason, origin.words, incomplete=True)


@lru_cache(maxsize=2)
def shipped_closure(lexicon: Lexicon) -> Closure:
    """What the names of a shipped vocabulary cover: worked out once a process, and the ground of every workspace."""
    return Closure(lexicon, Universe())


def analyse(workspace: Workspace, as_of: date | None = None) -> tuple[Facts, Findings]:
    """The facts of a workspace, as it stands on a day where one is given; what does not hold then is not weighed."""
    shipped = shipped_closure(workspace.shipped)
    universe = Universe(shipped.universe)
    closures = {id(document): Closure(document.lexicon, universe, shipped) for document in workspace.documents}
    if as_of is None:
        norms, findings = normalise(workspace.documents, closures)
        return Facts(workspace, universe, norms, Order(workspace.documents), closures), findings
    stands = standing(workspace, as_of, closures)
    documents = stands.workspace.documents
    norms, findings = normalise(documents, stands.closures)
    findings.unchecked += [absence.told(as_of) for absence in stands.absences]
    held = list(on_day(norms, as_of))
    return Facts(stands.workspace, universe, held, Order(documents), stands.closures, as_of), findings

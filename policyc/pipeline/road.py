"""The road: text, tree, model, norms, facts, findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from policyc.analysis.declarations import register
from policyc.analysis.entailment.unchecked import unchecked_requirements
from policyc.analysis.facts import Facts
from policyc.analysis.words import counted
from policyc.findings import Findings, Unchecked
from policyc.model.document import Document, Situation, Workspace
from policyc.norms.among import Met, knowing, people_asked, people_met
from policyc.norms.concepts import Closure, Universe
from policyc.norms.from_model import normalise
from policyc.norms.in_force import on_day, standing
from policyc.norms.measures import measured_states
from policyc.norms.order import Order
from policyc.pipeline.laws import bring_in
from policyc.pipeline.shipped import shipped_closure, shipped_lexicon
from policyc.pipeline.suppression.reading import Suppression, suppressions
from policyc.pipeline.suppression.settle import Today, settle
from policyc.pipeline.unread import unread
from policyc.resolve import resolve
from policyc.rules.catalogue import check, check_names
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
    suppressions: list[Suppression] = field(default_factory=list)
    judged_on: date | None = None


def examine(
    sources: list[Source],
    as_of: date | None = None,
    today: Today | None = None,
    unopened: Findings | None = None,
    laws: Sequence[str] = (),
) -> Examination:
    """Walk the whole road for some sources, as they stand on a day where one is given.

    ``today`` tells the day on which suppressions with an end are judged; ``unopened`` what is known of files that
    could not be read; ``laws`` are those that are held against every agreement.
    """
    examination = examine_facts(sources, as_of, laws)
    findings = examination.findings
    findings.extend(unopened or Findings())
    findings.found += check_names(register(examination.workspace))
    whole = as_of is None and not any(item.incomplete for item in findings.unchecked)
    settled = settle(findings.found, examination.suppressions, today, whole)
    findings.found = sorted(settled.findings, key=lambda finding: finding.sort_key)
    return replace(examination, judged_on=settled.judged_on)


def examine_facts(sources: list[Source], as_of: date | None = None, laws: Sequence[str] = ()) -> Examination:
    """Walk the road for some sources, but for the rules that compare the names of all files."""
    examination = examine_without_rules(sources, as_of, laws)
    findings = examination.findings
    findings.found += check(examination.facts)
    findings.unchecked += not_weighed(examination.facts)
    findings.unchecked += list(unread(examination.trees, findings))
    return examination


def examine_without_rules(sources: list[Source], as_of: date | None = None, laws: Sequence[str] = ()) -> Examination:
    """Walk the road for some sources as far as the facts; what the stages on it reported is there, and no more."""
    findings = Findings()
    trees, suppressed = [], list[Suppression]()
    for source in sources:
        tree, problems = parse(source)
        trees.append(tree)
        findings.extend(problems)
        found, problems = suppressions(tree)
        suppressed += found
        findings.extend(problems)
    workspace, problems = resolve(trees, shipped_lexicon())
    findings.extend(problems)
    bring_in(workspace, laws)
    facts, problems = analyse(workspace, as_of)
    findings.extend(problems)
    return Examination(trees, facts.workspace, facts, findings, suppressed)


def not_weighed(facts: Facts) -> Iterator[Unchecked]:
    """What was read but not weighed: requirements that bind nobody there, and what is too intricate."""
    yield from unchecked_requirements(facts.requirements)
    for grant, ban in facts.conflicts.unweighed:
        origin = grant.clause.origin
        reason = f'too many alternatives to compare it with clause {ban.clause.name} of "{ban.document.title}"'
        yield Unchecked(origin.place, reason, origin.words, incomplete=True)
    for document in facts.agreements:
        if document.skipped:
            unread_part = f"{counted(document.skipped, 'sentence')} of it could not be read"
            reason = f"what it does not say was not looked for, since {unread_part}"
            yield Unchecked(document.origin.place, reason, document.origin.words)
        elif (reading := facts.reading(document)) and reading.only_forbids:
            reason = "what it does not say was not looked for, since no clause lets anybody have personal data"
            yield Unchecked(document.origin.place, reason, document.origin.words)
    for norm in facts.idle_unweighed:
        origin = norm.clause.origin
        reason = "too many cases to tell whether the clauses that prevail over it leave it anything"
        yield Unchecked(origin.place, reason, origin.words, incomplete=True)
    for each in facts.unfollowed:
        origin = each.norm.clause.origin
        yield Unchecked(origin.place, each.reason, origin.words, incomplete=True)


def closures_of(workspace: Workspace, universe: Universe) -> dict[int, Closure]:
    """What names cover in each document of a workspace, by its identity.

    Lengths of time are made known first: whatever lasts for more than a year lasts for more than a month.
    """
    shipped = shipped_closure(workspace.shipped)
    for document in workspace.documents:
        for state in measured_states(document):
            universe.bit(state)
    return {id(document): Closure(document.lexicon, universe, shipped) for document in workspace.documents}


def people_among_people(workspace: Workspace) -> list[Met]:
    """The people among people of whom a workspace speaks."""
    closures = closures_of(workspace, Universe(shipped_closure(workspace.shipped).universe))
    return people_met(workspace.documents, closures)


def knowing_asked(facts: Facts, situation: Situation, document: Document) -> Facts:
    """Facts in which the people among people whom a situation means are known."""
    asked = [each for each in people_asked(situation, document, facts.closure(document)) if each not in facts.met]
    return analyse(facts.workspace, facts.as_of, asked=(*facts.met, *asked))[0] if asked else facts


def analyse(
    workspace: Workspace, as_of: date | None = None, universe: Universe | None = None, asked: Sequence[Met] = ()
) -> tuple[Facts, Findings]:
    """The facts of a workspace, as it stands on a day where one is given; what does not hold then is not weighed.

    Workspaces that are compared share a ``universe``, made on the shipped one, so that a name is one bit in both.
    ``asked`` are people among people of whom others speak: a question, or the other workspace.
    """
    universe = universe or Universe(shipped_closure(workspace.shipped).universe)
    closures = closures_of(workspace, universe)
    met = list(dict.fromkeys((*people_met(workspace.documents, closures), *asked)))
    closures = {at: knowing(closure, met) for at, closure in closures.items()}
    if as_of is None:
        norms, findings = normalise(workspace.documents, closures)
        return Facts(workspace, universe, norms, Order(workspace.documents), closures, met=tuple(met)), findings
    stands = standing(workspace, as_of, closures)
    documents = stands.workspace.documents
    norms, findings = normalise(documents, stands.closures)
    findings.unchecked += stands.told(as_of)
    held = list(on_day(norms, as_of))
    return Facts(stands.workspace, universe, held, Order(documents), stands.closures, as_of, tuple(met)), findings

"""Scenarios: a lawyer's unit tests, each weighed against the agreements that it speaks to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policyc.analysis.answer import Answer, answer
from policyc.analysis.facts import Facts
from policyc.findings import Evidence
from policyc.model.document import Document, Scenario, label_covers
from policyc.pipeline.answers import Wanted, answer_view, quote
from policyc.pipeline.road import Examination, knowing_asked
from policyc.report import ScenarioView


@dataclass(frozen=True, slots=True)
class Trial:
    """The scenarios of a run, each weighed, and the clauses of the agreements that decide none of them."""

    scenarios: tuple[ScenarioView, ...]
    untouched: tuple[Evidence, ...]
    clauses: int


def try_scenarios(examination: Examination, day: date | None = None) -> Trial:
    """Weigh every scenario against the agreements that it speaks to, on a given day where it names none itself."""
    views: list[ScenarioView] = []
    touched: set[int] = set()
    for scenario, agreements in on_its_day(addressed(examination), day):
        for document in agreements:
            facts = knowing_asked(examination.facts, scenario.situation, document)
            found = answer(scenario.situation, document, facts)
            touched |= {id(norm.clause) for norm in found.deciding}
            views.append(scenario_view(scenario, found, facts))
        if not agreements:
            views.append(ScenarioView(scenario.title, scenario.origin.place, scenario.verdict, scenario.by, None))
    clauses = [(clause, document) for document in examination.workspace.agreements for clause in document.clauses]
    untouched = tuple(quote(clause, document, "") for clause, document in clauses if id(clause) not in touched)
    return Trial(tuple(sorted(views, key=lambda view: view.place)), untouched, len(clauses))


def addressed(examination: Examination) -> Iterator[tuple[Scenario, list[Document]]]:
    """Each scenario and the agreements that it speaks to: its own, or, outside any agreement, all of its file."""
    workspace = examination.workspace
    by_file: dict[str, list[Document]] = {}
    for document in workspace.agreements:
        by_file.setdefault(document.origin.source.path, []).append(document)
    for path, _, scenario in workspace.loose_scenarios:
        yield scenario, by_file.get(path, [])
    for document in workspace.documents:
        own = document.kind == "agreement"
        for scenario in document.scenarios:
            yield scenario, [document] if own else by_file.get(document.origin.source.path, [])


def scenario_view(scenario: Scenario, found: Answer, facts: Facts) -> ScenarioView:
    """A scenario weighed against one agreement."""
    labels = [norm.clause.label for norm in found.deciding]
    missing = tuple(by for by in scenario.by if not any(label_covers(by, label) for label in labels))
    view = answer_view(found, scenario.situation, facts, Wanted())
    return ScenarioView(scenario.title, scenario.origin.place, scenario.verdict, scenario.by, view, missing)


def on_its_day(
    scenarios: Iterator[tuple[Scenario, list[Document]]], day: date | None
) -> Iterator[tuple[Scenario, list[Document]]]:
    """Scenarios with a day for those that name none and no event either: what happens then has its own time."""
    for scenario, agreements in scenarios:
        situation = scenario.situation
        if day and situation.day is None and not situation.occasions:
            scenario = replace(scenario, situation=replace(situation, day=day))
        yield scenario, agreements

"""Questions and scenarios, weighed against the agreements that they speak to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.answer import Answer, answer
from policyc.analysis.facts import Facts
from policyc.analysis.nearest import nearest_permission
from policyc.analysis.turning import turning_words
from policyc.findings import Evidence, Findings
from policyc.model.document import Clause, Document, Scenario, label_covers
from policyc.norms.norm import Norm
from policyc.norms.verdict import Verdict
from policyc.pipeline.road import Examination
from policyc.report import AnswerView, ScenarioView
from policyc.resolve import resolve_question
from policyc.source import Source
from policyc.syntax import parse_question

QUESTION = "the question"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the agreements answer, those that say something first; or why the question was not understood.

    ``source`` is the question as it was read, which findings quote.
    """

    source: Source
    answers: tuple[AnswerView, ...]
    findings: Findings


def ask(
    question: str, examination: Examination, given: tuple[str, ...] = (), day: str = "", why_not: bool = False
) -> Reply:
    """Answer a question by every agreement that knows the names in it; ``day`` is an ISO date."""
    source = Source(QUESTION, worded(question, given, day))
    parsed, problems = parse_question(source)
    if parsed is None:
        return Reply(source, (), problems)
    answers: list[AnswerView] = []
    failures: list[Findings] = []
    for document in examination.workspace.agreements:
        situation, findings = resolve_question(parsed, document.lexicon, source)
        if situation is None:
            failures.append(findings)
        else:
            answers.append(answer_view(answer(situation, document, examination.facts), examination.facts, why_not))
    if answers or not failures:
        return Reply(source, tuple(sorted(answers, key=lambda each: each.verdict == "uncovered")), Findings())
    return Reply(source, (), min(failures, key=lambda each: len(each.found)))


def worded(question: str, given: tuple[str, ...], day: str) -> str:
    """The question with what is given besides, in the words of the language."""
    words = [" ".join(question.split()).rstrip("?. "), *(f"if {condition}" for condition in given)]
    return " ".join([*words, f"on {day}"] if day else words) + "?"


# Scenarios


@dataclass(frozen=True, slots=True)
class Trial:
    """The scenarios of a run, each weighed, and the clauses of the agreements that decide none of them."""

    scenarios: tuple[ScenarioView, ...]
    untouched: tuple[Evidence, ...]
    clauses: int


def try_scenarios(examination: Examination) -> Trial:
    """Weigh every scenario against the agreements that it speaks to."""
    facts = examination.facts
    views: list[ScenarioView] = []
    touched: set[int] = set()
    for scenario, agreements in addressed(examination):
        for document in agreements:
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
    view = answer_view(found, facts, why_not=False)
    return ScenarioView(scenario.title, scenario.origin.place, scenario.verdict, scenario.by, view, missing)


# Views


def answer_view(found: Answer, facts: Facts, why_not: bool) -> AnswerView:
    """An answer as a page shows it."""
    wanted = why_not and found.verdict is not Verdict.PERMITTED
    nearest = nearest_permission(found, facts) if wanted else None
    return AnswerView(
        agreement=found.document.title,
        verdict=found.verdict.value,
        deciding=tuple(deciding_clauses(found.deciding)),
        turns_on=tuple(turning_words(found, facts.closure(found.document))),
        nearest=quote(nearest.norm.clause, nearest.norm.document, "comes nearest") if nearest else None,
        lacks=nearest.lacks if nearest else (),
    )


def deciding_clauses(norms: list[Norm]) -> Iterator[Evidence]:
    """Each deciding clause once, with what it does."""
    seen: dict[tuple[int, str], Norm] = {}
    for norm in norms:
        seen.setdefault((id(norm.clause), effect(norm)), norm)
    for (_, words), norm in seen.items():
        yield quote(norm.clause, norm.document, words)


def effect(norm: Norm) -> str:
    """What a norm does to an act."""
    if norm.bans:
        return "forbids it" if norm.by_only is None else "forbids it: `only` closes the list"
    return "permits it" if norm.modality.value == "may" else "requires it, and so permits it"


def quote(clause: Clause, document: Document, message: str) -> Evidence:
    """A clause as evidence."""
    return Evidence(message, clause.origin.place, clause.origin.words, document.title, clause.label)

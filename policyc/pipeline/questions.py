"""Questions, answered by the agreements that know the names in them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from policyc.analysis.answer import answer
from policyc.analysis.facts import Facts
from policyc.findings import Evidence, Finding, Findings, Severity
from policyc.model.document import Document, Situation
from policyc.model.kinds import PERSONS
from policyc.model.names import key
from policyc.pipeline.answers import Wanted, answer_view
from policyc.pipeline.inquiry import inquiry
from policyc.pipeline.road import Examination, knowing_asked
from policyc.report import AnswerView
from policyc.resolve import resolve_question
from policyc.source import Place, Source
from policyc.syntax import parse_question, tree

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
    question: str,
    examination: Examination,
    given: tuple[str, ...] = (),
    day: date | None = None,
    why_not: bool = False,
) -> Reply:
    """Answer a question by every agreement that knows the names in it, on a day where the question names none."""
    asked = inquiry(question, lambda name: is_person(name, examination))
    source = Source(QUESTION, worded(asked.text, given))
    parsed, problems = parse_question(source)
    if parsed is None:
        return Reply(source, (), problems)
    if twice := several_days(parsed, source, day):
        return Reply(source, (), twice)
    wanted = Wanted(asked.sought, asked.must, why_not)
    answers: list[AnswerView] = []
    failures: list[Findings] = []
    for document in examination.workspace.agreements:
        situation, findings = resolve_question(parsed, document.lexicon, source, asked.noun)
        if situation is None:
            failures.append(findings)
        else:
            facts = knowing_asked(examination.facts, situation, document)
            answers.append(answered(dated(situation, day), document, facts, wanted))
    if answers or not failures:
        return Reply(source, tuple(folded(answers)), Findings())
    return Reply(source, (), min(failures, key=lambda each: len(each.found)))


def worded(question: str, given: tuple[str, ...]) -> str:
    """The question with what is given besides, in the words of the language."""
    return " ".join([question, *(f"if {condition}" for condition in given)]) + "?"


def is_person(name: str, examination: Examination) -> bool:
    """Whether a name stands for a party or people in some agreement."""
    return any(document.lexicon.find(key(name), PERSONS) for document in examination.workspace.agreements)


def several_days(parsed: tree.Question, source: Source, day: date | None) -> Findings | None:
    """What is wrong with a question that is to be answered for two days at once; None where it is for one."""
    days = [phrase for phrase in parsed.phrases if isinstance(phrase, tree.DatePhrase)]
    if len(days) + (day is not None) < 2:
        return None
    place = source.place(days[-1].span)
    evidence = Evidence("one of two days", place, source.quote(days[-1].span))
    message = "The question is about one act, and two days are given for it."
    help = "Name the day once, in the question or with --on."
    return Findings([Finding("broken-sentence", Severity.ERROR, message, evidence, help)])


def dated(situation: Situation, day: date | None) -> Situation:
    """A situation on a day, where it names none."""
    return replace(situation, day=day) if day and situation.day is None else situation


def answered(situation: Situation, document: Document, facts: Facts, wanted: Wanted) -> AnswerView:
    """What one agreement answers."""
    return answer_view(
        answer(situation, document, facts, wanted.must, wanted.sought is not None), situation, facts, wanted
    )


def folded(answers: list[AnswerView]) -> list[AnswerView]:
    """Answers that say something first; those of documents that are read together and say the same are one."""
    kept: list[AnswerView] = []
    for view in answers:
        if not any(view.agreement in other.together and alike(view, other) for other in kept):
            kept.append(view)
    return sorted(kept, key=rank)


def rank(view: AnswerView) -> tuple[bool, bool, int]:
    """Where an answer stands: those that say something first, then those with a permission that comes near."""
    silent = is_silent(view)
    return silent, silent and view.nearest is None, len(view.lacks) if silent else 0


def alike(one: AnswerView, other: AnswerView) -> bool:
    """Whether an answer says the same as another for the same reasons, or for some of them."""
    pairs = list(zip(one.items, other.items, strict=False))
    return (
        len(one.items) == len(other.items)
        and (one.verdict, one.turns_on) == (other.verdict, other.turns_on)
        and places(one.deciding) <= places(other.deciding)
        and all(
            (mine.names, mine.verdict, mine.turns_on) == (its.names, its.verdict, its.turns_on) for mine, its in pairs
        )
        and all(places(mine.deciding) <= places(its.deciding) for mine, its in pairs)
    )


def places(deciding: tuple[Evidence, ...]) -> set[Place]:
    """Where the clauses stand that decide."""
    return {evidence.place for evidence in deciding}


def is_silent(view: AnswerView) -> bool:
    """Whether no clause speaks of what is asked."""
    return not view.deciding and not view.turns_on

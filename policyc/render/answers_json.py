"""Answers to questions as JSON, for programs."""

from __future__ import annotations

import json
from typing import Any

from policyc.findings import Evidence
from policyc.report import AnswerItem, AnswerView

SCHEMA = "policyc/answers/1"


def render_answers_json(question: str, answers: tuple[AnswerView, ...]) -> str:
    """A question as it was read and what each agreement answers, the same bytes for the same input."""
    data = {"schema": SCHEMA, "question": question, "answers": [answer_data(each) for each in answers]}
    return json.dumps(data, indent=2) + "\n"


def answer_data(view: AnswerView) -> dict[str, Any]:
    """The answer of one agreement; ``items`` is its answer by name, where the question asks who, what, with whom …"""
    return {
        "agreement": view.agreement,
        "together": list(view.together),
        "not_in_force": view.absent or None,
        **reasons(view),
        "items": [{"names": list(item.names), "rest": item.rest, **reasons(item)} for item in view.items],
        "nearest": clause_data(view.nearest, view.lacks, "lacks") if view.nearest else None,
    }


def reasons(view: AnswerView | AnswerItem) -> dict[str, Any]:
    """A verdict, what it turns on, and the clauses that decide it."""
    because = view.because or ((),) * len(view.deciding)
    pairs = zip(view.deciding, because, strict=True)
    return {
        "verdict": view.verdict,
        "turns_on": list(view.turns_on),
        "deciding": [clause_data(evidence, steps, "since") for evidence, steps in pairs],
    }


def clause_data(evidence: Evidence, more: tuple[str, ...], name: str) -> dict[str, Any]:
    """A clause: where it stands, what it does, its words, and what else is said of it."""
    place = evidence.place
    return {
        "agreement": evidence.agreement,
        "clause": evidence.clause,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "effect": evidence.message,
        "words": evidence.quote,
        name: list(more),
    }

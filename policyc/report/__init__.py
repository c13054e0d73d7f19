"""The report: everything that a page shows, as plain data, made once and rendered in many ways."""

from policyc.report.answers import AnswerItem, AnswerView, NameView, ScenarioView
from policyc.report.documents import ClauseView, DocumentView, FlowView, Reading
from policyc.report.laws import Held, LawView
from policyc.report.matrix import Cell, ClauseReference, Matrix, Standing
from policyc.report.provenance import InputView, Provenance, RuleView
from policyc.report.run import Baseline, Gone, Report, Summary
from policyc.report.timeline import Deadline, Survival, Term, Timeline

__all__ = [
    "AnswerItem",
    "AnswerView",
    "Baseline",
    "Cell",
    "ClauseReference",
    "ClauseView",
    "Deadline",
    "DocumentView",
    "FlowView",
    "Gone",
    "Held",
    "InputView",
    "LawView",
    "Matrix",
    "NameView",
    "Provenance",
    "Reading",
    "Report",
    "RuleView",
    "ScenarioView",
    "Standing",
    "Summary",
    "Survival",
    "Term",
    "Timeline",
]

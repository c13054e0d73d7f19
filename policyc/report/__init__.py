"""The report: everything that a page shows, as plain data, made once and rendered in many ways."""

from policyc.report.answers import AnswerItem, AnswerView, NameView, ScenarioView
from policyc.report.causes import Cause, root_causes
from policyc.report.documents import ClauseView, DocumentView, FlowView, Reading
from policyc.report.laws import Held, LawView
from policyc.report.links import INDEX, Links, PageLink
from policyc.report.matrix import Cell, ClauseReference, Matrix, Standing
from policyc.report.portfolio import IndexRow, PortfolioReport
from policyc.report.provenance import InputView, Provenance, RuleView
from policyc.report.run import Baseline, Gone, Report, Summary
from policyc.report.timeline import Deadline, Survival, Term, Timeline

__all__ = [
    "INDEX",
    "AnswerItem",
    "AnswerView",
    "Baseline",
    "Cause",
    "Cell",
    "ClauseReference",
    "ClauseView",
    "Deadline",
    "DocumentView",
    "FlowView",
    "Gone",
    "Held",
    "IndexRow",
    "InputView",
    "LawView",
    "Links",
    "Matrix",
    "NameView",
    "PageLink",
    "PortfolioReport",
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
    "root_causes",
]

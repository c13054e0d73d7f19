"""The summary in one paragraph: which agreements between whom, what is gravest, what is fine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from policyc.render.html.absences import absences, silent_rules
from policyc.render.html.verdict import in_force
from policyc.render.laws import counts as requirement_counts
from policyc.render.phrases import counted, listed
from policyc.report import DocumentView, Held, LawView, Report

FEW = 3
"""So many agreements, parties and laws are named; more are counted."""

TEMPLATE = "template"
"""The status of an agreement that is a form to be filled in."""


def scope(report: Report) -> str:
    """Which agreements the report is about, between whom, and how they stand."""
    agreements = [document for document in report.documents if document.kind == "agreement"]
    if not agreements:
        return "No agreement was read."
    if len(agreements) > FEW:
        standing = Counter(document.status for document in agreements)
        kinds = listed(status_words(status, number) for status, number in standing.most_common())
        clauses = counted(report.summary.clauses, "clause")
        return f"This report is about {len(agreements):,} agreements with {clauses}: {kinds}."
    count = "one agreement" if len(agreements) == 1 else f"{len(agreements)} agreements"
    return f"This report is about {count}: {listed(map(agreement_words, agreements))}."


def status_words(status: str, number: int) -> str:
    """How many agreements stand so."""
    return counted(number, TEMPLATE) if status == TEMPLATE else f"{number:,} {status or 'of no stated status'}"


def agreement_words(document: DocumentView) -> str:
    """An agreement by its title, its parties, its status and its term."""
    between = f" between {party_words(document.parties)}" if document.parties else ""
    status = f"a {TEMPLATE}" if document.status == TEMPLATE else document.status
    standing = ", ".join(part for part in (status, document.period) if part)
    return f"“{document.title}”{between}" + (f" ({standing})" if standing else "")


def party_words(parties: Sequence[str]) -> str:
    """The parties by name, where they are not too many."""
    if len(parties) <= FEW + 1:
        return listed(parties)
    return f"{', '.join(parties[:FEW])} and {len(parties) - FEW} others"


def next_words(report: Report) -> str:
    """How many more findings are as grave as the gravest; empty where there are none."""
    found = in_force(report.findings)
    more = sum(each.severity is found[0].severity for each in found) - 1 if found else 0
    if not more:
        return ""
    return f"{counted(more, f'more {found[0].severity.value}')} {'follows' if more == 1 else 'follow'} it."


def fine(report: Report, untouched: int) -> str:
    """What the rules and laws found nothing in; ``untouched`` counts the clauses that no finding quotes."""
    return " ".join(fine_sentences(report, untouched))


def fine_sentences(report: Report, untouched: int) -> Iterator[str]:
    """What is fine as far as was checked, a sentence each."""
    if report.documents and report.baseline is None:
        yield from not_found(report)
    clauses = sum(len(document.clauses) for document in report.documents)
    if report.findings and untouched:
        yield f"{untouched:,} of the {counted(clauses, 'clause')} drew no finding."
    applied = [law for law in report.laws if law.held is Held.APPLIED]
    if len({law.law for law in applied}) <= FEW:
        yield from law_sentences(applied)


def law_sentences(applied: Sequence[LawView]) -> Iterator[str]:
    """How many requirements of each law were met, by which agreements."""
    for law in dict.fromkeys(view.law for view in applied):
        group = [view for view in applied if view.law == law]
        titles = [f"“{view.agreement}”" for view in group]
        whom = listed(titles) if len(titles) <= FEW else counted(len(titles), "agreement")
        yield f"{law} was held against {whom}: {requirement_counts(group)}."


def not_found(report: Report) -> Iterator[str]:
    """What was not found, in a client's words, and how many rules found nothing."""
    silent = silent_rules(report)
    if words := [f"no {each}" for each in absences(report, silent)][: FEW + 1]:
        yield f"{'Otherwise policyc' if in_force(report.findings) else 'policyc'} found {listed(words)}."
    ran = sum(rule.ran for rule in report.rules)
    if len(silent) == ran and ran:
        yield f"None of the {counted(ran, 'rule')} that ran found anything."
    elif silent:
        yield f"{len(silent):,} of the {counted(ran, 'rule')} that ran found nothing."

"""Lifetimes: amendments hold with what they amend, and what is replaced ends the day before its replacement begins."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from policyc.model.document import Document, Status, Workspace


def settle_lifetimes(workspace: Workspace) -> None:
    """Settle the first and the last day of every document that amends others or is replaced by one.

    An amendment without a date holds from the beginning of what it amends, and without an end as long as that holds.
    """
    titles = {document.title.lower(): document for document in reversed(workspace.documents)}
    begin_amendments(workspace.documents, titles)
    retired = retire_replaced(workspace.documents, titles)
    end_amendments(workspace.documents, titles, retired)


def amended(document: Document, titles: dict[str, Document]) -> list[Document]:
    """The documents at hand that a document amends; what it replaces as well is not kept up by it."""
    replaced = {title.lower() for title in document.replaces}
    found = [titles.get(title.lower()) for title in document.amends if title.lower() not in replaced]
    return [each for each in found if each is not None and each is not document]


def begin_amendments(documents: list[Document], titles: dict[str, Document]) -> None:
    """Let each amendment without a date begin with the first of what it amends."""
    for document in amended_first(documents, titles):
        starts = [each.start for each in amended(document, titles)]
        if document.start is None and starts and None not in starts:
            document.start = min(start for start in starts if start)


def retire_replaced(documents: list[Document], titles: dict[str, Document]) -> dict[int, date]:
    """End each document that a live one replaces the day before the new one begins, or at once where it names no day.

    Returns the last day of each that was replaced, by its identity. What is never in force itself replaces nothing.
    """
    retired: dict[int, date] = {}
    replacing = [each for each in documents if each.replaces and each.status is Status.LIVE]
    replacing.sort(key=begins)
    for start, group in groupby(replacing, key=begins):
        last = start - timedelta(days=1) if start > date.min else date.min
        for document in [each for each in group if each.ever_in_force]:
            for title in document.replaces:
                old = titles.get(title.lower())
                if old is not None and old is not document:
                    old.end = min(old.end, last) if old.end else last
                    retired[id(old)] = min(last, retired.get(id(old), last))
    return retired


def begins(document: Document) -> date:
    """The first day of a document; the first of all days where it names none."""
    return document.start or date.min


def end_amendments(documents: list[Document], titles: dict[str, Document], retired: dict[int, date]) -> None:
    """Let amendments end with what they amend: where that is replaced in any case, else unless they name their end."""
    for document in amended_first(documents, titles):
        targets = amended(document, titles)
        if targets and all(id(each) in retired for each in targets):
            last = max(retired[id(each)] for each in targets)
            document.end = min(document.end, last) if document.end else last
            retired[id(document)] = min(last, retired.get(id(document), last))
        ends = [each.end for each in targets]
        if document.end is None and ends and None not in ends:
            document.end = max(end for end in ends if end)


def amended_first(documents: list[Document], titles: dict[str, Document]) -> list[Document]:
    """The documents such that each follows what it amends; those that amend each other in a circle in their order."""
    placed: dict[int, Document] = {}
    for document in documents:
        waiting = [document]
        entered: set[int] = set()
        while waiting:
            at = waiting[-1]
            entered.add(id(at))
            missing = [each for each in amended(at, titles) if id(each) not in placed and id(each) not in entered]
            if missing:
                waiting.append(missing[0])
            else:
                placed.setdefault(id(waiting.pop()), at)
    return list(placed.values())

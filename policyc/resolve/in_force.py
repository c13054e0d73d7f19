"""When an agreement runs, as its text says: `This agreement takes effect on … and remains in force for 3 years`.

A day is its first or last; a length of time ends it where its first day is known. What turns on an event, or on a
renewal, has no day: it is told, and counted as not weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from policyc.model.document import Document
from policyc.model.kinds import EVENTS
from policyc.model.term import last_day
from policyc.resolve.moments import length
from policyc.resolve.naming.names import Names, keys_above
from policyc.source import Span
from policyc.syntax import tree

AT_THE_OUTSET = frozenset({"effective date", "signature", "date of signature", "commencement date", "start date"})
Side = Literal["start", "end"]


@dataclass(frozen=True, slots=True)
class Open:
    """A part of a sentence that names no day: where it stands, and what is not weighed for its sake."""

    span: Span
    reason: str


def settle_term(sentences: Sequence[tree.Sentence], document: Document, names: Names) -> None:
    """Settle the first and last day of an agreement by the sentences that say when it runs, in whatever order."""
    running = [each for each in sentences if isinstance(each, tree.InForce)]
    for each in running:
        set_day(document, "start", each.begins, names)
        set_day(document, "end", each.ends, names)
    for each in running:
        set_length(document, each, names)
    renewed = [each.span for each in sentences if isinstance(each, tree.InForce | tree.Renewal) and renews(each)]
    if renewed and document.end is not None:
        document.end = None
    for span in renewed:
        names.reporter.not_weighed(
            names.origin(span), "that it is renewed: it is read as running on until somebody ends it"
        )


def renews(sentence: tree.InForce | tree.Renewal) -> bool:
    """Whether a sentence says that the agreement goes on beyond its term."""
    return isinstance(sentence, tree.Renewal) or any(word in sentence.unless for word in ("renewed", "extended"))


def set_day(document: Document, side: Side, said: tree.Date | tree.Names | None, names: Names) -> None:
    """Give a document its first or last day; events have none, but for the end, which is always termination."""
    if isinstance(said, tree.Names):
        for each in named_openly(said, side, names):
            names.reporter.not_weighed(names.origin(each.span), each.reason)
    elif said is not None:
        before: date | None = document.start if side == "start" else document.end
        if before not in (None, said.day):
            report_two_days(side, before, said, names)
        elif side == "start":
            document.start = said.day
        else:
            document.end = said.day


def named_openly(said: tree.Names, side: Side, names: Names) -> Iterator[Open]:
    """The events by which an agreement is said to begin or end, where these say more than that it does."""
    for item in said.all:
        found = names.find(item, EVENTS) if isinstance(item, tree.Name) else None
        if side == "end" and found is not None and "termination" in keys_above(found, names):
            continue
        if side == "start" and item.text.lower().removeprefix("the ") in AT_THE_OUTSET:
            continue
        begins = "begins" if side == "start" else "ends"
        yield Open(item.span, f"when the agreement {begins}: `{item.text}` is no day of the calendar")


def set_length(document: Document, sentence: tree.InForce, names: Names) -> None:
    """End a document when its term is over, where its first day is known; else keep how long it lasts."""
    if sentence.lasting is None:
        return
    document.term = length(sentence.lasting)
    if document.start is None:
        reason = "when the agreement ends: how long it lasts is said, and not on which day it begins"
        names.reporter.not_weighed(names.origin(sentence.lasting.span), reason)
        return
    last = last_day(document.start, document.term)
    if document.end not in (None, last):
        report_two_days("end", document.end, tree.Date(last, sentence.lasting.span), names)
    else:
        document.end = last


def report_two_days(side: Side, before: date | None, said: tree.Date, names: Names) -> None:
    """Report an agreement that is said to begin, or end, on two days."""
    begins = "begin" if side == "start" else "end"
    names.reporter.error(
        "broken-sentence",
        names.origin(said.span),
        f"The agreement is said to {begins} on {said.day.isoformat()} here, and on {before} elsewhere.",
        "Keep the day that is meant, in the header or in this sentence.",
    )

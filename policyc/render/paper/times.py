"""When: terms, deadlines and what goes on after the end, on paper."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.render.html.view import Page
from policyc.render.paper.blocks import Block, Bullets, Heading, Table, Words
from policyc.render.paper.words import joined, said, strong
from policyc.render.picture.timeline import DeadlineItem, SurvivalItem, TermItem


def times(page: Page) -> Iterator[Block]:
    """The section of times; none where nothing is known of any."""
    chart = page.timeline
    if not chart.anything:
        return
    yield Heading(1, said("When"), "timeline")
    if chart.terms:
        yield Heading(2, said("How long each is in force"))
        columns = ("Agreement or clause", "Status", "In force")
        yield Table("Terms", columns, tuple(map(term_row, chart.terms)), (3, 1, 3))
    if chart.events:
        yield Heading(2, said("What is due, counted from what"))
        rows = tuple(deadline_row(group.event, item) for group in chart.events for item in group.items)
        titles = ("Counted from", "Within", "Who", "Does what", "Where it is said")
        yield Table("Deadlines", titles, rows, (3, 2, 2, 4, 3))
    if chart.survivals:
        yield Heading(2, said("What goes on after the end"))
        yield Bullets(tuple(map(survival_words, chart.survivals)))


def term_row(item: TermItem) -> tuple[Words, ...]:
    """One term."""
    status = "" if item.term.clause else item.term.status
    return said(item.said.words, item.said.target), said(status or "–"), said(item.words)


def deadline_row(event: str, item: DeadlineItem) -> tuple[Words, ...]:
    """One deadline."""
    deadline = item.deadline
    due = f" ({deadline.due.isoformat()})" if deadline.due else ""
    keeps = " (a limit on keeping)" if deadline.keeps else ""
    return (
        said(event or "not counted from an event"),
        said(f"{deadline.within or 'no time stated'}{due}"),
        said(deadline.who),
        said(f"{deadline.does}{keeps}"),
        said(item.said.words, item.said.target),
    )


def survival_words(item: SurvivalItem) -> Words:
    """What survives, of which agreement, by which clauses, and how long."""
    clauses = [said(each.words, each.target) for each in item.clauses]
    where = joined([said(item.said.words, item.said.target), *clauses], ", ")
    lasts = strong(item.survival.lasts or "how long is not said")
    return joined((said(item.survival.words), where, lasts), "; ")

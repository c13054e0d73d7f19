"""The times on the page: where bars and marks stand, how deadlines are sorted, and that words tell all of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.render.html import render_html
from policyc.render.picture.axis import LAST_LABEL, MOST_TICKS
from policyc.render.picture.timeline import Bar, TimelineItem, chart
from policyc.report import Deadline, Provenance, Survival, Term, Timeline
from tests.render import picture_samples, samples
from tests.render.pages import Page

HEADER = samples.at(54, 90, 1)


def term(start: date | None, end: date | None) -> Term:
    return Term("Deal", HEADER, "live", start, end, "as written")


def charted(*terms: Term, as_of: date | None = None) -> TimelineItem:
    return chart(Timeline(terms), as_of, lambda place: f"at-{place.line}")


def bar_of(item: TimelineItem, nth: int = 0) -> Bar:
    bar = item.terms[nth].bar
    assert bar is not None
    return bar


def shown(times: Timeline, as_of: date | None = None) -> Page:
    return Page(render_html(replace(samples.report(), timeline=times, provenance=Provenance(as_of=as_of))))


def test_nothing_to_tell_makes_no_section() -> None:
    assert not charted().anything
    assert "timeline" not in {element.attributes.get("id") for element in shown(Timeline()).elements}


@pytest.mark.parametrize(
    ("start", "end", "open_start", "open_end", "words"),
    [
        (date(2020, 1, 1), date(2021, 1, 1), False, False, "as written"),
        (date(2020, 1, 1), None, False, True, "as written, no end stated"),
        (None, date(2021, 1, 1), True, False, "as written, no beginning stated"),
    ],
)
def test_open_sides_are_told(
    start: date | None, end: date | None, open_start: bool, open_end: bool, words: str
) -> None:
    item = charted(term(start, end))
    bar = bar_of(item)
    assert (bar.open_start, bar.open_end) == (open_start, open_end)
    assert item.terms[0].words == words
    assert (bar.start == 0) == open_start
    assert (bar.end == 100) == open_end


def test_term_without_days_has_words_and_no_bar() -> None:
    item = charted(term(None, None))
    assert item.ticks == ()
    assert item.terms[0].bar is None
    both = charted(term(None, None), term(date(2020, 1, 1), None))
    assert [each.bar is None for each in both.terms] == [True, False]


@given(
    days=st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates()), min_size=1, max_size=6),
    as_of=st.none() | st.dates(),
)
@settings(max_examples=150, deadline=None)
def test_everything_stands_on_the_axis_in_order(
    days: list[tuple[date | None, date | None]], as_of: date | None
) -> None:
    item = charted(*(term(start, end) for start, end in days), as_of=as_of)
    for each in item.terms:
        if each.bar and not (each.term.start and each.term.end and each.term.start > each.term.end):
            assert 0 <= each.bar.start < each.bar.end <= 100.01
    starts = sorted((each.term.start, each.bar.start) for each in item.terms if each.bar and each.term.start)
    assert [at for _, at in starts] == sorted(at for _, at in starts)
    assert sum(bool(tick.words) for tick in item.ticks) <= MOST_TICKS
    assert [tick.at for tick in item.ticks] == sorted(tick.at for tick in item.ticks)
    assert all(0 <= tick.at <= 100 for tick in item.ticks)
    assert all(tick.at <= LAST_LABEL for tick in item.ticks if tick.words)
    labels = [tick.words for tick in item.ticks if tick.words]
    assert len(labels) == len(set(labels))
    if item.now:
        assert 0 <= item.now.at <= 100


@pytest.mark.parametrize(
    ("years", "words"),
    [(1, ["Apr 2020", "Jul 2020", "Oct 2020"]), (3, ["2020", "2021", "2022"]), (40, ["2020", "2030", "2040", "2050"])],
)
def test_marks_are_round_days(years: int, words: list[str]) -> None:
    item = charted(term(date(2020, 1, 1), date(2020 + years, 1, 1)))
    labels = [tick.words for tick in item.ticks if tick.words]
    assert [label for label in words if label in labels] == words


def test_last_day_belongs_to_a_term() -> None:
    one = charted(term(date(2020, 1, 1), date(2020, 6, 29)), term(date(2020, 6, 30), date(2022, 1, 1)))
    assert bar_of(one, 0).end == pytest.approx(bar_of(one, 1).start, abs=0.02)


def test_day_of_reading_is_marked_where_there_is_an_axis() -> None:
    day = date(2020, 5, 1)
    item = charted(term(date(2020, 1, 1), None), as_of=day)
    assert item.now is not None
    assert bar_of(item).start < item.now.at < 100
    assert item.now.words == "2020-05-01"
    assert charted(term(None, None), as_of=day).now is None
    assert "the day as of which the documents were read" in shown(picture_samples.timeline(), day).text


def test_deadlines_stand_by_event_soonest_first() -> None:
    item = chart(picture_samples.timeline(), None, lambda _: None)
    assert [(group.event, [each.deadline.within for each in group.items]) for group in item.events] == [
        ("Termination", ["at most 7 days", "30 days", ""]),
        ("breach", ["1 day", "72 hours"]),
        ("", ["every year"]),
    ]


def test_page_tells_all_of_it() -> None:
    page = shown(picture_samples.timeline())
    items = [element.text for element in page.elements if element.tag == "li"]
    text = page.text
    assert "Account linking, live: until 2021-06-30, no beginning stated" in " ".join(text.split())
    assert "Undated, live: no dates are given" in " ".join(text.split())
    assert any(item.startswith("30 days: Proposed bank deal: delete balances") for item in items)
    assert any(item.startswith("no time stated (2020-01-30): Acme: return balances") for item in items)
    assert any("Acme: keep balances (a limit on keeping)" in item for item in items)
    assert "Not counted from an event" in text
    assert "Clauses 1 and 4 survive" in text
    assert "for 2 years" in text
    assert "how long is not said" in text


def test_proposed_terms_and_clauses_have_looks_of_their_own() -> None:
    bars = [bar.classes for bar in shown(picture_samples.timeline()).all("rect", of="bar")]
    assert bars == [{"bar"}, {"bar", "proposed"}, {"bar", "proposed", "part"}]
    assert len(shown(picture_samples.timeline()).all("svg", of="open")) == 2


def test_drawn_parts_are_silent_and_links_lead_somewhere() -> None:
    page = shown(picture_samples.timeline())
    assert all(svg.attributes["aria-hidden"] == "true" for svg in page.all("svg", of="term-bar"))
    ids = {element.attributes.get("id") for element in page.elements}
    links = [link.attributes["href"] or "" for link in page.all("a")]
    assert all(link[1:] in ids for link in links if link.startswith("#"))


def test_each_part_stands_alone() -> None:
    clause = picture_samples.reference(1)
    only_due = shown(Timeline(deadlines=(Deadline(clause, "Acme", "pay", "breach", "2 days", 2),)))
    assert "What is due" in only_due.text
    assert "How long each" not in only_due.text
    only_left = shown(Timeline(survivals=(Survival("Deal", HEADER, "All survives", (), ""),)))
    assert "What goes on" in only_left.text
    assert "What is due" not in only_left.text
    undated = shown(Timeline(terms=(term(None, None),)))
    assert not undated.all("div", of="track")
    assert "How long each" in undated.text


def test_far_days_are_drawn() -> None:
    item = charted(term(date.min, date.min + timedelta(days=1)), term(date.max, None))
    assert bar_of(item, 0).start < bar_of(item, 1).start
    assert item.ticks

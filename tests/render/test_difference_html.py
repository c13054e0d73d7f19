"""The redline page: what stands in it, and that nothing from a file becomes a part of it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from policyc.findings import Evidence, Unchecked
from policyc.render.difference.html import render_html
from policyc.render.difference.shape import ChangeView, DifferenceReport, Redline
from tests.render import difference_samples as samples
from tests.render.pages import Page
from tests.render.payloads import SOME
from tests.render.test_html_injection import BENIGN


def test_the_page_in_words() -> None:
    page = Page(render_html(samples.report()))
    assert not page.unbalanced
    assert not page.comments
    assert page.all("title")[0].text == (
        "3 changes of meaning in 1 agreement: 1 looser, 1 mixed and 1 stricter. Redline of “Bank deal”"
    )
    assert [each.text for each in page.all("h3")] == ["1 looser", "1 mixed", "1 stricter"]
    assert [each.text for each in page.all("del")] == ["[taken out: 3: Facebook must delete bank data]"]
    assert [each.text for each in page.all("ins")] == ["[put in: and advertising]", "[put in: Logins are account data]"]
    assert page.all(of="verdicts")[0].text == "silent → permitted"
    assert len(page.all(of="verdicts")) == 1
    assert "In both versions".lower() in page.text.lower()
    assert page.by_id("change-2").text.startswith("Change 2")


def test_anchors_lead_somewhere_and_are_unique() -> None:
    page = Page(render_html(samples.report()))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    links = [element.attributes["href"] or "" for element in page.all("a")]
    assert links
    assert all(link.startswith("#") and link[1:] in ids for link in links)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (samples.same(), "Nothing was passed over"),
        (samples.incomplete(), "Acme must promptly not"),
        (samples.nothing(), "There was no policy file on the new side."),
    ],
)
def test_how_far_it_reaches(report: DifferenceReport, words: str) -> None:
    assert words in Page(render_html(report)).text


def test_titles_are_counted_where_there_are_many() -> None:
    many = replace(samples.report(), agreements=("A", "B", "C", "D"))
    assert "Redline of 4 agreements" in render_html(many)
    assert "Redline of two versions" in render_html(replace(samples.report(), agreements=()))


def test_it_is_sealed_and_the_same_to_the_byte() -> None:
    html = render_html(samples.report())
    assert html == render_html(samples.report())
    assert "default-src 'none'; style-src 'sha256-" in html.replace("&#39;", "'")
    page = Page(html)
    assert not page.all("script")
    assert not [element for element in page.elements if {"src", "style"} & element.attributes.keys()]


def foul(text: str) -> DifferenceReport:
    """The sample with a text in every field."""

    def evidence(one: Evidence | None) -> Evidence | None:
        place = replace(one.place, path=text) if one else None
        return (
            replace(one, message=text, quote=text, agreement=text, clause=text, place=place) if one and place else None
        )

    def redline(one: Redline) -> Redline:
        return Redline(evidence(one.old), evidence(one.new), tuple((mark, text) for mark, _ in one.pieces))

    def change(one: ChangeView) -> ChangeView:
        clauses, causes = tuple(map(redline, one.clauses)), tuple(map(redline, one.causes))
        shown = replace(one, agreement=text, message=text, particulars=(text,), witness=text)
        return replace(shown, clauses=clauses, causes=causes)

    sample = samples.report()
    item = samples.incomplete().unchecked[0]
    unchecked = (Unchecked(replace(item.place, path=text), text, text, incomplete=True),)
    return replace(
        sample,
        old_paths=(text,),
        new_paths=(text,),
        agreements=(text,),
        notes=(text,),
        changes=tuple(map(change, sample.changes)),
        unchecked=unchecked,
    )


PLAIN = Page(render_html(foul(BENIGN)))


@pytest.mark.parametrize("payload", [payload for payload in SOME if payload])
def test_no_text_becomes_a_part_of_the_page(payload: str) -> None:
    page = Page(render_html(foul(payload)))
    ticks = payload.count("`") > 1
    tags = [element.tag for element in page.elements if element.tag != "code"]
    assert tags == [element.tag for element in PLAIN.elements if element.tag != "code"]
    assert not page.comments
    assert not page.unbalanced
    for mine, plain in zip(page.elements, PLAIN.elements, strict=False) if not ticks else ():
        assert mine.attributes.keys() == plain.attributes.keys()


def test_hidden_signs_are_shown() -> None:
    html = render_html(foul("a\u202eb\u200bc"))
    assert not re.search("[\u202e\u200b]", html)
    assert "a&lt;U+202E&gt;b&lt;U+200B&gt;c" in html

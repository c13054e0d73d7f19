"""What stands in a file can never become a part of the page: every payload in every field of a report."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from policyc.render.html import index, render_html
from policyc.render.html.looks import SCRIPTS, script
from policyc.report import InputView, Links, PageLink, Provenance, Report
from tests.render import samples
from tests.render.pages import Element, Page
from tests.render.payloads import IDS, PAYLOADS, SOME

BENIGN = "harmless"

ATTRIBUTES = {
    "role", "scope", "class", "id", "href", "data-label", "aria-labelledby", "aria-label", "aria-hidden", "focusable",
    "tabindex", "lang", "charset", "http-equiv", "name", "content",
    "viewbox", "width", "height", "transform", "x", "y", "d", "r", "rx", "cx", "cy", "start",
    "type", "for", "value", "checked", "hidden", "autocomplete", "colspan", "dir",
    "data-kind", "data-number", "data-place", "data-list", "data-none", "data-noun", "data-rules",
}  # fmt: skip
HARMFUL = ("Cc", "Cf", "Cs", "Zl", "Zp")


LINKS = Links(pages=(PageLink("Deal", samples.PATH, "deal.html"),))
ADDRESS = re.compile(r"[A-Za-z0-9_.~%-]*(#[a-z0-9-]+)?")
"""A place on the page, a file beside it or a place on that: no scheme, no folder, no other host."""


def foreign(page: Page, kind: str = "report") -> list[Element]:
    """The scripts of a page that are not its own: its own are the record, which is data, and the script."""
    code = script(index.SCRIPTS if kind == "index" else SCRIPTS)
    own = [("application/json", "record"), (None, None)]
    scripts = page.all("script")
    strange = [each for each in scripts if (each.attributes.get("type"), each.attributes.get("id")) not in own]
    running = [each for each in scripts if "type" not in each.attributes]
    return strange + [each for each in running if each.text != " ".join(code.split())] + running[1:]


def filled(value: Any, payload: str) -> Any:
    """A copy of plain data in which every string is the payload, and every empty tuple of strings holds it."""
    if isinstance(value, str):
        return payload
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name != "kind"]  # else no document were an agreement
        changes = {name: filled(getattr(value, name), payload) for name in names}
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(filled(item, payload) for item in value)
    return value


def rendered(payload: str) -> str:
    """A report whose every string is the payload, rendered."""
    report: Report = filled(replace(samples.report(), links=LINKS), payload)
    sources: Mapping[str, str] = {payload: f"{payload}\n" * 80}
    return render_html(report, sources)


ORDINARY = {element.tag for element in Page(rendered(BENIGN)).elements} | {"code", "mark"}


def test_sample_has_a_string_in_every_field() -> None:
    assert rendered("Quite-unlikely").count("Quite-unlikely") > 200


@pytest.mark.parametrize("payload", PAYLOADS, ids=IDS)
def test_no_field_can_add_to_the_page(payload: str) -> None:
    html = rendered(payload)
    page = Page(html)
    assert page.unbalanced == []
    assert page.comments == []
    assert {element.tag for element in page.elements} <= ORDINARY
    for element in page.elements:
        assert set(element.attributes) <= ATTRIBUTES
        assert ADDRESS.fullmatch(element.attributes.get("href") or "")
        assert re.fullmatch(r"[a-z0-9-]*", element.attributes.get("id") or "")
    assert foreign(page) == []
    html.encode()


@pytest.mark.parametrize("payload", SOME)
def test_nothing_stays_hidden(payload: str) -> None:
    left = {c for c in rendered(payload) if unicodedata.category(c) in HARMFUL} - {"\n"}
    assert left == set()


@pytest.mark.parametrize("payload", [p for p in SOME if p.isprintable() and p.isascii() and "`" not in p])
def test_payload_is_shown_as_it_is(payload: str) -> None:
    page = Page(rendered(payload))
    shown = " ".join(payload.split())
    assert shown in page.all("h4")[0].text
    assert shown.replace(" ", "") in page.all("g", of="card")[0].text.replace(" ", "")


@pytest.mark.parametrize(
    ("payload", "shown"),
    [
        ("Chase\u202e", "Chase<U+202E>"),
        ("a\u0000b", "a<U+0000>b"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("tag\U000e0041", "tag<U+E0041>"),
        ("e\u0301\u0301\u0301\u0301\u0301", "e\u0301\u0301\u0301\u0301<U+0301>"),
        ("\u3164", "<U+3164>"),
    ],
)
def test_hidden_characters_are_written_out(payload: str, shown: str) -> None:
    page = Page(rendered(payload))
    assert shown in page.all("h4")[0].text
    assert shown in page.all("g", of="card")[0].text.replace(" ", "")
    assert shown in page.all("title")[0].text


def test_kind_of_a_document_is_escaped_too() -> None:
    report = samples.report()
    documents = tuple(replace(document, kind="<script>") for document in report.documents)
    page = Page(render_html(replace(report, documents=documents)))
    assert foreign(page) == []
    assert "<script>, live" in page.text


def test_path_that_is_no_text_is_shown_and_can_be_written() -> None:
    path = "caf\udce9.policy"  # how Python reads a file name that is not UTF-8
    report = samples.report()
    broken = replace(report.unchecked[0], place=replace(report.unchecked[0].place, path=path))
    made = Provenance((InputView(path, "ab" * 32, 9),))
    html = render_html(replace(report, paths=(path,), unchecked=(broken,), provenance=made))
    assert html.encode().count(b"caf&lt;U+DCE9&gt;.policy") == 2


@pytest.mark.parametrize("field", [f.name for f in fields(Report)])
def test_one_foul_field_among_sound_ones(field: str) -> None:
    foul = "</text></svg></style><script>alert(1)</script><!--"
    report = samples.report()
    page = Page(render_html(replace(report, **{field: filled(getattr(report, field), foul)})))
    assert page.unbalanced == []
    assert foreign(page) == []
    assert not page.comments

"""Nothing that stands in a file becomes a part of a page: more than two hundred foul texts in every field.

Every page is read by the browser's own parser, once for each text, and held against the same page with a harmless text:
the same elements, the same attributes, the same scripts. Then pages on which every field has another of the texts are
opened with their own policy switched off, so that whatever had slipped through would run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from policyc import findings as shapes_of_findings
from policyc import report as shapes_of_reports
from policyc.render.difference.html import render_html as render_redline
from policyc.render.html import render_html, render_index
from tests.browser.chromium import Watch, opened
from tests.browser.everything import changed, dealt, everything, filled, strings
from tests.render import difference_samples
from tests.render.payloads import PAYLOADS
from tests.render.test_html_index import portfolio

pytestmark = pytest.mark.xdist_group("browser")

Make = Callable[[Callable[[Any], Any]], str]
PAGES: dict[str, Make] = {
    "report": lambda change: render_html(change(everything())),
    "index": lambda change: render_index(change(portfolio(8))),
    "redline": lambda change: render_redline(change(difference_samples.report())),
}
BENIGN = ("harmless", "harmless and long " * 8, "", " ")
"""Long words are put elsewhere than short ones (in a note below a table, not in its cell), and none nowhere."""
FREE = {"TEXT", "CODE", "EM"}
"""Elements whose number turns on the words: lines in a drawing, and what stands between back ticks and asterisks."""

ADDRESS = "#[a-z0-9-]+|[A-Za-z0-9_.~%-]+(#[a-z0-9-]+)?"
"""A place on the page, or on one beside it: no scheme, no folder, no other host."""

ELSEWHERE = (
    *("AnswerItem.", "AnswerView.", "NameView.", "ScenarioView."),  # shown on the screen only
    *("Edit.", "Given.", "Cause."),  # edits, what is declared and no more, and headings that a page makes itself
    "Baseline.known",  # fingerprints
)
"""Shapes and fields that bring no words from a file to a page."""

BATCH = 52
DEALS = 5
HARMFUL = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")

# What a browser makes of pages: how many elements of each kind, which attributes, which addresses, scripts and ids.
READ = """(pages) => pages.map(html => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const tags = {}, attributes = new Set(), addresses = new Set(), ids = [];
  let comments = 0;
  const look = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.COMMENT_NODE) { comments++; continue; }
      const tag = node.tagName.toUpperCase();
      tags[tag] = (tags[tag] ?? 0) + 1;
      for (const each of node.attributes) {
        attributes.add(`${tag} ${each.name}`);
        if (['href', 'src', 'xlink:href', 'action'].includes(each.name)) addresses.add(each.value);
        if (each.name === 'id') ids.push(each.value);
      }
      if (tag === 'TEMPLATE') look(node.content);
    }
  };
  look(page);
  return {
    tags, attributes: [...attributes].sort(), addresses: [...addresses], ids, comments,
    scripts: [...page.scripts].map(e => [e.type, e.type ? '' : e.textContent]),
    policy: page.querySelector('meta[http-equiv]').content,
    styles: [...page.querySelectorAll('style')].length,
    mode: page.compatMode,
    text: page.documentElement.textContent + [...page.querySelectorAll('*')].flatMap(e => [...e.attributes].map(a => a.value)).join(' '),
  };
})"""


def in_batches(texts: Iterable[str]) -> list[list[str]]:
    """Texts, so many at a time."""
    every = list(texts)
    return [every[start : start + BATCH] for start in range(0, len(every), BATCH)]


def made(kind: str, texts: Iterable[str]) -> Iterator[str]:
    """A page of a kind for each text, with the text in every field."""
    for text in texts:
        yield PAGES[kind](partial(filled, text=text))


def read(page: Page, html: Iterable[str]) -> list[dict[str, Any]]:
    """What the browser makes of pages."""
    return list(page.evaluate(READ, list(html)))


def counted(found: dict[str, Any]) -> dict[str, int]:
    """How many elements of each kind there are, but for those that turn on the words."""
    return {tag: number for tag, number in found["tags"].items() if tag not in FREE}


def test_there_are_enough_texts() -> None:
    assert len(set(PAYLOADS)) >= 200


def test_no_field_of_any_shape_is_left_out() -> None:
    """Every field that can hold words holds some, or else a text in it would be tried nowhere."""
    reached = {name for name, _ in strings((everything(), portfolio(8)))}
    wanted = {
        f"{shape.__name__}.{field.name}"
        for module in (shapes_of_findings, shapes_of_reports)
        for shape in vars(module).values()
        if isinstance(shape, type) and hasattr(shape, "__dataclass_fields__")
        for field in fields(shape)
        if re.search(r"\bstr\b", str(field.type))
    }
    assert {each for each in wanted - reached if not each.startswith(ELSEWHERE)} == set()


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("batch", in_batches(PAYLOADS), ids=lambda batch: f"from-{PAYLOADS.index(batch[0])}")
def test_every_text_in_every_field_adds_nothing(browser: Browser, kind: str, batch: list[str]) -> None:
    page = browser.new_page()
    harmless = read(page, made(kind, BENIGN))
    usual = {each for found in harmless for each in found["attributes"]}
    for payload, found in zip(batch, read(page, made(kind, batch)), strict=True):
        assert counted(found) in [counted(each) for each in harmless], repr(payload)
        assert {each for each in found["attributes"] if each.split()[0] not in FREE} <= usual
        assert found["scripts"] == harmless[0]["scripts"], repr(payload)
        assert found["comments"] == 0, repr(payload)
        assert found["mode"] == "CSS1Compat"
        assert found["styles"] == 1
        assert [each for each in found["addresses"] if not re.fullmatch(ADDRESS, each)] == []
        assert [each for each in found["ids"] if not re.fullmatch("[a-z0-9-]+", each)] == []
        assert {c for c in found["text"] if unicodedata.category(c) in HARMFUL} <= {"\n"}, repr(payload)


@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("deal", range(DEALS))
def test_nothing_runs_even_without_the_policy(browser: Browser, tmp_path: Path, kind: str, deal: int) -> None:
    start = deal * len(PAYLOADS) // DEALS
    texts = [each for each in (*PAYLOADS[start:], *PAYLOADS[:start]) if each.strip()]
    html = PAGES[kind](partial(dealt, texts=texts))
    file = tmp_path / "foul.html"
    file.write_text(html, encoding="utf-8")
    watch = Watch()
    page = opened(browser, file, watch, bypass_csp=True)
    regrouped(page)
    page.mouse.move(300, 300)
    page.mouse.wheel(0, 3000)
    assert watch.dialogs == []
    assert watch.said == []
    assert watch.asked == [file.as_uri()]
    assert page.locator("script").count() == html.count("<script")
    assert page.locator("img, iframe, object, embed, base, link, foreignObject, math, bdo, [style]").count() == 0


def regrouped(page: Page) -> None:
    """Have the page's own script put every foul name into headings of its own, and back."""
    for control in page.locator(".tools select").all():
        for value in control.locator("option").evaluate_all("all => all.map(e => e.value)"):
            control.select_option(value)
    if page.locator(".tools").count():
        page.locator("[name=search]").fill("<script>alert(1)</script>")
        page.locator("button[type=reset]").click()


def test_test_would_see_what_runs(browser: Browser, tmp_path: Path) -> None:
    html = re.sub("(<main[^>]*>)", r"\1<img src=x onerror=alert(1)>", render_html(everything()), count=1)
    file = tmp_path / "open.html"
    file.write_text(html, encoding="utf-8")
    watch = Watch()
    page = opened(browser, file, watch, bypass_csp=True)
    assert watch.dialogs == ["1"]
    (found,) = read(page, [html])
    assert "IMG" in found["tags"]


def test_foul_words_are_shown_as_they_stand(browser: Browser, tmp_path: Path) -> None:
    word = "<script>alert(1)</script>"
    file = tmp_path / "shown.html"
    file.write_text(render_html(changed(everything(), lambda _: word)), encoding="utf-8")
    page = opened(browser, file)
    assert page.get_by_text(word, exact=True).locator("visible=true").count() > 300

"""Names of 120 characters, with spaces and without: no words leave the page or lie upon others, in pictures neither."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from policyc.render.difference.html import render_html as render_redline
from policyc.render.html import render_html, render_index
from tests.browser.chromium import opened
from tests.browser.everything import everything, filled
from tests.browser.subjects import NAMES, Subjects
from tests.render import difference_samples, picture_samples
from tests.render.test_html_index import portfolio

pytestmark = pytest.mark.xdist_group("browser")

LENGTH = 120
TEXTS = {
    "unbroken": "W" * LENGTH,
    "broken": ("The consolidated clearing house and its successors in title, " * 2)[:LENGTH].ljust(LENGTH, "x"),
    "Arabic": ("\u0627\u0644\u0645\u0635\u0631\u0641 \u0627\u0644\u0643\u0628\u064a\u0631 " * 10)[:LENGTH].strip(),
}
WIDTHS = (360, 1280)
PAPER = 627
"""The width of an A4 sheet between its margins, in pixels."""

# Words that leave the window or a box that does not scroll, and words that lie upon other words.
MISPLACED = """() => {
  const width = document.documentElement.clientWidth, found = [], lines = [], range = document.createRange();
  if (document.documentElement.scrollWidth > width + 1) found.push(['the page is wider than the window']);
  const clipped = new Set([...document.querySelectorAll('thead')].filter(e => getComputedStyle(e).clipPath !== 'none'));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode, parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (parent.closest('.aside, .skip, .skip-grid, script, style, template, option, desc, title, .grid thead')) continue;
    if (clipped.has(parent.closest('thead'))) continue;
    const scrolls = parent.closest('.scroll');
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      if (!scrolls && (box.right > width + 1 || box.left < -1)) found.push(['leaves the page', text.data.slice(0, 60)]);
      lines.push({ text, l: box.left + 1, r: box.right - 1, t: box.top + box.height * 0.3, b: box.bottom - box.height * 0.3 });
    }
  }
  lines.sort((p, q) => p.t - q.t);
  lines.forEach((p, i) => {
    for (let j = i + 1; j < lines.length && lines[j].t < p.b; j++) {
      const q = lines[j];
      if (q.text !== p.text && q.l < p.r && p.l < q.r && found.length < 20)
        found.push(['lies upon', p.text.data.slice(0, 40), p.text.parentElement.outerHTML.slice(0, 60), q.text.data.slice(0, 40), q.text.parentElement.outerHTML.slice(0, 60)]);
    }
  });
  return found;
}"""

LAID_OUT = "* { content-visibility: visible !important }"
"""Rows that are out of sight have no true size before somebody scrolls to them."""


@cache
def page_of(kind: str, text: str) -> str:
    """A page on which every name, label and message is a text."""
    match kind:
        case "index":
            return render_index(filled(portfolio(8), text))
        case "redline":
            return render_redline(filled(difference_samples.report(), text))
        case "map":
            return render_html(picture_samples.full(long=True, parties=40))
        case _:
            return render_html(filled(everything(), text))


def misplaced(browser: Browser, file: Path) -> dict[str, Any]:
    """What is out of its place on a page, by the width at which it is."""
    page = opened(browser, file, bypass_csp=True)
    page.add_style_tag(content=LAID_OUT)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[f"{width}"] = page.evaluate(MISPLACED)
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    found["paper"] = page.evaluate(MISPLACED)
    return {where: each for where, each in found.items() if each}


@pytest.mark.parametrize("kind", ["report", "index", "redline"])
@pytest.mark.parametrize("name", TEXTS)
def test_long_names_stay_in_their_places(browser: Browser, tmp_path: Path, kind: str, name: str) -> None:
    file = tmp_path / "long.html"
    file.write_text(page_of(kind, TEXTS[name]), encoding="utf-8")
    assert misplaced(browser, file) == {}


def test_map_of_many_parties_with_long_names(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text(page_of("map", ""), encoding="utf-8")
    assert misplaced(browser, file) == {}


@pytest.mark.parametrize("name", NAMES)
def test_real_pages_keep_their_words_apart(browser: Browser, subjects: Subjects, name: str) -> None:
    assert misplaced(browser, subjects[name]) == {}


def test_test_would_see_words_upon_words(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["founding"], bypass_csp=True)
    assert page.evaluate(MISPLACED) == []
    page.add_style_tag(content=".verdict { margin-bottom: -3rem } .abstract { position: relative; top: -2rem }")
    assert page.evaluate(MISPLACED)

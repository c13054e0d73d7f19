"""A page keeps to itself: no request, no word on the console, and no script but its own, even one that got in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Watch, opened
from tests.browser.subjects import NAMES, REPORTS, Subjects

pytestmark = pytest.mark.xdist_group("browser")

SLIPPED = {
    "a script": "<script>document.title = 'owned'</script>",
    "a script of another": "<script src='https://evil.example/x.js'></script>",
    "a handler": "<img src='data:,' onerror=\"document.title = 'owned'\">",
    "an image": "<img src='https://evil.example/x.png'>",
    "a style": "<style>body { background: url(https://evil.example/x.png) }</style>",
    "a style attribute": "<p style='background: url(https://evil.example/x.png)'>x</p>",
    "a style sheet": "<link rel='stylesheet' href='https://evil.example/x.css'>",
    "a font": "<style>@font-face { font-family: X; src: url(https://evil.example/x) } * { font-family: X }</style>",
    "a frame": "<iframe src='https://evil.example/'></iframe>",
    "a frame of its own": "<iframe srcdoc=\"<script>parent.document.title = 'owned'</script>\"></iframe>",
    "an object": "<object data='https://evil.example/x'></object>",
    "a drawing": "<svg><script>document.title = 'owned'</script><image href='https://evil.example/x'/></svg>",
    "another base": "<base href='https://evil.example/'>",
}

# Every way to work a page: follow what leads somewhere on it, press, choose, write.
WORKED = """() => {
  for (const link of [...document.querySelectorAll('a[href^="#"]')].slice(0, 40)) link.click();
  for (const button of document.querySelectorAll('button')) button.click();
  for (const control of document.querySelectorAll('input, select')) {
    if (control.type === 'checkbox') control.click();
    else if (control.options) control.selectedIndex = control.options.length - 1;
    else control.value = control.max || 'bank';
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
  }
}"""


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_asked_for_and_nothing_is_said(browser: Browser, subjects: Subjects, name: str) -> None:
    watch = Watch()
    page = opened(browser, subjects[name], watch)
    page.evaluate(WORKED)
    page.emulate_media(media="print", color_scheme="dark")
    assert watch.asked == [subjects[name].as_uri()]
    assert watch.said == []
    assert watch.dialogs == []


@pytest.mark.parametrize("name", NAMES)
def test_page_holds_nothing_that_would_load_or_run(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name])
    handlers = "e => [...e.attributes].some(a => /^on|^style$|^src|^action|^background|^poster|^formaction|^ping/.test(a.name))"
    assert page.evaluate(f"[...document.querySelectorAll('*')].filter({handlers}).map(e => e.outerHTML)") == []
    assert page.locator("link, img, iframe, frame, object, embed, video, audio, base, image, use").count() == 0
    links = page.locator("a[href]").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    assert [link for link in links if re.match(r"[a-z0-9+.-]+:|//", link, re.IGNORECASE)] == []


@pytest.mark.parametrize("name", ["founding", "index", "redline"])
def test_what_slips_in_stays_dead(browser: Browser, subjects: Subjects, tmp_path: Path, name: str) -> None:
    before, main, after = subjects[name].read_text(encoding="utf-8").partition("<main")
    watch = Watch()
    page = opened(browser, subjects[name], watch)
    for what, slip in SLIPPED.items():
        broken = tmp_path / "broken.html"
        broken.write_text(before + slip + main + after, encoding="utf-8")
        watch.said.clear()
        page.goto(broken.as_uri())
        assert page.title() != "owned", what
        assert any("Content Security Policy" in said for said in watch.said), what
        assert watch.abroad == [], what


def test_test_sees_what_gets_out(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "open.html"
    file.write_text("<title>x</title><script>document.title = 'owned'</script><img src='https://evil.example/x.png'>")
    watch = Watch()
    page = opened(browser, file, watch)
    assert page.title() == "owned"
    assert watch.abroad == ["https://evil.example/x.png"]


@pytest.mark.parametrize("name", REPORTS)
def test_every_link_leads_somewhere(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name])
    dead = "all => all.map(e => e.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
    assert page.locator("a[href^='#']").evaluate_all(dead) == []
    twice = "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }"
    assert page.evaluate(twice) == []


def test_links_between_the_pages_of_a_portfolio_lead_somewhere(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["index"])
    names = page.locator("#agreements a").evaluate_all(
        "all => [...new Set(all.map(e => e.getAttribute('href').split('#')[0]))]"
    )
    assert len(names) > 20
    assert [name for name in names if not (subjects["index"].parent / name).is_file()] == []
    page.locator("#agreements a").first.click()
    page.locator("a[href='index.html']").first.click()
    assert page.url == subjects["index"].as_uri()

"""The HTML report in a browser: sealed, readable on a phone, at a desk, in the dark and on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from policyc.render.html import render_html
from tests.browser.chromium import Watch, opened
from tests.render import samples
from tests.render.test_html_injection import filled

pytestmark = pytest.mark.xdist_group("browser")

FOUL = '</text></svg></style><script>document.title="owned"</script><img src=//evil.example onerror=alert(1)>\u202e'
PAGES = {
    "sample": render_html(samples.report()),
    "crowded": render_html(samples.crowded(12)),
    "foul": render_html(filled(samples.report(), FOUL)),
    "long": render_html(filled(samples.report(), "W" * 120)),
    "empty": render_html(samples.empty()),
}
MM = 96 / 25.4
WIDTHS = (320, 360, 705, 992, 1280)

# Every element whose right edge lies beyond the window's, but for what only screen readers see.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const beyond = [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > width + 0.5 && !e.closest('.skip, .aside, thead');
  });
  return [document.documentElement.scrollWidth - width, beyond.map(e => e.outerHTML.slice(0, 120))];
}"""

# Pairs of boxes and cards that overlap, and words that stick out of theirs.
COLLISIONS = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('figure svg')) {
    if (!svg.getClientRects().length) continue;
    const frames = [...svg.querySelectorAll('g > rect')].map(e => [e, e.getBoundingClientRect()]);
    frames.forEach(([a, p], i) => frames.slice(i + 1).forEach(([b, q]) => {
      if (p.left < q.right && q.left < p.right && p.top < q.bottom && q.top < p.bottom)
        found.push([a.parentNode.textContent, b.parentNode.textContent]);
    }));
    for (const [rect, frame] of frames)
      for (const text of rect.parentNode.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        const across = box.left < frame.left || box.right > frame.right;
        if (across || box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
          found.push(['sticks out', text.textContent]);
      }
    const marks = [...svg.querySelectorAll(':scope > g.mark')];
    for (const mark of marks) {
      const m = mark.getBoundingClientRect();
      for (const [rect, frame] of frames)
        if (m.left < frame.right && frame.left < m.right && m.top < frame.bottom && frame.top < m.bottom)
          found.push(['a mark lies on', rect.parentNode.textContent]);
      for (const other of marks) {
        const o = other.getBoundingClientRect();
        if (mark !== other && m.left < o.right && o.left < m.right && m.top < o.bottom && o.top < m.bottom)
          found.push(['marks lie on each other']);
      }
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, html in PAGES.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_page_is_sealed(browser: Browser, files: dict[str, Path], name: str) -> None:
    watch = Watch()
    page = opened(browser, files[name], watch)
    assert watch.said == []
    assert watch.asked == [files[name].as_uri()]
    assert page.title() != "owned"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == [0, []]


@pytest.mark.parametrize("name", ["sample", "crowded", "foul", "long"])
def test_nothing_in_the_drawing_lies_on_anything_else(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name])
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator("figure svg:visible").count() > 0
        assert page.evaluate(COLLISIONS) == []


def test_words_of_the_drawing_are_legible_on_a_phone(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"], viewport={"width": 360, "height": 800})
    scale = page.locator("svg.narrow").evaluate("svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width")
    assert 11.5 * scale > 11
    assert page.locator("svg.wide").is_hidden()


def test_dark_is_dark_and_paper_is_white(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"], color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(23, 24, 27)"
    fill = page.locator("svg.wide .box rect").first.evaluate("e => getComputedStyle(e).fill")
    assert fill == "rgb(23, 24, 27)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_paper_keeps_findings_whole(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"], viewport={"width": 640, "height": 800})
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()
    assert page.locator(".permalink").first.is_hidden()
    assert page.locator("svg.wide").first.is_visible()
    for part in (".finding", ".clause", ".picture"):
        assert page.locator(part).first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert page.evaluate(OVERFLOW) == [0, []]
    page.set_viewport_size({"width": round(166 * MM), "height": 800})
    heights = page.locator(".finding").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert 0 < max(heights) < 253 * MM


@pytest.mark.parametrize("name", ["sample", "long"])
def test_it_prints(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name])
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 1


def test_it_works_by_keyboard_and_without_scripts(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"], java_script_enabled=False)
    page.keyboard.press("Tab")
    assert page.locator(".skip:focus").bounding_box()["x"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
    page.locator(".gravest a").click()
    page.wait_for_url(f"**#finding-{samples.findings()[0].fingerprint}")

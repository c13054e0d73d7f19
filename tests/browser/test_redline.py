"""The redline page in a browser: sealed, readable on a phone, at a desk, in the dark and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from policyc.render.difference.html import render_html
from tests.browser.chromium import Watch, opened
from tests.browser.test_page import FOUL, OVERFLOW, WIDTHS
from tests.render import difference_samples as samples
from tests.render.test_difference_html import foul

pytestmark = pytest.mark.xdist_group("browser")
PAGES = {
    "sample": render_html(samples.report()),
    "same": render_html(samples.same()),
    "foul": render_html(foul(FOUL)),
    "long": render_html(foul("W" * 120)),
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("redlines")
    for name, html in PAGES.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_redline_is_sealed_and_fits(browser: Browser, files: dict[str, Path], name: str) -> None:
    watch = Watch()
    page = opened(browser, files[name], watch)
    assert watch.said == []
    assert watch.asked == [files[name].as_uri()]
    assert page.title() != "owned"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == [0, []]


def test_struck_and_underlined_in_every_light(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"], color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 24, 27)"
    line = "e => getComputedStyle(e).textDecorationLine"
    assert page.locator("del").first.evaluate(line) == "line-through"
    assert page.locator("ins").first.evaluate(line) == "underline"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("del").first.evaluate(line) == "line-through"
    assert page.locator(".change").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    assert page.locator("nav").is_hidden()


def test_it_prints(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")

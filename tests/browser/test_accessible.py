"""axe-core finds nothing wrong: in the light, in the dark, on paper and on a phone."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import COLOUR, POINTING, violations
from tests.browser.chromium import opened
from tests.browser.subjects import NAMES, Subjects

pytestmark = pytest.mark.xdist_group("browser")

# Words in drawings that stand out too little from the box that they are in, or from the page: axe-core cannot tell.
FAINT = """() => {
  const rgb = colour => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (p, q) => { const [a, b] = [light(p), light(q)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
  const paper = rgb(getComputedStyle(document.body).backgroundColor);
  const texts = [...document.querySelectorAll('figure svg text')].filter(e => e.checkVisibility());
  return [texts.length, texts.map(text => {
    const rect = text.parentElement.querySelector(':scope > rect') ?? text.parentElement.parentElement.querySelector(':scope > rect');
    const fill = rect ? getComputedStyle(rect).fill : 'none';
    return [text.textContent, ratio(rgb(getComputedStyle(text).fill), fill === 'none' ? paper : rgb(fill))];
  }).filter(([, found]) => !(found >= 4.5))];
}"""
PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_in_the_light_and_in_the_dark(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], color_scheme="light", bypass_csp=True)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert violations(page, COLOUR) == []


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_on_paper(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], bypass_csp=True)
    page.emulate_media(media="print")
    assert violations(page, left_out=POINTING) == []


@pytest.mark.parametrize("name", ["founding", "index"])
def test_axe_finds_nothing_on_a_phone(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], viewport=PHONE, color_scheme="dark", bypass_csp=True)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_in_drawings_stand_out(browser: Browser, subjects: Subjects, scheme: Literal["light", "dark"]) -> None:
    page = opened(browser, subjects["founding"], color_scheme=scheme)
    number, faint = page.evaluate(FAINT)
    assert number > 20
    assert faint == []


def test_axe_sees_what_is_wrong(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["founding"], bypass_csp=True)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.verdict').style.color = '#ddd'")
    assert {rule for rule, *_ in violations(page)} >= {"html-has-lang", "color-contrast"}

"""axe-core finds nothing wrong: in the light, in the dark, on paper and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import COLOUR, violations
from tests.browser.chromium import opened
from tests.browser.subjects import NAMES, Subjects

pytestmark = pytest.mark.xdist_group("browser")
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
    assert violations(page) == []


@pytest.mark.parametrize("name", ["founding", "index"])
def test_axe_finds_nothing_on_a_phone(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], viewport=PHONE, color_scheme="dark", bypass_csp=True)
    assert violations(page) == []


def test_axe_sees_what_is_wrong(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["founding"], bypass_csp=True)
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('.verdict').style.color = '#ddd'")
    assert {rule for rule, *_ in violations(page)} >= {"html-has-lang", "color-contrast"}

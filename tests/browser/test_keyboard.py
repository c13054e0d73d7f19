"""The whole page by the keyboard alone: every control is reached, in the order in which it is read, and seen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import opened
from tests.browser.subjects import NAMES, Subjects

pytestmark = pytest.mark.xdist_group("browser")

# What the keyboard ought to reach, and of it what stands before what: nothing has a tabindex above 0.
REACHABLE = """() => {
  const seen = e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]');
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(seen);
  all.forEach((e, i) => { e.dataset.reach = i; });
  return [all.filter(e => e.tabIndex >= 0).map(e => Number(e.dataset.reach)), all.filter(e => e.tabIndex > 0).length];
}"""

# The element that has the focus: its number, whether it can be seen to have it, and how far from the window it is.
FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0;
  const middle = document.elementFromPoint(Math.max(box.left, 0) + Math.min(box.width, 8) / 2, Math.max(box.top, 0) + Math.min(box.height, 8) / 2);
  const covered = middle && !e.contains(middle) && !middle.contains(e) && getComputedStyle(middle).position === 'fixed';
  return [Number(e.dataset.reach ?? -1), marked, inside, Boolean(covered), e.outerHTML.slice(0, 120)];
}"""

# Boxes whose contents are wider or higher than they are, and that the keyboard cannot scroll.
STUCK = """() => [...document.querySelectorAll('body *')].filter(e => {
  const style = getComputedStyle(e);
  const scrolls = v => v === 'auto' || v === 'scroll';
  const moves = (scrolls(style.overflowX) && e.scrollWidth > e.clientWidth + 1) || (scrolls(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
  return moves && e.tabIndex < 0 && e.checkVisibility();
}).map(e => e.outerHTML.slice(0, 120))"""

# How far a box has been scrolled, once it stands still.
SCROLLED = """async (box) => {
  for (let before = -1; before !== box.scrollLeft || !before; before = box.scrollLeft, await new Promise(done => setTimeout(done, 120)));
  return box.scrollLeft;
}"""
MOST = 160
"""Steps of a walk by the tabulator; a long page repeats itself after that."""


def walk(page: Page, key: str = "Tab", steps: int = MOST) -> list[Any]:
    """Press a key again and again; what has the focus each time, until nothing has."""
    found = []
    for _ in range(steps):
        page.keyboard.press(key)
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break
        found.append(focused)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_reached_in_order_and_seen(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    wanted, ahead = page.evaluate(REACHABLE)
    assert ahead == 0
    found = walk(page)
    reached = [number for number, *_ in found]
    assert len(wanted) > 6
    assert reached == wanted[: len(reached)]
    assert len(reached) == min(len(wanted), MOST)
    assert [shown for _, marked, inside, covered, shown in found if not marked or not inside or covered] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_way_back_is_the_same_and_there_is_no_trap(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], viewport={"width": 1280, "height": 900})
    wanted, _ = page.evaluate(REACHABLE)
    page.locator(f"[data-reach='{wanted[-1]}']").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) is None  # past the last control the focus leaves the page
    page.locator(f"[data-reach='{wanted[-1]}']").focus()
    before = wanted[-2:-32:-1]
    assert [number for number, *_ in walk(page, "Shift+Tab", len(before))] == before


@pytest.mark.parametrize("name", NAMES)
def test_skip_link_comes_first_and_skips(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.skip')")
    box = page.locator(".skip").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [320, 1280])
def test_what_scrolls_can_be_scrolled_by_keys(browser: Browser, subjects: Subjects, name: str, width: int) -> None:
    page = opened(browser, subjects[name], viewport={"width": width, "height": 640})
    assert page.evaluate(STUCK) == []


def test_wide_table_moves_by_the_arrow_keys(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["portfolio"], viewport={"width": 360, "height": 640})
    region = page.locator("[role=region][tabindex='0']").first
    region.focus()
    assert region.evaluate("e => e.scrollWidth > e.clientWidth")
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert region.evaluate(SCROLLED) > 20


def test_focus_on_the_map_by_keys(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["portfolio"])
    every = page.locator("#map .spoke:visible").count()
    page.locator("#map-party").focus()
    page.keyboard.press("ArrowDown")
    one = page.locator("#map .spoke:visible").count()
    assert 0 < one < every
    assert page.locator(".map-shown").inner_text() == f"{one} of {every} arrows shown"
    page.locator("#map-all").focus()
    page.keyboard.press("Enter")
    assert page.locator("#map .spoke:visible").count() == every
    page.locator("#map-kind").focus()
    page.keyboard.press("ArrowDown")
    assert 0 < page.locator("#map .spoke:visible").count() < every
    page.keyboard.press("Home")
    assert page.locator("#map .spoke:visible").count() == every
    before = page.locator(".grid").bounding_box()
    page.locator("#map-size").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    after = page.locator(".grid").bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"]


def test_cell_of_a_matrix_leads_to_the_clause_by_keys(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["founding"])
    link = page.locator("#matrix td a").first
    target = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.endswith(str(target)))
    assert page.locator(str(target)).is_visible()

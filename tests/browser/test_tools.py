"""The controls of a page in a browser, worked by the keyboard alone: filter, search, sort, regroup, and the address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from policyc.findings import Severity
from policyc.render.html import render_html, render_index
from tests.browser.chromium import Watch, opened, until
from tests.browser.test_page import OVERFLOW, WIDTHS
from tests.render import samples
from tests.render.test_html_index import portfolio
from tests.render.test_html_injection import filled

pytestmark = pytest.mark.xdist_group("browser")
PAGES = {
    "sample": render_html(samples.report()),
    "empty": render_html(samples.empty()),
    "index": render_index(portfolio(1000)),
    "long": render_index(filled(portfolio(8), "W" * 120)),
}

# What the list shows, group by group: the heading, and the numbers of the findings under it.
SHOWN = """() => [...document.querySelectorAll('#findings > .group:not([hidden])')].map(group => [
  group.querySelector('h3').textContent,
  [...group.querySelectorAll('[data-kind]:not([hidden])')].map(item => Number(item.dataset.number)),
])"""
NUMBERS = (
    "() => [...document.querySelectorAll('[data-kind]')].filter(e => e.checkVisibility()).map(e => +e.dataset.number)"
)

# Controls that are smaller than a finger needs, and nothing that a sentence holds.
SMALL = """() => [...document.querySelectorAll('.tools :is(input, select, button), nav a, .margin a, .permalink a, .causes a.short')]
  .map(e => [e.outerHTML, (e.type === 'checkbox' ? e.closest('label') : e).getBoundingClientRect()])
  .filter(([, box]) => box.width && Math.min(box.width, box.height) < 23.9).map(([html]) => html)"""

GROUPS = [["1 error", [1]], ["5 warnings", [2, 3, 4, 5, 6]], ["2 notes", [7, 8]], ["1 suppressed", [9]]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("tools")
    for name, html in PAGES.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


def tab_to(page: Page, selector: str, back: bool = False) -> None:
    """Press the tabulator until an element has the focus."""
    for _ in range(400):
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"no way leads to {selector} by the keyboard")


def told(page: Page) -> str:
    """What a screen reader is told of how much is shown."""
    return page.locator("[role=status]").inner_text()


def shown(page: Page) -> Any:
    return page.evaluate(SHOWN)


def test_controls_are_there_with_scripts_only(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    assert page.locator("form.tools").is_visible()
    assert told(page) == "9 findings"
    page = opened(browser, files["sample"], java_script_enabled=False)
    assert page.locator("form.tools").is_hidden()


@pytest.mark.parametrize("name", ["sample", "index"])
def test_without_scripts_everything_is_there(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name], java_script_enabled=False)
    items = page.locator("[data-kind]")
    assert items.count() == {"sample": 9, "index": 1001}[name]
    assert page.locator("[data-kind]:visible").count() == items.count()
    hidden = page.locator("main [hidden]:not(form, form *)")
    assert [each for each in hidden.all() if each.inner_text().strip() and not each.get_attribute("class")] == []


def test_severities_are_left_out_by_keyboard(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    tab_to(page, "[name=kind][value=warning]")
    page.keyboard.press("Space")
    assert shown(page) == [["1 error", [1]], ["2 notes", [7, 8]], ["1 suppressed", [9]]]
    assert told(page) == "4 of 9 findings"
    page.wait_for_url(lambda url: url.endswith("#findings?without=warning"))
    tab_to(page, "button[type=reset]")
    page.keyboard.press("Enter")
    until(page, "document.querySelector('[role=status]').textContent === '9 findings'")
    assert shown(page) == GROUPS
    page.wait_for_url(lambda url: url.endswith("#findings"))


def test_search_finds_all_words_whatever_their_case_and_accents(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    tab_to(page, "[name=search]")
    page.keyboard.type("OPT-IN próvided")
    assert told(page) == "0 of 9 findings"
    assert shown(page) == []
    page.keyboard.press("Control+A")
    page.keyboard.type("opt-in  FLOW")
    assert [number for _, numbers in shown(page) for number in numbers] == [3]
    assert told(page) == "1 of 9 findings"
    page.keyboard.press("Enter")
    assert told(page) == "1 of 9 findings"


def test_findings_are_regrouped_by_keyboard(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    tab_to(page, "[name=group]")
    page.keyboard.press("ArrowDown")
    by_cause = shown(page)
    assert ["“Proposed bank deal” as a whole", [6, 7, 8]] in by_cause
    assert sum(len(numbers) for _, numbers in by_cause) == 9
    page.keyboard.press("ArrowDown")
    assert shown(page) == [["Proposed bank deal", [1, 2, 3, 4, 6, 7, 8]], ["Account linking", [5, 9]]]
    assert page.evaluate("document.activeElement.name") == "group"
    page.keyboard.press("ArrowDown")
    assert [numbers for _, numbers in shown(page)] == [[number] for number in range(1, 10)]
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    assert shown(page) == GROUPS


def test_headings_of_groups_name_them(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    page.locator("[name=group]").select_option("agreement")
    for group in page.locator("#findings > .group").all():
        name = group.get_attribute("aria-labelledby")
        assert page.locator(f"#{name}").count() == 1
        assert group.locator(f"h3#{name}").count() == 1


def test_findings_are_sorted_by_keyboard(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    tab_to(page, "[name=group]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[name=sort]")
    page.keyboard.press("ArrowDown")
    order = [f.fingerprint for f in samples.findings()]
    ids = page.locator("#findings > .group").first.locator("article").evaluate_all("all => all.map(e => e.id)")
    assert ids == [f"finding-{each}" for each in order if f"finding-{each}" in ids]
    page.wait_for_url(lambda url: url.endswith("#findings?group=agreement&sort=place"))


def test_address_keeps_what_is_chosen(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    page.goto(files["sample"].as_uri() + "#findings?group=rule&search=bank+data&without=note+suppressed")
    page.reload()
    assert page.locator("[name=group]").input_value() == "rule"
    assert page.locator("[name=search]").input_value() == "bank data"
    assert page.locator("[name=kind]:checked").evaluate_all("all => all.map(e => e.value)") == ["error", "warning"]
    assert re.fullmatch(r"\d of 9 findings", told(page))


def test_foul_addresses_do_nothing(browser: Browser, files: dict[str, Path]) -> None:
    watch = Watch()
    page = opened(browser, files["sample"], watch)
    for fragment in (
        "#findings?group=x&sort=%zz&without=%3Cimg%20src%3Dx%3E",
        "#findings?",
        "#%",
        "#findings?group=kind?",
    ):
        page.goto(files["sample"].as_uri() + fragment)
        page.reload()
        assert shown(page) == GROUPS
    assert watch.said == []


def test_going_back_restores_what_was_chosen(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    page.locator("[name=kind][value=error]").uncheck()
    assert told(page) == "8 of 9 findings"
    page.evaluate("location.hash = '#findings?without=note'")
    until(page, "document.querySelector('[role=status]').textContent === '7 of 9 findings'")
    page.go_back()
    until(page, "document.querySelector('[role=status]').textContent === '8 of 9 findings'")


def test_a_link_shows_what_a_filter_hides(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    first = f"#finding-{samples.findings()[0].fingerprint}"
    page.locator("[name=kind][value=error]").uncheck()
    assert page.locator(first).is_hidden()
    page.locator(".gravest a").click()
    page.locator(first).wait_for(state="visible")
    assert told(page) == "9 findings"
    page.wait_for_url(lambda url: url.endswith(first))


def test_every_finding_can_be_linked_to(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    for finding in samples.findings():
        anchor = f"#finding-{finding.fingerprint}"
        tab_to(page, f"{anchor} .permalink a")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{anchor}")
        assert page.evaluate("document.querySelector(':target').id") == anchor[1:]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_controls_are_large_enough(browser: Browser, files: dict[str, Path], name: str, width: int) -> None:
    page = opened(browser, files[name], viewport={"width": width, "height": 800})
    assert page.evaluate(SMALL) == []


def test_focus_is_seen_on_every_control(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    for selector in ("[name=search]", "[name=group]", "[name=sort]", "[name=kind]", "button[type=reset]"):
        tab_to(page, f".tools {selector}")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_paper_says_that_it_shows_a_part(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["sample"])
    page.emulate_media(media="print")
    assert page.locator("form.tools").is_hidden()
    page.evaluate("location.hash = '#findings?without=note'")
    until(page, "document.querySelector('[role=status]').textContent === '7 of 9 findings'")
    assert page.locator("[role=status]").is_visible()
    assert page.locator("[name=search]").is_hidden()


@pytest.mark.parametrize("name", ["index", "long"])
def test_index_is_sealed_and_fits(browser: Browser, files: dict[str, Path], name: str) -> None:
    watch = Watch()
    page = opened(browser, files[name], watch)
    assert watch.said == []
    assert watch.asked == [files[name].as_uri()]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == [0, []]


def test_index_filters_sorts_and_regroups_by_keyboard(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["index"])
    assert told(page) == "1,000 agreements"
    tab_to(page, "[name=search]")
    page.keyboard.type("globex 3 agreement-10.policy")
    assert told(page) == "1 of 1,000 agreements"
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    tab_to(page, "[name=group]")
    page.keyboard.press("ArrowDown")
    headings = page.locator("table.index .heading")
    assert headings.all_inner_texts() == ["live", "proposed"]
    tab_to(page, "[name=sort]")
    page.keyboard.press("ArrowDown")
    titles = page.locator("table.index tbody").first.locator("th a").all_text_contents()
    assert titles == sorted(titles, key=str.casefold)
    page.wait_for_url(lambda url: url.endswith("#agreements?group=status&sort=place"))


def test_index_filters_by_rule(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["index"])
    tab_to(page, "[name=rule]")
    page.keyboard.press("ArrowDown")
    assert page.locator("[name=rule]").input_value() == "retention-unaddressed"
    assert told(page) == "750 of 1,000 agreements"
    page.wait_for_url(lambda url: url.endswith("#agreements?rule=retention-unaddressed"))
    page.reload()
    assert told(page) == "750 of 1,000 agreements"


def test_index_leaves_severities_out(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["index"])
    rows = sum(Severity.ERROR is each.gravest_severity for each in portfolio(1000).rows)
    page.locator("[name=kind][value=error]").uncheck()
    assert told(page) == f"{1000 - rows} of 1,000 agreements"

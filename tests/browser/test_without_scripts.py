"""With scripting off, and on paper, everything that the report says is there and can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from policyc.pipeline.run import run
from policyc.report import Report
from tests.browser.chromium import opened
from tests.browser.subjects import AGREEMENT, FOUNDING, REPORTS, ROOT, Subjects

pytestmark = pytest.mark.xdist_group("browser")

# The words of a part of the page that can be seen: what has a box, and no ancestor that hides it.
SEEN = """(selector) => [...document.querySelectorAll(selector)].map(part => {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT), words = [], range = document.createRange();
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width > 0 && box.height > 0) words.push(text.data);
  }
  return words.join('').replace(/\\s+/g, '');
}).join('\\n')"""

LOST = """() => [...document.querySelectorAll('main :is(article, section, figure, table, tr, td, th, li, p, blockquote)')].filter(e => {
  const box = e.getBoundingClientRect();
  return e.textContent.trim() && !e.closest('form, .aside, :has(> .skip-grid), [hidden], thead, svg') && !e.matches('.screen, .paper') && (!box.width || !box.height);
}).map(e => e.outerHTML.slice(0, 160))"""
# The cells of each matrix that can be seen: data, column, and what is said, by the words of the table.
CELLS = """() => [...document.querySelectorAll('#matrix .matrix')].map(matrix => [...matrix.querySelectorAll('table')].flatMap(table => {
  const words = e => e.textContent.trim();
  const columns = [...table.querySelectorAll('thead th')].slice(1).map(words);
  return [...table.querySelectorAll('tbody tr')].flatMap(row => {
    const names = [...row.querySelectorAll('th bdi')].map(words);
    return [...row.querySelectorAll('td')].flatMap((cell, at) => {
      const said = cell.querySelector('.said'), box = said.getBoundingClientRect();
      return box.width && box.height ? names.map(name => [name, columns[at], words(said)]) : [];
    });
  });
}))"""
FILES = {"founding": ROOT / FOUNDING, "agreement": ROOT / AGREEMENT}


def report(name: str, subjects: Subjects) -> Report:
    """What a page is to show."""
    return run([str(FILES.get(name, subjects.agreements))]).report


def squeezed(words: str) -> str:
    """Words without white space, back ticks and asterisks, as a page may break and mark them up as it likes."""
    return re.sub(r"[\s`*]+", "", words)


def seen(page: Page, selector: str) -> str:
    """The words of parts of a page that can be seen, without white space."""
    return str(page.evaluate(SEEN, selector))


def said(told: Report) -> Iterator[tuple[str, str]]:
    """What a report says, each with the part of the page that it belongs in."""
    for finding in told.findings:
        where = f"[id^='finding-{finding.fingerprint}']"
        yield where, finding.message
        yield where, finding.help
        for evidence in (finding.primary, *finding.related):
            yield where, evidence.clause or evidence.agreement or ""
    for document in told.documents:
        yield "#documents", document.title
        for clause in document.clauses:
            yield "#documents", clause.label or ""
            yield "#documents", clause.quoted or ""
            for reading in clause.readings:
                yield "#documents", reading.words
    for flow in told.flows:
        for name in (*flow.data, *flow.purposes, flow.condition, flow.agreement):
            yield "#flows", name
    for matrix in told.matrices:
        for name in (*matrix.rows, *filter(None, matrix.columns)):
            yield "#matrix", name
    for deadline in told.timeline.deadlines:
        for name in (deadline.who, deadline.does, deadline.within):
            yield "#timeline", name
    for survival in told.timeline.survivals:
        yield "#timeline", survival.words
    for item in told.unchecked:
        yield "#unchecked", item.quote
    for each in told.provenance.inputs:
        yield "#about", each.sha256


def missing(page: Page, told: Report) -> list[tuple[str, str]]:
    """What a report says and its page does not show."""
    parts: dict[str, str] = {}
    lost = []
    for selector, words in said(told):
        if selector not in parts:
            parts[selector] = seen(page, selector)
        if squeezed(words) not in squeezed(parts[selector]):
            lost.append((selector, words))
    return lost


@pytest.mark.parametrize("name", REPORTS)
def test_without_scripts_all_is_shown(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], java_script_enabled=False)
    assert page.locator("form.tools").is_hidden()
    assert missing(page, report(name, subjects)) == []
    assert page.evaluate(LOST) == []


@pytest.mark.parametrize("name", ["founding", "agreement"])
def test_every_cell_of_every_matrix_is_shown(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], java_script_enabled=False)
    wanted = [
        sorted(
            (row, column, cell.standing.value)
            for row, cells in zip(matrix.rows, matrix.cells, strict=True)
            for column, cell in zip(matrix.columns, cells, strict=True)
            if column
        )
        for matrix in report(name, subjects).matrices
    ]
    assert any(wanted)
    found = [sorted((row, column, said) for row, column, said in each) for each in page.evaluate(CELLS)]
    others = [sorted(cell for cell in each if not cell[1].startswith("any other")) for each in found]
    assert sorted(others) == sorted(wanted)


@pytest.mark.parametrize("name", REPORTS)
def test_on_paper_all_is_shown(browser: Browser, subjects: Subjects, name: str) -> None:
    page = opened(browser, subjects[name], java_script_enabled=False, viewport={"width": 627, "height": 900})
    page.emulate_media(media="print")
    told = report(name, subjects)
    lost = missing(page, told)
    assert lost == []


def test_index_without_scripts_lists_every_agreement(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["index"], java_script_enabled=False)
    words = squeezed(seen(page, "#agreements"))
    titles = [document.title for document in report("portfolio", subjects).documents if document.kind == "agreement"]
    assert len(titles) > 20
    assert [title for title in titles if squeezed(title) not in words] == []


def test_test_would_see_what_is_hidden(browser: Browser, subjects: Subjects) -> None:
    page = opened(browser, subjects["founding"], bypass_csp=True)
    page.add_style_tag(content=".finding .text { display: none }")
    assert missing(page, report("founding", subjects))

"""Foul words on the whole road: from a policy file and its name, by the command line, onto a page in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import Watch, opened
from tests.browser.subjects import Subjects
from tests.render.payloads import PAYLOADS

pytestmark = pytest.mark.xdist_group("browser")

AGREEMENT = """Acme means "{}", a bank in Germany. Globex means "{}", a platform in the United States. Customers are people.
Balances are financial data about customers, also called "{}".

agreement "{} {number}" between Acme and Globex, per "{}", under "{}".
1: Acme may share balances with Globex for advertising if "{}", per "{}": "{}".
2: Globex must not use balances for advertising.  # policyc: ignore[redundant-clause]: {}
3: Globex must delete {} within 30 days after termination.
4: {}
Scenario "{}": Globex uses balances for advertising is forbidden by 2.
"""
PLACES = AGREEMENT.count("{}")
LONGEST = 120
"""So many characters of a text fit into the name of a file."""


def quotable(text: str) -> str:
    """A text as it can stand between quotation marks, and in one line."""
    return " ".join(re.sub('["\u201c\u201d]', "'", text).split()) or "nothing"


def named(text: str) -> str:
    """A text as the name of a file."""
    return re.sub(r"[/\x00]", "_", quotable(text))[:LONGEST].strip(". ")


def files(folder: Path) -> Iterator[Path]:
    """Policy files in which every text stands in some place, each file with a text as its name; not all can be read."""
    endless = cycle(PAYLOADS)
    for number in range(len(PAYLOADS) // PLACES + 1):
        texts = [quotable(text) for text in islice(endless, PLACES)]
        file = folder / f"{named(texts[-1])} {number}.policy"
        file.write_text(AGREEMENT.format(*texts, number=number), encoding="utf-8", errors="replace")
        yield file


@pytest.fixture(scope="module")
def pages(subjects: Subjects) -> dict[str, Path]:
    folder = subjects.folder / "foul"
    folder.mkdir()
    assert len(list(files(folder))) > len(PAYLOADS) / PLACES
    subjects.policyc("report", "foul", "-o", "foul.html", "--isolated")
    subjects.policyc("report", "foul", "-o", "foul-pages/", "--isolated")
    return {"report": subjects.folder / "foul.html", "index": subjects.folder / "foul-pages" / "index.html"}


@pytest.mark.parametrize("kind", ["report", "index"])
def test_foul_files_make_sound_pages(browser: Browser, subjects: Subjects, pages: dict[str, Path], kind: str) -> None:
    watch = Watch()
    page = opened(browser, pages[kind], watch, bypass_csp=True)
    page.wait_for_timeout(50)
    assert watch.dialogs == []
    assert watch.said == []
    assert watch.asked == [pages[kind].as_uri()]
    names = "() => [...new Set([...document.querySelectorAll('*')].map(e => e.tagName.toLowerCase()))]"
    sound = {tag for name in ("founding", "agreement", "portfolio", "index") for tag in tags(subjects[name])}
    assert set(page.evaluate(names)) <= sound | {"mark"}  # what is at fault in an excerpt of a file
    assert page.locator("script").count() == 2
    assert page.locator("[style], [onerror], [onload], [onclick], [onfocus], [src]").count() == 0
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]", page.content())


def tags(file: Path) -> set[str]:
    """The elements of a page, by a plain look at its text."""
    return set(re.findall(r"<([a-z][a-z0-9]*)", file.read_text(encoding="utf-8"))) | {"tbody", "head", "body", "html"}


def test_every_page_of_a_foul_portfolio_is_sound(browser: Browser, pages: dict[str, Path]) -> None:
    watch = Watch()
    page = opened(browser, pages["index"], watch, bypass_csp=True)
    for file in sorted(pages["index"].parent.glob("*.html")):
        assert re.fullmatch(r"[a-z0-9.-]+", file.name)
        page.goto(file.as_uri())
        assert page.locator("script").count() == 2
    assert watch.dialogs == []
    assert watch.said == []
    assert watch.abroad == []


def test_foul_words_reach_the_page(browser: Browser, pages: dict[str, Path]) -> None:
    page = opened(browser, pages["report"])
    words = page.evaluate("document.body.textContent")
    wanted = [text for text in map(quotable, PAYLOADS) if text.isascii() and text.isprintable() and len(text) < 60]
    shown = [text for text in wanted if text in words]
    assert len(shown) > 0.8 * len(wanted)

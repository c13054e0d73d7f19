"""Pictures in a browser: text fits and nothing overlaps, at hand's and at desk's width, on paper, by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from policyc.render.html import render_html
from policyc.render.html.looks import STYLES, styles
from tests.browser.chromium import Watch, opened, until
from tests.render import picture_samples

pytestmark = pytest.mark.xdist_group("browser")
PAGES = {
    "short": render_html(picture_samples.full()),
    "long": render_html(picture_samples.full(long=True, parties=5)),
    "many": render_html(picture_samples.full(parties=40)),
    "map": render_html(picture_samples.full(long=True, parties=40)),
}
WIDTHS = (360, 705, 1280, 2560)
SHEET = 627
"""The width of an A4 sheet between its margins, in pixels."""

# What every check needs: boxes of the lines of text of an element, and whether two boxes share ground.
BOXES = """
  const seen = element => element.checkVisibility() && !element.closest('.aside');
  const all = selector => [...document.querySelectorAll(selector)].filter(seen);
  const box = element => element.getBoundingClientRect();
  const meet = (p, q) => p.left < q.right - 0.5 && q.left < p.right - 0.5 && p.top < q.bottom - 0.5 && q.top < p.bottom - 0.5;
  const within = (p, q) => p.left >= q.left - 0.5 && p.right <= q.right + 0.5 && p.top >= q.top - 0.5 && p.bottom <= q.bottom + 0.5;
  const lines = element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.data.trim() || walker.currentNode.parentElement.closest('.aside')) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      found.push(...range.getClientRects());
    }
    return found;
  };
  const name = element => `${element.className.baseVal ?? element.className}: ${element.textContent.trim().slice(0, 60)}`;
"""

# Text that sticks out of the card, the frame or the cell that holds it.
SPILLS = f"""() => {{{BOXES}
  const holders = all('.witness .card, .witness .does, .witness .clauses, .fan .card, .carried, .terms p, .receives, '
    + '.grid th, .standings th, .standings td, .notes li, .unsaid, .of, .period, .deadlines p, .event h4, .survivals p, '
    + '.matrix h4, .signs li, .legend');
  return holders.flatMap(holder => lines(holder).filter(line => !within(line, box(holder))).map(() => name(holder)));
}}"""

# Parts of one picture that lie on each other: cards, words, frames and signs.
CLASHES = f"""() => {{{BOXES}
  const sets = [
    ...all('.witness').map(e => [...e.querySelectorAll('.card, .does, .clauses, .line .stop')]),
    ...all('.spoke').map(e => [...e.querySelectorAll('.carried, .takers .card, .line > svg')]),
    ...all('.fan').map(e => [...e.querySelectorAll(':scope > .card, :scope > .receives, .carried')]),
    ...all('.grid').map(e => [...e.querySelectorAll('th span')]),
    ...all('.standings tr').map(e => [...e.children]),
    ...all('.standings td').map(e => [...e.children]),
    ...all('.terms-chart li').map(e => [...e.querySelectorAll('.of, .period, .track')]),
    ...all('.axis svg').map(e => [...e.querySelectorAll('text')]),
    ...all('.deadlines li').map(e => [...e.children]),
    ...all('.survivals').map(e => [...e.children]),
    [...document.querySelectorAll('#flows > *, #matrix > *, #timeline > *')],
  ];
  return sets.flatMap(set => {{
    const shown = set.filter(seen);
    return shown.flatMap((one, n) => shown.slice(n + 1).filter(other => meet(box(one), box(other)))
      .map(other => [name(one), name(other)]));
  }});
}}"""

# What lies beyond the window's right edge, but for what a box scrolls; and boxes that scroll and cannot be reached.
BEYOND = f"""() => {{{BOXES}
  const width = document.documentElement.clientWidth;
  const out = all('body *').filter(e => box(e).width > 1 && box(e).right > width + 0.5 && !e.closest('.scroll, thead, .skip'));
  const stuck = all('.scroll').filter(e => box(e).right > width + 0.5 || e.tabIndex !== 0 || e.getAttribute('role') !== 'region');
  return [document.documentElement.scrollWidth - width, [...out, ...stuck].map(name)];
}}"""

# Links and controls in pictures that a finger would miss.
SMALL = f"""() => {{{BOXES}
  return all('.grid a, .fan .card a, .where a, .standings a, #map :is(select, button, input)')
    .filter(e => !e.closest('.deadlines, .survivals') && box(e).height < 23.5 && !e.closest('.fan')).map(name);
}}"""

# Words in pictures that stand out too little from what lies behind them (WCAG 2.2, 1.4.3), and signs (1.4.11).
FAINT = f"""() => {{{BOXES}
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ratio = (one, other) => {{
    const [low, high] = [light(channels(one)), light(channels(other))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }};
  const behind = element => {{
    const colour = getComputedStyle(element).backgroundColor;
    return channels(colour)[3] === 0 && element.parentElement ? behind(element.parentElement) : colour;
  }};
  const body = getComputedStyle(document.body).backgroundColor;
  const words = all('.witness *, #map *, #matrix *, #timeline *, .legend, .against-findings')
    .filter(e => !e.closest('svg, option, select') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .filter(e => ratio(getComputedStyle(e).color, behind(e)) < 4.5);
  const drawn = all('.picture svg text').filter(e => {{
    const frame = e.parentElement.querySelector('rect');
    return ratio(getComputedStyle(e).fill, frame ? getComputedStyle(frame).fill : body) < 4.5;
  }});
  const signs = all('.sign, .mark, .stop').filter(e => ratio(getComputedStyle(e).color, body) < 3);
  const strokes = all('.link, .box rect, .card rect').filter(e => ratio(getComputedStyle(e).stroke, body) < 3);
  return [...words, ...drawn, ...signs, ...strokes].map(name);
}}"""

SHOWN = "s => [...document.querySelectorAll(s)].filter(e => e.checkVisibility()).length"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pictures")
    for name, html in PAGES.items():
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in PAGES}


def checked(page: Page) -> list[Any]:
    """All that lies where it should not."""
    return [page.evaluate(SPILLS), page.evaluate(CLASHES), page.evaluate(BEYOND)]


FINE: list[Any] = [[], [], [0, []]]


@pytest.mark.parametrize("name", PAGES)
def test_text_fits_and_nothing_overlaps(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert checked(page) == FINE, width
        assert page.evaluate(SMALL) == [], width


@pytest.mark.parametrize("name", ["long", "map"])
def test_text_fits_with_text_twice_as_large(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name], viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% }")
    assert checked(page) == FINE


@pytest.mark.parametrize("name", PAGES)
def test_on_paper_nothing_is_cut(browser: Browser, files: dict[str, Path], name: str) -> None:
    page = opened(browser, files[name], viewport={"width": SHEET, "height": 900})
    page.emulate_media(media="print")
    assert checked(page) == FINE
    assert page.locator(".map-tools").count() == 0 or page.locator(".map-tools").is_hidden()
    beyond = "e => e.scrollWidth > e.clientWidth + 1"
    assert not any(box.evaluate(beyond) for box in page.locator(".scroll:visible").all())
    for part in (".witness", ".spoke", ".standings tr", ".deadlines li"):
        for each in page.locator(part).all()[:1]:
            assert each.evaluate("e => getComputedStyle(e).breakInside") == "avoid"


def test_wide_table_lies_across_a_sheet_of_its_own(browser: Browser, files: dict[str, Path], tmp_path: Path) -> None:
    page = opened(browser, files["many"])
    printed = tmp_path / "many.pdf"
    page.pdf(path=printed, format="A4", prefer_css_page_size=True)
    sheets = PdfReader(printed).pages
    across = [sheet for sheet in sheets if sheet.mediabox.width > sheet.mediabox.height]
    assert len(across) == 1
    words = across[0].extract_text()
    assert "rows give, columns receive" in words
    assert "Each sign leads to the arrow" in words
    assert len(sheets) > 10


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["short", "many"])
def test_words_and_signs_stand_out(browser: Browser, files: dict[str, Path], name: str, theme: Any) -> None:
    page = opened(browser, files[name], color_scheme=theme)
    assert page.evaluate(FAINT) == []


def test_single_act_lies_level_where_there_is_room(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["short"], viewport={"width": 1280, "height": 900})
    ends = "e => [...e.querySelectorAll('.card')].map(c => c.getBoundingClientRect()).map(b => [b.left, b.top + b.height / 2])"
    (left, giver), (right, taker) = page.locator(".witness .single .act").first.evaluate(ends)
    assert left < right
    assert giver == pytest.approx(taker, abs=1)
    page.set_viewport_size({"width": 360, "height": 900})
    (left, giver), (right, taker) = page.locator(".witness .single .act").first.evaluate(ends)
    assert left == right
    assert giver < taker


def test_arrows_of_a_witness_run_from_card_to_card(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["short"], viewport={"width": 1280, "height": 900})
    gaps = """e => [...e.querySelectorAll('.act')].map(act => {
      const line = act.querySelector('.line').getBoundingClientRect();
      const from = act.querySelector('.actor')?.getBoundingClientRect(), to = act.querySelector('.taker')?.getBoundingClientRect();
      return [from ? line.top - from.bottom : 0, to ? to.top - line.bottom : 0];
    })"""
    found = page.locator(".witness", has=page.locator(".act:nth-child(4)")).first.evaluate(gaps)
    assert len(found) == 4
    assert all(abs(gap) <= 1 for pair in found for gap in pair)


def test_forbidden_differs_without_colour(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["map"], viewport={"width": 1280, "height": 900})
    look = "(e, side) => { const s = getComputedStyle(e, '::before'); return [s.borderTopStyle, s.borderLeftStyle]; }"
    sound, forbidden = (
        page.locator(f".spoke{kind} .line").first.evaluate(look)
        for kind in (":not(.forbidden, .proposed)", ".forbidden")
    )
    assert sound[0] == "solid"
    assert forbidden[0] == "dotted"
    assert page.locator(".spoke.forbidden .line .sign-forbidden").first.is_visible()
    assert "must not give" in page.locator(".spoke.forbidden").first.inner_text()
    line = page.locator(".act.forbidden .line").first
    assert "dashed" in line.evaluate(look)
    assert line.locator(".stop").is_visible()


def test_focus_on_a_party_by_keyboard(browser: Browser, files: dict[str, Path]) -> None:
    watch = Watch()
    page = opened(browser, files["many"], watch, viewport={"width": 1280, "height": 900})
    total = page.evaluate(SHOWN, ".spoke")
    rows = page.evaluate(SHOWN, ".grid tbody tr")
    page.locator("#map-party").focus()
    page.keyboard.type("Party 7")
    chosen = page.locator("#map-party").input_value()
    assert chosen
    left = page.evaluate(SHOWN, ".spoke")
    assert 0 < left < total
    joined = f".spoke[data-giver='{chosen}'], .spoke[data-takers~='{chosen}']"
    assert page.evaluate(SHOWN, joined) == left == page.locator(joined).count()
    assert page.locator(".map-shown").inner_text() == f"{left} of {total} arrows shown"
    assert page.evaluate(SHOWN, ".grid td a") == len(
        page.locator(f".grid td a[data-giver='{chosen}'], .grid td a[data-takers~='{chosen}']").all()
    )
    assert page.evaluate(SHOWN, ".grid tbody tr") < rows
    assert page.locator(f"#party-{chosen}").is_visible()
    assert checked(page) == FINE
    page.locator("#map-all").focus()
    page.keyboard.press("Enter")
    assert page.evaluate(SHOWN, ".spoke") == total
    assert page.evaluate(SHOWN, ".grid tbody tr") == rows
    assert page.locator(".map-shown").inner_text() == ""
    assert watch.said == []


def test_focus_on_a_kind_of_data(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["many"])
    page.select_option("#map-kind", label="kind of data 3")
    kind = page.locator("#map-kind").input_value()
    terms = page.locator(".terms:visible")
    assert terms.count() > 0
    assert all("kind of data 3" in each.inner_text() for each in terms.all())
    every = page.locator(f".terms[data-kinds~='{kind}']")
    assert terms.count() == every.count()
    assert all(cell.get_attribute("data-kinds") for cell in page.locator(".grid td a:visible").all())
    assert page.locator(".fan:visible").count() < page.locator(".fan").count()


def test_link_to_what_is_not_shown_shows_all(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["many"])
    page.select_option("#map-party", index=3)
    hidden = page.locator(".spoke[hidden]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id; }", hidden)
    until(page, "id => document.getElementById(id).checkVisibility()", hidden)
    assert page.locator("#map-party").input_value() == ""


def test_table_grows_and_scrolls_by_keyboard(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["many"], viewport={"width": 1280, "height": 900})
    table = page.locator(".grid")
    before = table.bounding_box()
    page.locator("#map-size").focus()
    page.keyboard.press("End")
    after = table.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"] * 1.5
    assert page.evaluate(SPILLS) == []
    page.locator("#map .scroll").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('#map .scroll').scrollLeft > 0")
    head = page.locator(".grid tbody th").first.bounding_box()
    box = page.locator("#map .scroll").bounding_box()
    assert head is not None
    assert box is not None
    assert head["x"] == pytest.approx(box["x"], abs=1)


def test_without_scripts_everything_is_there(browser: Browser, files: dict[str, Path]) -> None:
    page = opened(browser, files["many"], java_script_enabled=False)
    assert page.locator(".map-tools").is_hidden()
    assert page.locator(".spoke:visible").count() == page.locator(".spoke").count() > 40
    assert page.locator(".fan:visible").count() == 41
    cell = page.locator(".grid td a").first
    target = cell.get_attribute("href")
    cell.click()
    page.wait_for_url(lambda url: url.endswith(target or "?"))


def test_styles_of_pictures_are_part_of_the_page() -> None:
    assert {"picture.css", "witness.css", "map.css", "matrix.css", "timeline.css"} <= set(STYLES)
    assert "style=" not in PAGES["map"]
    assert styles() in PAGES["map"]

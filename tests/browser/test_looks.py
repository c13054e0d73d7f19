"""The looks: parts of the pages as somebody has seen and approved them, within a tolerance.

`POLICYC_REWRITE=1 python3 run.py test tests/browser/test_looks.py` takes the pictures anew: look at them before they go in.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Browser, FloatRect, Page

from tests.browser.chromium import opened
from tests.browser.looks import FOLDER, TOLERATED, difference, held_against
from tests.browser.subjects import Subjects

pytestmark = pytest.mark.xdist_group("browser")

# The same letters on every machine: fonts that the set-up of the tests installs.
LETTERS = ":root { --serif: 'Liberation Serif'; --sans: 'Liberation Sans'; --mono: 'Liberation Mono'; }"
STILL = "*, ::before, ::after { transition: none !important; animation: none !important; caret-color: transparent }"
HAS_FONT = """() => {
  const canvas = document.createElement('canvas').getContext('2d');
  const width = font => { canvas.font = `80px ${font}`; return canvas.measureText('mmwwiillQ&').width; };
  return width("'Liberation Serif', monospace") !== width('monospace');
}"""
DESK: Mapping[str, Any] = {"viewport": {"width": 1000, "height": 900}}
PHONE: Mapping[str, Any] = {"viewport": {"width": 360, "height": 740}}
DARK: Mapping[str, Any] = {**DESK, "color_scheme": "dark"}
PAPER: Mapping[str, Any] = {"viewport": {"width": 627, "height": 900}}
HIGHEST = 760


@dataclass(frozen=True, slots=True)
class Look:
    """A part of a page, and how it is looked at."""

    subject: str
    part: str
    options: Mapping[str, Any]
    media: Literal["screen", "print"] = "screen"


TOP, FINDING = "header.summary", ".finding:has(.witness)"
LOOKS = {
    "top": Look("founding", TOP, DESK),
    "top-dark": Look("founding", TOP, DARK),
    "top-phone": Look("founding", TOP, PHONE),
    "top-paper": Look("founding", TOP, PAPER, "print"),
    "finding": Look("founding", FINDING, DESK),
    "finding-dark": Look("founding", FINDING, DARK),
    "finding-phone": Look("founding", FINDING, PHONE),
    "finding-paper": Look("founding", FINDING, PAPER, "print"),
    "flows": Look("founding", "#flows figure", DESK),
    "flows-dark": Look("founding", "#flows figure", DARK),
    "map": Look("portfolio", "#map .scroll", DESK),
    "map-party": Look("portfolio", "#map .fan.gives", DARK),
    "matrix": Look("founding", "#matrix .matrix", DESK),
    "matrix-dark": Look("founding", "#matrix .matrix", DARK),
    "matrix-paper": Look("founding", "#matrix .matrix", PAPER, "print"),
    "timeline": Look("agreement", "#timeline", DESK),
    "index": Look("index", "main", DESK),
    "redline": Look("redline", ".change", DESK),
}


def taken(browser: Browser, file: Path, look: Look) -> bytes:
    """A picture of the part, from its top."""
    page = opened(browser, file, bypass_csp=True, reduced_motion="reduce", **look.options)
    page.emulate_media(media=look.media)
    page.add_style_tag(content=LETTERS + STILL)
    with_fonts(page)
    box = page.locator(look.part).first.bounding_box()
    assert box, f"there is no {look.part}"
    height = min(box["height"], HIGHEST)
    clip: FloatRect = {"x": box["x"], "y": box["y"], "width": box["width"], "height": height}
    return page.screenshot(clip=clip, full_page=True, animations="disabled")


def with_fonts(page: Page) -> None:
    """Go on only with the fonts of the kept pictures; in CI they must be there."""
    if page.evaluate(HAS_FONT):
        return
    missing = "The Liberation fonts are missing: without them the looks cannot be compared"
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.mark.parametrize("name", LOOKS)
def test_it_looks_as_it_was_approved(browser: Browser, subjects: Subjects, name: str, tmp_path: Path) -> None:
    look = LOOKS[name]
    share = held_against(name, taken(browser, subjects[look.subject], look), tmp_path)
    assert share <= TOLERATED, f"{share:.1%} of {name} differs: see {tmp_path / name}.png beside {FOLDER / name}.png"


def test_pictures_are_few_and_small() -> None:
    kept = {file.stem: file.stat().st_size for file in FOLDER.glob("*.png")}
    assert set(kept) == set(LOOKS)
    assert sum(kept.values()) < 1_000_000


def test_differences_are_seen() -> None:
    plain = Image.new("RGB", (400, 300), "white")
    word = plain.copy()
    ImageDraw.Draw(word).rectangle((20, 20, 120, 100), fill="#8a1c1c")
    faint = plain.copy()
    ImageDraw.Draw(faint).rectangle((20, 20, 120, 100), fill="#f6f6f6")
    assert difference(plain, plain) == 0
    assert difference(plain, faint) == 0
    assert 0.05 < difference(plain, word) < 0.09
    assert difference(plain, plain.resize((400, 330))) == 1

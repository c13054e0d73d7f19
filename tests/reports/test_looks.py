"""The looks of a report: readable in every theme, and nothing in them that reaches out or runs."""

import re
from pathlib import Path

import pytest

REPORTS = Path(__file__).resolve().parents[2] / "reports"
TEMPLATES = sorted(REPORTS.glob("*.j2"))
OWN = (
    "<style>{{ styles|safe }}</style>",
    '<script type="application/json" id="record">{{ record|safe }}</script>',
    "<script>{{ script|safe }}</script>",
)
"""What a page takes as it is: each is escaped, or allowed by its hash, where it is made."""
SEALED = {"report.html.j2": 3, "index.html.j2": 3, "redline.html.j2": 1}
SHEETS = sorted(REPORTS.glob("*.css"))
CSS = (REPORTS / "page.css").read_text(encoding="utf-8")
THEMES = dict(
    zip(("light", "dark"), re.findall(r":root \{(.*?)\n *\}", CSS, re.DOTALL)[:2], strict=True),
)


def colours(theme: str) -> dict[str, str]:
    """The colours of a theme; the dark one changes those of the light one."""
    found: dict[str, str] = {}
    for name in ("light",) if theme == "light" else ("light", "dark"):
        found |= dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", THEMES[name]))
    return found


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
@pytest.mark.parametrize("text", ["ink", "quiet", "link", "error", "warning", "note"])
def test_text_has_the_contrast_of_wcag_aa(theme: str, ground: str, text: str) -> None:
    found = colours(theme)
    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_of_the_drawing_have_the_contrast_of_wcag_aa(theme: str) -> None:
    found = colours(theme)
    for line in ("frame", "error", "warning", "note"):
        assert contrast(found[line], found["paper"]) >= 3


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_styles_reach_for_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face|https?:|expression|</", text, re.IGNORECASE)
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_code_and_trust_nothing_but_their_own_looks(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    sealed = [words for words in OWN if words in text]
    for words in sealed:
        text = text.replace(words, "")
    assert len(sealed) == SEALED.get(path.name, 0)
    assert not re.search(r"<script|<style|\son[a-z]+=|\sstyle=|\ssrc=|https?:|javascript:", text, re.IGNORECASE)
    assert not re.search(r"\|\s*safe|Markup|autoescape|\|\s*attr\b", text)
    assert not re.search(r"=\{\{", text), "an attribute that is put in must stand in quotation marks"


def test_sizes_of_the_drawing_are_those_it_was_measured_with() -> None:
    from policyc.render.picture.label import STYLES

    css = (REPORTS / "picture.css").read_text(encoding="utf-8")
    for name, style in STYLES.items():
        (rule,) = re.findall(rf"\.picture \.{name}\b[^{{}}]*\{{(.*?)\}}", css)
        assert f"font-size: {style.size:g}px" in rule
        assert ("font-weight: bold" in rule) is style.bold

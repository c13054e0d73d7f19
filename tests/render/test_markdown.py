"""Markdown, read as sites read it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from policyc.render import markdown
from policyc.render.markdown import render_markdown, shown, worded
from policyc.render.markdown_text import code_in_table
from policyc.render.paint import safe
from policyc.report import Baseline, Gone
from tests.render import samples
from tests.render.hostile import TEXTS, hostile

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WORDS = ("text", "text_special", "code_inline")
FOREIGN = {"link_open", "image", "html_inline", "html_block", "s_open", "em_open", "blockquote_open", "hr"}
MENTION = re.compile(r"(?<![\w`])[@#]\w|\w#\d|(?:https?:|ftp:)//\w|www\.\w", re.IGNORECASE)


def tokens(found: Sequence[Token]) -> Iterator[Token]:
    """All tokens, the inner ones too."""
    for token in found:
        yield token
        yield from tokens(token.children or ())


def kinds(text: str) -> list[str]:
    """What a reader takes a text for."""
    return [token.type for token in tokens(READER.parse(text)) if token.type not in WORDS]


def test_the_verdict_the_rules_and_each_finding() -> None:
    text = render_markdown(samples.report())
    assert text.startswith("## policyc\n\n**1 error, 5 warnings, 2 notes and 1 suppressed finding in 2 agreements")
    assert "| error | `useful-for-banned` | 1 | 0 |" in text
    assert "| warning | `promise-not-in-terms` | 0 | 1 |" in text
    assert text.count("\n### ") == 11
    assert "### 9. Warning (suppressed): The promise lives" in text
    assert "**Suppressed:** the live terms were not published" in text
    assert "**For instance:** Facebook uses shopping location" in text
    assert "### Not checked: 2 places" in text
    assert "- Taken as given: the customer's bank agrees and unlinking" in text


def test_a_clean_run_and_one_on_nothing() -> None:
    assert render_markdown(samples.clean()) == (
        "## policyc\n\n**All clear: 2 agreements (6 clauses, 1 file) checked, and nothing was found.**\n"
    )
    assert "Nothing was checked: no readable policy file" in render_markdown(samples.empty())


def test_the_baseline_is_told() -> None:
    gone = Baseline((Gone("0" * 16, 1, "reveals", "Deal", "4"),))
    report = replace(samples.report(), baseline=gone, summary=replace(samples.report().summary, baselined=3))
    text = render_markdown(report)
    assert "3 known findings" in text
    assert "Not found any more" in text


def test_what_has_no_room_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    report = samples.report()
    whole = render_markdown(report)
    monkeypatch.setattr(markdown, "ROOM", 1500)
    text = render_markdown(replace(report, unchecked=report.unchecked * 60))
    assert len(text) < len(whole) + 20000
    told = text.count("\n### ") - 2
    assert 0 < told < 9
    assert f"There is no room here for {9 - told} more findings" in text
    assert "- … and 20 more" in text


def test_room_enough_for_a_summary_of_github() -> None:
    report = replace(samples.report(), findings=samples.findings() * 400)
    assert len(render_markdown(report).encode()) < 1 << 20


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_nothing_from_a_file_is_more_than_words(text: str) -> None:
    rendered = render_markdown(hostile(text))
    harmless = render_markdown(hostile("x"))
    assert kinds(rendered) == kinds(harmless)
    assert not FOREIGN & set(kinds(rendered))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_words_are_shown_as_they_are_and_call_nobody(text: str) -> None:
    (inline,) = [token for token in READER.parse(f"x {shown(text)} x") if token.type == "inline"]
    made = "".join(child.content for child in inline.children or ())
    assert made.replace("\u200b", "") == f"x {safe(text).strip()} x"
    assert not MENTION.search(made)


def test_policy_language_is_code() -> None:
    assert worded("Begin it with `Despite VIII,`, or `a|b`.") == "Begin it with `Despite VIII,`, or `a|b`."
    assert worded("`a|b` *c*", code_in_table) == "`a\\|b` \\*c\\*"
    assert worded("one ` tick") == "one \\` tick"
    assert worded("`` ` `") == "\\`\\` \\` \\`"


def test_addresses_and_numbers() -> None:
    assert shown("11.4: see www.example.org") == "11\\.4: see www.&#8203;example.org"
    assert shown("https://example.org @all #1 !2") == ("https:&#8203;//example.org @&#8203;all #&#8203;1 !&#8203;2")


def test_the_same_report_is_the_same_bytes() -> None:
    assert render_markdown(samples.report()) == render_markdown(samples.report())

"""Words in Markdown: read back by another Markdown reader, they are the words that went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from policyc.render.markdown_text import code, code_in_table, escaped, fenced
from policyc.render.paint import safe

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = st.text(st.sampled_from("ab1 .:;-+=#*_`~|\\[]()<>!&@$\n\u202e\u200b\"'/w"), max_size=30)
HOSTILE = [
    "<script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "https://example.org and www.example.org",
    "# heading",
    "1. one",
    "2) two",
    "- item",
    "+ item",
    "===",
    "---",
    "***",
    "> quote",
    "    four blanks",
    "~~gone~~ **bold** _slanted_ `code` ``` ```",
    "&lt;b&gt; &#60;",
    "<!-- hidden -->",
    "| a | b |",
    "[a]: https://example.org",
    "\\*",
    "$x^2$ :smile: @everyone #1",
    "a\nb",
    "a\u202eb\u200bc\x00\x1b[31m",
]


def text_of(tokens: list[Token]) -> str:
    return "".join(text_of(token.children) if token.children else token.content for token in tokens)


def inline(markdown: str) -> list[Token]:
    """The tokens of one paragraph; it must be one, and hold nothing but words."""
    tokens = READER.parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    return tokens[1].children or []


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(words: str) -> None:
    children = inline(escaped(words))
    assert {token.type for token in children} <= {"text", "text_special"}
    assert text_of(children) == safe(words).strip()


@given(SIGNS)
def test_any_words_stay_words(words: str) -> None:
    if not safe(words).strip():
        assert escaped(words) == ""
        return
    children = inline(escaped(words))
    assert {token.type for token in children} <= {"text", "text_special"}
    assert text_of(children) == safe(words).strip()


@given(SIGNS)
def test_words_in_a_row_stay_in_their_cells(words: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escaped(words)} | {code_in_table(f'x{words}x')} |"
    cells = [token for token in READER.parse(table) if token.type == "inline"]
    assert len(cells) == 4
    assert text_of(cells[2].children or []) == safe(words).strip()
    assert text_of(cells[3].children or []) == safe(f"x{words}x")


@given(SIGNS)
def test_code_is_shown_as_it_is(words: str) -> None:
    children = inline(f"Say {code(f'x{words}x')}.")
    assert [token.type for token in children] == ["text", "code_inline", "text"]
    assert children[1].content == safe(f"x{words}x")


@given(st.lists(SIGNS, min_size=1, max_size=4))
def test_a_block_ends_where_it_ends(lines: list[str]) -> None:
    tokens = READER.parse(fenced(lines, "diff") + "\n\nAfter.")
    assert [token.type for token in tokens] == ["fence", "paragraph_open", "inline", "paragraph_close"]
    assert tokens[0].info == "diff"
    assert tokens[0].content == "".join(f"{safe(line)}\n" for line in lines)


def test_addresses_and_pictures_of_github_are_broken() -> None:
    assert escaped("http://x www.x.y :tada: 10:30") == "http\\://x www\\.x.y \\:tada: 10:30"

"""What stands in a file can never become a part of a paper: every payload in every field of a report."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from policyc.render.paper import render_docx, render_markdown
from policyc.render.picture.matrix import SHORT
from policyc.report import Report
from tests.render import paper_samples, samples
from tests.render.payloads import SOME
from tests.render.test_html_injection import filled

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKDOWN = [
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "---",
    "===",
    "```\ncode\n```",
    "    code",
    "| a | b |\n| --- | --- |",
    "[a](javascript:alert(1))",
    "![a](https://evil.example/a.png)",
    "[a]: https://evil.example",
    "<https://evil.example>",
    "https://evil.example www.evil.example",
    "**bold** _slanted_ ~~gone~~ `code`",
    "a | b \\| c",
    "\\",
    "`",
    "``` ` ``",
    "*",
    "&amp; &#60;",
    "$x$ :tada: @everyone #1",
]
CONTROLS = [
    "a\x00b",
    "a\x01\x08\x0b\x0c\x1b[31mb",
    "a\x7f\x85b",
    "a\ufffe\uffffb",
    "a\u202eb\u2066c\u2069",
    "a\u200b\u200d\u2060\ufeffb",
    "a\r\nb\u2028c\u2029d\te",
    "a" + "\u0301" * 40,
    "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0633\u0644\u0627\u0645",
    "<w:p/>]]>&lt;",
    "</w:t></w:r></w:p>",
    "W" * 400,
]
ALL = [*MARKDOWN, *CONTROLS, *filter(str.strip, SOME[::2])]


def poisoned(payload: str) -> tuple[Report, Mapping[str, str]]:
    report: Report = filled(replace(samples.report(), matrices=paper_samples.whole().matrices), payload)
    return report, {payload: f"{payload}\n" * 80}


def markdown_shape(payload: str) -> Counter[str]:
    """The elements that another reader finds in the Markdown."""
    tokens = READER.parse(render_markdown(*poisoned(payload)))
    inner = [child.type for token in tokens for child in token.children or []]
    kept = [kind for kind in inner if kind not in ("text", "text_special", "softbreak")]
    return Counter([*(token.type for token in tokens), *kept])


def docx_shape(data: bytes) -> Counter[str]:
    """The elements of the text of a .docx file, but for runs, which a reading may need more of."""
    with zipfile.ZipFile(io.BytesIO(data)) as pieces:
        tree = ElementTree.fromstring(pieces.read("word/document.xml"))
    words = {qn(f"w:{name}") for name in ("r", "t", "rPr", "rStyle", "tab", "br", "b", "i")}
    return Counter(str(node.tag) for node in tree.iter() if node.tag not in words)


def harmless(payload: str) -> str:
    """Words as long as a payload: long conditions of a matrix stand in notes."""
    return "harmless" if len(payload) <= SHORT else "harmless " * SHORT


@cache
def structure(words: str) -> Counter[str]:
    return markdown_shape(words)


@cache
def parts(words: str) -> Counter[str]:
    return docx_shape(render_docx(*poisoned(words)))


INLINE = ("strong_open", "strong_close", "em_open", "em_close", "code_inline")


@pytest.mark.parametrize("payload", ALL, ids=range(len(ALL)))
def test_nothing_becomes_a_part_of_the_markdown(payload: str) -> None:
    found = markdown_shape(payload)
    for kind in INLINE:  # a text that has back ticks is set as policy language
        found.pop(kind, None)
    assert found == Counter({kind: count for kind, count in structure(harmless(payload)).items() if kind not in INLINE})


@pytest.mark.parametrize("payload", ALL, ids=range(len(ALL)))
def test_nothing_becomes_a_part_of_the_document(payload: str) -> None:
    data = render_docx(*poisoned(payload))
    assert docx_shape(data) == parts(harmless(payload))
    texts = [node.text or "" for node in Document(io.BytesIO(data)).element.body.iter(qn("w:t"))]
    unseen = {
        character
        for words in texts
        for character in words
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn")
    }
    assert not unseen
    with zipfile.ZipFile(io.BytesIO(data)) as pieces:
        relations = pieces.read("word/_rels/document.xml.rels").decode()
    assert "External" not in relations


@pytest.mark.parametrize("payload", CONTROLS)
def test_hidden_signs_are_written_out_in_markdown(payload: str) -> None:
    said = render_markdown(*poisoned(payload))
    assert not {each for each in said if each != "\n" and unicodedata.category(each) in ("Cc", "Cf", "Cs", "Cn")}

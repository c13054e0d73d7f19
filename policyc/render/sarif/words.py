"""Words in SARIF messages, where brackets and braces are more than signs (SARIF 2.1.0, section 3.11)."""

from __future__ import annotations

import re

from policyc.render.phrases import plain

Node = dict[str, object]
"""A JSON object."""
LINK = re.compile(r"\]\s*\(")
PLACEHOLDER = re.compile(r"\{(\d+)\}")
BRACKET = re.compile(r"([\\\[\]])")


def message(*paragraphs: str) -> Node:
    """A message of some paragraphs, shown as they are: nothing in them becomes a link or is filled in."""
    text = "\n\n".join(sentence(words) for words in paragraphs if words.strip())
    if LINK.search(text):
        text = BRACKET.sub(r"\\\1", text)
    return {"text": PLACEHOLDER.sub(r"{{\1}}", text)}


def sentence(words: str) -> str:
    """Words with nothing hidden in them, ended by a full stop."""
    shown = plain(words).strip()
    return shown if shown.endswith((".", "!", "?", "…")) else f"{shown}."

"""The texts of the laws that policyc ships, and what their headers say; nothing of them is parsed here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from policyc.resources import resource
from policyc.source import Source

PLACE = "policyc:law/"
"""How the path of a shipped law begins, where a finding quotes it."""
HEADER = re.compile(r'^policy\s*"(?P<title>[^"]*)"(?P<phrases>(?:[^".]|"[^"]*")*)\.', re.MULTILINE)
UNDER = re.compile(r'\bunder((?:[\s,]|\band\b|"[^"]*")+)')


@dataclass(frozen=True, slots=True)
class LawText:
    """A shipped law: its title, the laws that its header says it is ``under``, and its text."""

    title: str
    under: tuple[str, ...]
    source: Source


@cache
def law_texts() -> tuple[LawText, ...]:
    """The shipped laws, in the order of their files."""
    files = sorted((resource("policies") / "law").glob("*.policy"))
    return tuple(law_text(Source(PLACE + file.name, file.read_text(encoding="utf-8"))) for file in files)


def law_text(source: Source) -> LawText:
    """A law by its text: one document, with its header before everything but comments."""
    found = HEADER.search(source.text)
    if found is None:
        raise RuntimeError(f"the shipped law {source.path} has no header")
    named = [name for phrase in UNDER.findall(found["phrases"]) for name in re.findall(r'"([^"]*)"', phrase)]
    return LawText(found["title"], tuple(" ".join(name.split()) for name in named), source)


def law_source(path: str) -> Source | None:
    """The text of a shipped law by the path with which findings quote it."""
    if not path.startswith(PLACE):
        return None
    return next((each.source for each in law_texts() if each.source.path == path), None)

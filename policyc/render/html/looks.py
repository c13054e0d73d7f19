"""The looks of a page as they stand in it: style sheets, the script, and what runs at the head of printed sheets."""

from __future__ import annotations

import re
from functools import cache

from policyc.render.phrases import plain
from policyc.resources import resource

STYLES = ("page.css", "tools.css", "picture.css", "witness.css", "map.css", "matrix.css", "timeline.css", "print.css")
SCRIPTS = ("page.js", "picture.js")

LONGEST = 90
"""So much of a title runs at the head of a printed sheet."""

UNSAFE = re.compile("[^A-Za-z0-9 ]")


@cache
def styles(names: tuple[str, ...] = STYLES) -> str:
    """The style sheets as they stand in the page, to the byte: the policy names their hash."""
    return joined(names)


@cache
def script(names: tuple[str, ...] = SCRIPTS) -> str:
    """The script as it stands in the page, to the byte."""
    return joined(names)


def joined(names: tuple[str, ...]) -> str:
    """Some files of the looks, one after the other."""
    folder = resource("reports")
    return "\n" + "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


def running_head(title: str) -> str:
    """A rule that prints a title at the head of every sheet but the first.

    Style sheets have no way to take words from the page that every browser knows, so that the title stands in them:
    every character but letters, digits and spaces by its number.
    """
    words = plain(title).replace("\n", " ")
    words = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    content = UNSAFE.sub(lambda found: f"\\{ord(found[0]):06x} ", words)
    return f'\n@page {{ @top-left {{ content: "{content}"; }} }}\n@page :first {{ @top-left {{ content: none; }} }}\n'

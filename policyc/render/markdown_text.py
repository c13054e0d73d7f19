"""Words from files in Markdown: shown as they are, whatever signs they hold, and nothing in them hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable

from policyc.render.paint import safe

SPECIAL = re.compile(r"[\\`*_\[\]<>~&|@#$]|(?<=\])\(|:(?=//)|(?<=www)\.|:(?=[\w+-]+:)", re.IGNORECASE)
"""What Markdown, or GitHub's, takes for more than a sign: marks, links, references, addresses, formulas, emoji."""
OPENING = re.compile(r"^(?:(?=[-+=])|\d{1,9}(?=[.)]))")
"""What would begin a list or underline a heading if it began a line."""


def escaped(text: str) -> str:
    """Words that Markdown shows as they are, on one line.

    >>> print(escaped("1. [Chase](https://example.org) *shares* a_b"))
    1\\. \\[Chase\\]\\(https\\://example.org) \\*shares\\* a\\_b
    """
    marked = SPECIAL.sub(lambda found: f"\\{found[0]}", safe(text).strip())
    return OPENING.sub(lambda found: f"{found[0]}\\", marked)


def code(text: str) -> str:
    """Words as code, whatever ticks they hold.

    >>> code("a `b`")
    '`` a `b` ``'
    """
    shown = safe(text)
    fence = "`" * (longest_run(shown) + 1)
    padded = f" {shown} " if "`" in shown else shown
    return f"{fence}{padded}{fence}"


def code_in_table(text: str) -> str:
    """Words as code in a cell of a table, where a vertical line ends the cell even inside code."""
    return code(text).replace("|", "\\|")


def fenced(lines: Iterable[str], language: str = "") -> str:
    """Lines as a block of code, whatever ticks they hold."""
    shown = [safe(line) for line in lines]
    fence = "`" * max(3, longest_run("\n".join(shown)) + 1)
    return "\n".join([f"{fence}{language}", *shown, fence])


def longest_run(text: str) -> int:
    """How many back ticks stand together at most."""
    return max((len(run) for run in re.findall("`+", text)), default=0)

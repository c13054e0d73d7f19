"""Where the pages of a portfolio lead to: its index, and one another."""

from __future__ import annotations

from dataclasses import dataclass

INDEX = "index.html"
"""The file in which the index of a portfolio stands, beside its pages."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """Where the page of another agreement is: its title, the policy file that it stands in, and the page's file."""

    title: str
    path: str
    page: str


@dataclass(frozen=True, slots=True)
class Links:
    """What the page of one agreement in a portfolio leads to: the ``index``, and the agreements that it names."""

    index: str = INDEX
    pages: tuple[PageLink, ...] = ()

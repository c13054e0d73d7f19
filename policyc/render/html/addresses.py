"""Addresses of other pages of a portfolio."""

from __future__ import annotations

from urllib.parse import quote


def file_address(name: str) -> str:
    """The relative address of a file beside the page: no name can make it an address of another kind.

    >>> file_address("index.html"), file_address("javascript:alert(1)")
    ('index.html', 'javascript%3Aalert%281%29')
    """
    return quote(name, safe="", errors="replace")

"""The record that a page carries of itself, read back: what it was made of, and whether it is as it was made."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from policyc.report import InputView
from policyc.report.record import INDEX_SCHEMA, REPORT_SCHEMA

OPENING = '<script type="application/json" id="record">'
"""What stands before the record. Nothing from a file can spell that in a page, nor is any `<` in the record itself."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page of a portfolio: its file, beside the index, and the SHA-256 of its bytes."""

    page: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a page says that it was made of; ``page`` is the digest of the page itself, ``pages`` are an index's."""

    schema: str
    page: str
    policyc: str
    shipped: str
    inputs: tuple[InputView, ...]
    baseline: InputView | None = None
    judged_on: str | None = None
    as_of: str | None = None
    laws: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    portfolio: bool = False
    pages: tuple[PageFile, ...] = ()

    @property
    def is_index(self) -> bool:
        """Whether it is of the index of a portfolio."""
        return self.schema == INDEX_SCHEMA


DECODER = msgspec.json.Decoder(Record)


def record_of(html: str) -> Record | None:
    """The record in a page; None where there is none, where it is broken, or where it is of another schema."""
    _, opened, rest = html.partition(OPENING)
    data, closed, _ = rest.partition("<")
    try:
        found = DECODER.decode(data) if opened and closed else None
    except msgspec.DecodeError:
        return None
    return found if found and found.schema in (REPORT_SCHEMA, INDEX_SCHEMA) else None

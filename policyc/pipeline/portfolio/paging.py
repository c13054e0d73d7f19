"""The work on the pages of one file: the road as far as the facts, what a page shows of it, and the page itself."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from policyc.model.document import Document
from policyc.pipeline.gather import with_views
from policyc.pipeline.law_texts import law_texts
from policyc.pipeline.portfolio.result import pack
from policyc.pipeline.road import examine_without_rules
from policyc.report import Report
from policyc.source import Source


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before its work is done: what was found, and the position of its agreement among the file's documents.

    The position is None for the page of a file without an agreement.
    """

    report: Report
    at: int | None


@dataclass(frozen=True, slots=True)
class PageTask:
    """The pages of one file, the texts that it is read with, and how."""

    path: str
    files: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    as_of: date | None = None
    laws: tuple[str, ...] = ()


def pages_of(task: PageTask) -> tuple[str, ...]:
    """The pages of a file, in the order of its sheets."""
    from policyc.render.html import render_html

    facts = examine_without_rules([Source(path, text) for path, text in task.files], task.as_of, task.laws).facts
    own = [each for each in facts.workspace.documents if each.origin.source.path == task.path]
    texts = dict(task.files) | {law.source.path: law.source.text for law in law_texts()}
    return tuple(render_html(with_views(sheet.report, documents_of(sheet, own), facts), texts) for sheet in task.sheets)


def documents_of(sheet: Sheet, own: Sequence[Document]) -> list[Document]:
    """What a page shows of a file: its agreement, and what is no agreement."""
    return [each for at, each in enumerate(own) if at == sheet.at or each.kind != "agreement"]


def work_pages(tasks: list[PageTask]) -> list[bytes]:
    """The pages of a batch of files, packed; garbage is looked for once it is done."""
    gc.disable()
    try:
        return [pack(pages_of(task)) for task in tasks]
    finally:
        gc.enable()
        gc.collect(0)

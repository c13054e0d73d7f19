"""The report on paper: Markdown, and a document for a word processor."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from policyc.render.paper.content import paper
from policyc.render.paper.markdown import markdown
from policyc.report import Report

NO_SOURCES: Mapping[str, str] = MappingProxyType({})

__all__ = ["render_docx", "render_markdown"]


def render_markdown(report: Report, sources: Mapping[str, str] = NO_SOURCES) -> str:
    """The report as Markdown; with the texts of the files, by path, short quotations stand in their lines."""
    return markdown(paper(report, sources))


def render_docx(report: Report, sources: Mapping[str, str] = NO_SOURCES) -> bytes:
    """The report as a .docx file; raises ``ImportError`` where python-docx is not installed."""
    from policyc.render.paper.word import document

    return document(paper(report, sources))

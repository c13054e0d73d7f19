"""The formats of ``policyc report``: what each is made by, and what it takes."""

from __future__ import annotations

from collections.abc import Callable

from policyc.cli.output import Failure
from policyc.pipeline.reporting import page_of, texts_of
from policyc.pipeline.run import Run


def as_markdown(run: Run) -> str:
    """The report as Markdown."""
    from policyc.render.paper import render_markdown

    return render_markdown(run.report, texts_of(run))


def as_docx(run: Run) -> bytes:
    """The report for a word processor; fails where python-docx is not installed."""
    from policyc.render.paper import render_docx

    try:
        return render_docx(run.report, texts_of(run))
    except ImportError as problem:
        if (problem.name or "").partition(".")[0] != "docx":
            raise
        raise Failure(
            "A .docx file is written by the library python-docx, which is not installed. "
            "Install it with policyc: python -m pip install 'policyc[docx]'."
        ) from None


def as_pdf(run: Run) -> bytes:
    """The page, printed by an installed browser; fails where there is none."""
    from policyc.pipeline.printing import Unprinted, printed

    try:
        return printed(page_of(run))
    except Unprinted as problem:
        raise Failure(str(problem)) from None


FORMATS: dict[str, Callable[[Run], str | bytes]] = {
    "html": page_of,
    "md": as_markdown,
    "docx": as_docx,
    "pdf": as_pdf,
}

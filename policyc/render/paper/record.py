"""What a report says of itself on paper: the program, the files, and what was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.render.html.view import Page
from policyc.render.paper.blocks import Block, Heading, Span, Table, Words
from policyc.render.paper.words import code, run_in, said, text
from policyc.render.phrases import counted, listed
from policyc.report import InputView

NO_ADVICE = (
    "policyc compares sentences with one another and with its rules; a lawyer decides what they mean for you. What the "
    "files do not say, what was not checked and what was taken as given may still matter."
)


def record(page: Page) -> Iterator[Block]:
    """The last section: what the report was made of."""
    report, made = page.report, page.report.provenance
    yield Heading(1, said("About this report"), "about")
    files = counted(len(report.paths), "file") if report.paths else "no file"
    yield text(f"Made by policyc {report.version} from {files}. The same files make the same report.")
    if made.inputs:
        columns = ("File", "Bytes", "SHA-256")
        yield Table("What was read", columns, tuple(map(input_row, made.inputs)), (4, 2, 6), titled=True)
    yield from asked(page)
    if made.shipped:
        words = "policyc itself (its program, grammar, vocabulary, laws and the looks of its reports) has the digest "
        yield run_in("The program", (Span(words), *code(made.shipped), Span(".")))
    yield run_in("This is not legal advice", said(NO_ADVICE))


def asked(page: Page) -> Iterator[Block]:
    """What the user asked for."""
    made = page.report.provenance
    if made.as_of:
        yield text(f"The documents are shown as they stand on {made.as_of.isoformat()}.")
    if made.laws:
        yield text(f"Laws held against every agreement on request: {listed(made.laws)}.")
    if made.select:
        yield text(f"Rules that were asked for: {listed(made.select)}.")
    if made.ignore:
        yield text(f"Rules that were left out on request: {listed(made.ignore)}.")
    if page.report.baseline:
        known = counted(page.report.summary.baselined, "finding")
        yield text(f"The run was held against a baseline, which knows {known}; these are not listed here.")


def input_row(one: InputView) -> tuple[Words, ...]:
    """One file that was read."""
    return said(one.path), said(f"{one.size:,}"), code(one.sha256) if one.sha256 else said("could not be read")

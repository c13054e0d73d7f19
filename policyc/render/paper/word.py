"""A paper as a .docx file: real headings, tables that repeat their heads, links inside the file, no clock anywhere."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import count
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from policyc.render.paper.blocks import Block, Bullets, Heading, Kind, Paper, Paragraph, Span, Style, Table, Words
from policyc.render.paper.looks import COMPACT, QUOTE, SOURCE, VERDICT, dress, sheet_width
from policyc.render.phrases import plain

if TYPE_CHECKING:
    from docx.document import Document as Made
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Line

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The day that every part of the file bears: the first that such files can name."""
ROOM = Pt(6)
KINDS = {Kind.TEXT: None, Kind.VERDICT: VERDICT, Kind.QUOTE: QUOTE, Kind.SOURCE: SOURCE}
LONGEST_BOOKMARK = 40
"""Word keeps no longer names."""
NO_LETTER = re.compile(r"\W")


def document(paper: Paper) -> bytes:
    """The file, the same bytes for the same paper."""
    made = Document()
    dress(made, shown(paper.title), shown(paper.maker))
    writer = Writer(made)
    for block in paper.blocks:
        writer.write(block)
    buffer = io.BytesIO()
    made.save(buffer)
    return without_clock(buffer.getvalue())


def without_clock(data: bytes) -> bytes:
    """The file with every part dated alike."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, FIRST_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0
            new.writestr(part, old.read(name))
    return written.getvalue()


class Writer:
    """Puts blocks into a file, one after the other."""

    def __init__(self, made: Made) -> None:
        """Begin with a file that has its styles."""
        self._made = made
        self._bookmarks = count(1)
        self._below_table = False

    def write(self, block: Block) -> None:
        """Add one block; what follows a table keeps a little room from it."""
        before = len(self._made.paragraphs)
        self._add(block)
        if self._below_table and not isinstance(block, Heading | Table):
            self._made.paragraphs[before].paragraph_format.space_before = ROOM
        self._below_table = isinstance(block, Table)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(words, kind):
                self._fill(self._made.add_paragraph(style=KINDS[kind]), words)
            case Bullets(items, numbered):
                start = self._list() if numbered else None
                for words in items:
                    line = self._made.add_paragraph(style="List Number" if numbered else "List Bullet")
                    if start is not None:
                        number_by(line, start)
                    self._fill(line, words)
            case Table():
                self._table(block)

    def _heading(self, block: Heading) -> None:
        line = self._made.add_paragraph(style="Title" if block.level == 0 else f"Heading {block.level}")
        self._fill(line, block.words)
        if block.anchor:
            self._bookmark(line, block.anchor)

    def _bookmark(self, line: Line, anchor: str) -> None:
        """Mark a line as what an anchor leads to."""
        number = str(next(self._bookmarks))
        start = element("w:bookmarkStart", {"w:id": number, "w:name": bookmark_name(anchor)})
        properties = line._p.get_or_add_pPr()
        properties.addnext(start)
        line._p.append(element("w:bookmarkEnd", {"w:id": number}))

    def _list(self) -> int:
        """A numbered list of its own, counted from 1; its number."""
        numbering = self._made.part.numbering_part.element
        style = self._made.styles["List Number"].element
        known = style.pPr.numPr.numId.val
        abstract = numbering.num_having_numId(known).abstractNumId.val
        fresh = numbering.add_num(abstract)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def _fill(self, line: Line, words: Words) -> None:
        """Set spans into a line."""
        for span in words:
            if span.target:
                link = element("w:hyperlink", {"w:anchor": bookmark_name(span.target), "w:history": "1"})
                line._p.append(link)
                run = run_of(line, span)
                link.append(run)
            else:
                run_of(line, span)

    def _table(self, block: Table) -> None:
        """A table with what it tells above it."""
        if block.titled:
            self._made.add_paragraph(shown(block.caption), style="Caption")
        table = self._made.add_table(rows=1 + len(block.rows), cols=len(block.columns), style="Table Grid")
        table.autofit = False
        describe(table._tbl.tblPr, shown(block.caption))
        widths = [sheet_width(self._made) * share // sum(block.shares) for share in block.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        rows = list(table.rows)
        repeat(rows[0]._tr)
        heads = tuple((Span(name, Style.STRONG),) for name in block.columns)
        for row, cells in zip(rows, (heads, *block.rows), strict=True):
            unbroken(row._tr)
            for cell, words, width in zip(row.cells, cells, widths, strict=True):
                cell.width = width
                self._cell(cell, words)

    def _cell(self, cell: _Cell, words: Words) -> None:
        line = cell.paragraphs[0]
        line.style = COMPACT
        self._fill(line, words or (Span("–"),))


# Elements that python-docx has no words for


def element(name: str, attributes: dict[str, str]) -> BaseOxmlElement:
    """An element with its attributes."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made


def run_of(line: Line, span: Span) -> BaseOxmlElement:
    """A run of words in their style, at the end of a line."""
    run = line.add_run(shown(span.words))
    run.bold = True if span.style is Style.STRONG else None
    run.italic = True if span.style is Style.EMPHASIS else None
    if span.style is Style.CODE:
        run.style = "Policy Language"
    return run._r


def number_by(line: Line, number: int) -> None:
    """Let a line be counted in a list."""
    properties = line._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def describe(properties: BaseOxmlElement, caption: str) -> None:
    """Tell those who listen what a table is, and that its first row and column are heads."""
    looks = properties.find(qn("w:tblLook"))
    if looks is not None:
        properties.remove(looks)
    flags = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    properties.append(element("w:tblLook", {"w:val": "06A0", **{f"w:{name}": value for name, value in flags.items()}}))
    properties.append(element("w:tblCaption", {"w:val": caption}))


def repeat(row: BaseOxmlElement) -> None:
    """Let a row stand at the head of every page that its table reaches."""
    row.get_or_add_trPr().append(element("w:tblHeader", {"w:val": "true"}))


def unbroken(row: BaseOxmlElement) -> None:
    """Keep a row on one page."""
    row.get_or_add_trPr().insert(0, element("w:cantSplit", {"w:val": "true"}))


def shown(words: str) -> str:
    """Words with nothing hidden in them, and nothing that such a file cannot hold."""
    return plain(words).replace("\n", " ")


def bookmark_name(anchor: str) -> str:
    """An anchor as Word names bookmarks."""
    return NO_LETTER.sub("_", f"a_{anchor}")[:LONGEST_BOOKMARK]

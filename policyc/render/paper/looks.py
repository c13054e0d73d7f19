"""How a .docx file looks: one serif face, black on white, room to write in the margin, numbered pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as Made
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as Line

SERIF, MONO = "Georgia", "Courier New"
LANGUAGE = "en-GB"
LONGEST = 255
"""A property of such a file is no longer."""
VERDICT, QUOTE, SOURCE, COMPACT = "Verdict", "Quote", "Source", "Table Text"
INK, QUIET = RGBColor(0x1A, 0x1B, 0x1F), RGBColor(0x55, 0x57, 0x5D)
HEADINGS = {"Title": (22, 0, 6), "Heading 1": (17, 22, 6), "Heading 2": (13.5, 16, 4), "Heading 3": (11, 12, 3)}
"""The sizes of headings, and the room before and after, in points."""
FACES = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")
THEMED = ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme")


def dress(made: Made, title: str, maker: str) -> None:
    """Give a new file its looks, its properties, and what stands at the head and foot of its pages."""
    properties(made, title, maker)
    paragraphs(made)
    page(made)
    running(made, title)


def properties(made: Made, title: str, maker: str) -> None:
    """What the file says of itself; it names no day, so that the same report is the same file."""
    core = made.core_properties
    core.title = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    core.author, core.language = maker[:LONGEST], LANGUAGE
    core.subject, core.comments, core.keywords = "Report on data-sharing agreements", "", ""
    for name in ("dcterms:created", "dcterms:modified", "cp:lastModifiedBy", "cp:revision"):
        for found in core._element.findall(qn(name)):
            core._element.remove(found)
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def paragraphs(made: Made) -> None:
    """The styles of paragraphs and of policy language."""
    normal = made.styles["Normal"]
    face(normal, SERIF, 10.5)
    spaced(normal, 0, 6, 1.15)
    for name, (size, before, after) in HEADINGS.items():
        style = made.styles[name]
        face(style, SERIF, size)
        style.font.bold, style.font.italic = name != "Title", False
        spaced(style, before, after, 1.1)
        style.paragraph_format.keep_with_next = True
        plain_border(style)
    verdict = added(made, VERDICT, 14, 2, 8)
    verdict.font.bold = True
    quote = made.styles[QUOTE]
    face(quote, SERIF, 10.5)
    quote.font.italic = False
    quote.paragraph_format.left_indent = Cm(0.8)
    spaced(quote, 0, 6, 1.15)
    source = added(made, SOURCE, 9, 2, 2)
    source.font.color.rgb = QUIET
    source.paragraph_format.keep_with_next = True
    added(made, COMPACT, 9, 1, 1)
    for name in ("List Bullet", "List Number"):
        spaced(made.styles[name], 0, 2, 1.15)
    caption = made.styles["Caption"]
    face(caption, SERIF, 9)
    caption.font.bold, caption.font.italic = False, True
    spaced(caption, 8, 3, 1.1)
    caption.paragraph_format.keep_with_next = True
    code = made.styles.add_style("Policy Language", WD_STYLE_TYPE.CHARACTER)
    face(code, MONO, None)


def added(made: Made, name: str, size: float, before: float, after: float) -> ParagraphStyle:
    """A style of our own, made after that of plain text."""
    style: ParagraphStyle = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    face(style, SERIF, size)
    spaced(style, before, after, 1.1)
    return style


def face(style: ParagraphStyle, name: str, size: float | None) -> None:
    """Set the letters of a style, whatever the theme says."""
    style.font.name = name
    style.font.color.rgb = INK
    if size is not None:
        style.font.size = Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in FACES:
        fonts.set(qn(key), name)
    for key in THEMED:
        fonts.attrib.pop(qn(key), None)


def spaced(style: ParagraphStyle, before: float, after: float, line: float) -> None:
    """The room around paragraphs and between their lines: nothing is spaced by empty ones."""
    shape = style.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), line
    shape.widow_control = True


def plain_border(style: ParagraphStyle) -> None:
    """Take the coloured rule away that the template draws below a title."""
    shape = style.element.get_or_add_pPr()
    for border in shape.findall(qn("w:pBdr")):
        shape.remove(border)


def page(made: Made) -> None:
    """A4 with margins of a letter."""
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.4)
        section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)


def sheet_width(made: Made) -> int:
    """The room between the margins, in the units of the file."""
    section = made.sections[0]
    width, left, right = section.page_width, section.left_margin, section.right_margin
    return int(width or 0) - int(left or 0) - int(right or 0)


def running(made: Made, title: str) -> None:
    """The title at the head of every page but the first; at the foot what the report is not, and the page's number."""
    section = made.sections[0]
    section.different_first_page_header_footer = True
    quiet(section.header.paragraphs[0], made).add_run(title)
    for foot in (section.footer, section.first_page_footer):
        line = quiet(foot.paragraphs[0], made)
        line.add_run("policyc report · not legal advice\t")
        field(line, "PAGE")
        line.add_run(" / ")
        field(line, "NUMPAGES")
    quiet(section.first_page_header.paragraphs[0], made).add_run("policyc · Report on data-sharing agreements")


def quiet(line: Line, made: Made) -> Line:
    """A line at the edge of the page: small, with one stop at the right margin."""
    line.style = made.styles[SOURCE]
    line.paragraph_format.tab_stops.add_tab_stop(sheet_width(made), WD_TAB_ALIGNMENT.RIGHT)
    return line


def field(line: Line, name: str) -> None:
    """A number that the word processor works out."""
    made = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    line._p.append(made)

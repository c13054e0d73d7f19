"""The report on paper: one content, written down as Markdown and as a .docx file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from policyc.findings import Severity
from policyc.render.html.findings import Reference
from policyc.render.html.view import page
from policyc.render.paper import render_docx, render_markdown
from policyc.render.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Span, Style, Table
from policyc.render.paper.content import paper
from policyc.render.paper.markdown import markdown
from policyc.render.paper.word import bookmark_name, document
from policyc.render.paper.words import finding_list
from policyc.report import Baseline, Matrix, Report
from policyc.report.matrix import Cell, Standing
from tests.render import paper_samples, samples

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
REPORTS = {
    "by hand": samples.report(),
    "a whole run": paper_samples.whole(),
    "clean": samples.clean(),
    "empty": samples.empty(),
    "crowded": samples.crowded(14),
}


@pytest.fixture(params=REPORTS, scope="module")
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]


def opened(report: Report) -> Opened:
    return Document(io.BytesIO(render_docx(report)))


# Content


def test_everything_of_the_report_is_said(report: Report) -> None:
    said = "\n".join(paper_samples.words_of(paper(report, {})))
    for finding in report.findings:
        for words in (finding.message, finding.witness, finding.help, finding.suppressed):
            assert " ".join((words or "").replace("`", "").split()) in said
        for evidence in (finding.primary, *finding.related):
            assert evidence.message in said
    for unchecked in report.unchecked:
        assert unchecked.reason in said
        assert unchecked.quote in said
    for shown in report.documents:
        assert shown.title in said
        for clause in shown.clauses:
            assert clause.quoted is None or clause.quoted in said
            for reading in clause.readings:
                if reading.aspect != "says who":
                    assert f"{reading.aspect}: {' '.join(reading.words.split())}" in said
    for flow in report.flows:
        assert all(data in said for data in flow.data)
    for name in report.given:
        assert name in said
    for rule in report.rules:
        assert rule.name in said
    for one in report.provenance.inputs:
        assert one.sha256 in said
    assert page(report, {}).verdict in said


def test_sections_stand_in_the_order_of_the_page(report: Report) -> None:
    headings = [block for block in paper(report, {}).blocks if isinstance(block, Heading) and block.level == 1]
    order = [anchor for anchor, _ in page(report, {}).contents]
    assert sorted(heading.anchor or "" for heading in headings) == sorted(order)
    assert headings[0].anchor == "findings"


def test_headings_skip_no_level(report: Report) -> None:
    levels = [block.level for block in paper(report, {}).blocks if isinstance(block, Heading)]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_empty(report: Report) -> None:
    for block in paper(report, {}).blocks:
        match block:
            case Heading(_, words) | Paragraph(words):
                assert "".join(span.words for span in words).strip(), block
            case Bullets(items):
                assert items
                assert all("".join(span.words for span in words).strip() for words in items)
            case Table():
                assert block.rows
                assert {len(row) for row in block.rows} == {len(block.columns)} == {len(block.shares)}


def test_why_it_matters_comes_with_its_sources() -> None:
    said = render_markdown(samples.report())
    assert "**Why it matters:**" in said
    assert "**Sources:**" in said
    assert "None needed" not in said


def test_a_suppression_gives_its_reason() -> None:
    said = render_markdown(paper_samples.whole())
    assert "**Suppressed:** known and accepted by both sides" in said
    assert "judged on 2026-01-01" in said
    bare = replace(samples.report(), findings=(replace(samples.findings()[0], suppressed=""),))
    assert "**Suppressed:** no reason given" in render_markdown(bare)


def test_the_times() -> None:
    said = render_markdown(paper_samples.whole())
    assert "| termination | 30 days (2032-01-30) | Globex | delete balances | Deal, clause 4.4 |" in said
    assert (
        "Clauses 4.4 and 4.5 survive for 2 years after termination; Deal, clause 4.4, clause 4.5; **for 2 years**"
        in said
    )


def test_a_flow_without_a_purpose_stands_out() -> None:
    assert "| **no purpose stated** |" in render_markdown(samples.report())
    forbidden = replace(samples.report().flows[-1], forbidden=True)
    said = render_markdown(replace(samples.report(), flows=(forbidden,)))
    assert "*must not give (proposed)* shopping location | Facebook | any purpose |" in said


def test_the_excerpt_of_a_line_marks_what_is_meant() -> None:
    sources = {samples.PATH: "\n" * 43 + "7: Facebook may use bank data only with opt-in consent, as said.\n"}
    finding = samples.findings()[0]
    short = replace(finding.primary, quote="bank data", place=samples.at(44, 9, 21))
    said = render_markdown(replace(samples.report(), findings=(replace(finding, primary=short),)), sources)
    assert "**bank data**" in said


def test_matrices_with_notes_and_what_is_left_out() -> None:
    long = "with opt-in consent of the customer, and only until 2027-01-01"
    cells = tuple(
        tuple(Cell(standing, (), terms) for _ in range(8))
        for standing, terms in ((Standing.CONDITIONAL, long), (Standing.SILENT, ""))
    )
    matrix = Matrix(
        "Deal",
        samples.at(1),
        "Facebook",
        "use",
        "purpose",
        ("balances", "location"),
        (*(f"purpose {number}" for number in range(7)), ""),
        cells,
        ("logs",),
        ("ads", "games"),
        ("bank data",),
        "3 rows were left out.",
    )
    said = render_markdown(replace(samples.report(), matrices=(matrix,)))
    assert (
        "#### What Facebook may use, and for which purpose\n\n*What Facebook may use, and for which purpose (purposes 1 to 4 of 8)*"
        in said
    )
    assert "| balances | **conditional**; note 1 |" in said
    assert f"1. {long}" in said
    assert "any other purpose |" in said
    for words in (
        "Data of which nothing is said: logs.",
        "Purposes of which nothing is said: ads and games.",
        "3 rows were left out.",
        "Of bank data nothing is said but what is said of narrower data above.",
    ):
        assert words in said


def test_what_was_asked_for_is_said() -> None:
    made = replace(
        samples.report().provenance, as_of=date(2018, 9, 1), laws=("HIPAA",), select=("alias",), ignore=("reveals",)
    )
    unread = replace(made.inputs[0], sha256="")
    report = replace(
        samples.report(), provenance=replace(made, inputs=(unread,)), baseline=Baseline(()), judged_on=date(2026, 1, 1)
    )
    said = render_markdown(report)
    for words in (
        "stand on 2018-09-01",
        "on request: HIPAA",
        "asked for: alias",
        "request: reveals",
        "a baseline",
        "could not be read",
    ):
        assert words in said, words


def test_findings_are_listed_by_kind() -> None:
    def reference(number: int, severity: Severity, suppressed: bool = False) -> Reference:
        return Reference(number, f"finding-{number}", severity, suppressed, "rule")

    listed = finding_list(
        [
            reference(9, Severity.NOTE, True),
            reference(3, Severity.WARNING),
            reference(2, Severity.WARNING),
            reference(1, Severity.ERROR),
        ]
    )
    assert "".join(span.words for span in listed) == "error 1; warnings 2, 3; suppressed 9"
    assert [span.target for span in listed if span.target] == ["finding-1", "finding-2", "finding-3", "finding-9"]


# Markdown


def test_markdown_reads_back_as_the_blocks(report: Report) -> None:
    """Another reader finds the same headings, lists, tables and quotations, and the same words."""
    tokens = READER.parse(render_markdown(report))
    made = paper(report, {})
    assert not [token for token in tokens if token.type.startswith("html")]
    headings = [int(token.tag[1]) - 1 for token in tokens if token.type == "heading_open"]
    assert headings == [block.level for block in made.blocks if isinstance(block, Heading)]
    kinds = [token.type for token in tokens]
    assert kinds.count("table_open") == sum(isinstance(block, Table) for block in made.blocks)
    assert kinds.count("tr_open") == sum(len(block.rows) + 1 for block in made.blocks if isinstance(block, Table))
    assert kinds.count("list_item_open") == sum(len(block.items) for block in made.blocks if isinstance(block, Bullets))
    read = ["".join(child.content for child in token.children or []) for token in tokens if token.type == "inline"]
    expected = [words for words in map(squeezed, paper_samples.words_of(made)) if words != "–"]
    assert sorted(words for words in map(squeezed, read) if words not in ("", "–")) == sorted(expected)


def squeezed(words: str) -> str:
    return " ".join(words.split())


def test_blanks_stay_outside_of_marks() -> None:
    words = (Span("a ", Style.STRONG), Span(" "), Span(" b ", Style.CODE), Span("c", Style.EMPHASIS))
    assert markdown(Paper("", "", (Paragraph(words),))) == "**a**   `b` *c*\n"


# .docx


def test_it_opens_and_says_the_same(report: Report) -> None:
    made = opened(report)
    linked = [squeezed("".join(node.text or "" for node in line._p.iter(qn("w:t")))) for line in made.paragraphs]
    expected = sorted(map(squeezed, paper_samples.words_of(paper(report, {}))))
    texts = [
        "".join(node.text or "" for node in cell._tc.iter(qn("w:t")))
        for table in made.tables
        for row in table.rows
        for cell in row.cells
    ]
    assert sorted([*linked, *map(squeezed, texts)]) == expected


def test_the_same_report_is_the_same_file(report: Report) -> None:
    data = render_docx(report)
    assert data == render_docx(report)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert parts.testzip() is None
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert "dcterms:" not in core
    assert not re.search(rb"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:", everything)


def test_its_properties_and_language() -> None:
    made = opened(samples.report())
    core = made.core_properties
    assert core.title == "Report on “Account linking” and “Proposed bank deal”"
    assert core.author == "policyc 0.1.0"
    assert core.language == "en-GB"
    languages = {node.get(qn("w:val")) for node in made.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_real_styles_and_no_empty_lines(report: Report) -> None:
    made = opened(report)
    assert made.paragraphs[0].style
    assert made.paragraphs[0].style.name == "Title"
    names = [line.style.name for line in made.paragraphs if line.style]
    levels = [block.level for block in paper(report, {}).blocks if isinstance(block, Heading)]
    assert [name for name in names if name == "Title" or str(name).startswith("Heading")] == [
        f"Heading {level}" if level else "Title" for level in levels
    ]
    assert all("".join(node.text or "" for node in line._p.iter(qn("w:t"))).strip() for line in made.paragraphs)


def test_tables_repeat_their_heads_and_tell_what_they_are(report: Report) -> None:
    for table in opened(report).tables:
        rows = [row._tr for row in table.rows]
        assert [bool(row.findall(f".//{qn('w:tblHeader')}")) for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.findall(f".//{qn('w:cantSplit')}") for row in rows)
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        order = [child.tag for child in properties]
        assert order.index(qn("w:tblLook")) < order.index(qn("w:tblCaption"))


def test_every_link_leads_to_a_mark(report: Report) -> None:
    body = opened(report).element.body
    marks = [node.get(qn("w:name")) for node in body.iter(qn("w:bookmarkStart"))]
    numbers = [node.get(qn("w:id")) for node in body.iter(qn("w:bookmarkStart"))]
    links = {node.get(qn("w:anchor")) for node in body.iter(qn("w:hyperlink"))}
    assert len(set(marks)) == len(marks)
    assert len(set(numbers)) == len(numbers)
    assert all(len(mark) <= 40 and re.fullmatch(r"[A-Za-z]\w*", mark) for mark in marks)
    assert links <= set(marks)


def test_heads_and_feet_have_the_title_and_the_number_of_the_page() -> None:
    section = opened(samples.report()).sections[0]
    assert section.different_first_page_header_footer
    assert "Account linking" in section.header.paragraphs[0].text
    for foot in (section.footer, section.first_page_footer):
        fields = [node.get(qn("w:instr")) for node in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert "not legal advice" in foot.paragraphs[0].text


def test_each_numbered_list_begins_at_one() -> None:
    items = tuple((Span(words),) for words in "ab")
    blocks: tuple[Block, ...] = (Bullets(items, numbered=True), Paragraph((Span("x"),)), Bullets(items, numbered=True))
    made = Document(io.BytesIO(document(Paper("t", "m", blocks))))
    numbers = [int(node.get(qn("w:val"))) for line in made.paragraphs for node in line._p.iter(qn("w:numId"))]
    assert len(numbers) == 4
    assert len(set(numbers)) == 2
    numbering = made.part.numbering_part.element
    for number in set(numbers):
        override = numbering.num_having_numId(number).lvlOverride_lst[0]
        assert override.startOverride.val == 1


def test_what_follows_a_table_keeps_its_distance() -> None:
    table = Table("t", ("a",), (((Span("x"),),),), (1,), titled=True)
    made = Document(io.BytesIO(document(Paper("t", "m", (table, Paragraph((Span("y"),)), Paragraph((Span("z"),)))))))
    caption, first, second = made.paragraphs
    assert caption.style
    assert caption.style.name == "Caption"
    assert first.paragraph_format.space_before
    assert second.paragraph_format.space_before is None


def test_names_of_marks() -> None:
    assert bookmark_name("finding-0123456789abcdef-12") == "a_finding_0123456789abcdef_12"
    assert len(bookmark_name("x" * 90)) == 40

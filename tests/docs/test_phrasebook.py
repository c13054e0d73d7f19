"""Every wording of the phrasebook is read, and read as the page says; none of them is found fault with."""

import re
from dataclasses import dataclass
from functools import cache

import pytest

from policyc.findings import Severity
from policyc.pipeline.gather import gather
from policyc.pipeline.road import Examination, examine
from policyc.source import Source
from tests.docs.test_examples import LINK, POLICY, ROOT

PATH = ROOT / "docs" / "phrasebook.md"
SPAN = re.compile(r"`([^`]+)`")
AS_IT_STANDS = "✓"
HEADER = re.compile(r'agreement "')
OWN = re.compile(r'agreement "|Clauses? \d|\d+: ')
PARTIES = 'agreement "Row" between Customer and Provider.'


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its section, the names declared there, what the contract says, what to write, what it reads as."""

    section: str
    names: str
    said: str
    written: tuple[str, ...]
    read_as: tuple[str, ...]

    @property
    def text(self) -> str:
        """The row as a file of its own."""
        headers = [each for each in self.written if HEADER.match(each)]
        clauses = [each for each in self.written if not HEADER.match(each)]
        header = headers or [] if HEADER.search(self.names) else headers or [PARTIES]
        return "\n".join([self.names, *header, *clauses, ""])


def together(names: str, found: list[Row]) -> str:
    """The wordings of a section in one agreement, but for those that have labels or a header of their own."""
    written = [each.written for each in found if not any(OWN.match(sentence) for sentence in each.written)]
    header = [] if HEADER.search(names) else [PARTIES]
    return "\n".join([names, *header, *(sentence for each in written for sentence in each), ""])


def sections(page: str) -> list[tuple[str, str]]:
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def row(section: str, names: str, said: str, cell: str) -> Row:
    spans = SPAN.findall(cell)
    written = [said] if cell.startswith(AS_IT_STANDS) else [each for each in spans if each.endswith(".")]
    return Row(section, names, said, tuple(written), tuple(each for each in spans if not each.endswith(".")))


def rows(page: str, common: str) -> list[Row]:
    found = []
    for title, body in sections(page):
        if "| The contract says |" not in body:
            continue
        names = common + "".join(POLICY.findall(body))
        for line in body.splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
            if line.startswith("| ") and len(cells) == 2 and not cells[0].startswith("The contract says"):
                found.append(row(title, names, *cells))
    return found


PAGE = PATH.read_text(encoding="utf-8")
COMMON = POLICY.findall(PAGE)[0]
ROWS = rows(PAGE, COMMON)


@cache
def examined(text: str) -> Examination:
    return examine([Source("phrasebook.policy", text)])


def problems(text: str) -> list[str]:
    findings = examined(text).findings
    faults = [f"[{each.rule}] {each.message}" for each in findings.found if each.severity is Severity.ERROR]
    return faults + [f"unread: {each.reason}" for each in findings.unchecked if each.incomplete]


def readings(text: str) -> str:
    examination = examined(text)
    documents = gather(examination, examination.findings).documents
    each = (reading for document in documents for clause in document.clauses for reading in clause.readings)
    return "\n".join(f"{reading.aspect} {reading.words}" for reading in each)


@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.said[:60])
def test_a_wording_is_read_and_not_found_fault_with(each: Row) -> None:
    assert each.written
    assert not problems(each.text)


@pytest.mark.parametrize("each", [each for each in ROWS if each.read_as], ids=lambda each: each.said[:60])
def test_a_wording_reads_as_the_page_says(each: Row) -> None:
    for words in each.read_as:
        assert words in readings(each.text)


@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.said[:60])
def test_a_wording_carries_the_sentence_whole(each: Row) -> None:
    """No condition is quoted; quotations give only what a name stands for, titles, and who says so."""
    for sentence in each.written:
        assert not re.search(r'\b(if|unless|with|without|when|after|before|under|only) "', sentence)


@pytest.mark.parametrize("text", POLICY.findall(PAGE)[1:])
def test_names_and_longer_examples_are_read(text: str) -> None:
    assert not problems(COMMON + text)


@pytest.mark.parametrize("section", sorted({each.section for each in ROWS}))
def test_the_wordings_of_a_section_stand_together(section: str) -> None:
    found = [each for each in ROWS if each.section == section]
    assert not problems(together(found[0].names, found))


def test_every_link_leads_somewhere() -> None:
    for link in LINK.findall(PAGE):
        assert (PATH.parent / link).exists(), link


def test_the_page_is_a_book() -> None:
    assert len(ROWS) > 120

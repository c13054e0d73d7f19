"""Every wording of the phrasebook is read, reads as it did when somebody read it, and none is found fault with."""

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from policyc.findings import Severity
from policyc.pipeline.gather import gather
from policyc.pipeline.road import Examination, examine
from policyc.source import Source
from tests.docs.test_examples import LINK, POLICY, ROOT

PATH = ROOT / "docs" / "phrasebook.md"
SPAN = re.compile(r"`([^`]+)`")
SEAL = Path(__file__).with_name("phrasebook.readings")
AS_IT_STANDS = "✓"
NUMBERED = re.compile(r"\d+\. ")
HEADER = re.compile(r'agreement "')
OWN = re.compile(r'agreement "|Clauses? \d|\d+: ')


@dataclass(frozen=True, slots=True)
class Row:
    """A wording: its section, the names and the header there, what the contract says, and what to write."""

    section: str
    names: str
    said: str
    written: tuple[str, ...]

    @property
    def text(self) -> str:
        """The wording as a file of its own."""
        return "\n".join([self.names, *self.written, ""])


def together(names: str, found: list[Row]) -> str:
    """The wordings of a section in one agreement, but for those that have labels or a header of their own."""
    written = [each.written for each in found if not any(OWN.match(sentence) for sentence in each.written)]
    return "\n".join([names, *(sentence for each in written for sentence in each), ""])


def sections(page: str) -> list[tuple[str, str]]:
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def row(section: str, names: str, said: str, cell: str) -> Row:
    written = [said] if cell.startswith(AS_IT_STANDS) else [each for each in SPAN.findall(cell) if each.endswith(".")]
    return Row(section, names, said, tuple(written))


def split(block: str) -> tuple[str, list[str]]:
    """The names and the header of a little agreement, and the sentences after it, a line each."""
    lines = block.splitlines(keepends=True)
    header = next(at for at, line in enumerate(lines) if HEADER.match(line))
    return "".join(lines[: header + 1]), [line.strip() for line in lines[header + 1 :] if line.strip()]


def rows(page: str, common: str) -> list[Row]:
    found = []
    for title, body in sections(page):
        if not NUMBERED.match(title):
            continue
        names, sentences = split(POLICY.findall(body)[0])
        found += [row(title, common + names, sentence, AS_IT_STANDS) for sentence in sentences]
        for line in body.splitlines():
            cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
            if line.startswith("| ") and not cells[0].startswith("The contract says"):
                found.append(row(title, common + names, *cells))
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
    """What was understood, as ``policyc read`` says it: a line for each thing, an empty line between clauses."""
    examination = examined(text)
    documents = gather(examination, examination.findings).documents
    clauses = [clause.readings for document in documents for clause in document.clauses]
    return "\n\n".join("\n".join(f"{each.aspect}: {each.words}" for each in clause) for clause in clauses)


def sealed() -> dict[str, str]:
    """The readings that somebody has read beside the contract's words, by what the contract says."""
    blocks = SEAL.read_text(encoding="utf-8").split("\n= ")[1:] if SEAL.exists() else []
    return {said: body.strip() for said, _, body in (block.partition("\n") for block in blocks)}


@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.said[:60])
def test_a_wording_is_read_and_not_found_fault_with(each: Row) -> None:
    assert each.written
    assert not problems(each.text)


def test_what_every_wording_reads_as_has_been_read() -> None:
    """Set ``POLICYC_WRITE_DOCS=1`` to seal the readings anew, and read what changed beside what the contract says."""
    read = {each.said: readings(each.text) for each in ROWS}
    if os.environ.get("POLICYC_WRITE_DOCS"):
        blocks = (f"\n= {said}\n{words}\n" for said, words in read.items())
        SEAL.write_text("What each wording of docs/phrasebook.md reads as.\n" + "".join(blocks), encoding="utf-8")
    else:
        assert read == sealed()


@pytest.mark.parametrize("each", ROWS, ids=lambda each: each.said[:60])
def test_a_wording_carries_the_sentence_whole(each: Row) -> None:
    """No condition is quoted; quotations give only what a name stands for, titles, and who says so."""
    for sentence in each.written:
        assert not re.search(r'\b(if|unless|with|without|when|after|before|under|only) "', sentence)


@pytest.mark.parametrize("text", POLICY.findall(PAGE)[1:])
def test_a_little_agreement_of_the_page_is_read_and_not_found_fault_with(text: str) -> None:
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

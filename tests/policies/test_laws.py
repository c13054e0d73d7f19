"""The laws that policyc ships: sound, dated, sourced, each with a page whose examples it finds, and quiet elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from policyc.findings import Finding
from policyc.model.document import Requirement, TermLimit
from policyc.pipeline.formatting import formatted
from policyc.pipeline.law_texts import LawText, law_texts
from policyc.pipeline.laws import law
from policyc.pipeline.road import Examination, examine
from policyc.report import Held
from policyc.source import Source

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "laws"
FENCE = re.compile(r"^(?P<kind>Bad|Good):\n+```policy\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r'# (?P<severity>error|warning|note): "(?P<words>[^"]+)"')
RULES = ("requirement-unmet", "forbidden-provision")
LAWS = [pytest.param(text, id=text.title) for text in law_texts()]


@dataclass(frozen=True)
class Example:
    """One fence of a page."""

    page: str
    kind: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.page}-{self.kind.lower()}-{self.number}"


def examples() -> list[Example]:
    """The fences of every page."""
    return [
        Example(page.stem, match["kind"], number, match["text"])
        for page in sorted(PAGES.glob("*.md"))
        for number, match in enumerate(FENCE.finditer(page.read_text(encoding="utf-8")), start=1)
    ]


def of_laws(examination: Examination) -> list[Finding]:
    """What shipped laws and other requirements find."""
    found = [finding for finding in examination.findings.found if finding.rule in RULES]
    return sorted(found, key=lambda finding: (finding.primary.place.line, finding.severity.value))


# What a law has to have


@pytest.mark.parametrize("text", LAWS)
def test_a_law_is_sound_dated_and_sourced(text: LawText) -> None:
    document = law(text.source)
    assert document.kind == "policy"
    assert document.start is not None
    assert document.title == text.title
    assert tuple(" ".join(each.split()) for each in document.under) == text.under
    assert text.under
    assert not document.lexicon.entries, "names belong into the vocabulary: a law with names of its own is read twice"
    demands: list[Requirement | TermLimit] = [*document.requirements, *document.term_limits]
    for each in demands:
        assert each.label, each.origin.words
        assert each.per, each.origin.words
        assert each.per.words, each.origin.words
        assert each.selections, "a law says for whom it is made"


@pytest.mark.parametrize("text", LAWS)
def test_a_law_stands_in_its_canonical_form_with_its_sources_and_disclaimer(text: LawText) -> None:
    assert formatted(text.source).text == text.source.text
    assert "no legal advice" in text.source.text
    assert re.search(r"\bread\b", text.source.text.split("\npolicy ", 1)[0], re.IGNORECASE)


@pytest.mark.parametrize("text", LAWS)
def test_a_law_has_a_page_with_examples_that_pass_and_fail(text: LawText) -> None:
    page = PAGES / f"{Path(text.source.path).stem}.md"
    kinds = [match["kind"] for match in FENCE.finditer(page.read_text(encoding="utf-8"))]
    assert kinds.count("Good") >= 2
    assert kinds.count("Bad") >= 1
    document = law(text.source)
    labels = {each.label for each in document.requirements} | {each.label for each in document.term_limits}
    assert all(label in page.read_text(encoding="utf-8") or label.startswith("164") for label in labels if label)


def test_titles_and_pages_are_each_of_one_law() -> None:
    titles = [text.title.lower() for text in law_texts()]
    assert len(set(titles)) == len(titles)
    assert {page.stem for page in PAGES.glob("*.md")} - {"README"} == {
        Path(text.source.path).stem for text in law_texts()
    }


# The examples


@pytest.mark.parametrize("example", examples(), ids=str)
def test_a_page_finds_what_its_example_marks_and_nothing_else(example: Example) -> None:
    examination = examine([Source("page.policy", example.text)])
    assert not [item for item in examination.findings.unchecked if item.incomplete]
    lines = enumerate(example.text.splitlines(), start=1)
    wanted = [(number, m["severity"], m["words"]) for number, line in lines for m in MARK.finditer(line)]
    assert bool(wanted) == (example.kind == "Bad")
    found = of_laws(examination)
    told = "\n".join(f"{one.primary.place.line}: {one.severity.value} {one.message}" for one in found) or "(nothing)"
    assert [(one.primary.place.line, one.severity.value) for one in found] == [mark[:2] for mark in wanted], told
    assert all(mark[2] in one.message for one, mark in zip(found, wanted, strict=True)), told


@pytest.mark.parametrize("example", [each for each in examples() if each.kind == "Good"], ids=str)
def test_without_a_declaration_every_law_is_silent(example: Example) -> None:
    text = re.sub(r',\s*under\s+"[^"]*"', "", example.text)
    examination = examine([Source("page.policy", text)])
    assert not of_laws(examination)
    assert {each.held for each in examination.facts.requirements.applications} == {Held.UNDECLARED}


# Whole agreements

AGREEMENTS = sorted((ROOT / "policies" / "examples").glob("*.policy"))


@pytest.mark.parametrize("file", AGREEMENTS, ids=lambda file: file.stem)
def test_a_law_speaks_of_real_agreements_only_where_they_declare_it(file: Path) -> None:
    examination = examine([Source(file.name, file.read_text(encoding="utf-8"))])
    declaring = {each.title for each in examination.workspace.agreements if each.under or each.using}
    for finding in of_laws(examination):
        assert finding.primary.agreement in declaring, finding.message
    applied = {
        each.agreement.title: each for each in examination.facts.requirements.applications if each.held is Held.APPLIED
    }
    assert set(applied) <= declaring


@pytest.mark.parametrize("file", AGREEMENTS, ids=lambda file: file.stem)
def test_no_law_finds_an_error_in_a_real_agreement(file: Path) -> None:
    examination = examine([Source(file.name, file.read_text(encoding="utf-8"))])
    assert not [finding.message for finding in of_laws(examination) if finding.severity.value == "error"]

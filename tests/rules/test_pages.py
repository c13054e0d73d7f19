"""Every rule's page is run: its examples go down the whole road, and the rule finds what they mark and nothing else."""

import re
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from policyc.findings import Finding, Severity
from policyc.pipeline.road import examine
from policyc.rules.catalogue import Rule, modules, rule_of, rules, sections
from policyc.rules.pages import page_text, pages, write
from policyc.source import Source

DOCS = Path(__file__).resolve().parents[2] / "docs" / "rules"
HEADINGS = ["What it does", "Why it matters", "Example", "Known limits", "References"]
LEAST = {"Bad": 2, "Good": 2, "Boundary": 1}
FENCE = re.compile(r"^(?P<kind>Bad|Good|Boundary):\n+```policy\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r'# (?P<severity>error|warning|note): "(?P<words>[^"]+)"')
UNTESTABLE = {rule_of(module).name for module in modules() if hasattr(module, "UNTESTABLE")}


@dataclass(frozen=True)
class Example:
    """One fence of a page."""

    rule: str
    kind: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.rule}-{self.kind.lower()}-{self.number}"


@dataclass(frozen=True, order=True)
class Mark:
    """What a line of a fence says that the rule must find there."""

    line: int
    severity: str
    words: str


def examples(rule: Rule) -> list[Example]:
    """The fences of a page, each kind counted from 1."""
    counts = dict.fromkeys(LEAST, 0)
    found = []
    for match in FENCE.finditer(rule.page):
        counts[match["kind"]] += 1
        found.append(Example(rule.name, match["kind"], counts[match["kind"]], match["text"]))
    return found


def marks(text: str) -> list[Mark]:
    """What the lines of a fence say that the rule must find."""
    lines = enumerate(text.splitlines(), start=1)
    return sorted(Mark(number, m["severity"], m["words"]) for number, line in lines for m in MARK.finditer(line))


def found_by(rule: str, text: str) -> list[Finding]:
    """What one rule finds in a text."""
    findings = examine([Source(f"{rule}.policy", text)]).findings.found
    return sorted((f for f in findings if f.rule == rule), key=lambda f: (f.primary.place.line, f.severity.value))


def told(finding: Finding) -> str:
    """A finding on one line, for a failing test."""
    return f"{finding.primary.place.line}: {finding.severity.value} [{finding.rule}] {finding.message}"


ALL = [example for rule in rules().values() for example in examples(rule)]


@pytest.mark.parametrize("example", ALL, ids=str)
def test_the_rule_finds_what_its_example_marks_and_nothing_else(example: Example) -> None:
    wanted = marks(example.text)
    assert bool(wanted) == (example.kind == "Bad") or example.kind == "Boundary"
    found = found_by(example.rule, example.text)
    report = "\n".join(map(told, found)) or "(nothing found)"
    assert [(f.primary.place.line, f.severity.value) for f in found] == [(m.line, m.severity) for m in wanted], report
    for finding, mark in zip(found, wanted, strict=True):
        assert mark.words in finding.message, report


@pytest.mark.parametrize("example", [e for e in ALL if rules()[e.rule].check], ids=str)
def test_examples_are_read_without_a_finding_of_an_earlier_stage(example: Example) -> None:
    findings = examine([Source("page.policy", example.text)]).findings
    early = [f for f in findings.found if f.rule not in rules() or not rules()[f.rule].check]
    assert not early, "\n".join(map(told, early))
    assert not [item for item in findings.unchecked if item.incomplete]


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_a_page_has_its_parts(rule: Rule) -> None:
    summary, *rest = rule.page.strip().splitlines()
    assert re.fullmatch(r"[A-Z].*\.", summary), "the first line is one sentence"
    assert rule.name not in summary
    assert rest[0] == ""
    assert re.findall(r"^#+ (.*)$", without_fences(rule.page), re.MULTILINE) == HEADINGS
    sections = re.split(r"^## .*$", rule.page, flags=re.MULTILINE)[1:]
    assert all(section.strip() for section in sections), "no part is empty"
    assert "?" not in without_fences(rule.page), "nothing unverified, nothing left open"


@pytest.mark.parametrize("rule", [r for r in rules().values() if r.name not in UNTESTABLE], ids=lambda r: r.name)
def test_a_page_has_enough_examples(rule: Rule) -> None:
    found = examples(rule)
    assert rule.page.count("```policy") == len(found), "each fence follows a line Bad:, Good: or Boundary:"
    assert {kind for kind, least in LEAST.items() if sum(e.kind == kind for e in found) < least} == set()


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_what_a_report_tells_of_a_rule_is_plain(rule: Rule) -> None:
    assert list(sections(rule.page)) == HEADINGS
    told = f"{rule.summary} {rule.why} {rule.references}"
    assert not re.search(r"\bpolicyc\b.*\bengine\b|\bengine\b|\bnorm\b|\bregion\b|\bclosure\b|\bbit set\b", told)
    assert all("\n" not in part for part in rule.why.split("\n\n"))
    assert rule.why.endswith(".")
    assert not rule.references or rule.references.endswith(".")
    assert "one needed" not in rule.references


def test_where_no_reference_is_needed_the_page_says_so_and_a_report_shows_none() -> None:
    assert rules()["alias"].references == ""
    assert "None needed" in rules()["alias"].page
    assert rules()["no-audit"].references.startswith("Regulation (EU) 2016/679 art. 28(3)(h)")


def test_examples_of_a_page_keep_their_lines() -> None:
    assert "```policy\nAcme is" in sections(rules()["alias"].page)["Example"]


def without_fences(page: str) -> str:
    """A page's own words."""
    return re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)


def test_names_are_unique_and_kebab_case() -> None:
    names = [rule_of(module).name for module in modules()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


@pytest.mark.parametrize("module", list(modules()), ids=lambda module: module.__name__)
def test_a_rule_states_its_severity_and_why_it_has_no_examples(module: ModuleType) -> None:
    assert isinstance(module.SEVERITY, Severity)
    assert len(getattr(module, "UNTESTABLE", "a reason in words").split()) > 3


def test_docs_hold_exactly_the_pages() -> None:
    wanted = pages()
    present = {path.name: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}
    again = "run: python -m policyc.rules.pages docs/rules"
    assert sorted(present) == sorted(wanted), again
    assert [name for name in wanted if present[name] != wanted[name]] == [], again


def test_writing_the_pages_takes_old_ones_away(tmp_path: Path) -> None:
    (tmp_path / "gone.md").write_text("# gone\n", encoding="utf-8")
    write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(pages())


def test_a_page_in_docs_is_the_module_text_under_its_name() -> None:
    rule = rules()["contradiction"]
    assert page_text(rule).startswith("# contradiction\n")
    assert rule.page.strip() in page_text(rule)

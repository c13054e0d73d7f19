"""The index of a portfolio: a row for each agreement, gravest first, and what concerns no single one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policyc.findings import Severity
from policyc.render.html.anchors import Anchors
from policyc.render.html.evidence import Setting
from policyc.render.html.findings import FindingItem, numbered
from policyc.render.html.page import poured
from policyc.render.html.rules import Family, families, rules_words
from policyc.render.phrases import counted, listed
from policyc.report import IndexRow, PortfolioReport
from policyc.report.record import index_record

STYLES = ("page.css", "tools.css", "picture.css", "witness.css", "index.css", "print.css")
SCRIPTS = ("page.js",)

HEADINGS = {"error": "With errors", "warning": "With warnings", "note": "With notes only", "clear": "Nothing found"}

WORDS = {"error": "with errors", "warning": "with warnings", "note": "with notes only", "clear": "without a finding"}


@dataclass(frozen=True, slots=True)
class IndexItem:
    """A row, its ranks (``number`` gravest first, ``place`` by title), and the severity of its gravest finding."""

    row: IndexRow
    kind: str
    number: int
    place: int


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The rows under one heading."""

    key: str
    heading: str
    items: tuple[IndexItem, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """Everything that the template shows."""

    report: PortfolioReport
    title: str
    verdict: str
    standing: str
    groups: tuple[IndexGroup, ...]
    general: tuple[FindingItem, ...]
    rules: str
    families: tuple[Family, ...]

    @property
    def elsewhere(self) -> str:
        """The page that lists all rules where this one does not: the index does."""
        return ""

    @property
    def noun(self) -> str:
        """What the rows are called."""
        return noun(self.report)

    @property
    def named_rules(self) -> list[str]:
        """The rules that found something on any page, by name."""
        return sorted({rule for row in self.report.rows for rule in row.rules})

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that were read."""
        return tuple(each.path for each in self.report.provenance.inputs)

    @property
    def counts(self) -> Iterator[tuple[str, int]]:
        """The numbers that the page begins with."""
        total = self.report.summary
        yield "Agreements", total.agreements
        yield "Clauses", total.clauses
        yield "Errors", total.errors
        yield "Warnings", total.warnings
        yield "Notes", total.notes
        if total.suppressed:
            yield "Suppressed", total.suppressed


def render_index(portfolio: PortfolioReport) -> str:
    """The index as one HTML file; its rows lead to the pages beside it."""
    view = index_page(portfolio)
    return poured("index.html.j2", view, view.title, index_record(portfolio), STYLES, SCRIPTS)


def index_page(portfolio: PortfolioReport) -> IndexPage:
    """Prepare a portfolio for the template."""
    items = list(ranked(portfolio.rows))
    setting = Setting(Anchors(()), {}, {rule.name: rule for rule in portfolio.rules}, {}, None)
    grouped = (IndexGroup(key, words, tuple(i for i in items if i.kind == key)) for key, words in HEADINGS.items())
    return IndexPage(
        report=portfolio,
        title=f"Portfolio of {counted(portfolio.summary.agreements, 'agreement')}",
        verdict=verdict(portfolio),
        standing=standing(portfolio, items),
        groups=tuple(group for group in grouped if group.items),
        general=tuple(numbered(portfolio.general, setting)),
        rules=rules_words(portfolio.rules, portfolio.version),
        families=tuple(families(portfolio.rules)),
    )


def ranked(rows: Sequence[IndexRow]) -> Iterator[IndexItem]:
    """The rows, gravest first: by errors, then warnings, then notes, then title."""
    by_title = sorted(rows, key=lambda row: (row.title.casefold(), row.path, row.page))
    place = {row.page: number for number, row in enumerate(by_title)}
    order = sorted(by_title, key=lambda row: (-row.errors, -row.warnings, -row.notes))
    for number, row in enumerate(sorted(order, key=lambda row: list(HEADINGS).index(kind(row)))):
        yield IndexItem(row, kind(row), number, place[row.page])


def kind(row: IndexRow) -> str:
    """How grave the gravest finding of an agreement is."""
    return row.gravest_severity.value if row.gravest_severity else "clear"


def verdict(portfolio: PortfolioReport) -> str:
    """The outcome in one line."""
    if not portfolio.rows:
        return "Nothing was checked."
    wrong = sum(row.gravest_severity is Severity.ERROR for row in portfolio.rows)
    total = counted(len(portfolio.rows), noun(portfolio))
    outcome = f"Errors in {wrong:,} of {total}" if wrong else f"No errors in {total}"
    return f"{outcome}, {'and' if wrong else 'but'} the check is incomplete." if portfolio.incomplete else f"{outcome}."


def noun(portfolio: PortfolioReport) -> str:
    """What the rows are called: pages where some are of files that hold no agreement."""
    return "agreement" if all(row.kind == "agreement" for row in portfolio.rows) else "page"


def standing(portfolio: PortfolioReport, items: Sequence[IndexItem]) -> str:
    """How many agreements have what, and how many were not checked in full."""
    total = portfolio.summary
    scope = f"{counted(total.agreements, 'agreement')} of {counted(total.clauses, 'clause')}"
    numbers = {key: sum(item.kind == key for item in items) for key in HEADINGS}
    parts = listed(f"{number:,} {WORDS[key]}" for key, number in numbers.items() if number)
    said = f"This index lists {scope} in {counted(total.files, 'file')}" + (f": {parts}." if parts else ".")
    gaps = sum(row.incomplete for row in portfolio.rows)
    return said + (f" {counted(gaps, noun(portfolio))} could not be checked in full." if gaps else "")

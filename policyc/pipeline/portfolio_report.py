"""The report on a portfolio: an index, and a page for each agreement, made one after the other and never all held."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from policyc.findings import Finding
from policyc.pipeline.baseline import Known, held_against
from policyc.pipeline.check import Examined, Settings, counts, examined
from policyc.pipeline.files import Inputs
from policyc.pipeline.portfolio.examine import Portfolio
from policyc.pipeline.portfolio.paging import PageTask, Sheet, work_pages
from policyc.pipeline.portfolio.plan import FILE, Page, Plan
from policyc.pipeline.portfolio.pool import worked
from policyc.pipeline.portfolio.result import FileResult, unpack
from policyc.pipeline.rule_views import rule_views
from policyc.pipeline.selection import EVERY_RULE, Selection
from policyc.report import INDEX, IndexRow, InputView, Links, PortfolioReport, Report, RuleView, Summary

Pages = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What a portfolio's report is about, what was read for it, and trouble with the cache."""

    report: PortfolioReport
    inputs: Inputs
    trouble: str | None = None


def report_portfolio(
    paths: Sequence[str],
    settings: Settings,
    write: Callable[[str, str], None],
    ready: Callable[[Inputs, Sequence[str]], None] = lambda inputs, names: None,
    selection: Selection = EVERY_RULE,
    known: Known | None = None,
) -> Written:
    """Report on every policy file that some paths hold: ``write`` is given each page with its name, the index last.

    ``ready`` is told what was read and which files are going to be written, before any is.
    """
    with examined(paths, settings) as found:
        portfolio = found.portfolio
        whole = found.report(settings, selection)
        whole = held_against(whole, known, selection.wants) if known else whole
        plan = Plan(found.results)
        plan.put(whole.findings, whole.unchecked)
        ready(portfolio.inputs, [*(page.name for page in plan.pages), INDEX])
        maker = Maker(whole, plan, found, settings)
        rows, late = [], portfolio.inputs.findings
        told, left = len(late.found), len(late.unchecked)
        for page, text in maker.pages():
            write(page.name, text)
            rows.append(row_of(page, text))
        plan.general += late.found[told:]
        plan.unchecked += late.unchecked[left:]
    return Written(index_of(whole, plan, rows), portfolio.inputs, portfolio.store.trouble)


def index_of(whole: Report, plan: Plan, rows: Sequence[IndexRow]) -> PortfolioReport:
    """The index of a portfolio."""
    return PortfolioReport(
        version=whole.version,
        rows=tuple(sorted(rows, key=lambda row: (row.title.casefold(), row.title, row.path, row.page))),
        general=tuple(plan.general),
        unchecked=tuple(plan.unchecked),
        summary=whole.summary,
        incomplete=whole.incomplete or any(item.incomplete for item in plan.unchecked),
        rules=whole.rules,
        judged_on=whole.judged_on,
        baseline=whole.baseline,
        provenance=whole.provenance,
    )


def row_of(page: Page, text: str) -> IndexRow:
    """An agreement, or a file, in the index."""
    head = page.head
    in_force = [finding for finding in page.findings if finding.suppressed is None]
    gravest = min(in_force, key=lambda finding: finding.severity.rank, default=None)
    return IndexRow(
        kind=head.kind if head else FILE,
        title=page.title,
        status=head.status if head else "",
        parties=head.parties if head else (),
        period=head.period if head else "",
        path=page.path,
        page=page.name,
        clauses=head.clauses if head else 0,
        **counts(page.findings),
        gravest=gravest.message if gravest else "",
        gravest_severity=gravest.severity if gravest else None,
        rules=tuple(sorted({finding.rule for finding in in_force})),
        unchecked=len(page.unchecked),
        incomplete=any(item.incomplete for item in page.unchecked),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


@dataclass(slots=True)
class Maker:
    """Makes the pages of a plan, a file at a time."""

    whole: Report
    plan: Plan
    found: Examined
    settings: Settings
    read: dict[str, InputView] = field(init=False)
    ran: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Find files by their paths, and which rules ran."""
        self.ran = frozenset(rule.name for rule in self.whole.rules if rule.ran)
        self.read = {each.path: each for each in self.whole.provenance.inputs}

    @property
    def portfolio(self) -> Portfolio:
        """The files."""
        return self.found.portfolio

    def pages(self) -> Iterator[tuple[Page, str]]:
        """Every page with its text, file by file; worked out by several processes where that is worth it."""
        by_file: dict[str, list[Page]] = {}
        for page in self.plan.pages:
            by_file.setdefault(page.path, []).append(page)
        count = len(self.found.results)
        progress = self.settings.progress("Writing pages", count)
        tasks = (self.task(number, result, by_file[result.path]) for number, result in enumerate(self.found.results))
        packed = worked(tasks, count, self.settings.jobs, progress, work_pages)
        for result, data in zip(self.found.results, packed, strict=True):
            texts = unpack(Pages, data)
            if texts is None:
                raise RuntimeError("pages that were packed cannot be read back")
            yield from zip(by_file[result.path], texts, strict=True)

    def task(self, number: int, result: FileResult, pages: Sequence[Page]) -> PageTask:
        """The work on the pages of one file."""
        members = self.portfolio.readings.of([number])
        texts = tuple(self.portfolio.read_again(member) for member in members)
        sheets = tuple(self.sheet(page, result, [path for path, _ in texts]) for page in pages)
        return PageTask(result.path, texts, sheets, self.settings.as_of, self.settings.laws)

    def sheet(self, page: Page, result: FileResult, members: Sequence[str]) -> Sheet:
        """What is known of a page before the work on it."""
        whole, head = self.whole, page.head
        report = Report(
            version=whole.version,
            paths=(page.path,),
            documents=(),
            flows=(),
            findings=tuple(page.findings),
            unchecked=tuple(page.unchecked),
            given=tuple(page.given),
            summary=Summary(1, int(head is not None), head.clauses if head else 0, **counts(page.findings)),
            judged_on=whole.judged_on,
            laws=tuple(law for law in result.laws if head is not None and law.place == head.place),
            rules=self.rules(page.findings),
            provenance=replace(whole.provenance, inputs=self.inputs(page.findings, members)),
            links=Links(pages=tuple(self.plan.links(page))),
        )
        return Sheet(report, page.at if head else None)

    def rules(self, findings: Sequence[Finding]) -> tuple[RuleView, ...]:
        """All rules, with what they found on a page."""
        return rule_views(self.whole.rules, findings, self.ran.__contains__)

    def inputs(self, findings: Iterable[Finding], members: Sequence[str]) -> tuple[InputView, ...]:
        """The files that a page rests on: its own, those that this is read with, and those that findings quote."""
        quoted = [each.place.path for finding in findings for each in (finding.primary, *finding.related)]
        return tuple(self.read[path] for path in sorted({*members, *quoted}) if path in self.read)

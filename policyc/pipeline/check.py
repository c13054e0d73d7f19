"""Checking: from paths to all that is reported of the files there, few or very many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from policyc import __version__
from policyc.findings import Finding, Severity
from policyc.pipeline.cache.store import Store
from policyc.pipeline.files import Candidate, Inputs, Refused, find_files, text_of
from policyc.pipeline.law_texts import law_source
from policyc.pipeline.portfolio.examine import Portfolio, read_files
from policyc.pipeline.portfolio.pool import Progress
from policyc.pipeline.portfolio.result import FileResult
from policyc.pipeline.provenance import Asked, provenance
from policyc.pipeline.rule_views import kept_catalogue, rule_views
from policyc.pipeline.selection import EVERY_RULE, Selection
from policyc.pipeline.suppression.settle import Today, settle
from policyc.report import Report, RuleView, Summary
from policyc.source import Source


def silent(title: str, count: int) -> Progress:
    """Progress that nobody watches."""
    return lambda done: None


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check.

    ``as_of`` is the day on which the documents stand, None for all their days; ``jobs`` the number of processes;
    ``cache`` the folder that keeps results, None for none; ``progress`` is told of work that begins, with its title and
    the number of tasks, and gives what is then told of each that is done; ``today`` tells the day on which suppressions
    with an end are judged, and is asked only where there is one; ``laws`` are shipped laws that are held against every
    agreement, declared or not; ``apart`` examines each file by itself first, even where there are few, so that less has
    to be done over when one of them changes.
    """

    as_of: date | None = None
    jobs: int = 1
    cache: Path | None = None
    progress: Callable[[str, int], Progress] = silent
    today: Today | None = None
    laws: tuple[str, ...] = ()
    apart: bool = False


class Texts(Mapping[str, Source]):
    """The texts of the files that were read, by path; each is read again when it is asked for."""

    def __init__(self, files: dict[str, Candidate]) -> None:
        """Take where the files are."""
        self._files = files
        self._read = lru_cache(maxsize=64)(lambda path: Source(path, text_of(files[path])))

    def __getitem__(self, path: str) -> Source:
        """The text at a path, also of a law that policyc ships; there is none where it cannot be read any more."""
        if law := law_source(path):
            return law
        try:
            return self._read(path)
        except (Refused, KeyError):
            raise KeyError(path) from None

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._files)

    def __len__(self) -> int:
        """How many files there are."""
        return len(self._files)


@dataclass(frozen=True, slots=True)
class Checked:
    """The report of a check, without the shapes along the road; the texts that it quotes; trouble with the cache."""

    report: Report
    inputs: Inputs
    texts: Texts
    trouble: str | None = None


def check_paths(paths: Sequence[str], settings: Settings, selection: Selection = EVERY_RULE) -> Checked:
    """Check every policy file that some paths hold; the findings of the rules that are wanted."""
    with examined(paths, settings) as found:
        report = found.report(settings, selection)
    texts = Texts({file.path: file.candidate for file in found.portfolio.files})
    return Checked(report, found.portfolio.inputs, texts, found.portfolio.store.trouble)


@dataclass(frozen=True, slots=True)
class Examined:
    """Files and the result of each, and the rules of the catalogue; the store of the portfolio may be open still."""

    portfolio: Portfolio
    results: list[FileResult]
    rules: tuple[RuleView, ...]

    def report(self, settings: Settings, selection: Selection) -> Report:
        """What was found in all files together, and what was read and asked for."""
        inputs = self.portfolio.inputs
        report = summed_up(self.results, inputs, selection, settings)
        rules = rule_views(self.rules, report.findings, selection.wants)
        asked = Asked(tuple(inputs.given), settings.as_of, settings.laws, selection)
        return replace(report, rules=rules, provenance=provenance(inputs, asked))


@contextmanager
def examined(paths: Sequence[str], settings: Settings) -> Iterator[Examined]:
    """Examine every policy file that some paths hold; the store is open as long as somebody works on."""
    inputs = Inputs()
    candidates = list(find_files(paths, inputs))
    files = read_files(candidates, inputs, settings.progress("Reading", len(candidates)))
    with Store(settings.cache) as store:
        portfolio = Portfolio(files, inputs, store, settings.jobs, settings.as_of, settings.progress, settings.laws)
        portfolio.few = 1 if settings.apart else portfolio.few
        results = portfolio.results()
        inputs.findings.found += portfolio.named(results)
        yield Examined(portfolio, results, kept_catalogue(store))


def summed_up(results: Sequence[FileResult], inputs: Inputs, selection: Selection, settings: Settings) -> Report:
    """The report of some results, what is suppressed in them marked."""
    findings = [finding for result in results for finding in result.findings] + inputs.findings.found
    unchecked = [item for result in results for item in result.unchecked] + inputs.findings.unchecked
    suppressions = [each for result in results for each in result.suppressions]
    whole = settings.as_of is None and not any(item.incomplete for item in unchecked)
    settled = settle(findings, suppressions, settings.today, whole)
    found = sorted(filter(selection.keeps, settled.findings), key=lambda finding: finding.sort_key)
    given = sorted(given for result in results for given in result.given)
    return Report(
        version=__version__,
        paths=tuple(result.path for result in results),
        documents=(),
        flows=(),
        findings=tuple(found),
        unchecked=tuple(sorted(unchecked, key=lambda item: (item.place, item.reason, item.quote))),
        given=tuple(dict.fromkeys(each.name for each in given)),
        summary=Summary(
            files=len(results),
            agreements=sum(result.agreements for result in results),
            clauses=sum(result.clauses for result in results),
            **counts(found),
        ),
        judged_on=settled.judged_on,
        laws=tuple(sorted((law for result in results for law in result.laws), key=lambda view: view.place)),
    )


def counts(found: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity; suppressed ones count only as such."""
    tally = dict.fromkeys(("errors", "warnings", "notes", "suppressed"), 0)
    names = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}
    for finding in found:
        tally[names[finding.severity] if finding.suppressed is None else "suppressed"] += 1
    return tally

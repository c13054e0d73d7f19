"""Which pages a portfolio has, and what was found that belongs on each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from policyc.findings import Evidence, Finding, Unchecked
from policyc.pipeline.portfolio.naming import page_name
from policyc.pipeline.portfolio.result import FileResult, Head
from policyc.report import PageLink
from policyc.source import Place

FILE = "file"
"""The kind of a page about a policy file that holds no agreement."""


@dataclass(slots=True)
class Page:
    """A page of a portfolio: the agreement that it is about, or else the file, and what belongs on it.

    ``at`` is the position of the agreement among the documents of its file.
    """

    name: str
    path: str
    head: Head | None
    at: int = 0
    findings: list[Finding] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    given: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What it is about."""
        return self.head.title if self.head else self.path


class Plan:
    """The pages of some files; what belongs on none of them is ``general``."""

    def __init__(self, results: Sequence[FileResult]) -> None:
        """Take what was found out of each file."""
        self.pages: list[Page] = []
        self.general: list[Finding] = []
        self.unchecked: list[Unchecked] = []
        self._by_file: dict[str, list[Page]] = {}
        self._starts: dict[str, list[tuple[int, int]]] = {}
        self._by_title: dict[tuple[str, str], list[Page]] = {}
        for result in results:
            self._add(result)
        names = sorted(page.name for page in self.pages)
        if twice := next((one for one, other in pairwise(names) if one == other), None):
            raise RuntimeError(f"two pages would be called {twice}")

    def _add(self, result: FileResult) -> None:
        seen: dict[str, int] = {}
        own = []
        for at, head in enumerate(result.heads):
            if head.kind == "agreement":
                number = seen[head.title] = seen.get(head.title, -1) + 1
                own.append(Page(page_name(result.path, head.title, number), result.path, head, at))
                self._by_title.setdefault((result.path, head.title), []).append(own[-1])
        own = own or [Page(page_name(result.path, ""), result.path, None)]
        self.pages += own
        self._by_file[result.path] = own
        self._starts[result.path] = [(head.place.line, head.place.column) for head in result.heads]
        for page in own:
            page.given = list(dict.fromkeys(given.name for given in result.given))

    # What belongs where

    def put(self, findings: Iterable[Finding], unchecked: Iterable[Unchecked]) -> None:
        """Put what was found, and what was not checked, on the pages that it concerns."""
        for finding in findings:
            for kept in [page.findings for page in self._concerned(finding).values()] or [self.general]:
                kept.append(finding)
        for item in unchecked:
            for left in [page.unchecked for page in self._owning(item.place).values()] or [self.unchecked]:
                left.append(item)

    def _concerned(self, finding: Finding) -> dict[str, Page]:
        """The pages whose agreements a finding quotes, by name."""
        found: dict[str, Page] = {}
        for evidence in (finding.primary, *finding.related):
            found |= self._quoted(evidence)
        return found

    def _quoted(self, evidence: Evidence) -> dict[str, Page]:
        """The pages of what evidence quotes; a definition may belong to several."""
        named = self._by_title.get((evidence.place.path, evidence.agreement or ""), [])
        return {named[0].name: named[0]} if len(named) == 1 else self._owning(evidence.place)

    def _owning(self, place: Place) -> dict[str, Page]:
        """The pages of what stands at a place: of the document that it stands in, else of all in its file."""
        pages = self._by_file.get(place.path, [])
        at = bisect_right(self._starts.get(place.path, []), (place.line, place.column)) - 1
        own = [page for page in pages if page.head is not None and page.at == at]
        return {page.name: page for page in own or pages}

    def links(self, page: Page) -> Iterator[PageLink]:
        """The pages of other agreements that the findings on a page quote, in the order of mention."""
        seen = {page.name}
        for finding in page.findings:
            for evidence in (finding.primary, *finding.related):
                for other in self._by_title.get((evidence.place.path, evidence.agreement or ""), ()):
                    if other.name not in seen:
                        seen.add(other.name)
                        yield PageLink(other.title, other.path, other.name)

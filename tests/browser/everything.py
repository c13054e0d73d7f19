"""Reports in which no field of any shape is left empty, and copies of them whose every string is another text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import cycle
from typing import Any

from policyc.pipeline.run import run
from policyc.report import Baseline, Gone, Links, Matrix, PageLink, Report, Timeline
from tests.browser.subjects import AGREEMENT, FOUNDING, ROOT
from tests.render import samples

GENERATED = {"kind", "sha256", "digest", "page", "index", "severity", "shipped"}
"""Fields that hold what policyc itself makes: no file can put a word into them."""

FEW = 3
"""What is alike in shape teaches nothing new: so many of each stay."""


@cache
def everything() -> Report:
    """The founding case and a real agreement, with what they lack put in: a baseline, links to other pages."""
    report = run([str(ROOT / path) for path in (FOUNDING, AGREEMENT)]).report
    sample = samples.report()
    known = replace(sample.findings[-1], steps=samples.steps())
    times = report.timeline
    return replace(
        report,
        documents=(*(replace(each, clauses=each.clauses[:FEW]) for each in report.documents[:FEW]), *sample.documents),
        findings=(*report.findings[:FEW], *sample.findings[:1], known),
        given=("the customer's bank agrees",),
        flows=(*report.flows[:FEW], replace(sample.flows[0], takers=("Facebook", "others")), *sample.flows[1:]),
        unchecked=(*report.unchecked[:FEW], *sample.unchecked),
        baseline=Baseline((Gone("0" * 16, 2, "reveals", "Deal", "4"),), frozenset({known.fingerprint})),
        matrices=tuple(small(each) for each in report.matrices[:FEW]),
        timeline=Timeline(times.terms[:FEW], times.deadlines[:FEW], times.survivals[:FEW]),
        rules=(*report.rules[:FEW], *sample.rules),
        provenance=replace(report.provenance, laws=("GDPR",), select=("reveals",), ignore=("alias",)),
        links=Links("index.html", (PageLink("Deal", samples.PATH, "deal.html"),)),
    )


def small(matrix: Matrix) -> Matrix:
    """A matrix of few rows and columns, with a word in every field."""
    return replace(
        matrix,
        rows=matrix.rows[:FEW],
        columns=matrix.columns[:FEW],
        cells=tuple(row[:FEW] for row in matrix.cells[:FEW]),
        unsaid_rows=("wages",),
        unsaid_columns=("credit scoring",),
        left_out="Four kinds of data are left out.",
    )


def changed(value: Any, change: Callable[[str], str]) -> Any:
    """A copy of plain data whose strings are what ``change`` makes of them; what policyc itself makes stays."""
    if isinstance(value, str):
        return change(value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.init and field.name not in GENERATED]
        return replace(value, **{name: changed(getattr(value, name), change) for name in names})
    if isinstance(value, tuple):
        return tuple(changed(item, change) for item in value)
    return value


def filled(value: Any, text: str) -> Any:
    """A copy whose every string is a text."""
    return changed(value, lambda _: text)


def dealt(value: Any, texts: Iterable[str]) -> Any:
    """A copy whose strings are some texts, one after the other, and over again."""
    deck = cycle(texts)
    return changed(value, lambda _: next(deck))


def strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """The strings in plain data, each with the shape and the field that it stands in."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from strings(getattr(value, field.name), f"{type(value).__name__}.{field.name}")

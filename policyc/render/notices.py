"""What a run has to tell beside its findings and what it could not check, in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.render.conclusion import gone_words, judgements
from policyc.render.laws import NO_ADVICE, law_sentences
from policyc.render.phrases import counted, listed
from policyc.report import Held, Report

NOTHING_CHECKED = "Nothing was checked: no readable policy file was found."
NOT_IN_FORCE = "Nothing was checked: no agreement was in force on that day."


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell, its kind, and whether it makes the run incomplete."""

    kind: str
    words: str
    grave: bool = False


def notices(report: Report) -> Iterator[Notice]:
    """All of them, the gravest first."""
    if not report.paths:
        yield Notice("nothing-checked", NOTHING_CHECKED, True)
    if report.nothing_in_force:
        yield Notice("nothing-checked", NOT_IN_FORCE, True)
    if report.given:
        yield Notice("taken-as-given", f"Taken as given: {listed(report.given)}; nothing in these files says more.")
    if any(each.held is not Held.UNDECLARED for each in report.laws):
        yield from (Notice("laws-held", f"{words} ({NO_ADVICE})") for words in law_sentences(report.laws))
    yield from (Notice("how-judged", f"{title}: {words}") for title, words in judgements(report))
    if number := report.summary.baselined:
        yield Notice("known-findings", f"{counted(number, 'finding')} known to the baseline, and not listed.")
    for each in report.baseline.gone if report.baseline else ():
        yield Notice("known-findings", f"Not found any more: {gone_words(each)}.")

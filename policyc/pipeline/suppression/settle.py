"""Findings and suppressions held together: what is suppressed is marked, never dropped; what is amiss is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from policyc.findings import Evidence, Finding, Severity
from policyc.pipeline.suppression.reading import Suppression
from policyc.source import visible

if TYPE_CHECKING:
    from policyc.rules.catalogue import Rule

FAMILY = "suppression"
"""The family of rules whose findings are about suppressions: these cannot be suppressed."""

Today = Callable[[], date]


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings with their marks, those about suppressions among them.

    ``judged_on`` is the day on which suppressions with an end were judged, None where there is none.
    """

    findings: list[Finding]
    judged_on: date | None


def settle(
    findings: Iterable[Finding], suppressions: Iterable[Suppression], today: Today | None, whole: bool
) -> Settled:
    """Mark what is suppressed, and tell which suppressions are of no rule, have ended, or are not used.

    ``today`` is asked only where a suppression has an end; without it every end has come. ``whole`` says that all was
    read and weighed: only then is it sure that a suppression is not used.
    """
    every = sorted(suppressions, key=lambda each: each.place)
    if not every:
        return Settled(list(findings), None)
    dated = any(each.until for each in every)
    day = today() if dated and today else None
    book = Book(every, day or date.max)
    marked = [book.marked(finding) for finding in findings]
    return Settled([*marked, *book.problems(whole)], day)


class Book:
    """Suppressions by file and rule, and which of them were used."""

    def __init__(self, suppressions: list[Suppression], day: date) -> None:
        """Take suppressions in the order of their places, and the day on which their ends are judged."""
        self._all = suppressions
        self._day = day
        self._by_rule: dict[tuple[str, str], list[Suppression]] = {}
        self._used: set[tuple[Suppression, str]] = set()
        for each in suppressions:
            for rule in each.rules if not self._ended(each) else ():
                self._by_rule.setdefault((each.place.path, rule), []).append(each)

    def _ended(self, suppression: Suppression) -> bool:
        return suppression.until is not None and suppression.until < self._day

    def marked(self, finding: Finding) -> Finding:
        """A finding, with the reason where a suppression of its rule belongs to a clause that it quotes."""
        if is_about_suppressions(finding.rule):
            return finding
        speaking = sorted(set(self._speaking(finding)), key=lambda each: each.place)
        if not speaking:
            return finding
        self._used.update((each, finding.rule) for each in speaking)
        return replace(finding, suppressed=reason(speaking[0]))

    def _speaking(self, finding: Finding) -> Iterator[Suppression]:
        related = (each for each in finding.related if each.agreement is not None)
        for evidence in (finding.primary, *related):
            for each in self._by_rule.get((evidence.place.path, finding.rule), ()):
                if each.covers(evidence.place):
                    yield each

    def problems(self, whole: bool) -> Iterator[Finding]:
        """What is wrong with the suppressions themselves."""
        for each in self._all:
            known = [rule for rule in each.rules if rule in rules() and not is_about_suppressions(rule)]
            for rule in each.rules:
                if rule not in known:
                    yield unknown(each, rule)
            unused = [rule for rule in known if (each, rule) not in self._used]
            if known and self._ended(each):
                yield expired(each)
            elif whole and unused:
                yield idle(each, unused)


def rules() -> dict[str, Rule]:
    """Every rule by name; loaded only where there is a suppression, since a run may do without the engine."""
    from policyc.rules import catalogue

    return catalogue.rules()


def is_about_suppressions(rule: str) -> bool:
    """Whether a rule tells of suppressions."""
    return rule in rules() and rules()[rule].family == FAMILY


def reason(suppression: Suppression) -> str:
    """Why a finding is suppressed, until when, and where that stands."""
    end = f"until {suppression.until.isoformat()}, " if suppression.until else ""
    return f"{visible(suppression.reason)} ({end}{suppression.place.path}:{suppression.place.line})"


def unknown(suppression: Suppression, rule: str) -> Finding:
    """What is said of a name in the brackets that no rule has, or whose findings cannot be suppressed."""
    shown = visible(rule, 80)
    if is_about_suppressions(rule):
        message, help = f"What `{shown}` finds is about suppressions, and cannot be suppressed.", "Take the name out."
    else:
        near = get_close_matches(rule.replace("_", "-"), rules(), n=1)
        message = f'There is no rule "{shown}", so nothing is suppressed by that name.'
        help = f"Did you mean `{near[0]}`?" if near else "`policyc rules` lists the rules."
    return problem("unknown-suppression", Severity.WARNING, message, suppression, help)


def expired(suppression: Suppression) -> Finding:
    """What is said of a suppression that has ended."""
    end = suppression.until.isoformat() if suppression.until else ""
    message = f"This suppression ended with {end}, so it suppresses nothing any more."
    help = "Look at the clause again: mend it, or judge it anew and give another day."
    return problem("expired-suppression", Severity.WARNING, message, suppression, help)


def idle(suppression: Suppression, unused: list[str]) -> Finding:
    """What is said of a suppression that nothing needs."""
    named = " and ".join(f"`{rule}`" for rule in unused)
    message = f"Nothing that was checked gives rise to {named} here, so there is nothing to suppress."
    help = "Take it out; or, if the other side of the finding stands in a file that was not given, check both together."
    return problem("unused-suppression", Severity.NOTE, message, suppression, help)


def problem(rule: str, severity: Severity, message: str, suppression: Suppression, help: str) -> Finding:
    """A finding about a suppression."""
    evidence = Evidence("this suppression", suppression.place, suppression.quote)
    return Finding(rule, severity, message, evidence, help)

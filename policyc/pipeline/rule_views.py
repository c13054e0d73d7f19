"""The rules as a report shows them: what each is about, whether it ran, and what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from policyc.findings import Finding
from policyc.pipeline.cache.make import key
from policyc.pipeline.cache.store import Store
from policyc.pipeline.portfolio.result import pack, unpack
from policyc.report import RuleView


def rule_views(
    rules: Iterable[RuleView], findings: Sequence[Finding], wanted: Callable[[str], bool]
) -> tuple[RuleView, ...]:
    """The rules of the catalogue with what became of each in a run."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    return tuple(with_findings(rule, found.get(rule.name, ()), wanted(rule.name)) for rule in rules)


def with_findings(rule: RuleView, findings: Sequence[Finding], ran: bool) -> RuleView:
    """A rule with its findings counted."""
    severities = [finding.severity for finding in findings if finding.suppressed is None]
    gravest = min(severities, key=lambda severity: severity.rank, default=None)
    suppressed = len(findings) - len(severities)
    return replace(rule, ran=ran, found=len(severities), suppressed=suppressed, gravest=gravest)


# The catalogue


def kept_catalogue(store: Store) -> tuple[RuleView, ...]:
    """The catalogue as a store keeps it; it is read from the rules themselves, and the engine with them, only once."""
    place = key(b"catalogue")
    kept = store.load([place]).get(place)
    known = unpack(tuple[RuleView, ...], kept) if kept is not None else None
    if known is None:
        known = catalogue()
        store.save({place: pack(known)})
    return known


def catalogue() -> tuple[RuleView, ...]:
    """Every rule, in the order of families and names."""
    from policyc.rules.catalogue import rules

    return tuple(
        RuleView(rule.name, rule.family, rule.severity, rule.summary, rule.why, rule.references)
        for rule in rules().values()
    )

"""What a client is glad to hear was not found, said only where nothing in the report speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from policyc.report import FlowView, Report

CONFLICTS = {
    "ban-vs-implied-share",
    "contradiction",
    "destroy-and-keep",
    "exception-swallows",
    "outside-only",
    "purpose-drift",
    "two-deadlines",
    "unconditional-flow",
    "useful-for-banned",
    "weaker-downstream",
}
"""The rules that find clauses of which one says what another forbids; the graver stand for the others."""

CHAINS = {"chain-too-slow", "no-flowdown", "purpose-drift", "weaker-downstream"}


def silent_rules(report: Report) -> set[str]:
    """The rules that ran and found nothing, not even something that was suppressed."""
    return {rule.name for rule in report.rules if rule.ran} - {finding.rule for finding in report.findings}


def absences(report: Report, silent: Set[str]) -> Iterator[str]:
    """What was looked for in vain, the weightiest first; ``silent`` are the rules that found nothing.

    That agreements are not silent is never said: a rule may hold its tongue because a topic does not matter there. Of
    a run in which something was not read nothing is said at all.
    """
    if report.incomplete or not report.flows:
        return
    if silent >= CONFLICTS:
        yield "clause that contradicts another"
    stated = all(flow.purposes or flow.forbidden for flow in report.flows)
    if stated and silent >= {"flow-without-purpose", "useful-for-banned"}:
        yield "flow of data without a stated purpose"
    if silent >= CHAINS and chained(report.flows):
        yield "weaker terms further down a chain"


def chained(flows: Iterable[FlowView]) -> bool:
    """Whether somebody is given data by one agreement and gives data by another."""
    taking = {(name, flow.agreement) for flow in flows for name in (flow.takers or (flow.taker,))}
    giving = {(name, flow.agreement) for flow in flows for name in (flow.givers or (flow.giver,))}
    return any(name == giver and one != other for name, one in taking for giver, other in giving)

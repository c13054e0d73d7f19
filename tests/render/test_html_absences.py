"""What the summary says was not found: nothing that anything in the report speaks against."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policyc.render.html import abstract
from policyc.render.html.absences import CHAINS, CONFLICTS, absences, silent_rules
from policyc.report import Baseline, FlowView, Report, RuleView
from policyc.rules.catalogue import rules
from tests.render import samples

ALL = tuple(RuleView(rule.name, rule.family, rule.severity, rule.summary, "", "") for rule in rules().values())
FLOWS: tuple[FlowView, ...] = (
    *(flow for flow in samples.flows(()) if flow.purposes),
    samples.flow("Facebook", "a partner", 1, ()),
)
SAID = [
    "clause that contradicts another",
    "flow of data without a stated purpose",
    "weaker terms further down a chain",
]


def clean(**changes: object) -> Report:
    return replace(samples.clean(), rules=ALL, flows=FLOWS, **changes)  # type: ignore[arg-type]


def said(report: Report) -> list[str]:
    return list(absences(report, silent_rules(report)))


def test_all_is_said_where_all_rules_ran_and_nothing_was_found() -> None:
    assert said(clean()) == SAID
    assert abstract.fine(clean(), 0) == (
        f"policyc found no {SAID[0]}, no {SAID[1]} and no {SAID[2]}. "
        f"None of the {len(ALL)} rules that ran found anything."
    )


def test_names_are_those_of_rules() -> None:
    known = {rule.name for rule in ALL}
    assert known >= CONFLICTS | CHAINS


@pytest.mark.parametrize("name", sorted(CONFLICTS))
def test_one_conflict_of_any_kind_and_no_clause_is_called_free_of_contradiction(name: str) -> None:
    for finding in (replace(samples.findings()[0], rule=name), replace(samples.findings()[8], rule=name)):
        assert SAID[0] not in said(clean(findings=(finding,)))
    left_out = tuple(replace(rule, ran=rule.name != name) for rule in ALL)
    assert SAID[0] not in said(replace(clean(), rules=left_out))


def test_graver_finding_stands_for_a_flow_without_a_purpose() -> None:
    assert SAID[1] not in said(clean(findings=samples.findings()[:1]))
    assert SAID[1] not in said(replace(clean(), flows=samples.flows(())))
    banned = samples.flow("Facebook", "a partner", 3, (), purposes=(), forbidden=True)
    assert SAID[1] in said(replace(clean(), flows=(*FLOWS, banned)))


def test_chains_are_spoken_of_where_there_are_agreements_to_make_one() -> None:
    assert SAID[2] not in said(replace(clean(), flows=FLOWS[:-1]))
    alone = tuple(replace(flow, agreement="one") for flow in FLOWS)
    assert SAID[2] not in said(replace(clean(), flows=alone))
    assert SAID[2] in said(replace(clean(), flows=(*FLOWS[:-1], replace(FLOWS[-1], givers=("Citigroup", "Facebook")))))


@pytest.mark.parametrize("changes", [{"unchecked": samples.unchecked()}, {"paths": ()}])
def test_incomplete_run_claims_nothing(changes: dict[str, object]) -> None:
    assert said(clean(**changes)) == []


def test_nothing_that_flows_nothing_to_praise() -> None:
    assert said(replace(clean(), flows=())) == []


def test_run_against_a_baseline_claims_nothing() -> None:
    assert abstract.fine(clean(baseline=Baseline(())), 0) == ""


def test_what_was_found_is_told_apart_from_what_was_not() -> None:
    note = replace(samples.findings()[6], rule="alias")
    text = abstract.fine(clean(findings=(note,)), 0)
    assert text.startswith("Otherwise policyc found no clause that contradicts another, no flow")
    assert text.endswith(f"{len(ALL) - 1} of the {len(ALL)} rules that ran found nothing.")

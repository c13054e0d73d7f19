"""The rules on consent, beyond what their pages show."""

import pytest

from tests.rules.road import found, levels

DEAL = 'agreement "Deal" between Acme and Globex.\n'


@pytest.mark.parametrize(
    "promise",
    [
        "1: Globex may use names with opt-in consent.",
        "1: Globex may use names only with consent.",
        "1: Globex must not use names without consent.",
        "1: Globex may use names only for research, with explicit consent.",
        "1: Acme may share names with Globex if consent.",
        "1: Globex must use names for research with consent.",
    ],
)
def test_every_way_to_promise_consent(promise: str) -> None:
    flow = " 2: Acme will share names with Globex."
    assert levels(found("unconditional-flow", DEAL + promise + flow)) == ["error"]


@pytest.mark.parametrize(
    "promise",
    [
        "1: Globex must not use names without prior written consent.",
        "1: Globex must not share names with anyone without consent.",
        "1: Globex may use location data with consent.",
        "1: Acme may use names with consent.",
        '1: Globex may use names with consent until 2020-12-31. Scenario "x": Acme uses names is uncovered.',
        "1: Globex may use names if consent or legitimate interests.",
    ],
)
def test_what_promises_nothing_here(promise: str) -> None:
    flow = " 2: Acme will share names with Globex for research from 2021-01-01."
    findings = found("unconditional-flow", DEAL + promise + flow)
    assert not findings or promise.endswith("interests.")


def test_a_promise_of_another_bank_to_share_is_not_this_banks() -> None:
    live = 'agreement "Live" between Initech and Globex.\n1: Initech may share names with Globex with consent.'
    assert not found("unconditional-flow", live, DEAL + "1: Acme will share names with Globex for research.")


def test_consent_of_one_agreement_meets_unconditional_flows_of_another_once() -> None:
    live = 'agreement "Live" between Initech and Globex.\n1: Globex may use names with consent.'
    deal = DEAL + "1: Acme will share names with Globex for research. 2: Acme will share names with Globex."
    (finding,) = found("unconditional-flow", live, deal)
    assert finding.severity.value == "warning"
    assert finding.primary.clause == "2"
    assert {(evidence.agreement, evidence.clause) for evidence in finding.related} == {("Live", "1"), ("Deal", "1")}


def test_withdrawal_is_blamed_on_the_first_clause_and_spoken_of_in_incorporated_terms() -> None:
    deal = (
        'agreement "Deal" between Acme and Globex{}.\n'
        "1: Globex may use names with consent. 2: Globex may use data if consent."
    )
    terms = 'agreement "Terms" between Acme and Globex.\n1: Globex must delete names after withdrawal of consent.'
    (finding,) = found("no-withdrawal", deal.format(""))
    assert (finding.severity.value, finding.primary.clause) == ("warning", "1")
    assert not found("no-withdrawal", deal.format(', incorporates "Terms"'), terms)

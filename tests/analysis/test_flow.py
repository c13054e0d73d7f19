"""Flows: every permission and duty to share or to receive is one."""

from policyc.analysis.flow import Flow
from tests.worlds import HEADER, facts_of


def flows(sentences: str) -> list[Flow]:
    return facts_of(HEADER + sentences).flows


def texts(flow: Flow) -> tuple[list[str], list[str], list[str], list[str]]:
    parts = (flow.givers, flow.takers, flow.data, flow.purposes)
    giver, taker, data, purposes = ([concept.text for concept in part] for part in parts)
    return giver, taker, data, purposes


def test_a_duty_to_share_is_certain_and_a_permission_possible() -> None:
    first, second = flows(
        "Acme will share location data with Globex for research. Acme may sell health data to Globex."
    )
    assert texts(first) == (["Acme"], ["Globex"], ["Location data"], ["Research"])
    assert (first.certain, second.certain) == (True, False)
    assert texts(second)[3] == []


def test_to_receive_is_to_be_given() -> None:
    (flow,) = flows("Globex may receive location data from Acme for research.")
    assert texts(flow) == (["Acme"], ["Globex"], ["Location data"], ["Research"])


def test_anyone_has_no_name() -> None:
    (flow,) = flows("Acme may share location data with anyone.")
    assert flow.takers == ()


def test_bans_uses_and_things_are_no_flows() -> None:
    assert not flows(
        "Acme must not share data with Globex. Globex may use data. Acme need not share data with Globex. "
        "Acme must ensure that Globex may share data. Acme must notify Globex about a breach."
    )


def test_conditions_are_seen() -> None:
    free, bound = flows("Acme may share data with Globex. Acme may share data with Globex with consent.")
    assert free.unconditional
    assert not bound.unconditional


def test_a_manner_of_a_duty_counts_as_a_condition_of_its_flow() -> None:
    (flow,) = flows("Acme must share data with Globex with consent.")
    assert not flow.unconditional

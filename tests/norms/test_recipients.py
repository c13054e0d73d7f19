"""Who *the recipient* is, with the shipped vocabulary: whoever gets the people's data, not whoever is told of something."""

import pytest

from policyc.norms.norm import Norm
from policyc.pipeline.road import examine
from policyc.source import Source

PARTIES = "Acme is a hospital.\nGlobex is a university.\nLogs are system logs.\n"
HEADER = 'agreement "Study" between Acme and Globex.\n'


def bound(clauses: str) -> set[str]:
    """The parties that a ban on the recipient binds."""
    text = f"{PARTIES}{HEADER}{clauses}\n9: The recipient must not use logs for marketing."
    facts = examine([Source("study.policy", text)]).facts
    (document,) = facts.agreements

    def binds(norm: Norm) -> set[str]:
        return {str(party) for party in document.parties if norm.region.masks[0] & facts.universe.bit(party)}

    return set().union(*(binds(norm) for norm in facts.norms if norm.clause.label == "9"))


@pytest.mark.parametrize(
    "back",
    [
        "2: Globex must provide incident information to Acme after a breach.",
        "2: Globex must submit research results to Acme.",
        "2: Globex may disclose health data only for research.",
        "2: Globex must return health data after termination.",
    ],
)
def test_what_is_reported_back_makes_nobody_a_recipient_beside_whoever_gets_the_data(back: str) -> None:
    assert bound(f"1: Acme will share health data with Globex for research.\n{back}") == {"Globex"}


def test_people_s_data_both_ways_make_both_recipients() -> None:
    clauses = "1: Acme will share health data with Globex.\n2: Globex will share genetic data with Acme."
    assert bound(clauses) == {"Acme", "Globex"}


def test_where_no_people_s_data_flow_other_data_tell() -> None:
    assert bound("1: Acme will share source code with Globex.") == {"Globex"}

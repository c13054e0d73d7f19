"""Who is only described is bound as who is meant, where the description holds; what is no condition is refused."""

from __future__ import annotations

import pytest

from policyc.model.names import Role
from policyc.pipeline.questions import ask
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.resolve.spoken import AGREEMENT, HEADER, line, name, problem, provisions


def bearers(sentence: str) -> list[str]:
    """Whom a sentence binds, and what it comes to."""
    return [f"{' + '.join(map(name, each.bearer.terms))}: {line(each)}" for each in provisions(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Any party that becomes aware of a breach shall inform the other party within 24 hours.",
            "each party: notify | with whom: the other party | after awareness of breach",
        ),
        (
            "Each party that receives a complaint shall inform the other party within 5 days.",
            "each party: notify | with whom: the other party | after receipt of complaint",
        ),
        (
            "A party who discovers a breach shall inform the other party.",
            "each party: notify | with whom: the other party | after awareness of breach",
        ),
        (
            "If required by law, any party which becomes aware of a breach must inform the other party.",
            "each party: notify | with whom: the other party | on which condition: required by law"
            " | after awareness of breach",
        ),
        (
            "Any vendor that has access to records must encrypt records.",
            "vendor: encrypt | record | on which condition: vendor access record",
        ),
        (
            "No party that has received records may sell them.",
            "each party: sell | record | on which condition: receipt of record",
        ),
        (
            "Vendors that are bound by the same terms may use records for support.",
            "vendor: use | record | on which condition: same term | for what: support",
        ),
    ],
)
def test_a_described_party_is_bound_where_the_description_holds(sentence: str, expected: str) -> None:
    assert bearers(sentence) == [expected]


def test_the_other_party_is_told_of_a_breach() -> None:
    clause = "1: Any party that becomes aware of a breach shall inform the other party within 24 hours."
    examination = examine([Source("deal.policy", HEADER + AGREEMENT + clause)])
    assert ask("Must Globex inform Acme after awareness of breach?", examination).answers[0].verdict == "required"


def test_whoever_has_to_be_seen_to_is_bound_so_too() -> None:
    (provision,) = provisions("Globex must ensure that any vendor that has access to records must encrypt records.")
    assert provision.ensured is not None
    assert line(provision.ensured) == "encrypt | record | on which condition: vendor access record"


def test_what_is_no_condition_is_refused() -> None:
    said = problem("Any party that is late must delete records.")
    assert said.startswith("broken-sentence: `Any party that is late` describes who is bound")


def test_a_description_at_the_end_of_a_list_is_refused() -> None:
    said = problem("Acme and any vendor that becomes aware of a breach must inform Globex.")
    assert said == "broken-sentence: What describes `vendor` may go with the others who are named beside it, or not."


@pytest.mark.parametrize(
    "sentence",
    ["Personnel who need access may access records.", "Only vendors that are bound by the same terms may use records."],
)
def test_people_and_those_who_alone_may_stay_a_kind_of_their_own(sentence: str) -> None:
    assert all(Role.EACH_PARTY not in [term.value for term in each.bearer.terms] for each in provisions(sentence))
    assert not any(each.timing.occasions or each.limits for each in provisions(sentence)[:1])

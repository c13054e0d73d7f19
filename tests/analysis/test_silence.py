"""Silence: what an agreement is expected to speak of, and what counts as speaking of it."""

import pytest

from policyc.analysis.silence import Topic, crossings
from policyc.pipeline.road import Examination, examine
from policyc.source import Source

PARTIES = (
    "Acme is a bank in Germany. Globex is a platform in the United States. Customers are people.\n"
    "Account data is financial data about customers. Bank data includes account data and location data.\n"
)
FLOW = "1: Acme may share account data with Globex for fraud detection.\n"


def examined(text: str) -> Examination:
    examination = examine([Source("deal.policy", PARTIES + text)])
    assert not [item for item in examination.findings.unchecked if item.incomplete], examination.findings.found
    return examination


def silent(clauses: str, header: str = 'agreement "Deal" between Acme and Globex.\n') -> frozenset[Topic]:
    facts = examined(header + clauses).facts
    return facts.silent(facts.agreements[0])


def test_an_agreement_that_hands_over_no_personal_data_owes_no_word() -> None:
    assert silent("1: Acme must pay fees.") == frozenset()
    assert silent("1: Acme may share aggregate statistics with Globex for research.") == frozenset()
    assert silent("1: Acme must not share account data with Globex.") == frozenset()
    assert silent("1: Globex must notify Acme about account data.") == frozenset()


def test_to_process_for_another_is_to_hold() -> None:
    assert silent("1: Globex may process account data for the services.") >= {
        Topic.ONWARD_TRANSFER,
        Topic.RETENTION,
        Topic.BREACH_NOTICE,
        Topic.CROSS_BORDER,
    }


def test_whoever_gives_data_away_and_uses_what_it_has_is_no_holder() -> None:
    facts = examined(
        'agreement "Deal" between Acme and Globex.\n' + FLOW + "2: Acme may use account data for research."
    ).facts
    reading = facts.reading(facts.agreements[0])
    assert reading is not None
    (holding,) = reading.holdings
    assert (holding.holder.text, [source.text for source in holding.sources]) == ("Globex", ["Acme"])
    assert [data.text for data in holding.data] == ["Account data"]


@pytest.mark.parametrize(
    ("clause", "holds"),
    [
        ("1: Acme may share account data with Globex for research.", True),
        ("1: Acme may share confidential information with Globex for research.", False),
        ("1: Acme may share customer lists with Globex for research.", True),
        ("1: Acme may share technical data about customers with Globex for research.", True),
        ("1: Acme may share technical data about customers with Globex for research if anonymised.", False),
        ("1: Acme may share fees with Globex.", False),
        ("1: Acme may share any data with Globex for research.", True),
        ("1: Acme may share bank data with Globex for research if de-identified.", False),
    ],
)
def test_what_counts_as_personal(clause: str, holds: bool) -> None:
    assert (Topic.RETENTION in silent(clause)) == holds


@pytest.mark.parametrize(
    ("clause", "answers"),
    [
        ("Globex must delete account data after withdrawal of consent.", True),
        ("Customers may withdraw consent.", True),
        ("Globex must not use account data if consent withdrawn.", True),
        ("Globex must delete account data after an opt-out request.", True),
        ("Globex must use account data if opted out.", True),
        ("Globex must not use account data without consent.", False),
    ],
)
def test_withdrawal_matters_where_a_grant_rests_on_consent(clause: str, answers: bool) -> None:
    assert Topic.WITHDRAWAL not in silent(FLOW + "2: " + clause)
    resting = "1: Acme may share account data with Globex for fraud detection with opt-in consent.\n"
    assert (Topic.WITHDRAWAL not in silent(resting + "2: " + clause)) == answers


def test_combination_matters_where_several_kinds_of_data_reach_a_party() -> None:
    assert Topic.COMBINATION not in silent(FLOW)
    several = "1: Acme may share bank data with Globex for fraud detection.\n"
    assert Topic.COMBINATION in silent(several)
    assert Topic.COMBINATION in silent("1: Acme may share account data and location data with Globex for research.")
    assert Topic.COMBINATION not in silent(several + "2: Globex must not link bank data.")
    assert Topic.COMBINATION not in silent(
        "1: Acme may share account data and location data with vendors for research."
    )


@pytest.mark.parametrize(
    "addition",
    [
        "2: Globex may use account data only in the United States.",
        "2: Globex may transfer account data to vendors under appropriate safeguards.",
        "2: Globex must maintain binding corporate rules.",
        "2: Globex may use account data if adequacy decision exists.",
        '"Standard Contractual Clauses" prevails over this agreement.',
    ],
)
def test_a_place_or_a_transfer_tool_answers_for_the_border(addition: str) -> None:
    assert Topic.CROSS_BORDER in silent(FLOW)
    assert Topic.CROSS_BORDER in silent(FLOW + "2: Globex must maintain encryption.")
    assert Topic.CROSS_BORDER not in silent(FLOW + addition)


@pytest.mark.parametrize(
    ("here", "there", "crosses"),
    [
        ("Germany", "the United States", True),
        ("Germany", "France", False),
        ("Germany", "the European Union", False),
        ("Germany", "Norway", False),
        ("California", "Texas", False),
        ("California", "Singapore", True),
        ("Germany", "the United Kingdom", True),
        ("the European Union", "Asia", True),
    ],
)
def test_which_places_lie_across_a_border(here: str, there: str, crosses: bool) -> None:
    parties = f"Initech is a school in {here}. Hooli is a platform in {there}.\n"
    text = (
        parties
        + 'agreement "Deal" between Initech and Hooli.\n1: Initech may share health data with Hooli for research.\n'
    )
    facts = examine([Source("deal.policy", text)]).facts
    reading = facts.reading(facts.agreements[0])
    assert reading is not None
    assert bool(list(crossings(reading))) == crosses


def test_what_is_read_together() -> None:
    one = 'agreement "One" between Acme and Globex, incorporates "Code".\n' + FLOW
    code = 'agreement "Code" between Acme and Globex, incorporates "One".\n9: Globex must notify Acme after a breach.\n'
    more = 'agreement "More" between Acme and Globex, amends "One".\n2: Globex must delete any data on termination.\n'
    facts = examined(one + code + more).facts
    first, second, third = facts.agreements
    assert facts.together(first) == [first, second, third]
    assert facts.silent(first) == {Topic.ONWARD_TRANSFER, Topic.CROSS_BORDER}
    assert facts.silent(third) == frozenset()
    missing = examine([Source("deal.policy", PARTIES + one)]).facts
    assert missing.together(missing.agreements[0]) is None
    assert missing.silent(missing.agreements[0]) == frozenset()

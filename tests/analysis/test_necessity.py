"""Necessity: does any purpose need what flows, and does what flows serve a banned purpose?"""

import pytest

from policyc.analysis.necessity import Mismatch, Need
from tests.worlds import HEADER, PARTIES, facts_of

DATA = "Trips are location data. Sums are financial data. Checking is a purpose, needs sums.\n"
BAN = "Globex must not use location data for ad targeting. "


def mismatches(sentences: str) -> list[Mismatch]:
    return facts_of(DATA + HEADER + sentences).mismatches


def test_data_that_serve_a_banned_purpose_and_have_no_purpose_of_their_own() -> None:
    (mismatch,) = mismatches(BAN + "Acme will share trips with Globex.")
    assert mismatch.need is Need.NO_PURPOSE
    assert [purpose.text for purpose in mismatch.serves] == ["Advertising"]


def test_a_purpose_that_does_not_need_them() -> None:
    (mismatch,) = mismatches(BAN + "Acme will share trips with Globex for checking.")
    assert mismatch.need is Need.UNNEEDED


def test_a_purpose_of_the_recipient_is_weighed_where_the_flow_states_none() -> None:
    (mismatch,) = mismatches(BAN + "Acme will share trips with Globex. Globex may use personal data for checking.")
    assert (mismatch.need, [norm.clause.origin.words[:6] for norm in mismatch.granted_by]) == (
        Need.UNNEEDED,
        ["Globex"],
    )


def test_a_purpose_without_needs_leaves_it_unknown() -> None:
    (mismatch,) = mismatches(BAN + "Acme will share trips with Globex for services.")
    assert mismatch.need is Need.UNKNOWN


@pytest.mark.parametrize(
    "sentences",
    [
        "Acme will share sums with Globex for checking. Globex must not use sums for advertising.",
        "Acme will share health data with Globex. Globex must not use data for advertising.",
        "Acme will share trips with Globex.",
        BAN + "Acme will share trips with anyone.",
        "Globex must not use health data for advertising. Acme will share trips with Globex.",
    ],
)
def test_what_is_needed_or_serves_nothing_banned_is_left_alone(sentences: str) -> None:
    assert not mismatches(sentences)


def test_unneeded_data_without_a_ban() -> None:
    (mismatch,) = mismatches("Acme will share trips with Globex for checking.")
    assert (mismatch.need, mismatch.bans) == (Need.UNNEEDED, ())


def test_the_members_that_an_agreement_gives_a_name_are_weighed_one_by_one() -> None:
    (mismatch,) = facts_of(
        DATA
        + "Bank data includes trips and sums.\n"
        + HEADER
        + BAN
        + "Acme will share bank data with Globex for checking."
    ).mismatches
    assert mismatch.data.text == "Trips"


def test_bans_and_purposes_may_stand_in_what_is_incorporated() -> None:
    (mismatch,) = facts_of(
        DATA
        + PARTIES
        + 'agreement "Terms" between Acme and Globex. '
        + BAN
        + "Globex may use trips for checking. "
        + 'agreement "Order" between Acme and Globex, incorporates "Terms". Acme will share trips with Globex.'
    ).mismatches
    assert [ban.document.title for ban in mismatch.bans] == ["Terms"]
    assert [purpose.text for purpose in mismatch.purposes] == ["Checking"]
    assert mismatch.need is Need.UNNEEDED


def test_needs_come_from_the_nearest_purpose_above() -> None:
    (mismatch,) = facts_of(
        DATA + "Quick checking is checking.\n" + HEADER + "Acme will share trips with Globex for quick checking."
    ).mismatches
    assert mismatch.need is Need.UNNEEDED

"""Situations as regions: what a scenario describes, and what it leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from policyc.model.document import Document
from policyc.norms.concepts import NONE
from policyc.norms.region import AFTER, DURING, Side
from policyc.norms.situation import Asked, asked_regions
from policyc.norms.verdict import Verdict, judge
from tests.reference.engine import Engine, run_text

VOCABULARY = """vocabulary "v".
Location is data. Spot is location. Balance is data. Research is a purpose. Acme is a party. Bolt is a party.
Approval is a condition.
"""
DEAL = 'agreement "Deal" between Acme and Bolt until 2020-12-31.\n'


def asked(words: str, clauses: str = "") -> tuple[Engine, Document, list[Asked]]:
    """The regions of a scenario of a deal."""
    engine = run_text(f'{DEAL}{clauses}\nScenario "it": {words} is permitted.', VOCABULARY)
    document = engine.facts.workspace.documents[0]
    regions = asked_regions(document.scenarios[0].situation, document, engine.facts.closure(document))
    return engine, document, regions


def verdict(words: str, clauses: str) -> Verdict:
    """The verdict on a scenario that has one region."""
    engine, _, (one,) = asked(words, clauses)
    return judge(one.region, engine.facts.norms, engine.facts.order).verdict


def test_names_cover_what_lies_below_them() -> None:
    engine, document, (one,) = asked("Acme uses location")
    names = {concept.key for concept in engine.facts.universe.named(one.region.masks[Side.OBJECT])}
    assert names == {"location", "spot"}
    assert one.region.masks[Side.COUNTERPARTY] == NONE
    assert one.region.masks[Side.PHASE] == DURING
    assert one.region.end == document.end.toordinal() + 1 if document.end else 0


def test_a_use_has_some_purpose() -> None:
    _, _, (one,) = asked("Acme uses location")
    assert not one.region.masks[Side.PURPOSE] & NONE
    assert one.stated is None


def test_a_flow_without_a_purpose_may_have_one_or_none_stated() -> None:
    _, _, (one,) = asked("Acme shares location with Bolt")
    assert one.region.masks[Side.PURPOSE] == NONE
    assert one.stated is not None
    assert not one.stated.masks[Side.PURPOSE] & NONE
    _, _, (other,) = asked("Acme shares location with Bolt for research")
    assert other.stated is None


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("with approval", Verdict.PERMITTED),
        ("if approval", Verdict.PERMITTED),
        ("under approval", Verdict.PERMITTED),
        ("without approval", Verdict.UNCOVERED),
        ("unless approval", Verdict.UNCOVERED),
        ("except with approval", Verdict.UNCOVERED),
        ("", Verdict.UNKNOWN),
    ],
)
def test_what_is_said_of_conditions_is_given(phrase: str, expected: Verdict) -> None:
    assert verdict(f"Acme uses location {phrase}", "1: Acme may use location with approval.") is expected


def test_what_is_unsaid_stays_open() -> None:
    assert verdict("Acme uses location", "1: Acme may use location for research.") is Verdict.UNKNOWN
    assert verdict("Acme uses data", "1: Acme may use location.") is Verdict.UNKNOWN
    assert verdict("Acme uses spot", "1: Acme may use location.") is Verdict.PERMITTED


def test_a_day_that_is_given_is_the_only_one() -> None:
    _, _, (one,) = asked("Acme uses location on 2020-06-01")
    day = date(2020, 6, 1).toordinal()
    assert (one.region.start, one.region.end) == (day, day + 1)
    assert (
        verdict("Acme uses location on 2020-06-01", "1: Acme may use location until 2020-06-01.") is Verdict.PERMITTED
    )


def test_after_the_last_day_the_agreement_has_ended() -> None:
    _, _, (one,) = asked("Acme uses location on 2021-01-01")
    assert one.region.masks[Side.PHASE] == AFTER
    surviving = "1: Acme may use location.\nClause 1 survives termination."
    assert verdict("Acme uses location on 2021-01-01", surviving) is Verdict.PERMITTED
    assert verdict("Acme uses location on 2021-01-01", "1: Acme may use location.") is Verdict.UNCOVERED


def test_an_event_that_is_given_has_happened() -> None:
    assert verdict("Acme uses location after breach", "1: Acme may use location after breach.") is Verdict.PERMITTED
    assert verdict("Acme uses location before breach", "1: Acme may use location after breach.") is Verdict.UNCOVERED


def test_what_cannot_be_done_is_no_region() -> None:
    _, _, regions = asked("Acme uses location with Bolt")
    assert regions == []


def test_each_bearer_and_sort_of_data_is_asked_about_on_its_own() -> None:
    _, _, regions = asked("Acme and Bolt uses location")
    assert len(regions) == 2

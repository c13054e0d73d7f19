"""What stands at the end of several acts: for which of them a time, a condition or an exception counts."""

import pytest

from tests.resolve.spoken import line, problem, provisions, told

NAMES = "Feasible is a condition. Measures are a thing. Billing is a purpose. Broker is a party.\n"
LIFTED = "except for what: support"


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        (
            "Globex must use records only for support and delete them after termination.",
            ["use | record | only for what: support", "delete | record | after termination"],
        ),
        (
            "Globex must encrypt records and return them to Acme upon request.",
            ["encrypt | record", "return | record | with whom: acme | after request"],
        ),
        (
            "Globex must encrypt records and delete them if feasible.",
            ["encrypt | record", "delete | record | on which condition: feasible"],
        ),
        (
            "Globex must return records to Acme and delete them after termination.",
            ["return | record | with whom: acme | after termination", "delete | record | after termination"],
        ),
        (
            "Globex must return records to Acme or destroy them if feasible.",
            [
                "return | record | with whom: acme | on which condition: feasible",
                "destroy | record | on which condition: feasible",
            ],
        ),
        (
            "Globex must delete records and notify Acme, if feasible.",
            [
                "delete | record | on which condition: feasible",
                "notify | with whom: acme | on which condition: feasible",
            ],
        ),
        (
            "Globex must delete records and provide customers with notice.",
            ["delete | record", "provide | with whom: customer | on which condition: notice"],
        ),
        (
            "Globex must delete records and keep old records for 30 days after termination.",
            ["delete | record | after termination", "keep | old record | after termination"],
        ),
        (
            "Globex may use records for support and share them with vendors with consent.",
            ["use | record | for what: support", "share | record | with whom: vendor | on which condition: consent"],
        ),
    ],
)
def test_a_time_or_condition_at_the_end(sentence: str, meant: list[str]) -> None:
    assert told(f"1: {sentence}", NAMES) == meant


def test_what_others_have_to_do_at_the_end() -> None:
    sentence = "1: Globex must ensure that vendors use records only for support and delete them after termination."
    ensured = [each.ensured for each in provisions(sentence)]
    assert [line(each) for each in ensured if each] == [
        "use | record | only for what: support",
        "delete | record | after termination",
    ]


def test_a_frequency_belongs_to_what_is_done_so_often() -> None:
    assert told("1: Globex must implement measures and test them annually.", NAMES) == [
        "implement | measure",
        "test | measure",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Globex must delete records and notify Acme if feasible.",
        "Globex may share records and notify Acme if feasible.",
    ],
)
def test_a_condition_without_a_comma_may_belong_to_either(sentence: str) -> None:
    found = problem(f"1: {sentence}", NAMES)
    assert found.startswith("broken-sentence: `if feasible` can be read in two ways: it belongs to both acts")


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        (
            "Globex must not use records or disclose them to third parties except for support.",
            [f"use | record | {LIFTED}", f"share | record | with whom: third parties | {LIFTED}"],
        ),
        (
            "Globex must not use records or disclose them to third parties, except for support or with consent.",
            [
                f"use | record | {LIFTED} | except on which condition: consent",
                f"share | record | with whom: third parties | {LIFTED} | except on which condition: consent",
            ],
        ),
        (
            "Globex must not use records or disclose them to third parties except to vendors.",
            ["use | record", "share | record | with whom: third parties | except with whom: vendor"],
        ),
        (
            "Globex must not use records or disclose them for any purpose other than support.",
            [
                "use | record | for what: purpose without support",
                "share | record | for what: purpose without support",
            ],
        ),
        (
            "Globex must not use records for billing or disclose them to third parties except for support.",
            ["use | record | for what: billing", f"share | record | with whom: third parties | {LIFTED}"],
        ),
    ],
)
def test_what_lifts_the_last_ban_lifts_those_that_it_fits(sentence: str, meant: list[str]) -> None:
    assert told(f"1: {sentence}", NAMES) == meant


@pytest.mark.parametrize(
    ("end", "second"),
    [
        ("except after a breach", "after breach"),
        ("except if a breach occurs", "on which condition: breach"),
        ("unless a breach occurs", "on which condition: breach"),
    ],
)
def test_an_exception_to_a_number_lifts_the_number(end: str, second: str) -> None:
    for number in ("no more than once per year", "on 30 days' notice"):
        assert told(f"1: Acme may audit Globex {number}, {end}.") == [
            "audit | with whom: globex",
            f"audit | with whom: globex | {second}",
        ]


def test_what_and_joins_to_an_exception_may_be_forbidden_as_well() -> None:
    found = problem("1: Globex must not disclose records to third parties except for support and to vendors.", NAMES)
    assert found.startswith("broken-sentence: `and to vendors` behind an exception can be read in two ways")

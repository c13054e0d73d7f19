"""*Without* harm limits leave, *without* cost limits nothing, *without* a ground is with or without it."""

import pytest

from policyc.model.document import Modality
from tests.resolve.spoken import problem, provisions, told

HARMS = {
    "disruption": "not disruption",
    "unreasonable interference with operations": "not unreasonable interference with operation",
    "unreasonably interfering with operations": "not unreasonable interference with operation",
    "unduly disturbing Globex": "not undue disruption of globex",
    "undue disruption to the business of Globex": "not undue disruption to business of globex",
    "disrupting the business of Globex": "not disruption of business of globex",
    "causing undue disruption to the business of Globex": "not undue disruption to business of globex",
    "disruption or delay": "not disruption or delay",
    "disruption and delay": "not disruption and not delay",
    "damage to systems": "not damage to system",
    "an undue burden on Globex": "not undue burden of globex",
    "adversely affecting operations": "not harm of operation",
    "breach of confidentiality": "not breach of confidentiality",
    "loss of confidentiality": "not loss of confidentiality",
    "undue interference with the normal operations of Globex": (
        "not undue interference with normal operations of globex"
    ),
    "risk to customers": "not risk to customer",
    "violating the law": "not breach of law",
}


@pytest.mark.parametrize("harm", HARMS)
def test_leave_without_harm_holds_only_where_there_is_none(harm: str) -> None:
    assert told(f"Acme may audit Globex without {harm}.") == [
        f"audit | with whom: globex | on which condition: {HARMS[harm]}"
    ]


def test_behind_only_it_is_one_more_limit() -> None:
    assert told("Acme may audit Globex only during business hours and without disruption.") == [
        "audit | with whom: globex | only on which condition: business hour | only on which condition: not disruption"
    ]


def test_a_harm_that_is_declared_is_one_too() -> None:
    noise = "Noise is harm.\n"
    assert told("Acme may audit Globex without noise.", noise) == [
        "audit | with whom: globex | on which condition: not noise"
    ]
    assert told("Acme may audit Globex without noise.", "Noise is a thing.\n") == [
        "audit | with whom: globex | on which condition: not noise"
    ]


@pytest.mark.parametrize(
    "ground", ["consent", "notice", "approval of Globex", "encryption", "cause", "a written contract"]
)
def test_leave_without_a_ground_is_with_or_without_it(ground: str) -> None:
    (said,) = provisions(f"Acme may audit Globex without {ground}.")
    (limit,) = (each for each in said.limits if each.formula is not None)
    assert (limit.word, limit.outside) == ("without", True)


@pytest.mark.parametrize(
    "cost", ["charge", "penalty", "liability", "further liability to Globex", "costs", "paying compensation"]
)
def test_leave_without_a_cost_is_not_limited_by_it(cost: str) -> None:
    (said,) = provisions(f"Acme may audit Globex without {cost}.")
    assert said.remarks == (f"without {cost}",)
    assert [each.formula for each in said.limits] == [None]


def test_nor_by_what_costs_nothing() -> None:
    (said,) = provisions("Acme may audit Globex at no charge.")
    assert said.remarks == ("at no charge",)
    (own,) = provisions("Acme may audit Globex at its own expense.")
    assert not own.remarks


@pytest.mark.parametrize("absent", ["disruption", "charge", "penalty"])
def test_on_a_duty_both_say_how_it_is_done(absent: str) -> None:
    (said,) = provisions(f"Globex must assist Acme without {absent}.")
    (limit,) = (each for each in said.limits if each.formula is not None)
    assert said.modality is Modality.DUTY
    assert limit.tells_manner


def test_a_ban_without_them_is_on_what_is_done_without_them() -> None:
    assert told("Acme must not audit Globex without disruption.") == [
        "audit | with whom: globex | on which condition: not disruption"
    ]


def test_of_a_list_each_is_read_for_itself() -> None:
    assert told("Acme may audit Globex without notice or disruption.") == [
        "audit | with whom: globex | on which condition: not notice | on which condition: not disruption"
    ]
    (said,) = provisions("Acme may audit Globex without disruption or penalty.")
    assert said.remarks == ("without penalty",)
    assert told("Acme may audit Globex without disruption and without notice.") == [
        "audit | with whom: globex | on which condition: not disruption | on which condition: not notice"
    ]


def test_to_whom_data_go_is_not_taken_for_whom_harm_is_done_to() -> None:
    assert problem("Globex may share records without disruption to Acme.") == (
        "broken-sentence: `to Acme` can be read in two ways: to whom the data go, or as part of `without disruption`."
    )
    assert told("Globex may share records with the auditor without disruption to Acme.") == [
        "share | record | with whom: auditor | on which condition: not disruption to acme"
    ]

"""Whose notice or leave it is, and neither who gets data nor who they come from."""

import pytest

from policyc.model.document import Dimension, Holds, Some
from tests.resolve.test_belonging import provision


def states(sentence: str) -> list[str]:
    """The conditions that a clause names."""
    limits = provision(sentence).limits
    return [each.formula.text.lower() for each in limits if isinstance(each.formula, Holds)]


def dimensions(sentence: str) -> set[Dimension]:
    """What the phrases of a clause limit."""
    return {limit.dimension for limit in provision(sentence).limits}


@pytest.mark.parametrize(
    ("phrase", "state"),
    [
        ("without notice to Acme", "notice to acme"),
        ("after prior written notice to Acme", "prior written notice to acme"),
        ("without approval from Acme", "approval of acme"),
        ("only with prior written consent from the controller", "prior written consent of the controller"),
    ],
)
def test_whose_it_is_goes_with_it(phrase: str, state: str) -> None:
    modal = "may" if phrase.startswith("only") else "must not"
    sentence = f"Globex {modal} share customer data with the auditor {phrase}."
    if "after" in phrase:
        assert Dimension.SOURCE not in dimensions(sentence)
    else:
        assert states(sentence) == [state]
    assert dimensions(sentence) <= {Dimension.CONDITION, Dimension.COUNTERPARTY}


def test_leave_may_be_that_of_either() -> None:
    (limit,) = provision("Globex must not use customer data without approval from Acme or the auditor.").limits
    assert isinstance(limit.formula, Some)
    assert [each.text.lower() for each in limit.formula.operands if isinstance(each, Holds)] == [
        "approval of acme",
        "approval of the auditor",
    ]


def test_notice_to_somebody_is_not_notice_from_them() -> None:
    assert states("Acme must not use customer data without notice to Globex.") != states(
        "Acme must not use customer data without notice from Globex."
    )


def test_consent_to_nobody_leaves_to_who_gets_the_data() -> None:
    sentence = "Globex may share customer data with consent to Acme."
    assert states(sentence) == ["consent"]
    assert Dimension.COUNTERPARTY in dimensions(sentence)


def test_where_data_are_got_from_says_from_whom() -> None:
    assert dimensions("Globex may receive customer data with consent from Acme.") == {
        Dimension.CONDITION,
        Dimension.SOURCE,
    }
    sentence = "Globex may collect customer data from patients with consent from patients."
    assert dimensions(sentence) == {Dimension.CONDITION, Dimension.SOURCE}


@pytest.mark.parametrize(
    "phrase", ['under "the terms" from Acme', "with due care from Acme", "with notice and due care from Acme or Globex"]
)
def test_other_phrases_stay_apart(phrase: str) -> None:
    assert Dimension.SOURCE in dimensions(f"The auditor must not share customer data {phrase}.")

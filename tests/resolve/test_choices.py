"""Where `or` in a duty leaves a choice, and where all that is named is meant."""

import pytest

from policyc.model.document import Dimension, Provision
from tests.resolve.spoken import provisions

NAMES = "The regulator is a party. Complaints are a thing.\n"


def one(sentence: str) -> Provision:
    """What a sentence provides."""
    (found,) = provisions(f"1: {sentence}", NAMES)
    return found


@pytest.mark.parametrize(
    ("sentence", "choice"),
    [
        ("Globex must delete any copies or backups.", False),
        ("Globex must delete each record or copy of records.", False),
        ("Globex must delete records or old records.", True),
        ("Globex must forward any request of a customer or complaint to Acme.", False),
        ("Globex must not delete any copies or backups.", True),
    ],
)
def test_any_of_several_is_each_of_them(sentence: str, choice: bool) -> None:
    object = one(sentence).object
    assert object is not None
    assert object.choice is choice


@pytest.mark.parametrize(
    ("sentence", "dimension", "choice"),
    [
        ("Globex must notify any customer or regulator.", Dimension.COUNTERPARTY, False),
        ("Globex must notify a customer or the regulator.", Dimension.COUNTERPARTY, True),
        ("Globex must answer inquiries from customers or the regulator.", Dimension.SOURCE, False),
        ("Globex must collect records from customers or the regulator.", Dimension.SOURCE, True),
    ],
)
def test_with_whom_or_from_whom(sentence: str, dimension: Dimension, choice: bool) -> None:
    (names,) = (limit.names for limit in one(sentence).limits if limit.dimension is dimension)
    assert names is not None
    assert names.choice is choice

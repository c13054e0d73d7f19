"""What is set between commas before the verb, or before the sentence: nothing behind the verb belongs to it."""

import pytest

from policyc.model.document import Dimension
from tests.resolve.spoken import provisions, told

SAME = [
    (
        "Globex shall not, except with consent, share records with vendors.",
        "Except with consent, Globex shall not share records with vendors.",
    ),
    (
        "Globex may, except for marketing, share records with vendors.",
        "Except for marketing, Globex may share records with vendors.",
    ),
    (
        "Globex shall not, except for support, use records in the United States.",
        "Except for support, Globex shall not use records in the United States.",
    ),
    (
        "Globex may, only with consent, use records for marketing.",
        "Only with consent, Globex may use records for marketing.",
    ),
    (
        "Only with consent, Globex may use records for marketing.",
        "Globex may use records for marketing only with consent.",
    ),
    (
        "Only with consent, Globex may share records with vendors except for marketing.",
        "Globex may share records with vendors only with consent except for marketing.",
    ),
]


@pytest.mark.parametrize(("sentence", "same"), SAME, ids=[sentence for sentence, _ in SAME])
def test_it_reads_as_the_plain_sentence(sentence: str, same: str) -> None:
    assert told(sentence) == told(same)


def test_an_exception_there_takes_nothing_from_behind_the_verb() -> None:
    (provision,) = provisions("Globex may, except for marketing, share records with vendors.")
    exception, whom = provision.limits
    assert (exception.mode, exception.dimension, exception.given) == ("except", Dimension.PURPOSE, ())
    assert (whom.mode, whom.dimension) == ("", Dimension.COUNTERPARTY)

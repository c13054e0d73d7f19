"""By what means something is done: *through the API*, *by using encryption*, *through its vendors*."""

import pytest

from tests.resolve.spoken import told

MEANS = [
    ("Globex may access records only through the API.", "only on which condition: programming interface"),
    ("Globex must transfer records to Acme via the API.", "on which condition: programming interface"),
    ("Globex must encrypt records by means of strong encryption.", "on which condition: strong encryption"),
    ("Globex must encrypt records by using strong encryption.", "on which condition: strong encryption"),
    ("Globex must not access records through old records.", "on which condition: through old record"),
    ("Globex must not share records through the auditor.", "on which condition: through auditor"),
    ("Globex must not share records, through the API, for support.", "on which condition: programming interface"),
]


@pytest.mark.parametrize(("sentence", "means"), MEANS, ids=[sentence for sentence, _ in MEANS])
def test_a_means_is_a_condition(sentence: str, means: str) -> None:
    (said,) = told(sentence)
    assert means in said

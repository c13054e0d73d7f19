"""Lengths of time as contracts put them: the longest, the latest before an event, and until some time after one."""

import pytest

from tests.resolve.spoken import provisions

SAME = [
    (
        "Globex must retain records for no longer than 2 years.",
        "Globex must not retain records for more than 2 years.",
    ),
    (
        "Globex must store records for up to 90 days after termination.",
        "Globex must not store records for more than 90 days after termination.",
    ),
    (
        "Globex must keep records for at least 30 days and for at most 90 days.",
        "Globex must keep records for at least 30 days. Globex must not keep records for more than 90 days.",
    ),
    (
        "Globex must notify Acme no later than 30 days before termination.",
        "Globex must notify Acme at least 30 days before termination.",
    ),
    (
        "Globex must notify Acme not later than thirty days prior to termination.",
        "Globex must notify Acme at least 30 days before termination.",
    ),
    (
        "Globex must not publish records before 45 days after a breach.",
        "Globex must not publish records before a breach. Globex must not publish records within 45 days after a breach.",
    ),
    (
        "Globex must not publish records until 45 days after termination.",
        "Globex must not publish records until termination. "
        "Globex must not publish records within 45 days after termination.",
    ),
]


@pytest.mark.parametrize(("sentence", "same"), SAME, ids=[sentence for sentence, _ in SAME])
def test_it_reads_as_the_plain_sentences(sentence: str, same: str) -> None:
    said, plain = provisions(sentence), provisions(same)
    assert [each.modality for each in said] == [each.modality for each in plain]
    assert [str(each.timing) for each in said] == [str(each.timing) for each in plain]
    assert [len(each.limits) for each in said] == [len(each.limits) for each in plain]


def test_who_protects_data_for_some_time_keeps_none_of_them() -> None:
    (said,) = provisions("Globex must encrypt records for at most 90 days.")
    assert said.modality.value == "must"

"""The words of suppressions: what is read of them, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyc.pipeline.suppression.comment import Malformed, Words, is_addressed, read_words


@pytest.mark.parametrize(
    ("comment", "rules", "until", "reason"),
    [
        ("# policyc: ignore[alias]: agreed", ("alias",), None, "agreed"),
        ("#policyc:ignore[alias]:agreed", ("alias",), None, "agreed"),
        ("## Policyc : IGNORE [Alias , reveals,]  :  said:  so", ("alias", "reveals"), None, "said: so"),
        ("# policyc: ignore[alias] until 2027-03-31: x", ("alias",), date(2027, 3, 31), "x"),
        ("# policyc: ignore[alias] Until  2024-02-29 : x", ("alias",), date(2024, 2, 29), "x"),
        ("# policyc: ignore[alias, alias]: x", ("alias",), None, "x"),
    ],
)
def test_what_is_read(comment: str, rules: tuple[str, ...], until: date | None, reason: str) -> None:
    assert is_addressed(comment)
    assert read_words(comment) == Words(rules, until, reason)


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("# policyc: ignore", "names no rule"),
        ("# policyc: ignore: everything", "names no rule"),
        ("# policyc: ignore []: everything", "brackets are empty"),
        ("# policyc: ignore[ , ]: everything", "brackets are empty"),
        ("# policyc: ignore[alias]", "No reason"),
        ("# policyc: ignore[alias]:   ", "No reason"),
        ("# policyc: ignore[alias] until 2027-03-31", "No reason"),
        ("# policyc: ignore[alias] because: x", "`because`, which is no `until`"),
        ("# policyc: ignore[alias] until: x", "`until`, which is no `until` and a day"),
        ("# policyc: ignore[alias] until 2027-02-30: x", "no day of the calendar"),
        ("# policyc: ignore[alias] until 20270301: x", "no day of the calendar"),
        ("# policyc: ingore[alias]: x", "does not begin with"),
        ("# policyc ignore[alias]: x", "does not begin with"),
        ("# policyc: ignore[alias: x", "names no rule"),
        ("# policyc:", "does not begin with"),
    ],
)
def test_what_is_refused(comment: str, why: str) -> None:
    assert is_addressed(comment)
    with pytest.raises(Malformed, match=why.replace("[", r"\[").replace("]", r"\]")):
        read_words(comment)


@pytest.mark.parametrize(
    "comment", ["# see policyc: ignore[alias]: x", "# policyc reads this.", "# policycs: ignore[alias]: x", "#"]
)
def test_prose_is_left_alone(comment: str) -> None:
    assert not is_addressed(comment)


@given(st.text(alphabet="# policyc:ignore[]until-2027,x\u202e“\"'\t", max_size=60))
def test_any_words_are_read_or_refused(words: str) -> None:
    try:
        found = read_words(f"# policyc: ignore{words}")
    except Malformed:
        return
    assert found.rules
    assert found.reason

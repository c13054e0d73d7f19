"""When two spellings are one name."""

import pytest

from policyc.model.document import Length, label_covers, label_parts
from policyc.model.names import base_verbs, key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Shopping location", "the shopping  LOCATION"),
        ("opt-in consent", "Opt in consents"),
        ("purpose", "purposes"),
        ("address", "addresses"),
        ("party", "parties"),
        ("cookie", "cookies"),
        ("cache", "caches"),
        ("box", "boxes"),
        ("credit bureau", "credit bureaus"),
        ("any data", "data"),
        ("account balance", "the account balances"),
    ],
)
def test_one_name(left: str, right: str) -> None:
    assert key(left) == key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("card", "care"),
        ("plan", "plane"),
        ("status", "state"),
        ("analysis", "analyst"),
        ("access", "acces codes"),
        ("accounts balance", "account balance"),
        ("site", "sit"),
    ],
)
def test_two_names(left: str, right: str) -> None:
    assert key(left) != key(right)


def test_an_article_alone_is_no_name() -> None:
    assert key("the") == ""


@pytest.mark.parametrize(
    ("written", "verb"),
    [("uses", "use"), ("discloses", "disclose"), ("notifies", "notify"), ("publishes", "publish"), ("share", "share")],
)
def test_third_person(written: str, verb: str) -> None:
    assert verb in base_verbs(written)


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        ("4", "4"),
        ("4", "4.1"),
        ("4", "4(a)"),
        ("4.4", "4.4(a)"),
        ("2.B", "2.b"),
        ("no-ads", "No-Ads"),
        ("IV.c", "IV.c.11"),
    ],
)
def test_a_reference_means_the_clause_and_what_is_below_it(reference: str, label: str) -> None:
    assert label_covers(reference, label)


@pytest.mark.parametrize(
    ("reference", "label"), [("4", "41"), ("4.1", "4"), ("4", "10A"), ("4", None), ("no", "no-ads")]
)
def test_a_reference_means_no_other_clause(reference: str, label: str | None) -> None:
    assert not label_covers(reference, label)


def test_the_parts_of_a_label() -> None:
    assert label_parts("4.4(a)") == ("4", "4", "a")


@pytest.mark.parametrize(
    ("length", "days"),
    [
        (Length(1, "month"), 30),
        (Length(1, "quarter"), 91),
        (Length(2, "year"), 730),
        (Length(1, "week"), 7),
        (Length(5, "business day"), 7),
        (Length(10, "business day"), 14),
        (Length(1, "business day"), 2),
    ],
)
def test_lengths_of_time_by_convention(length: Length, days: int) -> None:
    assert length.hours == days * 24


def test_lengths_read_aloud() -> None:
    assert str(Length(1, "day")) == "1 day"
    assert str(Length(72, "hour")) == "72 hours"

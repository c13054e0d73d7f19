"""What `only`, `except` and `even` make of times; engine and reference must agree on each."""

from __future__ import annotations

from datetime import date

import pytest

from tests.norms.test_semantics import DEAL, VOCABULARY, verdict
from tests.reference.engine import run_text

BREACH = frozenset({"strike"})
NEVER: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("clause", "during", "after"),
    [
        ("may use location only until termination", "permitted", "forbidden"),
        ("may use location only after termination", "forbidden", "permitted"),
        ("may use location except after termination", "permitted", "uncovered"),
        ("must not use location except until termination", "uncovered", "forbidden"),
        ("must not use location except after termination", "forbidden", "uncovered"),
        ("must not use location even after termination", "forbidden", "forbidden"),
        ("may use location until termination", "permitted", "uncovered"),
    ],
)
def test_termination_divides_time(clause: str, during: str, after: str) -> None:
    assert verdict(f"1: Acme {clause}.", data="location", phase="during") == during
    assert verdict(f"1: Acme {clause}.", data="location", phase="after") == after


@pytest.mark.parametrize(
    ("clause", "without", "once"),
    [
        ("may use location only after a strike", "forbidden", "permitted"),
        ("may use location only before a strike", "permitted", "forbidden"),
        ("may use location except after a strike", "permitted", "uncovered"),
        ("must not use location except on a strike", "forbidden", "uncovered"),
        ("must not use location except before a strike", "uncovered", "forbidden"),
        ("must not use location even after a strike", "forbidden", "forbidden"),
    ],
)
def test_an_event_that_has_happened_is_a_state(clause: str, without: str, once: str) -> None:
    assert verdict(f"1: Acme {clause}.", data="location", states=NEVER) == without
    assert verdict(f"1: Acme {clause}.", data="location", states=BREACH) == once


@pytest.mark.parametrize(
    ("clause", "before", "on", "after"),
    [
        ("may use location only until 2020-01-01", "permitted", "permitted", "forbidden"),
        ("may use location only before 2020-01-01", "permitted", "forbidden", "forbidden"),
        ("may use location only from 2020-01-01", "forbidden", "permitted", "permitted"),
        ("may use location only on 2020-01-01", "forbidden", "permitted", "forbidden"),
        ("may use location except before 2020-01-01", "uncovered", "permitted", "permitted"),
        ("may use location except until 2020-01-01", "uncovered", "uncovered", "permitted"),
        ("must not use location except after 2020-01-01", "forbidden", "forbidden", "uncovered"),
        ("must not use location except from 2020-01-01", "forbidden", "uncovered", "uncovered"),
        ("must not use location even after 2020-01-01", "forbidden", "forbidden", "forbidden"),
    ],
)
def test_days_divide_time(clause: str, before: str, on: str, after: str) -> None:
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2020, 1, 2))
    found = [verdict(f"1: Acme {clause}.", data="location", day=day) for day in days]
    assert found == [before, on, after]


def test_what_is_forbidden_at_other_times_needs_no_condition() -> None:
    text = "1: Acme may use location only with approval only until termination for research."
    for states in (NEVER, frozenset({"approval"})):
        assert verdict(text, data="location", purpose="research", states=states, phase="after") == "forbidden"
    assert verdict(text, data="location", purpose="research", states=frozenset({"approval"})) == "permitted"


@pytest.mark.parametrize("time", ["for 30 days", "within 30 days after termination", "on 2020-01-01"])
def test_all_but_a_stretch_of_time_is_two_times(time: str) -> None:
    with pytest.raises(AssertionError, match="leaves open what holds before and after"):
        run_text(f"{DEAL}1: Acme must not use location except {time}.", VOCABULARY)

"""Pace: deadlines, lengths, rhythms and notices of one clause held against those of another."""

from __future__ import annotations

import pytest

from policyc.analysis.entailment.pace import lacks_in_pace
from policyc.model.document import Length, Modality, Timing

DAY, WEEK, MONTH, YEAR = (Length(1, unit) for unit in ("day", "week", "month", "year"))
BAN, PERMISSION, DUTY = Modality.BAN, Modality.PERMISSION, Modality.DUTY


@pytest.mark.parametrize(
    ("given", "wanted", "modality", "found"),
    [
        (Timing(), Timing(), DUTY, []),
        (Timing(within=DAY), Timing(within=WEEK), DUTY, []),
        (Timing(within=DAY), Timing(), DUTY, []),
        (Timing(within=WEEK), Timing(within=DAY), DUTY, [False]),
        (Timing(), Timing(within=DAY), DUTY, [False]),
        (Timing(soft="promptly"), Timing(within=DAY), DUTY, [False]),
        (Timing(soft="immediately"), Timing(within=DAY), DUTY, [True]),
        (Timing(soft="immediately"), Timing(soft="promptly"), DUTY, []),
        (Timing(soft="without delay"), Timing(soft="promptly"), DUTY, []),
        (Timing(soft="within a reasonable time"), Timing(soft="promptly"), DUTY, [False]),
        (Timing(within=DAY), Timing(soft="promptly"), DUTY, [True]),
        (Timing(), Timing(soft="promptly"), DUTY, [False]),
        (Timing(within=DAY), Timing(within=WEEK), PERMISSION, [False]),
        (Timing(within=WEEK), Timing(within=DAY), PERMISSION, []),
        (Timing(within=WEEK), Timing(), PERMISSION, [True]),
        (Timing(at_least=WEEK), Timing(at_least=DAY), DUTY, []),
        (Timing(at_least=DAY), Timing(at_least=WEEK), DUTY, [False]),
        (Timing(), Timing(at_least=WEEK), DUTY, [False]),
        (Timing(lasting=WEEK), Timing(lasting=DAY), DUTY, []),
        (Timing(lasting=WEEK), Timing(lasting=DAY), BAN, []),
        (Timing(lasting=WEEK), Timing(lasting=DAY), PERMISSION, [False]),
        (Timing(lasting=DAY), Timing(lasting=WEEK), PERMISSION, []),
        (Timing(lasting=DAY), Timing(lasting=WEEK), DUTY, [False]),
        (Timing(), Timing(lasting=WEEK), DUTY, [False]),
        (Timing(), Timing(lasting=WEEK), BAN, []),
        (Timing(), Timing(lasting=WEEK), PERMISSION, [False]),
        (Timing(), Timing(lasting=WEEK, lasting_bound="for at least"), PERMISSION, []),
        (Timing(lasting=DAY, lasting_bound="for at most"), Timing(lasting=WEEK, lasting_bound="for at most"), DUTY, []),
        (Timing(lasting=WEEK), Timing(lasting=DAY, lasting_bound="for at most"), DUTY, [False]),
        (Timing(lasting=WEEK), Timing(), BAN, [False]),
        (Timing(lasting=WEEK), Timing(), PERMISSION, [True]),
        (Timing(lasting=WEEK), Timing(), DUTY, []),
        (Timing(every=MONTH), Timing(every=YEAR), DUTY, []),
        (Timing(every=YEAR), Timing(every=MONTH), DUTY, [False]),
        (Timing(), Timing(every=MONTH), DUTY, [False]),
        (Timing(every=MONTH, times=1), Timing(every=YEAR), DUTY, [False]),
        (Timing(every=YEAR, times=1), Timing(every=YEAR, times=2), PERMISSION, []),
        (Timing(every=YEAR, times=2), Timing(every=YEAR, times=1), PERMISSION, [False]),
        (Timing(every=MONTH, times=1), Timing(every=YEAR, times=2), PERMISSION, [False]),
        (Timing(), Timing(every=YEAR, times=2), PERMISSION, [False]),
        (Timing(every=YEAR, times=2), Timing(), PERMISSION, [True]),
        (Timing(every=YEAR, times=2), Timing(), DUTY, [False]),
        (Timing(notice=WEEK), Timing(notice=DAY), PERMISSION, []),
        (Timing(notice=DAY), Timing(notice=WEEK), PERMISSION, [False]),
        (Timing(), Timing(notice=WEEK), PERMISSION, [False]),
        (Timing(notice=DAY), Timing(), PERMISSION, [True]),
        (Timing(notice=DAY), Timing(), DUTY, []),
    ],
)
def test_lacks(given: Timing, wanted: Timing, modality: Modality, found: list[bool]) -> None:
    lacks = list(lacks_in_pace(given, wanted, modality))
    assert [lack.slight for lack in lacks] == found
    assert all(lack.words and "None" not in lack.words for lack in lacks)


@pytest.mark.parametrize("modality", [DUTY, BAN, PERMISSION])
def test_every_timing_is_as_good_as_itself(modality: Modality) -> None:
    full = Timing(within=DAY, at_least=DAY, lasting=WEEK, every=YEAR, times=2, notice=DAY, soft="promptly")
    assert not list(lacks_in_pace(full, full, modality))

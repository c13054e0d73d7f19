"""Verdicts on regions: one where all points agree, else unknown, and what it turns on."""

from __future__ import annotations

from datetime import date

import pytest

from policyc.model.names import Kind
from policyc.norms import verdict
from policyc.norms.concepts import NONE
from policyc.norms.condition import ALWAYS, Alternative
from policyc.norms.region import AFTER, DURING, EVERYTHING, Region, Side
from policyc.norms.sampling import assignments, partition, partition_all
from policyc.norms.verdict import Judgement, Verdict, judge
from tests.reference.engine import Engine, run_text

VOCABULARY = """vocabulary "v".
Location is data. Balance is data. Research is a purpose. Acme is a party. Bolt is a party. Approval is a condition.
"""


def judged(text: str, **sides: int) -> Judgement:
    """The verdict on all that Acme does by way of use during the agreement, some sides narrowed."""
    engine = run_text('agreement "Deal" between Acme and Bolt.\n' + text, VOCABULARY)
    masks = list(EVERYTHING)
    masks[Side.BEARER] = bit(engine, "acme", Kind.PARTY)
    masks[Side.ACTION] = bit(engine, "use", Kind.ACTION)
    masks[Side.OBJECT] = bit(engine, "location", Kind.DATA)
    masks[Side.COUNTERPARTY] = NONE
    masks[Side.PHASE] = sides.get("phase", DURING)
    return judge(Region(tuple(masks)), engine.facts.norms, engine.facts.order)


def bit(engine: Engine, name: str, kind: Kind) -> int:
    """The bit of a name."""
    return engine.bit(name, frozenset({kind}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1: Acme may use location.", Verdict.PERMITTED),
        ("1: Acme must not use location.", Verdict.FORBIDDEN),
        ("1: Acme may use location.\n2: Acme must not use data.", Verdict.CONFLICTING),
        ("1: Acme may use balance.", Verdict.UNCOVERED),
        ("1: Acme may use location for research.\n2: Acme may use data.", Verdict.PERMITTED),
    ],
)
def test_a_verdict_is_known_where_all_points_agree(text: str, expected: Verdict) -> None:
    judgement = judged(text)
    assert judgement.verdict is expected
    assert not judgement.turns_on


@pytest.mark.parametrize(
    ("phrase", "turns_on"),
    [
        ("for research", (Side.PURPOSE,)),
        ("from Bolt", (Side.SOURCE,)),
        ("if approval", ("condition",)),
        ("until 2020-01-01", ("day",)),
        ("for research if approval", (Side.PURPOSE, "condition")),
    ],
)
def test_an_unknown_verdict_names_what_it_turns_on(phrase: str, turns_on: tuple[Side | str, ...]) -> None:
    judgement = judged(f"1: Acme may use location {phrase}.")
    assert judgement.verdict is Verdict.UNKNOWN
    assert judgement.turns_on == turns_on
    assert judgement.possible == (Verdict.PERMITTED, Verdict.UNCOVERED)


def test_the_phase_is_one_more_thing_to_turn_on() -> None:
    text = "1: Acme may use location."
    assert judged(text, phase=DURING | AFTER).turns_on == (Side.PHASE,)
    assert judged(text + "\nClause 1 survives termination.", phase=DURING | AFTER).verdict is Verdict.PERMITTED


def test_the_deciding_norms_are_told_in_the_order_of_clauses() -> None:
    judgement = judged("1: Acme may use location.\n2: Acme may use balance.\n3: Acme must not use data.")
    assert [norm.clause.name for norm in judgement.deciding] == ["1", "3"]


def test_too_many_cases_are_said_to_be_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "MAXIMUM_CELLS", 3)
    text = "".join(f"{n}: Acme may use location for research if approval from 2020-01-0{n}.\n" for n in range(1, 5))
    judgement = judged(text)
    assert judgement.verdict is Verdict.UNKNOWN
    assert judgement.limited


def test_parts_are_one_bit_for_each_class_that_is_told_apart() -> None:
    assert partition(0b1111, [0b0011, 0b0110]) == (0b0010, 0b0001, 0b0100, 0b1000)
    assert partition(0b1100, [-1]) == (0b1100,)
    assert sorted(partition_all([0b011, 0b110])) == [0b001, 0b010, 0b100]


def test_assignments_satisfy_what_is_given() -> None:
    one, two = Alternative(frozenset({1})), Alternative(frozenset({2}))
    assert sorted(assignments([(one,), (two,)], ALWAYS)) == [0, 1, 2, 3]
    assert sorted(assignments([(two,)], (one,))) == [1, 3]
    assert sorted(assignments([(one,)], (Alternative(absent=1),))) == [0]


def test_a_given_state_is_weighed_however_many_others_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdict, "MAXIMUM_CELLS", 300)
    names = [f"vow-{n}q" for n in range(17)]
    definitions = "".join(f"{name} is a condition. " for name in names)
    clauses = "".join(f"{n}: Acme may use location if {name}.\n" for n, name in enumerate(names, 1))
    made = run_text('agreement "Deal" between Acme and Bolt.\n' + definitions + clauses, VOCABULARY)
    judgement = judge(made.facts.norms[-1].region, made.facts.norms, made.facts.order)
    assert judgement.possible == (Verdict.PERMITTED,)
    assert judgement.limited


def test_conditions_that_are_given_leave_less_to_weigh() -> None:
    atoms = [(Alternative(frozenset({1 << n})),) for n in range(40)]
    everything = (Alternative(frozenset(1 << n for n in range(40))),)
    assert list(assignments(atoms, everything)) == [(1 << 40) - 1]
    assert list(assignments(atoms, (Alternative(absent=(1 << 40) - 1),))) == [0]
    both = (Alternative(frozenset({1})), Alternative(frozenset({2})))
    assert sorted(assignments([], both)) == [1, 2, 3]


def test_days_between_which_verdicts_change() -> None:
    judgement = judged("1: Acme may use location from 2020-01-01 until 2020-01-31.\n2: Acme may use location.")
    assert judgement.verdict is Verdict.PERMITTED
    assert date(2020, 1, 1).toordinal() in {norm.region.start for norm in judgement.deciding}

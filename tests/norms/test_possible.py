"""Which acts can be: with whom things are done, and where."""

from __future__ import annotations

import pytest

from policyc.model.names import Kind
from policyc.norms.concepts import ANY, NONE, OTHER, SOME
from policyc.norms.possible import Possible
from policyc.norms.region import EVERYTHING, Masks, Side
from tests.reference.engine import Engine, run_text

VOCABULARY = """vocabulary "v".
Acme is a party, in France. Bolt is a party. Bank is a party. Location is data.
Europe is a place. France is Europe. Asia is a place.
"""
ENGINE = run_text('agreement "Deal" between Acme and Bolt.\n1: Acme may use location.', VOCABULARY)
POSSIBLE = Possible.seen_from(ENGINE.facts.closures[id(ENGINE.facts.agreements[0])], ENGINE.facts.agreements)


def bit(name: str, engine: Engine = ENGINE) -> int:
    """The bit of a name."""
    return engine.bit(name, frozenset(Kind))


def masks(**sides: int) -> Masks:
    """Everything, some sides narrowed."""
    return tuple(sides.get(side.name.lower(), mask) for side, mask in zip(Side, EVERYTHING, strict=True))


def act(**sides: int) -> dict[str, int] | None:
    """An act of a product, by the names of its sides."""
    found = POSSIBLE.act(masks(**sides))
    return {side.name.lower(): found[side] for side in Side} if found else None


@pytest.mark.parametrize(
    ("sides", "can_be"),
    [
        ({"action": "use", "counterparty": SOME}, False),
        ({"action": "use", "counterparty": ANY}, True),
        ({"action": "share", "counterparty": NONE}, False),
        ({"action": "process", "counterparty": NONE}, True),
        ({"action": "process", "counterparty": SOME}, True),
        ({"action": "use", "purpose": NONE}, False),
        ({"action": "share", "purpose": NONE}, True),
        ({"action": "use", "object": NONE}, False),
        ({"action": "notify", "object": NONE}, True),
        ({"action": "use", "place": NONE}, False),
        ({"action": "share", "bearer": "bolt", "counterparty": "bolt"}, False),
        ({"action": "share", "bearer": "bank", "counterparty": "bank"}, True),
        ({"action": "share", "counterparty": "acme", "place": "asia"}, False),
        ({"action": "share", "counterparty": "acme", "place": "france"}, True),
        ({"action": "notify", "counterparty": "acme", "place": "asia"}, True),
    ],
)
def test_which_acts_can_be(sides: dict[str, int | str], can_be: bool) -> None:
    given = {side: bit(value) if isinstance(value, str) else value for side, value in sides.items()}
    assert (act(**given) is not None) is can_be


def test_another_counterparty_is_sought_where_the_first_is_elsewhere() -> None:
    found = act(action=bit("share"), counterparty=bit("acme") | bit("bank"), place=bit("asia"))
    assert found
    assert found["counterparty"] == bit("bank")
    found = act(action=bit("share"), counterparty=SOME & ~OTHER & ~bit("bank"), place=bit("asia"))
    assert found
    assert found["counterparty"] != bit("acme")


def test_beyond_all_names_there_is_somebody() -> None:
    every = ENGINE.facts.universe.all
    found = act(action=bit("share"), counterparty=bit("acme") | (ANY & ~every), place=bit("asia"))
    assert found
    assert not found["counterparty"] & every


def test_whoever_names_another_place_knows_better() -> None:
    elsewhere = masks(action=bit("share"), counterparty=bit("acme"), place=bit("asia"))
    assert POSSIBLE.fitting(elsewhere).act(elsewhere)
    assert POSSIBLE.fitting(masks(action=bit("share"))) is POSSIBLE

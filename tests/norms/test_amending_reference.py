"""Amendments with dates: the engine and the naive reference agree in worlds where many agreements amend each other."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.norms.test_differential import compare_points
from tests.reference.description import World
from tests.reference.examples import examples
from tests.reference.worlds import DAYS, worlds


@examples(40)
@given(worlds(), st.integers(0, 1 << 16))
def test_engine_and_reference_agree_on_amendments(world: World, seed: int) -> None:
    random = Random(seed)
    titles = [agreement.title for agreement in world.agreements]
    amending = [
        replace(
            agreement,
            amends=tuple(title for title in titles if title != agreement.title and random.random() < 0.6),
            first=random.choice([None, *DAYS]),
            last=random.choice([None, None, *DAYS]),
        )
        for agreement in world.agreements
    ]
    compare_points(replace(world, agreements=tuple(amending)), seed % 4, 15)

"""Text that is written out and read back describes the same world."""

from hypothesis import given
from hypothesis import strategies as st

from tests.reference.description import World
from tests.reference.evaluator import judge
from tests.reference.examples import examples
from tests.reference.points import points
from tests.reference.replay import world_of
from tests.reference.text import agreements_text, vocabulary_text, world_text
from tests.reference.worlds import worlds


@examples(25)
@given(worlds(), st.integers(0, 3))
def test_a_world_survives_being_written_and_read(world: World, seed: int) -> None:
    again = world_of(agreements_text(world), vocabulary_text(world))
    for point in points(world, seed, 10):
        assert judge(again, point) == judge(world, point), f"{world_text(world)}\n{point}"

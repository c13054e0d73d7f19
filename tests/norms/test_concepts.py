"""What names cover, as bit sets."""

from __future__ import annotations

from hypothesis import given

from policyc.model.lexicon import Lexicon, Relation
from policyc.model.names import Concept, Kind, key
from policyc.norms.concepts import ANY, NONE, OTHER, Closure, Universe
from tests.reference.description import World
from tests.reference.engine import run_text, run_world
from tests.reference.examples import examples
from tests.reference.names import Names
from tests.reference.text import world_text
from tests.reference.worlds import worlds

VOCABULARY = """vocabulary "v".
Personal data is data, about customers. Location is personal data, serves marketing. Diary is personal data.
Shopping location is location. Spot is shopping location, about children.
Customers are people. Children are people. Marketing is a purpose. Research is a purpose, needs diary.
Survey is research. Poll is survey, needs location. Acme is a party. Bolt is a party.
"""


def closure(own: str = "") -> Closure:
    """What names cover in an agreement that defines some itself."""
    engine = run_text(f'agreement "Deal" between Acme and Bolt.\n{own}', VOCABULARY)
    return engine.facts.closure(engine.facts.agreements[0])


def concept(closure: Closure, name: str, kind: Kind = Kind.DATA) -> Concept:
    """A concept by its name."""
    found = closure.find(key(name), kind)
    assert found is not None
    return found


def covered(closure: Closure, name: str, kind: Kind = Kind.DATA) -> set[str]:
    """The names that a name covers."""
    return {each.key for each in closure.universe.named(closure.covers(concept(closure, name, kind)))}


@examples(25)
@given(worlds())
def test_names_cover_what_the_reference_says(world: World) -> None:
    engine = run_world(world)
    for document, agreement in zip(engine.facts.workspace.documents, world.agreements, strict=True):
        names, seen = Names(world, agreement), engine.facts.closure(document)
        for name, kind in world.kinds.items():
            below = {x for x, other in world.kinds.items() if other == kind and names.below(name, x)}
            assert covered(seen, name, Kind(kind)) == below, f"{world_text(world)}\n{name}"


def test_a_root_covers_everything_of_its_kind_and_what_has_no_name() -> None:
    seen = closure()
    data = seen.covers(concept(seen, "data"))
    assert data & OTHER
    assert not data & NONE
    assert data == seen.universe.kind(Kind.DATA)
    assert covered(seen, "data") >= {"personal data", "spot"}


def test_masks_without_end_name_every_concept() -> None:
    universe = closure().universe
    assert list(universe.named(ANY)) == universe.concepts
    assert list(universe.named(NONE | OTHER)) == []


def test_an_agreement_adds_below_what_others_define() -> None:
    seen = closure("Diary is location. Memoir is diary.")
    assert {"diary", "memoir"} <= covered(seen, "location")
    assert {"diary", "memoir"} <= covered(seen, "personal data")
    assert "diary" not in covered(closure(), "location")


def test_what_an_agreement_excludes_is_left_out() -> None:
    seen = closure("Location includes diary and spot, excludes spot.")
    assert covered(seen, "location") == {"location", "shopping location", "diary"}


def test_places_lie_in_places() -> None:
    seen = closure("Europe is a place. France is a place in Europe. Paris is a place in France.")
    assert covered(seen, "Europe", Kind.PLACE) == {"europe", "france", "paris"}


def test_ancestors_are_told_nearest_first() -> None:
    seen = closure()
    names = [each.key for each in seen.ancestors(concept(seen, "spot"))]
    assert names == ["spot", "shopping location", "location", "personal data", "data"]


def test_relations_are_inherited_or_taken_from_the_nearest() -> None:
    seen = closure()
    spot, poll = concept(seen, "spot"), concept(seen, "poll", Kind.PURPOSE)
    assert [each.key for each in seen.inherited(spot, Relation.ABOUT)] == ["children", "customer"]
    assert [each.key for each in seen.nearest(spot, Relation.ABOUT)] == ["children"]
    assert [each.key for each in seen.nearest(spot, Relation.SERVES)] == ["marketing"]
    assert [each.key for each in seen.nearest(poll, Relation.NEEDS)] == ["location"]
    assert seen.nearest(poll, Relation.SERVES) == []


def test_a_name_that_a_scope_does_not_know_covers_nothing() -> None:
    assert closure().covers_key("audit", Kind.ACTION) == 0
    assert closure().find("audit", Kind.ACTION) is None


def test_an_empty_scope_covers_nothing() -> None:
    seen = Closure(Lexicon("empty"), Universe())
    assert seen.covers_key("location", Kind.DATA) == 0

"""The shapes along the road as plain data."""

import json

from policyc.model.document import Document
from policyc.norms.norm import Norm
from policyc.pipeline.files import Inputs
from policyc.pipeline.run import run_inputs
from policyc.pipeline.shapes import SHAPES, Plain
from policyc.source import Source
from tests.cli.running import CLASH

TEXT = CLASH.replace(
    "4.7:", "4.7: Globex must not use balances outside Germany. Despite 4.2, Acme may use data.\n4.8:"
) + (
    "4.9: Acme must ensure that Globex may use balances only with anyone, unless consent.\n"
    "Clause 4.6 survives for 2 years after termination.\nblurb.\n"
)


def shapes() -> dict[str, object]:
    """Every shape of one text."""
    examination = run_inputs(Inputs([Source("deal.policy", TEXT)])).examination
    return {name: shape(examination) for name, shape in SHAPES.items()}


def test_all_shapes_are_json_and_alike_on_every_run() -> None:
    first, second = (json.dumps(shapes()) for _ in range(2))
    assert first == second
    for words in ("Deal", "4.2", "forbid", "all but"):
        assert words in first or words == "forbid"


def test_a_tree_tells_places_and_broken_parts() -> None:
    trees = shapes()["tree"]
    assert isinstance(trees, list)
    tree = trees[0]
    assert tree["file"] == "deal.policy"
    assert tree["broken"]
    assert tree["sentences"][0]["at"] == "1:1"


def test_a_norm_names_what_it_covers() -> None:
    norms = shapes()["norms"]
    assert isinstance(norms, list)
    by_clause = {norm["clause"]: norm for norm in norms}
    assert by_clause["4.2"]["purpose"] == ["advertising"]
    assert by_clause["4.6"]["phase"] == "in force and after"
    assert any("added by only on" in norm for norm in norms)
    assert any(norm.get("ensured") for norm in norms)


def test_facts_tell_contradictions() -> None:
    facts = shapes()["facts"]
    assert isinstance(facts, dict)
    assert facts["contradictions"]
    assert set(facts["silent"]) == {"Deal"}


def test_plain_values() -> None:
    plain = Plain()
    assert plain.of({"b": 1, "a": {2, 1}}) == {"b": 1, "a": [1, 2]}
    assert plain.of(object()) == "object"
    assert plain.names(4) == []
    examination = run_inputs(Inputs([Source("deal.policy", TEXT)])).examination
    norm: Norm = examination.facts.norms[0]
    document: Document = norm.document
    assert plain.of([norm, norm.clause, document, document.lexicon]) == [
        "norm 0 (Deal, 4.1)",
        "4.1",
        "Deal",
        "Deal",
    ]
    assert plain.of(norm.clause.origin) == "deal.policy:5:1"
    assert plain.of(norm.clause.origin.source) == "deal.policy"

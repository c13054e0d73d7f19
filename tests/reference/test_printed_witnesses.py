"""Every witness of a contradiction that the rule pages, the documentation and the examples print is judged again by the reference."""

from pathlib import Path

import pytest

from policyc.analysis.contradiction import Grade
from policyc.pipeline.road import examine
from policyc.rules.catalogue import rules
from policyc.source import Source
from tests.docs.test_examples import POLICIES
from tests.reference.engine import Engine
from tests.reference.evaluator import judge
from tests.reference.model import world_of_documents
from tests.rules.test_pages import examples

ROOT = Path(__file__).resolve().parents[2]
PAGES = [(str(example), example.text) for rule in rules().values() for example in examples(rule)]
WHOLE = [
    (path.name, path.read_text(encoding="utf-8")) for path in sorted((ROOT / "policies/examples").glob("*.policy"))
]


@pytest.mark.parametrize(("name", "text"), [*PAGES, *POLICIES, *WHOLE])
def test_the_reference_agrees_with_every_witness(name: str, text: str) -> None:
    facts = examine([Source(f"{name}.policy", text)]).facts
    for found in facts.contradictions:
        documents = list(dict.fromkeys([found.grant.document, found.ban.document]))
        engine = Engine(facts, documents[0].lexicon)
        concepts = [concept for bit in found.witness.bits[:-1] for concept in facts.universe.named(bit)]
        concepts += facts.universe.named(found.witness.states)
        verdict, _ = judge(world_of_documents(documents, concepts), engine.reference_point(found.witness))
        if found.grade is Grade.ORDERED:
            assert verdict != "conflicting"
        elif found.grade is Grade.NARROWER and not found.across:
            assert verdict == "forbidden"
        else:
            assert verdict == "conflicting"


def test_the_page_on_contradictions_has_witnesses_of_every_grade_to_judge() -> None:
    texts = [example.text for example in examples(rules()["contradiction"])]
    grades = {found.grade for text in texts for found in examine([Source("a.policy", text)]).facts.contradictions}
    assert grades == set(Grade)

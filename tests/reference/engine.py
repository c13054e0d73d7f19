"""The engine's side of a described world: its text through the whole road, and points as the engine writes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from policyc.analysis.contradiction import Contradiction
from policyc.analysis.facts import Facts
from policyc.model.lexicon import Lexicon
from policyc.model.names import Concept, Kind, key
from policyc.norms.concepts import NONE, OTHER
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, DURING, Side
from policyc.norms.region import Point as EnginePoint
from policyc.norms.verdict import judge_point
from policyc.pipeline.road import analyse
from policyc.resolve import resolve, resolve_shipped
from policyc.resolve.naming.names import quoted_concept
from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.tree import Tree
from tests.reference.among import AMONG
from tests.reference.description import UNNAMED, Point, World
from tests.reference.parts import Id
from tests.reference.replay import POINT, replay
from tests.reference.text import BASE, agreements_text, vocabulary_text

PERSONS = frozenset({Kind.PARTY, Kind.PEOPLE})
SIDES = (
    ("bearer", PERSONS),
    ("action", frozenset({Kind.ACTION})),
    ("data", frozenset({Kind.DATA, Kind.EVENT})),
    ("people", PERSONS),
    ("counterparty", PERSONS),
    ("purpose", frozenset({Kind.PURPOSE})),
    ("place", frozenset({Kind.PLACE})),
    ("source", PERSONS),
)
"""The coordinates of a point in the order of the engine's sides, and the kinds of their names."""
STATES = frozenset({Kind.CONDITION, Kind.EVENT})
OPTIONAL = ("counterparty", "purpose")


@dataclass(frozen=True)
class Engine:
    """What the engine made of a text, and the lexicon by which points find their names."""

    facts: Facts
    lexicon: Lexicon

    def bit(self, name: str | None, kinds: frozenset[Kind]) -> int:
        """The engine's bit for a name."""
        if name is None or name == UNNAMED:
            return NONE if name is None else OTHER
        known = AMONG.join(map(key, name.split(AMONG)))
        concept = quoted_concept(name.strip('"')) if name.startswith('"') else self.find(known, kinds)
        assert concept is not None, name
        return self.facts.universe.bit(concept)

    def find(self, name: str, kinds: frozenset[Kind]) -> Concept | None:
        """What a name means; one that a clause makes (people among people) is known where that clause stands."""
        lexicons = (self.lexicon, *(document.lexicon for document in self.facts.workspace.documents))
        return next(filter(None, (lexicon.find(name, kinds) for lexicon in lexicons)), None)

    def state(self, name: str) -> int:
        """The engine's bit for a state."""
        return self.bit(name, STATES)

    def point(self, point: Point) -> EnginePoint:
        """A point as the engine writes it."""
        bits = [self.bit(getattr(point, side), kinds) for side, kinds in SIDES]
        states = 0
        for state in point.states:
            states |= self.state(state)
        return EnginePoint((*bits, DURING if point.phase == "during" else AFTER), states, point.day.toordinal())

    def reference_point(self, point: EnginePoint) -> Point:
        """A point of the engine as the reference writes it; where it says that there is nothing, there is something."""
        names = {side: self.name(bit) for (side, _), bit in zip(SIDES, point.bits, strict=False)}
        some = {side: name or UNNAMED for side, name in names.items() if side not in OPTIONAL}
        return Point(
            bearer=some["bearer"],
            action=some["action"],
            data=names["data"] or ("breach" if names["action"] == "notify" else UNNAMED),
            people=some["people"],
            counterparty=names["counterparty"],
            purpose=names["purpose"],
            place=some["place"],
            source=some["source"],
            phase="during" if point.bits[Side.PHASE] == DURING else "after",
            states=frozenset(concept.key for concept in self.facts.universe.named(point.states)),
            day=date.fromordinal(min(max(point.day, 1), date.max.toordinal())),
        )

    def name(self, bit: int) -> str | None:
        """The name of a bit."""
        if bit in (NONE, OTHER):
            return None if bit == NONE else UNNAMED
        (concept,) = self.facts.universe.named(bit)
        return concept.key

    def judge(self, point: Point) -> tuple[str, frozenset[Id]]:
        """The engine's verdict at a point, and the clauses that decide it."""
        judgement = judge_point(self.point(point), self.facts.norms, self.facts.order)
        return judgement.verdict.value, frozenset(map(clause_of, judgement.deciding))

    def graded(self) -> dict[tuple[Id, Id], Contradiction]:
        """The contradictions by the clauses of grant and ban."""
        return {(clause_of(each.grant), clause_of(each.ban)): each for each in self.facts.contradictions}


def clause_of(norm: Norm) -> Id:
    """The clause of a norm, as the reference names it."""
    return norm.document.title, norm.clause.name


def read(text: str) -> Tree:
    """The tree of a text, which must be clean."""
    tree, problems = parse(Source("world.policy", text))
    assert not problems.found, (text, problems.found)
    return tree


@cache
def shipped() -> Lexicon:
    """The names that the engine knows of itself."""
    lexicon, problems = resolve_shipped([read(BASE)])
    assert not problems.found, problems.found
    return lexicon


def run_text(text: str, vocabulary: str = "") -> Engine:
    """Walk the road for a text over the base vocabulary and more names; nothing may be wrong, save empty clauses.

    The further names are the file's own, as parties are anywhere: what is shipped identifies nobody.
    """
    own = vocabulary.partition(".")[2]
    workspace, problems = resolve([read(own + "\n" + text)], shipped())
    assert not problems.found, (text, problems.found)
    facts, problems = analyse(workspace)
    assert all(finding.rule == "vacuous-clause" for finding in problems.found), (text, problems.found)
    return Engine(facts, facts.closure(workspace.documents[0]).lexicon)


def run_world(world: World) -> Engine:
    """Walk the road for a described world."""
    return run_text(agreements_text(world), vocabulary_text(world))


def agreed_verdict(text: str, vocabulary: str, **said: Any) -> tuple[str, set[str]]:
    """The verdict on a text at a point, and the labels of the clauses that decide it, on which both sides agree."""
    engine, reference = run_text(text, vocabulary).judge(replace(POINT, **said)), replay(text, vocabulary, **said)
    assert engine == reference, (text, said)
    return engine[0], {label for _, label in engine[1]}

"""The engine's side of a described world: its text through the whole road, and points as the engine writes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from policyc.analysis.facts import Facts
from policyc.model.lexicon import Lexicon
from policyc.model.names import Kind, key
from policyc.norms.concepts import NONE, OTHER
from policyc.norms.norm import Norm
from policyc.norms.region import AFTER, DURING
from policyc.norms.region import Point as EnginePoint
from policyc.norms.verdict import judge_point
from policyc.pipeline.road import analyse
from policyc.resolve import resolve, resolve_shipped
from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.tree import Tree
from tests.reference.description import UNNAMED, Point, World
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


@dataclass(frozen=True)
class Engine:
    """What the engine made of a text, and the lexicon by which points find their names."""

    facts: Facts
    lexicon: Lexicon

    def bit(self, name: str | None, kinds: frozenset[Kind]) -> int:
        """The engine's bit for a name."""
        if name is None or name == UNNAMED:
            return NONE if name is None else OTHER
        concept = self.lexicon.find(key(name), kinds)
        assert concept is not None, name
        return self.facts.universe.bit(concept)

    def point(self, point: Point) -> EnginePoint:
        """A point as the engine writes it."""
        bits = [self.bit(getattr(point, side), kinds) for side, kinds in SIDES]
        states = 0
        for state in point.states:
            states |= self.bit(state, frozenset({Kind.CONDITION, Kind.EVENT}))
        return EnginePoint((*bits, DURING if point.phase == "during" else AFTER), states, point.day.toordinal())

    def judge(self, point: Point) -> tuple[str, frozenset[tuple[str, str]]]:
        """The engine's verdict at a point, and the clauses that decide it."""
        judgement = judge_point(self.point(point), self.facts.norms, self.facts.order)
        return judgement.verdict.value, frozenset(map(clause_of, judgement.deciding))


def clause_of(norm: Norm) -> tuple[str, str]:
    """The clause of a norm, as the reference names it."""
    return norm.document.title, norm.clause.name


def read(text: str) -> Tree:
    """The tree of a text, which must be clean."""
    tree, problems = parse(Source("world.policy", text))
    assert not problems.found, (text, problems.found)
    return tree


@cache
def base() -> Tree:
    """The names that the engine knows of itself."""
    return read(BASE)


def run_text(text: str, vocabulary: str = "") -> Engine:
    """Walk the road for a text over the base vocabulary and some more names; nothing may be wrong with it, save empty clauses."""
    shipped, problems = resolve_shipped([base()] + ([read(vocabulary)] if vocabulary else []))
    assert not problems.found, (vocabulary, problems.found)
    tree = read(text)
    workspace, problems = resolve([tree], shipped)
    assert not problems.found, (text, problems.found)
    facts, problems = analyse(workspace)
    assert all(finding.rule == "vacuous-clause" for finding in problems.found), (text, problems.found)
    scope = workspace.documents[0].lexicon if workspace.documents else shipped
    return Engine(facts, scope)


def run_world(world: World) -> Engine:
    """Walk the road for a described world."""
    return run_text(agreements_text(world), vocabulary_text(world))

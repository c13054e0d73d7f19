"""Circles of kinds: found in one walk upwards from the names of a scope, reported and cut; too long chains likewise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from policyc.model.lexicon import Lexicon, Relation
from policyc.model.names import Concept
from policyc.resolve.report import Reporter, blame

MAXIMUM_DEPTH = 64
"""How many kinds may stand above one another."""
MOST_NAMED = 6
"""How many names of a circle are told; one may run through a whole file."""


@dataclass(slots=True)
class Walk:
    """A walk upwards: how deep each name that it has left lies below its root, and which chains it had to cut.

    ``known`` says how deep names lie at which it need not look.
    """

    lexicon: Lexicon
    reporter: Reporter
    known: Mapping[Concept, int] = field(default_factory=dict)
    depths: dict[Concept, int] = field(default_factory=dict)
    cut: dict[Concept, None] = field(default_factory=dict)

    def from_name(self, start: Concept) -> None:
        """Walk up from a name; each name is left once, when all above it are known."""
        way, waiting = [start], [self.lexicon.parents(start)[::-1]]
        standing = {start}
        while way:
            if not waiting[-1]:
                waiting.pop()
                standing.discard(way[-1])
                self.leave(way.pop())
                continue
            up = waiting[-1].pop()
            if up in standing:
                circle = way[way.index(up) :]
                report_circle(circle, self.lexicon, self.reporter)
                break_circle(circle, self.lexicon)
            elif up not in self.depths and up not in self.known:
                way.append(up)
                waiting.append(self.lexicon.parents(up)[::-1])
                standing.add(up)

    def leave(self, concept: Concept) -> None:
        """Note how deep a name lies; one that lies too deep is cut off, so that no later walk is long either."""
        above = self.lexicon.parents(concept)
        depth = 1 + max((self.depths.get(up) or self.known.get(up, 0) for up in above), default=0)
        if depth > MAXIMUM_DEPTH and concept in self.lexicon.entries:
            self.cut[concept] = None
            self.lexicon.entries[concept].links.pop(Relation.IS, None)
            self.lexicon.containers.pop(concept, None)
            depth = 1
        self.depths[concept] = depth


def cut_circles(lexicon: Lexicon, reporter: Reporter) -> None:
    """Report each circle of kinds that a scope closes, and leave out the link that closes it; cut too long chains."""
    if not lexicon.entries:
        return
    walk = Walk(lexicon, reporter, known_depths(lexicon))
    for concept in list(lexicon.entries):
        if concept not in walk.depths:
            walk.from_name(concept)
    if walk.cut:
        drop_members(lexicon, walk.cut)
        report_chain(next(iter(walk.cut)), lexicon, reporter)


def known_depths(lexicon: Lexicon) -> Mapping[Concept, int]:
    """How deep the names of the vocabulary around a scope lie, as long as no scope inside it speaks of one of them."""
    _, *around = lexicon.scopes()
    vocabulary = next((scope for scope in around if is_outermost(scope)), None)
    if vocabulary is None:
        return {}
    depths = depths_in(vocabulary)
    inside = (scope for scope in lexicon.scopes() if scope is not vocabulary and scope.outer)
    spoken_of = (names for scope in inside for names in (scope.entries, scope.containers))
    return depths if all(depths.keys().isdisjoint(names) for names in spoken_of) else {}


def is_outermost(scope: Lexicon) -> bool:
    """Whether nothing but the roots of the kinds lies around a scope."""
    return bool(scope.outer) and not any(outer.outer for outer in scope.outer)


@lru_cache(maxsize=2)
def depths_in(vocabulary: Lexicon) -> dict[Concept, int]:
    """How deep each name of a complete vocabulary lies, which holds neither circles nor too long chains any more."""
    walk = Walk(vocabulary, Reporter())
    for concept in vocabulary.entries:
        if concept not in walk.depths:
            walk.from_name(concept)
    return walk.depths


def drop_members(lexicon: Lexicon, cut: dict[Concept, None]) -> None:
    """Take names out of every list of members in a scope."""
    for entry in lexicon.entries.values():
        if members := entry.links.get(Relation.INCLUDES):
            entry.links[Relation.INCLUDES] = [member for member in members if member not in cut]


def report_chain(deep: Concept, lexicon: Lexicon, reporter: Reporter) -> None:
    """Say that a name lies deeper than is followed; the run is incomplete."""
    origin = lexicon.entries[deep].origin
    reporter.error(
        "limit",
        origin,
        f"{deep} lies more than {MAXIMUM_DEPTH} kinds deep, which is more than policyc follows.",
        "Say directly of which wider kind it is; nobody reads through so long a chain.",
    )
    reporter.not_carried(origin, "a chain of kinds that is too long")


def report_circle(circle: list[Concept], lexicon: Lexicon, reporter: Reporter) -> None:
    """Say which names are defined by each other; ``circle`` leads upwards and back to its first name."""
    told = [*(concept.text for concept in circle[:MOST_NAMED]), *(["…"] if len(circle) > MOST_NAMED else [])]
    entries = [entry for concept in circle if (entry := lexicon.entries.get(concept))]
    reporter.error(
        "definition-cycle",
        entries[0].origin,
        f"These definitions go round in a circle: {' is a kind of '.join([*told, circle[0].text])}.",
        "Say which of them is the wider one, and take the other sentence out.",
        *[blame(entry.origin, "part of the circle") for entry in entries[1:MOST_NAMED]],
    )


def break_circle(circle: list[Concept], lexicon: Lexicon) -> None:
    """Take one link of this scope out of a circle, the one that closes it first."""
    links = list(zip(circle, [*circle[1:], circle[0]], strict=True))
    for child, parent in reversed(links):
        own, holder = lexicon.entries.get(child), lexicon.entries.get(parent)
        for relation in own.upward() if own else ():
            if own and parent in own.linked(relation):
                own.links[relation].remove(parent)
                return
        if holder and child in holder.linked(Relation.INCLUDES):
            holder.links[Relation.INCLUDES].remove(child)
            lexicon.containers[child].remove(parent)
            return

"""Random worlds and what becomes of them: amended, or only written otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from policyc.findings import Findings
from policyc.norms.concepts import NONE
from policyc.norms.region import Point as EnginePoint
from policyc.norms.region import Side as EngineSide
from policyc.pipeline.comparison import Comparison, Reading, compare_readings
from policyc.resolve import resolve
from tests.reference.description import ALL, UNNAMED, Agreement, Clause, Names, Point, Side, World
from tests.reference.engine import Engine, read, shipped
from tests.reference.names import label_covers
from tests.reference.text import agreements_text, vocabulary_text
from tests.reference.worlds import LABELS, POOLS, a_clause, edges, some, worlds

Draw = st.DrawFn


def compared(old: str, new: str, vocabulary: str = "") -> Comparison:
    """The comparison of two texts over the base vocabulary and more names, which are their own."""
    readings = []
    own = vocabulary.partition(".")[2]
    for text in (f"{own}\n{old}", f"{own}\n{new}"):
        tree = read(text)
        workspace, problems = resolve([tree], shipped())
        assert not problems.found, (text, problems.found)
        readings.append(Reading([tree], workspace, Findings()))
    return compare_readings(*readings)


def compared_worlds(old: World, new: World) -> Comparison:
    """The comparison of two described worlds that share a vocabulary."""
    return compared(agreements_text(old), agreements_text(new), vocabulary_text(old))


@dataclass(frozen=True)
class Translator:
    """Writes points of either side for the other."""

    comparison: Comparison

    @property
    def engine(self) -> Engine:
        """The new side: one universe serves both."""
        return Engine(self.comparison.new, self.comparison.new.workspace.documents[0].lexicon)

    def told(self, point: EnginePoint) -> Point:
        """A point of the engine for the reference.

        Data of any kind are data that nothing names; a notice of nothing is one of an event that no clause names.
        """
        found = self.engine.reference_point(point)
        if point.bits[EngineSide.OBJECT] == NONE:
            return replace(found, data="quake")
        return replace(found, data=UNNAMED) if found.data == "data" else found

    def asked(self, point: Point) -> EnginePoint:
        """A point of the reference for the engine."""
        return self.engine.point(point)


def only(world: World, titles: set[str]) -> World:
    """A world of some of its agreements."""
    return replace(world, agreements=tuple(each for each in world.agreements if each.title in titles))


# Amended


@st.composite
def amended(draw: Draw) -> tuple[World, World]:
    """A world, and what some amendments make of it."""
    world: World = draw(worlds(clauses=6))
    agreements = [draw(amended_agreement(each)) for each in world.agreements]
    return world, replace(world, agreements=tuple(agreements))


@st.composite
def amended_agreement(draw: Draw, agreement: Agreement) -> Agreement:
    """An agreement with some of its clauses, and perhaps what it says besides, changed."""
    made = list(agreement.clauses)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(made) - 1))
        match draw(some(("drop", "replace", "alter", "add"))):
            case "drop" if len(made) > 1:
                del made[at]
            case "replace" | "drop":
                made[at] = draw(a_clause(made[at].label, LABELS))
            case "alter":
                made[at] = draw(altered(made[at]))
            case _:
                made.append(draw(a_clause(f"7({len(made)})", LABELS)))
    parents = draw(st.one_of(st.just(agreement.parents), st.just(agreement.parents), edges(POOLS["data"])))
    rankings = draw(st.one_of(st.just(agreement.rankings), st.just(())))
    stricter = draw(some((agreement.stricter_prevails, agreement.stricter_prevails, not agreement.stricter_prevails)))
    changed = replace(agreement, parents=tuple(parents), rankings=rankings, stricter_prevails=stricter)
    return without_dangling(replace(changed, clauses=tuple(made)))


def without_dangling(agreement: Agreement) -> Agreement:
    """An agreement none of whose sentences speaks of clauses that it has not."""

    def known(labels: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            label
            for label in labels
            if label in ALL or any(label_covers(label, each.label) for each in agreement.clauses)
        )

    def holds(side: Side) -> bool:
        return side[0] != "clauses" or known(side[1:]) == side[1:]

    clauses = (
        replace(clause, despite=known(clause.despite), subject_to=known(clause.subject_to))
        for clause in agreement.clauses
    )
    return replace(
        agreement,
        clauses=tuple(clauses),
        survivals=tuple(each for each in agreement.survivals if known(each[:1])),
        rankings=tuple(pair for pair in agreement.rankings if all(map(holds, pair))),
    )


@st.composite
def altered(draw: Draw, clause: Clause) -> Clause:
    """A clause with one thing changed, or one phrase fewer."""
    other = draw(a_clause(clause.label, LABELS))
    fewer: bool = draw(st.booleans())
    if clause.phrases and fewer:
        return replace(clause, phrases=clause.phrases[1:])
    part = draw(some(("bearers", "objects", "since", "through", "despite", "subject_to")))
    return replace(clause, **{part: getattr(other, part)})


# Only written otherwise


@st.composite
def split(draw: Draw) -> tuple[World, World]:
    """A world, and the same with clauses that name several things taken apart, one thing each."""
    world: World = draw(worlds(clauses=5))
    return world, replace(world, agreements=tuple(map(split_agreement, world.agreements)))


def split_agreement(agreement: Agreement) -> Agreement:
    """An agreement each of whose lists is several clauses; what other sentences say of a clause they say of its parts."""
    clauses = [part for clause in agreement.clauses for part in split_clause(clause)]
    return replace(agreement, clauses=tuple(clauses))


def split_clause(clause: Clause) -> list[Clause]:
    """A clause as one for each of its verbs and data; a duty that offers a choice stays whole."""
    objects = clause.objects.names if clause.objects else ()
    chooses = clause.modality == "must" and (clause.verbs.choice or (clause.objects and clause.objects.choice))
    if chooses or len(clause.verbs.names) * max(len(objects), 1) == 1:
        return [clause]
    pairs = [(verb, each) for verb in clause.verbs.names for each in objects or (None,)]
    return [
        replace(
            clause,
            label=f"{clause.label}.{number}",
            verbs=Names((verb,)),
            objects=Names((each,), clause.objects.minus) if each and clause.objects else clause.objects,
        )
        for number, (verb, each) in enumerate(pairs, 1)
    ]


@st.composite
def rewritten(draw: Draw) -> tuple[World, World]:
    """A world, and the same with its clauses in another order, renumbered, and their lists in another order."""
    world: World = draw(worlds(clauses=6))
    agreements = [draw(rewritten_agreement(each)) for each in world.agreements]
    return world, replace(world, agreements=tuple(draw(st.permutations(agreements))))


@st.composite
def rewritten_agreement(draw: Draw, agreement: Agreement) -> Agreement:
    """An agreement whose clauses stand in another order, with lists in another order."""
    clauses = draw(st.permutations([reordered(clause) for clause in agreement.clauses]))
    return replace(agreement, clauses=tuple(clauses), title=agreement.title.upper())


def reordered(clause: Clause) -> Clause:
    """A clause with its lists the other way round."""
    verbs = replace(clause.verbs, names=clause.verbs.names[::-1])
    objects = clause.objects and replace(clause.objects, names=clause.objects.names[::-1])
    return replace(clause, bearers=clause.bearers[::-1], verbs=verbs, objects=objects, turned=not clause.turned)

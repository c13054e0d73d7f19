"""Laws that hold for every world: which sentences say the same, and what one more sentence can and cannot do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.norms.test_laws import assert_same, rewritten, with_clauses
from tests.reference.description import ALL, Agreement, Clause, Modality, Names, Phrase, World
from tests.reference.engine import run_world
from tests.reference.examples import examples
from tests.reference.names import label_covers
from tests.reference.points import points
from tests.reference.text import world_text
from tests.reference.worlds import ALONE, PARTIES, POOLS, a_clause, few, names, some, worlds

SEEDS = st.integers(0, 1000)


def unordered(world: World) -> World:
    """A world in which no sentence orders clauses or agreements."""
    plain = with_clauses(world, lambda clauses: [replace(c, despite=(), subject_to=()) for c in clauses])
    return rewritten(plain, lambda agreement: replace(agreement, rankings=(), amends=()))


def with_phrases(world: World, change: Callable[[Phrase], Phrase]) -> World:
    """A world with every phrase changed."""
    return with_clauses(world, lambda clauses: [replace(c, phrases=tuple(map(change, c.phrases))) for c in clauses])


def with_clause(world: World, clause: Clause) -> World:
    """A world with one more clause in its first agreement."""
    first, *others = world.agreements
    return replace(world, agreements=(replace(first, clauses=(*first.clauses, clause)), *others))


# What says the same


@examples(20)
@given(worlds(), SEEDS)
def test_despite_and_subject_to_are_mirror_images(world: World, seed: int) -> None:
    def mirrored(agreement: Agreement) -> Agreement:
        clauses = [replace(c, despite=c.despite if c.despite == ALL else ()) for c in agreement.clauses]
        for at, low in enumerate(agreement.clauses):
            high = [
                c.label
                for c in agreement.clauses
                if c.despite != ALL and c is not low and any(label_covers(label, low.label) for label in c.despite)
            ]
            if high and low.subject_to != ALL:
                clauses[at] = replace(clauses[at], subject_to=tuple(dict.fromkeys([*low.subject_to, *high])))
        return replace(agreement, clauses=tuple(clauses))

    explicit = with_clauses(
        world, lambda clauses: [replace(c, subject_to=() if c.subject_to == ALL else c.subject_to) for c in clauses]
    )
    assert_same(explicit, rewritten(explicit, mirrored), seed)


@examples(20)
@given(worlds(), SEEDS)
def test_outside_a_place_is_except_in_it(world: World, seed: int) -> None:
    def inside(phrase: Phrase) -> Phrase:
        turned = phrase.word == "outside" and not phrase.mode
        return replace(phrase, word="in", mode="except") if turned else phrase

    assert_same(world, with_phrases(world, inside), seed)


@examples(20)
@given(worlds(), SEEDS)
def test_unless_is_except_if(world: World, seed: int) -> None:
    def excepted(phrase: Phrase) -> Phrase:
        return replace(phrase, word="if", mode="except") if phrase.word == "unless" and not phrase.mode else phrase

    assert_same(world, with_phrases(world, excepted), seed)


@examples(20)
@given(worlds(agreements=1), SEEDS)
def test_what_the_only_agreement_defines_might_be_defined_for_all(world: World, seed: int) -> None:
    (agreement,) = world.agreements
    shared = replace(world, parents=world.parents + agreement.parents, agreements=(replace(agreement, parents=()),))
    assert_same(world, shared, seed)


@examples(30)
@given(worlds(), st.permutations(PARTIES), names(POOLS["data"]), some(("may", "must not")), SEEDS)
def test_to_receive_from_somebody_is_to_be_given_by_that_one(
    world: World, parties: list[str], data: Names, modality: Modality, seed: int
) -> None:
    giver, taker, *_ = parties
    share = Clause(
        "7", (giver,), modality, Names(("share",)), data, (Phrase("counterparty", "to", names=Names((taker,))),)
    )
    source = (Phrase("source", "from", names=Names((giver,))),)
    receive = replace(share, bearers=(taker,), verbs=Names(("receive",)), phrases=source)
    shared, received = with_clause(world, share), with_clause(world, receive)
    one, two = run_world(shared), run_world(received)
    for point in points(shared, seed, 20):
        if modality == "must not" or point.action not in ("sell", "disclose"):
            assert one.judge(point) == two.judge(point), f"{world_text(shared)}\n{point}"


# What one more sentence does


@examples(20)
@given(worlds(), a_clause("7", ("7",)), few(ALONE), SEEDS)
def test_one_more_permission_never_forbids_more(
    world: World, clause: Clause, verbs: tuple[str, ...], seed: int
) -> None:
    phrases = tuple(p for p in clause.phrases if p.mode != "only" and p.slot != "counterparty")
    grant = replace(clause, modality="may", verbs=Names(verbs), phrases=phrases, despite=(), subject_to=())
    grant = replace(grant, only_then=False)
    more = with_clause(world, replace(grant, except_as_allowed=False))
    one, two = run_world(world), run_world(more)
    for point in points(more, seed, 12):
        if two.judge(point)[0] == "forbidden":
            assert one.judge(point)[0] in ("forbidden", "conflicting"), f"{world_text(more)}\n{point}"


@examples(20)
@given(worlds(), worlds(agreements=1), SEEDS)
def test_the_agreement_of_strangers_changes_nothing(world: World, other: World, seed: int) -> None:
    (theirs,) = unordered(other).agreements
    strangers = {"zeta": "party", "omega": "party"}
    clauses = tuple(replace(c, bearers=("zeta",)) for c in theirs.clauses if c.verbs.names != ("receive",))
    added = replace(theirs, title="Third", parties=("zeta", "omega"), clauses=clauses, parents=())
    known = replace(world, kinds=world.kinds | strangers)
    more = replace(known, agreements=(*world.agreements, replace(added, survivals=())))
    assert_same(known, more, seed)


@examples(20)
@given(worlds(agreements=1), SEEDS)
def test_where_the_stricter_clause_prevails_nothing_conflicts(world: World, seed: int) -> None:
    plain = with_clauses(
        unordered(world),
        lambda clauses: [
            replace(c, except_as_allowed=False, phrases=tuple(p for p in c.phrases if p.mode != "only"))
            for c in clauses
        ],
    )
    strict = rewritten(plain, lambda agreement: replace(agreement, stricter_prevails=True))
    one, two = run_world(plain), run_world(strict)
    for point in points(plain, seed, 20):
        before, after = one.judge(point)[0], two.judge(point)[0]
        assert after == ("forbidden" if before in ("forbidden", "conflicting") else before), (
            f"{world_text(plain)}\n{point}"
        )


@examples(20)
@given(worlds(), SEEDS)
def test_a_clause_that_prevails_over_everything_decides_where_it_speaks(world: World, seed: int) -> None:
    last = world.agreements[0].clauses[-1].label
    first = unordered(replace(world, agreements=world.agreements[:1]))
    crowned = with_clauses(first, lambda clauses: [replace(c, despite=ALL if c.label == last else ()) for c in clauses])
    alone = with_clauses(first, lambda clauses: [c for c in clauses if c.label == last])
    if any({"recipient", "discloser"} & set(n.names) for c in alone.agreements[0].clauses for n in lists(c)):
        return
    one, two = run_world(alone), run_world(crowned)
    for point in points(alone, seed, 12):
        if one.judge(point)[0] != "uncovered":
            assert two.judge(point) == one.judge(point), f"{world_text(crowned)}\n{point}"


def lists(clause: Clause) -> list[Names]:
    """The lists of persons in a clause."""
    return [Names(clause.bearers), *(phrase.names for phrase in clause.phrases)]


# Names


@examples(30)
@given(worlds(agreements=1), a_clause("7", ("7",)), st.integers(0, 20), SEEDS)
def test_narrower_names_never_say_more(world: World, clause: Clause, at: int, seed: int) -> None:
    pairs = [pair for pair in world.parents if pair[0] in POOLS["data"]] or [("location", "data")]
    said = [replace(clause, objects=Names((name,)), despite=(), subject_to=()) for name in pairs[at % len(pairs)]]
    free = rewritten(unordered(replace(world, excludes=(), about={})), lambda each: replace(each, survivals=()))
    slim, wide = (with_clauses(free, lambda _, said=each: [said]) for each in said)  # type: ignore[misc]
    one, two = run_world(wide), run_world(slim)
    for point in points(slim, seed, 12):
        if two.judge(point)[0] != "uncovered":
            assert one.judge(point) == two.judge(point), f"{world_text(wide)}\n{point}"


@examples(20)
@given(worlds())
def test_a_witness_lies_on_both_sides(world: World) -> None:
    for found in run_world(world).facts.contradictions:
        for region in (found.grant.region, found.ban.region, found.overlap):
            assert found.witness.within(region), world_text(world)

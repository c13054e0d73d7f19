"""Paths across agreements: how far data go, what stops them, and how much work it takes to tell."""

from __future__ import annotations

import itertools
from random import Random

import pytest

from policyc.analysis.facts import Facts
from policyc.analysis.paths.leaks import Leak, leaks
from policyc.analysis.paths.opening import MOST_PARTS, open_parts
from policyc.analysis.paths.proof import stands_where
from policyc.analysis.paths.reach import INTRICATE, TOO_FAR, Walk, reach_of
from policyc.analysis.paths.restriction import starts
from policyc.model.names import Kind
from policyc.norms.condition import TooManyAlternatives
from policyc.norms.region import EVERYTHING, Region, Side
from policyc.pipeline.road import examine
from policyc.source import Source
from tests.worlds import facts_of

PARTIES = (
    "Acme is a bank. Bolt is a platform. Corex is a processor. Delta is a platform. Ember is an auditor in Germany. "
    "Broker is a party.\n"
)


def deal(title: str, between: str, clauses: str) -> str:
    return f'agreement "{title}" between {between}.\n{clauses}\n'


FIRST = deal("First", "Acme and Bolt", "1: Acme may share location data with Bolt.")
SECOND = deal("Second", "Bolt and Corex", "1: Bolt may share location data with Corex.")


def reached(*clauses: str) -> list[list[str]]:
    """The holders on each path from the first flow of some agreements, in the order in which they are found."""
    facts = facts_of(PARTIES + "".join(clauses))
    reach = reach_of(facts.flows[0], facts.graph)
    assert not reach.unfinished
    return [[str(at.holder.concept) for at in arrival.path] for arrival in reach.arrivals]


def found(*clauses: str) -> list[Leak]:
    return list(facts_of(PARTIES + "".join(clauses)).leaks.found)


def test_data_go_on_across_agreements() -> None:
    assert reached(FIRST, SECOND) == [["Bolt"], ["Bolt", "Corex"]]


def test_data_do_not_come_back_to_who_had_them() -> None:
    back = deal("Back", "Bolt and Acme", "1: Bolt may share location data with Acme.")
    assert reached(FIRST, back) == [["Bolt"]]


@pytest.mark.parametrize(
    "clause",
    [
        "1: Bolt may share health data with Corex.",
        "1: Bolt may share location data from Delta with Corex.",
        "1: Bolt may share location data with Corex if de-identified.",
        "1: Bolt must not share location data with Corex.",
        "1: Bolt may use location data.",
    ],
)
def test_what_does_not_go_on(clause: str) -> None:
    facts = PARTIES + "De-identified is a condition.\n"
    world = facts_of(facts + FIRST + deal("Second", "Bolt and Corex", clause))
    assert len(reach_of(world.flows[0], world.graph).arrivals) == 1


def test_a_source_may_be_the_one_before() -> None:
    from_acme = deal("Second", "Bolt and Corex", "1: Bolt may share location data from Acme with Corex.")
    assert reached(FIRST, from_acme) == [["Bolt"], ["Bolt", "Corex"]]


def test_conditions_and_days_have_to_fit_together_all_along() -> None:
    when = "1: Acme may share location data with Bolt if emergency until 2020-05-31."
    first = deal("First", "Acme and Bolt", when)
    for clause in ("unless emergency", "from 2020-06-01"):
        second = deal("Second", "Bolt and Corex", f"1: Bolt may share location data with Corex {clause}.")
        assert reached(first, second) == [["Bolt"]]
    second = deal("Second", "Bolt and Corex", "1: Bolt may share location data with Corex from 2020-05-31.")
    assert reached(first, second) == [["Bolt"], ["Bolt", "Corex"]]


def test_a_later_path_counts_where_the_shorter_one_was_on_other_days() -> None:
    short = deal("Short", "Acme and Bolt", "1: Acme may share location data with Bolt.")
    early = deal("Early", "Bolt and Corex", "1: Bolt may share location data with Corex until 2020-05-31.")
    late = deal("Late", "Bolt and Delta", "1: Bolt may share location data with Delta.")
    later = deal("Later", "Delta and Corex", "1: Delta may share location data with Corex.")
    last = deal("Last", "Corex and Ember", "1: Corex may share location data with Ember from 2020-06-01.")
    assert ["Bolt", "Delta", "Corex", "Ember"] in reached(short, early, late, later, last)


def test_templates_take_no_part() -> None:
    template = 'agreement "Form" between Bolt and Corex, is a template.\n1: Bolt may share location data with Corex.\n'
    assert reached(FIRST, template) == [["Bolt"]]


def test_nobody_knows_who_a_kind_of_party_is_in_another_agreement() -> None:
    first = deal("First", "Acme and Bolt", "1: Bolt may share location data with processors.")
    second = deal("Second", "processor and Delta", "1: Processors may share location data with Delta.")
    assert reached(first, second) == [["Processor"]]


def test_a_kind_gives_on_by_the_agreement_that_names_it() -> None:
    first = deal(
        "First",
        "Acme and Bolt",
        "1: Bolt may share location data with processors.\n2: Processors may share location data with Delta.",
    )
    assert reached(first) == [["Processor"], ["Processor", "Delta"]]


def test_anyone_is_where_a_path_ends() -> None:
    anyone = deal("Second", "Bolt and Corex", "1: Bolt may share location data with anyone.")
    third = deal("Third", "Corex and Delta", "1: Corex may share location data with Delta.")
    assert reached(FIRST, anyone, third) == [["Bolt"], ["Bolt", "None"]]


def test_a_party_that_stands_for_several_gives_on_as_each_of_them() -> None:
    world = "Banks of the league are a bank. Firstbank is banks of the league.\n"
    first = deal("First", "Acme and banks of the league", "1: Acme may share location data with banks of the league.")
    second = deal("Second", "Firstbank and Corex", "1: Firstbank may share location data with Corex.")
    assert reached(world + first, second) == [["Banks of the league"], ["Banks of the league", "Corex"]]


def test_what_can_be_worked_out_goes_on_too() -> None:
    world = "Diaries are personal data, reveal moods. Moods are personal data, reveal diaries.\n"
    first = deal("First", "Acme and Bolt", "1: Acme may share diaries with Bolt.")
    second = deal("Second", "Bolt and Corex", "1: Bolt may share moods with Corex.")
    assert reached(world + first, second) == [
        ["Bolt"],
        ["Bolt", "Bolt"],
        ["Bolt", "Bolt", "Corex"],
        ["Bolt", "Bolt", "Corex", "Corex"],
    ]


# Leaks


BAN = "2: Bolt must not share location data with broker."
TO_BROKER = deal("Third", "Corex and Broker", "1: Corex may share location data with Broker.")


def first(*clauses: str) -> str:
    return deal("First", "Acme and Bolt", "\n".join(["1: Acme may share location data with Bolt.", *clauses]))


def test_the_upstream_ban_may_bind_the_giver_or_the_taker() -> None:
    for party in ("Acme", "Bolt"):
        (leak,) = found(first(f"2: {party} must not share location data with Broker."), SECOND, TO_BROKER)
        assert [str(at.holder.concept) for at in leak.path] == ["Bolt", "Corex", "Broker"]


@pytest.mark.parametrize(
    ("ban", "others"),
    [
        ("2: Bolt must not share location data with Delta.", SECOND + TO_BROKER),
        ("2: Bolt must not share health data with Broker.", SECOND + TO_BROKER),
        ("2: Bolt must not share location data with Broker unless consent. 3: Bolt may use data.",
         SECOND.replace("with Corex.", "with Corex with consent.") + TO_BROKER),
        ("2: Bolt must not share location data with Broker until 2020-01-31.",
         SECOND.replace("with Corex.", "with Corex from 2020-06-01.") + TO_BROKER),
        ("2: Acme may share location data only with Bolt.", SECOND + TO_BROKER),
        ("2: Bolt may use location data only for research.", SECOND + TO_BROKER),
        (BAN, SECOND.replace("1: Bolt", "2: Corex must not share location data with anyone.\n1: Bolt") + TO_BROKER),
        (BAN, deal("Direct", "Bolt and Broker", "1: Bolt may share location data with Broker.")),
    ],
)  # fmt: skip
def test_what_is_no_leak(ban: str, others: str) -> None:
    assert found(first(ban), others) == []


def test_a_permission_that_prevails_over_the_ban_is_no_leak() -> None:
    allowed = "2: Bolt must not share location data with anyone.\n3: Despite 2, Bolt may share location data with Corex and Broker."
    assert found(first(allowed), SECOND, TO_BROKER) == []
    only_corex = allowed.replace(" and Broker", "")
    (leak,) = found(first(only_corex), SECOND, TO_BROKER)
    assert not leak.restriction.named


def test_a_closed_list_is_one_finding_however_far_the_data_go() -> None:
    further = deal("Fourth", "Broker and Delta", "1: Broker may share location data with Delta.")
    (leak,) = found(first("2: Bolt may share location data only with Corex."), SECOND, TO_BROKER, further)
    assert str(leak.arrival.holder.concept) == "Broker"


def test_each_named_end_is_a_finding_and_what_lies_beyond_is_its_consequence() -> None:
    further = deal("Fourth", "Broker and Delta", "1: Broker may share location data with Delta.")
    both = found(first("2: Bolt must not share location data with Broker or Delta."), SECOND, TO_BROKER, further)
    assert [str(leak.arrival.holder.concept) for leak in both] == ["Broker"]
    beside = deal("Fifth", "Corex and Delta", "1: Corex may share location data with Delta.")
    both = found(first("2: Bolt must not share location data with Broker or Delta."), SECOND, TO_BROKER, beside)
    assert sorted(str(leak.arrival.holder.concept) for leak in both) == ["Broker", "Delta"]


def test_a_closed_list_leaves_alone_what_its_own_agreement_allows_and_who_works_for_a_party() -> None:
    closed = "2: Bolt may share location data only with Corex."
    own = first(closed, "3: Corex may share location data with Broker.")
    assert found(own, SECOND) == []
    audit = deal("Audit", "Corex and Ember", "1: Corex may share location data with the auditor.")
    assert found(first(closed), SECOND, audit) == []


def test_a_purpose_that_is_forbidden_upstream() -> None:
    ban = first("2: Bolt must not use location data for advertising.")
    for clause in ("1: Bolt may share location data with Corex for ad targeting.",
                   "1: Bolt may share location data with Corex.\n2: Corex may use location data for ad targeting."):  # fmt: skip
        (leak,) = found(ban, deal("Second", "Bolt and Corex", clause))
        assert len(leak.path) == 2
    for clause in ("1: Bolt may share location data with Corex for research.",
                   "1: Bolt may share location data with Corex.\n2: Corex may use health data for advertising.",
                   "1: Bolt may share location data with Corex.\n2: Corex may use location data for advertising.\n"
                   "3: Corex must not use location data for any purpose."):  # fmt: skip
        assert found(ban, deal("Second", "Bolt and Corex", clause)) == []


def test_a_place_that_is_forbidden_upstream() -> None:
    ban = first("2: Bolt must not share location data outside Germany.")
    abroad = "France is a place. Umbra is a party in France. Inland is a party in Germany.\n"
    for taker, leaking in (("Umbra", 1), ("Inland", 0), ("Broker", 0)):
        last = deal("Last", f"Corex and {taker}", f"1: Corex may share location data with {taker}.")
        assert len(found(abroad + ban, SECOND, last)) == leaking


# Work


def chain(length: int, ring: bool = False) -> str:
    """Agreements between neighbours; the first of them bans the last party."""
    names = [f"Party-{number}" for number in range(length)]
    world = "".join(f"{name} is a platform.\n" for name in names)
    pairs = [*itertools.pairwise(names), *([(names[-1], names[0])] if ring else [])]
    for number, (giver, taker) in enumerate(pairs):
        ban = f"2: {taker} must not share location data with {names[-1]}.\n" if number == 0 else ""
        world += deal(
            f"Deal {number}", f"{giver} and {taker}", f"{ban}1: {giver} may share location data with {taker}."
        )
    return world


def walked(facts: Facts, most: int = 1_000_000) -> tuple[int, int]:
    """How many arrivals there are from the starts of the first agreement, and how many steps it took to find them."""
    arrivals = steps = 0
    for start in starts(facts.agreements[0], facts.graph):
        walk = Walk(facts.graph, start.document, start.giver, most)
        arrivals += sum(1 for _ in walk.arrivals(start.hops))
        steps += walk.steps
    return arrivals, steps


@pytest.mark.parametrize("ring", [False, True])
def test_a_chain_of_a_thousand_parties_takes_a_step_a_party(ring: bool) -> None:
    facts = facts_of(chain(1000, ring))
    assert walked(facts) == (999, 998 + ring)
    (leak,) = facts.leaks.found
    assert len(leak.path) == 999
    assert not facts.unfollowed


def complete(size: int) -> str:
    """Everybody may share with everybody, and the first bans what only the last gets for advertising."""
    names = [f"Party-{number}" for number in range(size)]
    world = "".join(f"{name} is a platform.\n" for name in names)
    for at, giver in enumerate(names):
        for taker in names[at + 1 :]:
            ban = f"3: {taker} must not use location data for advertising.\n" if (at, taker) == (0, names[1]) else ""
            clauses = (
                f"1: {giver} may share location data with {taker}.\n2: {taker} may share location data with {giver}."
            )
            world += deal(f"{giver} {taker}", f"{giver} and {taker}", f"{clauses}\n{ban}")
    return world


def test_a_complete_graph_of_sixty_takes_no_more_steps_than_it_has_hops() -> None:
    facts = facts_of(complete(60))
    arrivals, steps = walked(facts)
    assert steps <= 59 * 59
    assert arrivals <= steps + 1
    assert not facts.leaks.found
    assert not facts.unfollowed


def test_a_walk_that_would_take_too_many_steps_says_so() -> None:
    facts = facts_of(chain(20))
    cut = leaks(facts.agreements, facts.graph, most=10)
    assert cut.found == ()
    (unfinished,) = cut.unfinished
    assert unfinished.norm.document.title == "Deal 0"
    assert "more ways" in unfinished.reason
    assert leaks(facts.agreements, facts.graph, most=18).unfinished == ()
    assert reach_of(facts.flows[0], facts.graph, most=10).unfinished == TOO_FAR


def test_what_cannot_be_followed_is_said_of_a_flow() -> None:
    days = "".join(
        f"{at + 9}: Bolt must not share location data with Corex on 2030-{at // 28 + 1:02}-{at % 28 + 1:02}.\n"
        for at in range(0, 280, 2)
    )
    facts = facts_of(PARTIES + FIRST + SECOND + days)
    assert [reach_of(flow, facts.graph).unfinished for flow in facts.flows] == [INTRICATE, INTRICATE]


def test_arrivals_tell_what_for() -> None:
    facts = facts_of(PARTIES + FIRST + SECOND.replace("with Corex.", "with Corex for research."))
    reach = reach_of(facts.flows[0], facts.graph)
    assert [[purpose.text for purpose in arrival.purposes] for arrival in reach.arrivals] == [[], ["Research"]]


def test_the_order_of_files_changes_nothing() -> None:
    ban = "3: Acme must not share location data with anyone for advertising."
    texts = [PARTIES + each for each in (first(BAN, ban), SECOND, TO_BROKER)]
    texts += [PARTIES + deal("Other", "Bolt and Delta", "1: Bolt may share location data with Delta for advertising.")]
    texts += [PARTIES + deal("Last", "Delta and Broker", "1: Delta may share location data with Broker.")]
    sources = [Source(f"{at}.policy", text) for at, text in enumerate(texts)]
    seen = set()
    for seed in range(6):
        Random(seed).shuffle(sources)
        findings = [each for each in examine(sources).findings.found if each.rule == "weaker-downstream"]
        assert len(findings) == 2
        seen.add(tuple(findings))
    assert len(seen) == 1


# Parts of regions


def region(data: int, start: int = 0, end: int = 100) -> Region:
    return Region((*EVERYTHING[:2], data, *EVERYTHING[3:]), start=start, end=end)


def test_what_is_left_of_a_region_does_not_overlap_and_loses_nothing() -> None:
    parts = open_parts(region(0b1111), [region(0b0011, 10, 20), region(0b0110, 15, 30)])
    cells = [(bit, day) for part in parts for bit in range(4) for day in range(100)
             if part.masks[Side.OBJECT] >> bit & 1 and part.start <= day < part.end]  # fmt: skip
    taken = {(bit, day) for bit in (0, 1) for day in range(10, 20)} | {
        (bit, day) for bit in (1, 2) for day in range(15, 30)
    }
    assert len(cells) == len(set(cells))
    assert set(cells) == {(bit, day) for bit in range(4) for day in range(100)} - taken


def test_a_region_that_is_cut_too_small_is_not_weighed() -> None:
    holes = [region(0b1, 2 * at + 1, 2 * at + 2) for at in range(MOST_PARTS)]
    with pytest.raises(TooManyAlternatives):
        open_parts(region(0b1, 0, 1000), holes)


# Proof


def stands(leak: Leak, facts: Facts, *states: str) -> bool:
    """Whether a leak stands where certain conditions hold."""
    held = 0
    for state in states:
        held |= facts.covers(facts.agreements[0], state, Kind.CONDITION)
    return stands_where(leak.arrival, leak.restriction, leak.ending, held, facts.graph)


def test_a_path_is_judged_again_hop_by_hop_and_the_ban_with_it() -> None:
    ban = first("2: Bolt must not use location data for advertising unless consent.")
    second = "1: Bolt may share location data with Corex if emergency.\n2: Corex may use location data for advertising unless storm."
    facts = facts_of("Storm is a condition.\n" + PARTIES + ban + deal("Second", "Bolt and Corex", second))
    (leak,) = facts.leaks.found
    assert stands(leak, facts, "emergency")
    assert not stands(leak, facts), "the second hop is not permitted"
    assert not stands(leak, facts, "emergency", "consent"), "the ban does not hold"
    assert not stands(leak, facts, "emergency", "storm"), "the use is not permitted"


def test_an_end_that_cannot_be_is_none() -> None:
    world = "Umbra is a party in Germany.\n"
    ban = first(
        "2: Bolt must not share location data with Umbra.", "3: Bolt may share location data with Umbra in Germany."
    )
    last = deal("Last", "Corex and Umbra", "1: Corex may share location data with Umbra.")
    assert found(world + ban, SECOND, last) == []

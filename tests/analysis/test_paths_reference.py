"""The engine's paths against the naive walker's, on small random workspaces."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random

import pytest

from policyc.analysis.facts import Facts
from policyc.analysis.paths.reach import reach_of
from tests.reference import paths as naive
from tests.reference.paths import ANYONE, Deal, Land, Said
from tests.worlds import facts_of

KINDS = {"acme": "bank", "bolt": "platform", "corex": "processor", "delta": "platform", "ember": "bank"}
LOCATED = {"bolt": "Germany", "corex": "United States", "ember": "United States"}
BELOW = {
    "record": ("balance", "place note"),
    "purpose": ("research", "advertising"),
    "advertising": ("ad targeting",),
}
CONDITIONS = ("consent", "emergency")
DAYS = {1: date(2020, 3, 1), 2: date(2020, 9, 1)}
CUT = date(2020, 6, 1)
DATA = ("record", "record", "record", "balance", "balance", "place note", "mood")
PURPOSES = ((), (), (), ("research",), ("advertising",), ("ad targeting",), ("research", "ad targeting"))


def land(seed: int) -> Land:
    """A random workspace of two to five agreements, most of which pass the same data on."""
    random = Random(seed)
    parties = random.sample(list(KINDS), random.choice((3, 4, 4, 5)))
    deals = []
    for number in range(random.randint(2, 5)):
        between = tuple(random.sample(parties, random.choice((2, 2, 2, 3))))
        clauses = [a_clause(random, str(at), between, parties) for at in range(2, random.randint(3, 5))]
        if random.random() < 0.8:
            giver, taker = between[:2]
            clauses.append(Said("1", "may", "share", giver, "record", taker, purposes=random.choice(PURPOSES)))
        deals.append(Deal(f"Deal {number}", between, with_order(random, tuple(clauses))))
    places = {party: LOCATED[party].lower() for party in parties if party in LOCATED}
    reveals = random.choice(((), (("balance", "mood"),), (("mood", "place note"),)))
    kinds = {party: KINDS[party] for party in parties}
    return Land(kinds, places, BELOW, reveals, CONDITIONS, tuple(DAYS), tuple(deals))


def a_clause(random: Random, label: str, between: tuple[str, ...], parties: list[str]) -> Said:
    """A clause: mostly leave to share, else leave to use, or a ban."""
    who = random.choice(between)
    others = [party for party in parties if party != who]
    kinds = random.choice(("bank", "platform", "processor"))
    to = random.choice([*others, *[party for party in others if party in between] * 2, kinds, ANYONE])
    if to == KINDS[who] and not any(KINDS[party] == to for party in between if party != who):
        to = others[0]
    who = random.choice([who, who, who, KINDS[who]]) if to not in KINDS or KINDS[to] != KINDS[who] else who
    first, last = random.choice(((0, 9), (0, 9), (0, 9), (0, 9), (2, 9), (0, 1)))
    given, unless = random.choice([("", "")] * 5 + [("consent", ""), ("emergency", ""), ("", "consent")])
    data, purposes = random.choice(DATA), random.choice(PURPOSES)
    kind = random.random()
    if kind < 0.5:
        source = random.choice([""] * 6 + others)
        return Said(label, random.choice(("may", "may", "must")) if not given else "may", "share", who, data, to,
                    purposes=purposes, given=given, unless=unless, source=source, first=first, last=last)  # fmt: skip
    if kind < 0.6:
        return Said(label, "may", "use", who, data, purposes=purposes, given=given, unless=unless)
    if kind < 0.72:
        return Said(label, "must not", "use", who, data, purposes=purposes or ("advertising",), first=first, last=last)
    outside = random.choice(("", "", "", "germany"))
    but = random.choice(others) if to == ANYONE else ""
    return Said(label, "must not", "share", who, data, "" if outside else to, "" if outside else but,
                purposes=purposes, given=given, unless=unless, outside=outside, first=first, last=last)  # fmt: skip


def with_order(random: Random, clauses: tuple[Said, ...]) -> tuple[Said, ...]:
    """Sometimes a grant is said to stand *despite* a ban."""
    bans = [said.label for said in clauses if not said.grants]
    if not bans or random.random() < 0.7:
        return clauses
    chosen = random.choice(bans)
    return tuple(
        Said(**{**vars(said), "despite": chosen}) if said.grants and random.random() < 0.5 else said for said in clauses
    )


# A workspace as text


def text(country: Land) -> str:
    """A workspace as policy text."""
    lines = [
        f"{party.capitalize()} is a {kind}" + (f" in {LOCATED[party]}" if party in LOCATED else "")
        for party, kind in country.kinds.items()
    ]
    lines += ["Records are personal data"]
    for name, parent in (("mood", "personal data"), ("place note", "record"), ("balance", "record")):
        lines.append(
            f"{name.capitalize()} is {parent}" + "".join(f", reveals {t}" for s, t in country.reveals if s == name)
        )
    for deal in country.deals:
        lines.append(f'agreement "{deal.title}" between {" and ".join(deal.parties)}')
        lines += map(sentence, deal.clauses)
    return "".join(f"{line}.\n" for line in lines)


def sentence(said: Said) -> str:
    """A clause as policy text."""
    conditions = [f"if {said.given}"] if said.given else []
    conditions += [f"unless {said.unless}"] if said.unless else []
    # Behind an exception from a ban a condition or a purpose would belong to the exception.
    lead = f"{' '.join(conditions)}, " if said.but and conditions else ""
    words = [f"{said.label}: {lead}{said.who} {said.modality} {said.act} {said.data}"]
    words += [f"for {' and '.join(said.purposes)}"] if said.purposes else []
    words += [f"with {said.to}"] if said.to else []
    words += [f"except {said.but}"] if said.but else []
    words += [f"from {said.source}"] if said.source else []
    words += [f"outside {said.outside}"] if said.outside else []
    words += [] if lead else conditions
    words += [f"from {CUT}"] if said.first == 2 else []
    words += ["until 2020-05-31"] if said.last == 1 else []
    words += [f"despite {said.despite}"] if said.despite else []
    return " ".join(words)


# What the engine says


def engine_reached(facts: Facts, title: str, label: str) -> set[tuple[str, str, str]]:
    """Who may hold which data after a clause let them go."""
    found = set()
    for flow in facts.flows:
        if (flow.norm.document.title, flow.norm.clause.label) == (title, label):
            reach = reach_of(flow, facts.graph)
            assert not reach.unfinished
            for arrival in reach.arrivals:
                names = [arrival.path[0].hop.giver, arrival.holder]
                giver, holder = (str(name.concept) for name in names)
                found |= {(giver, holder, data.key) for data in facts.universe.named(arrival.data)}
    return {tuple(map(str.lower, each)) for each in found}  # type: ignore[misc]


def among(reached: set[tuple[str, str, str]], country: Land) -> set[tuple[str, str, str]]:
    """What is said of parties by name, and of data that the world names."""
    names = {*naive.names_below(country, "record"), "mood"}
    return {each for each in reached if {each[0], each[1]} <= set(country.kinds) and each[2] in names}


def engine_ends(facts: Facts) -> Iterator[tuple[str, str, str, int]]:
    """Each leak: the clause that is broken, who ends up with data, after how many steps."""
    for leak in facts.leaks.found:
        ban = leak.restriction.ban
        yield ban.document.title, ban.clause.name, str(leak.arrival.holder.concept).lower(), len(leak.path)


def check(seed: int) -> tuple[int, int]:
    """Hold one workspace against the reference; says how much was reached and how many clauses are broken."""
    country = land(seed)
    written = text(country)
    facts = facts_of(written)
    assert not facts.unfollowed
    count = 0
    for deal in country.deals:
        for said in deal.clauses:
            if said.grants and said.act == "share":
                expected = among(naive.reached(country, deal, said), country)
                assert among(engine_reached(facts, deal.title, said.label), country) == expected, (
                    seed,
                    deal.title,
                    said,
                )
                count += len(expected)
    ends = naive.banned_ends(country)
    engine = list(engine_ends(facts))
    broken = {(title, label) for title, label, _, _ in engine}
    assert broken >= {(end.deal, end.label) for end in ends if end.sure}, (seed, written)
    for title, label, person, steps in engine:
        same = [end for end in ends if (end.deal, end.label) == (title, label)]
        assert any(person in ("none", end.person, naive.kind_of(country, end.person)) for end in same), (seed, written)
        assert any(end.steps == steps for end in same), (seed, written)
    for title, label in broken:
        shortest = min(steps for *clause, _, steps in engine if clause == [title, label])
        sure = [end.steps for end in ends if (end.deal, end.label) == (title, label) and end.sure]
        assert shortest >= min(end.steps for end in ends if (end.deal, end.label) == (title, label)), (seed, written)
        assert not sure or shortest <= min(sure), (seed, written)
    return count, len(broken)


@pytest.mark.parametrize("block", range(10))
def test_the_walker_agrees_on_small_workspaces(block: int) -> None:
    results = [check(seed) for seed in range(block * 50, block * 50 + 50)]
    assert sum(count for count, _ in results) > 500
    assert sum(broken for _, broken in results) > 1


@pytest.mark.parametrize("seed", [252, 90074, 200817, 201400, 300450])
def test_what_comes_back_to_whom_it_was_given_first_is_no_end(seed: int) -> None:
    check(seed)


def test_what_anyone_may_then_do_is_not_what_a_party_may() -> None:
    check(200076)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_the_walker_agrees_on_many_workspaces(block: int) -> None:
    for seed in range(1000 + block * 450, 1000 + block * 450 + 450):
        check(seed)


def test_the_walker_imports_nothing_of_the_engine() -> None:
    tree = ast.parse(Path(naive.__file__).read_text(encoding="utf-8"))
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in plain | froms} <= set(sys.stdlib_module_names)

"""clingo: clauses as facts, what a conflict is as rules, grounded and solved.

Each dimension of a clause is the number of a set; which sets meet is worked out once, as the engine's bit sets do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from benchmarks.clauses import ANYONE, NOBODY, Box, Clause, World, box
from benchmarks.space import EVERYTHING

NAME = "clingo"
LIMIT = 100_000
SIDES = ("action", "data", "purpose", "place", "states")
RULES = """
meets(K,S,T) :- has(K,S,E), has(K,T,E).
meets(K,S,all) :- set(K,S). meets(K,all,S) :- set(K,S). meets(K,all,all) :- side(K).
joins(X,X) :- other(X). joins(X,anyone) :- other(X), X != nobody. joins(anyone,X) :- other(X), X != nobody.

together(G,B) :- grant(G,W,A1,D1,U1,L1,F1), ban(B,W,A2,D2,U2,L2,F2),
    meets(data,D1,D2), meets(action,A1,A2), meets(purpose,U1,U2), meets(place,L1,L2), meets(states,F1,F2),
    with(G,X), with(B,Y), joins(X,Y), days(G,S1,E1), days(B,S2,E2), S1 < E2, S2 < E1.

within(K,S,all) :- set(K,S). within(K,all,all) :- side(K).
lacks(K,S,T) :- has(K,S,E), set(K,T), not has(K,T,E). lacks(K,all,T) :- set(K,T).

part(G,B,A) :- together(G,B), despite(A,B), G != A.
outside(G,B,A) :- part(G,B,A), side(K), of(A,K,T), of(G,K,S), of(B,K,R), T != all, S != all, R != all,
    has(K,S,E), has(K,R,E), not has(K,T,E).
outside(G,B,A) :- part(G,B,A), of(A,K,T), T != all, of(G,K,all), of(B,K,R), lacks(K,R,T).
outside(G,B,A) :- part(G,B,A), of(A,K,T), T != all, of(B,K,all), of(G,K,S), lacks(K,S,T).
outside(G,B,A) :- part(G,B,A), with(A,X), X != anyone, with(G,Y), with(B,Z), X != Y, X != Z.
outside(G,B,A) :- part(G,B,A), days(A,S,_), days(G,S1,_), days(B,S2,_), S1 < S, S2 < S.
outside(G,B,A) :- part(G,B,A), days(A,_,E), days(G,_,E1), days(B,_,E2), E < E1, E < E2.

conflict(G,B) :- together(G,B), not ordered(B).
conflict(G,B) :- outside(G,B,_).
ordered(B) :- despite(_,B).
#show conflict/2.
"""


def prepare(world: World) -> Callable[[], int]:
    """Write the world as facts, and let clingo read them with the rules."""
    control: Any = import_module("clingo").Control(["--warn=none"])
    control.add("base", [], RULES + "\n".join(facts(world)))

    def count() -> int:
        control.ground([("base", [])])
        found: list[int] = []
        control.solve(on_model=lambda model: found.append(len(model.symbols(shown=True))))
        return found[-1]

    return count


def facts(world: World) -> Iterator[str]:
    """The clauses, and the sets that they speak of."""
    sets: dict[tuple[str, int], str] = {}
    for clause in world.clauses:
        yield from clause_facts(clause, box(clause), sets)
    yield "".join(f"side({side})." for side in SIDES)
    for (side, mask), name in sets.items():
        if mask != EVERYTHING:
            yield f"set({side},{name})."
            yield "".join(f"has({side},{name},{bit})." for bit in range(mask.bit_length()) if mask >> bit & 1)


def clause_facts(clause: Clause, covered: Box, sets: dict[tuple[str, int], str]) -> Iterator[str]:
    """One clause; sets that are met for the first time get a name."""
    names = []
    for side in SIDES:
        mask = getattr(covered, side)
        names.append("all" if mask == EVERYTHING else sets.setdefault((side, mask), f"s{len(sets)}"))
    other = {ANYONE: "anyone", NOBODY: "nobody"}.get(clause.other, f"o{clause.other}")
    predicate = "ban" if clause.bans else "grant"
    yield f"{predicate}({clause.number},{clause.bearer},{','.join(names)})."
    yield f"with({clause.number},{other}).other({other}).days({clause.number},{clause.start},{clause.end})."
    yield "".join(f"of({clause.number},{side},{name})." for side, name in zip(SIDES, names, strict=True))
    if clause.despite >= 0:
        yield f"despite({clause.number},{clause.despite})."

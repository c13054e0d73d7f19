"""The permission that came nearest to a situation, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.answer import Answer
from policyc.analysis.facts import Facts
from policyc.analysis.lacking import distance, lacks
from policyc.analysis.words import listed
from policyc.norms.condition import ALWAYS
from policyc.norms.norm import Norm
from policyc.norms.region import Region, Side
from policyc.norms.verdict import Verdict

CORE = (Side.BEARER, Side.ACTION, Side.OBJECT)


@dataclass(frozen=True, slots=True)
class Nearest:
    """A permission or duty and what keeps it from permitting a situation; nothing where only a ban does."""

    norm: Norm
    lacks: tuple[str, ...]


def nearest_permission(answer: Answer, facts: Facts) -> Nearest | None:
    """The grant that the fewest and least grave things keep from covering a situation.

    None where none grants anything like it: two of who, what is done and to what have to fit.
    """
    grants = [norm for each in facts.at_hand(answer.document) for norm in facts.norms_of(each) if norm.grants]
    pairs = [(norm, region) for norm in grants for region in answer.regions if is_near(norm, region)]
    if not pairs:
        return None
    norm, region = min(pairs, key=lambda pair: (distance(*pair), pair[0].index))
    missing = tuple(lacks(norm, region, facts.closure(answer.document)))
    return Nearest(norm, (*missing, *in_its_way(norm, answer, bool(missing))))


def in_its_way(grant: Norm, answer: Answer, besides: bool) -> Iterator[str]:
    """The clauses that forbid a situation whatever the nearest grant says of it."""
    bans = [norm for norm in answer.deciding if norm.bans and (norm.region.condition == ALWAYS or not besides)]
    names = list(dict.fromkeys(ban.clause.name for ban in bans if ban.clause is not grant.clause))
    if names:
        part = "it" if answer.verdict in (Verdict.FORBIDDEN, Verdict.CONFLICTING) else "some of it"
        forbid = f"{clause_words(names)} {'forbid' if len(names) > 1 else 'forbids'} {part}"
        yield f"besides, {forbid}" if besides else f"nothing is missing from it, but {forbid}"


def clause_words(names: list[str]) -> str:
    """Clauses by number, those without one by line."""
    lines = [name for name in names if name.startswith("line ")]
    numbers = [name for name in names if name not in lines]
    numbered = [f"clause{'s' if len(numbers) > 1 else ''} {listed(numbers)}"] if numbers else []
    return listed([*numbered, *lines])


def is_near(norm: Norm, region: Region) -> bool:
    """Whether a grant is about something like a situation."""
    return sum(not norm.region.masks[side] & region.masks[side] for side in CORE) < 2

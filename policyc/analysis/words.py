"""Concepts and points in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from policyc.model.names import Concept, Kind, key, lower_first
from policyc.norms.concepts import NONE, OTHER, Closure, Universe
from policyc.norms.region import AFTER, DAWN, DUSK, Point, Side

SOMEBODY = {
    Side.BEARER: "somebody",
    Side.COUNTERPARTY: "somebody else",
    Side.OBJECT: "other data",
    Side.PEOPLE: "other people",
    Side.PURPOSE: "another purpose",
    Side.PLACE: "another place",
    Side.SOURCE: "somebody else",
}


SPOKEN = {"train": "train models with", "admit": "give access to"}
"""Verbs that stand before data in other words."""


def listed(words: Iterable[str], joiner: str = "and") -> str:
    """Words as a list is read: ``a, b and c``.

    >>> listed(["balances", "transactions", "location"])
    'balances, transactions and location'
    """
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + f" {joiner} {items[-1]}"


def counted(number: int, noun: str) -> str:
    """A number and its noun: ``1 clause``, ``2 clauses``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def concept_words(concept: Concept) -> str:
    """A concept inside a sentence; parties, places and laws keep their capitals, and so does what somebody does.

    Of all names only what somebody does is known by other words than those that it is told in.
    """
    told = concept.kind in (Kind.EVENT, Kind.CONDITION) and key(concept.text) != concept.key
    proper = told or concept.kind in (Kind.PARTY, Kind.PLACE, Kind.LAW)
    return concept.text if proper else lower_first(concept.text)


def bit_words(bit: int, side: Side, universe: Universe) -> str:
    """One bit of a side in words; nothing where the dimension does not apply."""
    if bit == NONE:
        return ""
    if bit == OTHER:
        return SOMEBODY.get(side, "something else")
    return next((concept_words(concept) for concept in universe.named(bit)), "")


def told_words(point: Point, said: frozenset[Side], universe: Universe) -> dict[Side, str]:
    """Each side of a point in words; of sides that no clause speaks of (not in ``said``) nothing is told."""
    words = {side: bit_words(bit, side, universe) for side, bit in zip(Side, point.bits, strict=True)}
    words[Side.BEARER] = words[Side.BEARER] or "somebody"
    words[Side.ACTION] = words[Side.ACTION] or "do something with"
    if Side.OBJECT not in said and point.bits[Side.OBJECT] == OTHER:
        words[Side.OBJECT] = ""
    if words[Side.OBJECT]:
        words[Side.ACTION] = SPOKEN.get(words[Side.ACTION], words[Side.ACTION])
    return words | {side: "" for side, _ in PREPOSITIONS if side not in said}


def scenario_words(point: Point, said: frozenset[Side], universe: Universe) -> str:
    """A point as a concrete scenario; sides that no clause speaks of (not in ``said``) are left out."""
    words = told_words(point, said, universe)
    parts = [words[Side.BEARER], third_person(words[Side.ACTION]), words[Side.OBJECT]]
    parts += phrases(words, said)
    states = [concept_words(concept) for concept in universe.named(point.states)]
    if states:
        parts.append("given " + listed(states))
    if point.bits[Side.PHASE] == AFTER:
        parts.append("after termination")
    if point.day not in (DAWN, DUSK):
        parts.append(f"on {date.fromordinal(point.day).isoformat()}")
    return " ".join(part for part in parts if part)


TAKES_WITH = ("", "share", "combine", "cooperate", "something else")
TAKES_NONE = (
    "notify",
    "audit",
    "inspect",
    "assist",
    "instruct",
    "consult",
    "engage",
    "bind",
    "pay",
    "indemnify",
    "sue",
)
PREPOSITIONS = (
    (Side.PEOPLE, "about"),
    (Side.COUNTERPARTY, "with"),
    (Side.PURPOSE, "for"),
    (Side.PLACE, "in"),
    (Side.SOURCE, "from"),
)


def phrases(words: dict[Side, str], said: frozenset[Side]) -> list[str]:
    """The phrases of an act whose sides are given in words; most acts are done *to* somebody, some *with*.

    Whoever is notified or audited stands without either, if nothing stands before.
    """
    found = []
    shown = Side.OBJECT in said or words[Side.OBJECT] != SOMEBODY.get(Side.OBJECT, "something else")
    bare = words[Side.ACTION] in TAKES_NONE and not (shown and words[Side.OBJECT])
    for side, preposition in PREPOSITIONS:
        if side in said and words[side]:
            toward = side is Side.COUNTERPARTY and words[Side.ACTION] not in TAKES_WITH
            word = "" if toward and bare else "to" if toward else preposition
            found.append(f"{word} {words[side]}".strip())
    return found


PREFIXES = ("co", "de", "re", "reverse", "un")


def third_person(verb: str) -> str:
    """A verb as a single party does it: ``use`` is ``uses``, ``notify`` is ``notifies``.

    >>> [third_person(verb) for verb in ("make available", "enter-contract", "re-identify", "something else")]
    ['makes available', 'enters contract', 're-identifies', 'does something else']
    """
    if verb == "something else":
        return "does something else"
    first, *rest = verb.replace("-", " ").split(" ") if verb.partition("-")[0] not in PREFIXES else [verb]
    return " ".join([inflected(first), *rest])


def inflected(verb: str) -> str:
    """A verb of one word in the third person."""
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def named_in(closure: Closure, mask: int) -> list[Concept]:
    """The widest concepts whose whole meaning lies in a bit set, each once, in the order of their bits."""
    inside = [c for c in closure.universe.named(mask) if not closure.covers(c) & ~mask]
    known = set(inside)
    return [c for c in inside if not any(up in known for up in closure.ancestors(c)[1:])]

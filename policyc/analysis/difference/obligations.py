"""Duties and terms at one act: what is to be done, how soon and how, compared before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from policyc.analysis.difference.grading import Direction, together
from policyc.analysis.difference.measures import Comparison, compare
from policyc.norms.norm import Norm


@dataclass(frozen=True, slots=True)
class Acts:
    """The sorts of acts by which terms are graded: those that expose data, and those of keeping them."""

    exposing: int
    keeping: int


@dataclass(frozen=True, slots=True)
class TermChange:
    """A change of duties or terms at an act: its direction, the norms that say so, and what changed in words."""

    direction: Direction
    old: tuple[Norm, ...]
    new: tuple[Norm, ...]
    words: tuple[str, ...]


Voice = tuple[str, object]
"""What sort of thing a norm says; only norms of one sort are compared."""


def term_changes(old: Iterable[Norm], new: Iterable[Norm], act: int, acts: Acts) -> Iterator[TermChange]:
    """The changes of terms between what stands at an act before and after; ``act`` is the act's bit."""
    before, after = by_voice(old), by_voice(new)
    keeps = bool(act & acts.keeping)
    for voice in dict.fromkeys((*before, *after)):
        given, taken = after.get(voice, []), before.get(voice, [])
        if taken and given:
            yield from compared(voice, taken, given, keeps)
        elif voice[0] not in ("may", "must not"):
            yield presence(voice, taken, given, exposes=bool(act & acts.exposing))


def by_voice(norms: Iterable[Norm]) -> dict[Voice, list[Norm]]:
    """Norms by what sort of thing they say."""
    found: dict[Voice, list[Norm]] = {}
    for norm in norms:
        found.setdefault(voice_of(norm), []).append(norm)
    return found


def voice_of(norm: Norm) -> Voice:
    """What sort of thing a norm says."""
    if norm.ensured:
        bearers = tuple(str(term.value) for term in norm.clause.provision.bearer.terms)
        return f"ensured {norm.modality.value}", bearers
    return norm.modality.value, None


# Presence

GONE = {"must": "the duty is gone", "need not": "the release from the duty is gone"}
NEW = {"must": "this is a new duty", "need not": "this is a release from a duty"}


def presence(voice: Voice, old: list[Norm], new: list[Norm], exposes: bool) -> TermChange:
    """A duty, a release or something to be ensured that only one version has."""
    name = voice[0]
    came = Direction.STRICTER
    if name == "ensured may":
        came = Direction.MIXED
    elif name == "need not" or (name == "must" and exposes):
        came = Direction.LOOSER
    words = NEW.get(name, "others are to be bound to this") if new else GONE.get(name, "others need not be bound to it")
    return TermChange(came if new else came.reverse, tuple(old), tuple(new), (words,))


# Terms


def compared(voice: Voice, old: list[Norm], new: list[Norm], keeps: bool) -> Iterator[TermChange]:
    """The change between norms of one sort: duties and bans bind together, of leaves the laxest counts."""

    def of(before: Norm, after: Norm) -> Comparison:
        return compare(before, after, keeps)

    any_of_them = voice[0] in ("may", "need not", "ensured may")
    lost = unmatched(old, new, lambda mine, other: of(mine, other).stricter if any_of_them else of(mine, other).looser)
    won = unmatched(new, old, lambda mine, other: of(other, mine).looser if any_of_them else of(other, mine).stricter)
    first, second = (Direction.STRICTER, Direction.LOOSER) if any_of_them else (Direction.LOOSER, Direction.STRICTER)
    found = ([first] if lost else []) + ([second] if won else [])
    if direction := together(found):
        mine, theirs = ([each for each, _ in side] for side in (lost, won))
        words = dict.fromkeys(word for _, said in (*lost, *won) for word in said)
        yield TermChange(direction, tuple(mine or nearest(old, won)), tuple(theirs or nearest(new, lost)), tuple(words))


Matched = list[tuple[Norm, tuple[str, ...]]]


def unmatched(mine: list[Norm], others: list[Norm], lacks: Callable[[Norm, Norm], tuple[str, ...]]) -> Matched:
    """The norms that none of some others makes up for, with what the nearest of these lacks."""
    found: Matched = []
    for norm in mine:
        nearest_lack = min((lacks(norm, other) for other in others), key=len)
        if nearest_lack:
            found.append((norm, nearest_lack))
    return found


def nearest(norms: list[Norm], beside: Matched) -> list[Norm]:
    """Of the norms of the other side those that stand where the changed ones do: in a clause of that number, or all."""
    labels = {norm.clause.label for norm, _ in beside}
    return [norm for norm in norms if norm.clause.label in labels] or norms

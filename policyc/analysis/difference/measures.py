"""What of a clause can be weighed by more or less: deadlines, notice, lengths, rhythm, manner, choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from policyc.analysis.conditions import worded
from policyc.analysis.timing import length_words
from policyc.analysis.words import concept_words, counted, listed
from policyc.model.document import Length, Limit, Modality, Timing
from policyc.norms.condition import entails
from policyc.norms.norm import Norm

PROMPT = (
    "promptly",
    "without delay",
    "without undue delay",
    "without unreasonable delay",
    "as soon as practicable",
    "as soon as reasonably possible",
)
"""Deadlines without a number that are taken to be alike; *immediately* is stricter, others are laxer."""
NONE_SAID = "not said"


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that a clause says by more or less: the higher the stricter; ``words`` as a reader is told."""

    name: str
    strictness: float
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """In what one clause is laxer than another, and in what stricter, each in words."""

    looser: tuple[str, ...]
    stricter: tuple[str, ...]


def compare(old: Norm, new: Norm, keeps: bool) -> Comparison:
    """Compare what two norms of one modality say besides their region; ``keeps`` tells that they are about keeping."""
    looser: list[str] = []
    stricter: list[str] = []
    for before, after in zip(measures(old, keeps), measures(new, keeps), strict=True):
        if before.strictness != after.strictness:
            words = f"{before.name}: {before.words}, now {after.words}"
            (looser if after.strictness < before.strictness else stricter).append(words)
    if triggers(old) != triggers(new):
        words = f"the trigger: {trigger_words(old)}, now {trigger_words(new)}"
        looser.append(words)
        stricter.append(words)
    words = f"how: {manner_words(old)}, now {manner_words(new)}"
    if not entails(new.manner, old.manner):
        looser.append(words)
    if not entails(old.manner, new.manner):
        stricter.append(words)
    return Comparison(tuple(looser), tuple(stricter))


def measures(norm: Norm, keeps: bool) -> Iterator[Measure]:
    """All that a norm says by more or less, always in one order."""
    timing, modality = norm.timing, norm.modality
    yield due_time(timing, modality)
    yield Measure("how soon", urgency(timing.soft), timing.soft or NONE_SAID)
    yield Measure("the shortest time", hours(timing.at_least, 0), told(timing.at_least))
    yield Measure("the notice", hours(timing.notice, 0), told(timing.notice))
    yield from lengths(timing, modality, keeps)
    yield from rhythms(timing)
    if modality is Modality.DUTY:
        choice = norm.alternatives is not None
        yield Measure("the choice", -float(choice), "one of several ways" if choice else "without a choice")


def due_time(timing: Timing, modality: Modality) -> Measure:
    """A deadline: a duty is the stricter the sooner it falls due, leave the stricter the sooner it lapses."""
    if modality is Modality.BAN:
        return Measure("the time", hours(timing.within, inf), told(timing.within))
    return Measure("the deadline", -hours(timing.within, inf), told(timing.within))


def urgency(soft: str | None) -> int:
    """How urgent a deadline without a number is."""
    if soft is None:
        return 0
    return 3 if soft == "immediately" else 2 if soft in PROMPT else 1


def lengths(timing: Timing, modality: Modality, keeps: bool) -> Iterator[Measure]:
    """How long leave, a ban or a duty lasts; the longer data are kept the looser."""
    at_most = timing.lasting if timing.lasting_bound == "for at most" else None
    plain = timing.lasting if timing.lasting_bound != "for at most" else None
    lax = modality is Modality.PERMISSION or keeps
    if modality is Modality.BAN:
        yield Measure("how long", hours(timing.lasting, inf), told(timing.lasting))
        return
    if modality is Modality.PERMISSION:
        yield Measure("how long", -hours(timing.lasting, inf), told(timing.lasting))
        return
    yield Measure("at most", -hours(at_most, inf), told(at_most))
    yield Measure("how long", -hours(plain, 0) if lax else hours(plain, 0), told(plain))


def rhythms(timing: Timing) -> Iterator[Measure]:
    """How often something may be done at most, or must be done."""
    capped = timing.every is not None and timing.times is not None
    rate = (timing.times or 0) / max(timing.every.hours, 1) if timing.every and capped else inf
    often = f"{counted(timing.times or 0, 'time')} every {told(timing.every)}" if capped else NONE_SAID
    yield Measure("how often at most", -rate, often)
    regular = timing.every if not capped else None
    yield Measure("how often", -hours(regular, inf), f"every {told(regular)}" if regular else NONE_SAID)


def hours(length: Length | None, otherwise: float) -> float:
    """A length in hours; something else where there is none."""
    return float(length.hours) if length else otherwise


def told(length: Length | None) -> str:
    """A length in words, also where there is none."""
    return length_words(length) if length else NONE_SAID


# Triggers and manner


def triggers(norm: Norm) -> frozenset[tuple[str, object]]:
    """The events that a duty follows or precedes; those of leave and bans are conditions."""
    return frozenset((each.word, each.event) for each in norm.timing.occasions if norm.modality is Modality.DUTY)


def trigger_words(norm: Norm) -> str:
    """The events of a duty in words."""
    return listed(f"{each.word} {concept_words(each.event)}" for each in norm.timing.occasions) or NONE_SAID


def manner_words(norm: Norm) -> str:
    """How a duty is to be done, in words."""
    said = [limit for limit in norm.provision.limits if limit.formula is not None and is_manner(limit)]
    return listed(worded(limit, limit.formula) for limit in said if limit.formula) or NONE_SAID


def is_manner(limit: Limit) -> bool:
    """Whether a phrase of a duty says how it is to be done."""
    return limit.tells_manner

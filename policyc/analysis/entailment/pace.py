"""Pace: deadlines, lengths, rhythms and notices of a clause, and whether they are no laxer than those of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.timing import length_words
from policyc.analysis.words import counted
from policyc.model.document import Length, Modality, Timing

PROMPT = (
    "promptly",
    "without delay",
    "without undue delay",
    "without unreasonable delay",
    "as soon as practicable",
    "as soon as reasonably possible",
)
"""Deadlines without a number that are taken to be alike."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What a clause lacks to say what another does, in words.

    ``slight`` where that is a matter of judgement rather than of words.
    """

    words: str
    slight: bool = False


def lacks_in_pace(given: Timing, wanted: Timing, modality: Modality) -> Iterator[Lack]:
    """Where one timing is laxer than another, seen from a permission, a ban or a duty."""
    yield from lacks_in_deadline(given, wanted, modality)
    yield from lacks_in_length(given, wanted, modality)
    yield from usual_caps(given, wanted, modality)


def usual_caps(given: Timing, wanted: Timing, modality: Modality) -> Iterator[Lack]:
    """How often something is done or allowed, and on what notice: what contracts mostly settle for themselves."""
    yield from lacks_in_rhythm(given, wanted, modality)
    if wanted.notice and (given.notice is None or given.notice.hours < wanted.notice.hours):
        yield Lack(f"it asks for {told(given.notice)} of notice, not {length_words(wanted.notice)}")
    elif given.notice and not wanted.notice and modality is Modality.PERMISSION:
        yield Lack(f"it gives that only on {length_words(given.notice)} of notice", slight=True)


# Deadlines


def lacks_in_deadline(given: Timing, wanted: Timing, modality: Modality) -> Iterator[Lack]:
    """Whether what is given falls due no later; a permission or ban *within* a time must hold for no shorter one."""
    if modality is Modality.DUTY:
        yield from lacks_in_due_time(given, wanted)
    elif given.within and (wanted.within is None or given.within.hours < wanted.within.hours):
        yield Lack(f"it holds for {length_words(given.within)} only", slight=wanted.within is None)
    if wanted.at_least and (given.at_least is None or given.at_least.hours < wanted.at_least.hours):
        yield Lack(f"its shortest time is {told(given.at_least)}, not {length_words(wanted.at_least)}")


def lacks_in_due_time(given: Timing, wanted: Timing) -> Iterator[Lack]:
    """Whether a duty falls due no later than another, by the number, and by words where there is none."""
    if wanted.within and given.within is None:
        soft = f'"{given.soft}" has no number' if given.soft else "it sets no time"
        yield Lack(f"{soft}, where {length_words(wanted.within)} are wanted", slight=given.soft == "immediately")
    elif wanted.within and given.within and given.within.hours > wanted.within.hours:
        yield Lack(f"its time is {length_words(given.within)}, not {length_words(wanted.within)}")
    if wanted.soft and not (given.soft and urgency(given.soft) <= urgency(wanted.soft)):
        said = f"it says {(given.within and length_words(given.within)) or given.soft or 'no time'}"
        yield Lack(f'{said}, not "{wanted.soft}"', slight=given.within is not None)


def urgency(soft: str) -> int:
    """How urgent a deadline without a number is: *immediately*, then *promptly* and its like, then the rest."""
    return 0 if soft == "immediately" else 1 if soft in PROMPT else 2


# Lengths


def lacks_in_length(given: Timing, wanted: Timing, modality: Modality) -> Iterator[Lack]:
    """Whether something lasts as long as it must, or no longer than it may."""
    least, most = bounds(wanted, modality)
    given_least, given_most = bounds(given, modality)
    unbounded = given.lasting is None and modality is not Modality.DUTY
    if least and not unbounded and (given_least is None or given_least.hours < least.hours):
        yield Lack(f"it lasts {told(given.lasting)}, not {length_words(least)}")
    if most and (given_most is None or given_most.hours > most.hours):
        yield Lack(f"it goes up to {told(given.lasting)}, not {length_words(most)} at most")
    if given.lasting and wanted.lasting is None and modality is not Modality.DUTY:
        yield Lack(f"it is limited to {length_words(given.lasting)}", slight=modality is Modality.PERMISSION)


def bounds(timing: Timing, modality: Modality) -> tuple[Length | None, Length | None]:
    """The least and the most that a length sets: a plain *for* limits a permission, and is the least of the others."""
    if timing.lasting is None:
        return None, None
    limits = timing.lasting_bound == "for at most" or (
        timing.lasting_bound == "for" and modality is Modality.PERMISSION
    )
    return (None, timing.lasting) if limits else (timing.lasting, None)


# Rhythm


def lacks_in_rhythm(given: Timing, wanted: Timing, modality: Modality) -> Iterator[Lack]:
    """Whether something is done as often as it must be, or no more often than it may be."""
    if wanted.every and wanted.times is None:
        if given.every is None or given.times is not None or given.every.hours > wanted.every.hours:
            yield Lack(f"it comes every {told(given.every)}, not every {length_words(wanted.every)}")
    elif wanted.every and wanted.times is not None:
        if not limits_to(given, wanted.times, wanted.every):
            yield Lack(f"it does not keep to {how_often(wanted.times, wanted.every)}")
    elif given.every and given.times is not None:
        often = f"at most {how_often(given.times, given.every)}"
        yield Lack(f"it allows that {often}", slight=modality is Modality.PERMISSION)


def how_often(times: int, every: Length) -> str:
    """So many times in such a while, in words: ``once every year``."""
    number = {1: "once", 2: "twice"}.get(times, counted(times, "time"))
    return f"{number} every {every.unit if every.count == 1 else length_words(every)}"


def limits_to(given: Timing, times: int, every: Length) -> bool:
    """Whether a timing allows no more than so many times in such a while."""
    if given.every is None or given.times is None:
        return False
    return given.times * every.hours <= times * given.every.hours and given.times <= times


def told(length: Length | None) -> str:
    """A length in words, also where there is none."""
    return length_words(length) if length else "no stated time"

"""Times of a clause in words, with the conventions by which they are counted."""

from __future__ import annotations

from policyc.analysis.words import concept_words, counted
from policyc.model.document import Length, Occasion, Timing

CONVENTIONAL = ("business day", "month", "quarter", "year")


def timing_words(timing: Timing) -> str:
    """When a clause holds, or when a duty falls due; empty where it says nothing of time."""
    said = ", ".join(part for part in (*deadline(timing), *rhythm(timing), *days(timing)) if part)
    return f"only {said}: otherwise it is forbidden" if timing.only else said


def deadline(timing: Timing) -> list[str]:
    """How soon, and seen from which event."""
    vague = "" if timing.within else " (no number of days is given)"
    parts = [timing.soft + vague if timing.soft else ""]
    occasions = " and ".join(dict.fromkeys(map(occasion_words, timing.occasions)))
    if timing.within:
        parts.append(f"within {length_words(timing.within)}")
    if timing.at_least:
        parts.append(f"at least {length_words(timing.at_least)}")
    if occasions and len(parts) > 1:
        parts[-1] += f" {occasions}"
    else:
        parts.append(occasions)
    return parts


def occasion_words(occasion: Occasion) -> str:
    """An event and when, seen from it."""
    return f"{'before and after' if occasion.even else occasion.word} {concept_words(occasion.event)}"


OFTEN = {1: "once", 2: "twice"}


def rhythm(timing: Timing) -> list[str]:
    """How long, how often, and after which warning."""
    parts = [f"{timing.lasting_bound} {length_words(timing.lasting)}" if timing.lasting else ""]
    if timing.every:
        often = f"at most {OFTEN.get(timing.times) or counted(timing.times, 'time')} " if timing.times else ""
        parts.append(f"{often}every {length_words(timing.every).removeprefix('1 ')}")
    if timing.notice:
        parts.append(f"on {length_words(timing.notice)} of notice")
    return parts


def days(timing: Timing) -> list[str]:
    """From which day, and until which."""
    since, through = timing.since, timing.through
    if since and since == through:
        return [f"on {since.isoformat()}"]
    return [
        f"from {since.isoformat()} on" if since else "",
        f"until the end of {through.isoformat()}" if through else "",
    ]


def length_words(length: Length) -> str:
    """A length of time, and what it is counted as where that is a convention."""
    if length.unit not in CONVENTIONAL:
        return str(length)
    return f"{length} (counted as {counted(length.hours // 24, 'day')})"

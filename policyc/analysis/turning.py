"""What an unknown verdict turns on, in words: the purpose, the day, a condition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from functools import cache

from policyc.analysis.answer import Answer, Case
from policyc.analysis.boxes import Dimension, told_together
from policyc.analysis.classes import class_words
from policyc.analysis.obligation import Obligation, Outcome
from policyc.analysis.witness import widest
from policyc.analysis.words import bit_words, concept_words, listed, named_in
from policyc.model.names import Kind
from policyc.norms.concepts import Closure
from policyc.norms.region import DAWN, DUSK, Side
from policyc.norms.verdict import Verdict

QUESTIONS = {
    Side.BEARER: "who does it",
    Side.ACTION: "what exactly is done",
    Side.OBJECT: "which data it is",
    Side.PEOPLE: "whom the data is about",
    Side.COUNTERPARTY: "with whom",
    Side.PURPOSE: "the purpose",
    Side.PLACE: "the place",
    Side.SOURCE: "from whom the data comes",
    Side.PHASE: "whether the agreement has ended",
}
VERDICTS: dict[Outcome, str] = {
    Obligation.REQUIRED: "required",
    Obligation.CHOICE: "one of several ways",
    Verdict.PERMITTED: "permitted",
    Verdict.FORBIDDEN: "forbidden",
    Verdict.CONFLICTING: "conflicting",
    Obligation.FREE: "not required",
    Verdict.UNCOVERED: "not covered",
    Verdict.UNKNOWN: "unknown",
}


def turning_words(answer: Answer, closure: Closure) -> list[str]:
    """What the verdict of an answer turns on, a sentence's worth each; empty where it turns on nothing."""
    if answer.verdict is not Verdict.UNKNOWN:
        return []
    found = dimensions(answer, closure)
    if len(found) > 1 and not answer.limited and (words := told_together(answer.cases, found, VERDICTS)):
        return [words]
    lines = [
        f"{each.name}: {by_verdict((case.verdict, each.value(case)) for case in in_order(answer))}" for each in found
    ]
    if answer.limited:
        lines.append("there are too many cases to weigh them all; say more of what is done")
    return lines or ["several things together; say more of what is done"]


def in_order(answer: Answer) -> list[Case]:
    """The cases of an answer by their days."""
    return sorted(answer.cases, key=lambda case: case.point.day)


def dimensions(answer: Answer, closure: Closure) -> list[Dimension]:
    """The things that the verdict of an answer turns on: sides, conditions and the day."""
    found = [Dimension(QUESTIONS[side], side_value(side, answer, closure)) for side in Side if turns_on(side, answer)]
    states = list(turning_states(answer))
    days = turns(answer.cases, lambda case: (case.point.bits, case.point.states))
    alone = len(found) + len(states) + days == 1
    found += [state_dimension(atom, sum(states) & ~atom, answer, closure, alone) for atom in states]
    return [*found, *([Dimension("the day", day_value(answer))] if days else [])]


def turns(cases: tuple[Case, ...], rest: Callable[[Case], Hashable]) -> bool:
    """Whether cases that are alike in the rest have different verdicts."""
    seen: dict[Hashable, Outcome] = {}
    return any(seen.setdefault(rest(case), case.verdict) is not case.verdict for case in cases)


def by_verdict(found: Iterator[tuple[Outcome, str]]) -> str:
    """Cases as they are read, those of one verdict together."""
    groups: dict[str, set[Outcome]] = {}
    for verdict, words in found:
        groups.setdefault(words, set()).add(verdict)
    joined: dict[tuple[int, ...], list[str]] = {}
    for words, verdicts in groups.items():
        joined.setdefault(tuple(sorted(map(list(VERDICTS).index, verdicts))), []).append(words)
    names = list(VERDICTS.values())
    return ", ".join(
        f"{listed((names[at] for at in verdicts), 'or')} {listed(words, 'or')}"
        for verdicts, words in sorted(joined.items())
    )


# Sides


def turns_on(side: Side, answer: Answer) -> bool:
    """Whether a verdict turns on a side."""

    def others(case: Case) -> Hashable:
        bits = case.point.bits
        return (bits[:side], bits[side + 1 :], case.point.states, case.point.day)

    return turns(answer.cases, others)


def side_value(side: Side, answer: Answer, closure: Closure) -> Callable[[Case], str]:
    """What tells the cases of one side apart, in words."""
    classes = classes_of(side, answer)
    words = cache(lambda bit: class_words(side, class_of(bit, classes), closure))
    return lambda case: words(case.point.bits[side])


def classes_of(side: Side, answer: Answer) -> list[int]:
    """The classes of a side that the weighed norms tell apart."""
    classes = list(dict.fromkeys(region.masks[side] for region in answer.regions))
    for cut in dict.fromkeys(norm.region.masks[side] for norm in answer.weighed):
        classes = [part for each in classes for part in (each & cut, each & ~cut) if part]
    return classes


def class_of(bit: int, classes: list[int]) -> int:
    """The narrowest class that a bit lies in."""
    inside = [each for each in classes if each & bit]
    return min(inside, key=lambda each: each.bit_count() if each > 0 else float("inf"))


# Conditions and days


def turning_states(answer: Answer) -> Iterator[int]:
    """The states on which a verdict turns, one bit each."""
    states = 0
    for case in answer.cases:
        states |= case.point.states
    while states:
        atom = states & -states
        states ^= atom
        if turns(answer.cases, lambda case, atom=atom: (case.point.bits, case.point.states & ~atom, case.point.day)):  # type: ignore[misc]
            yield atom


def state_dimension(atom: int, others: int, answer: Answer, closure: Closure, alone: bool) -> Dimension:
    """A state on which a verdict turns, ``alone`` or with ``others`` and other things: whether it holds."""
    name = condition_name(atom, others, answer, closure)
    event = atom & closure.universe.kind(Kind.EVENT)
    yes, no = ("after", "before") if event else ("with", "without")
    lacking = f"{no} it" if alone else f"{no} {name}"
    return Dimension(name, lambda case: f"{yes} {name}" if case.point.states & atom else lacking)


def condition_name(atom: int, others: int, answer: Answer, closure: Closure) -> str:
    """The widest names of the narrowest conditions that a state belongs to, those of other states left out."""
    masks = [
        mask
        for norm in answer.weighed
        for alternative in norm.region.condition
        for mask in (*alternative.held, alternative.absent)
        if mask & atom
    ]
    mask = min(masks, key=int.bit_count, default=atom)
    named = [(closure.covers(concept), concept_words(concept)) for concept in named_in(closure, mask)]
    names = [words for covered, words in named if covered & atom or not covered & others]
    return listed(names, "or") or bit_words(widest(mask, closure), Side.OBJECT, closure.universe)


def day_value(answer: Answer) -> Callable[[Case], str]:
    """What tells the days of cases apart: stretches of days that are judged alike, in words."""
    judged: dict[int, dict[Hashable, Outcome]] = {}
    for case in answer.cases:
        judged.setdefault(case.point.day, {})[(case.point.bits, case.point.states)] = case.verdict
    days = sorted(judged)
    starts = [day for at, day in enumerate(days) if at == 0 or judged[day] != judged[days[at - 1]]]
    ends = [*(day - 1 for day in starts[1:]), DUSK]
    words = [stretch_words(start, end) for start, end in zip(starts, ends, strict=True)]
    return lambda case: words[bisect_right(starts, case.point.day) - 1]


def stretch_words(start: int, end: int) -> str:
    """A stretch of days by its first and its last."""
    since = "" if start == DAWN else f"from {date.fromordinal(start).isoformat()}"
    if end == DUSK:
        return f"{since} on" if since else "on every day"
    return f"{since} until {date.fromordinal(end).isoformat()}".strip()

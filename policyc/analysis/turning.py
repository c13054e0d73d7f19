"""What an unknown verdict turns on, in words: the purpose, the day, a condition."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import date

from policyc.analysis.answer import Answer, Case
from policyc.analysis.contradiction import widest
from policyc.analysis.words import bit_words, concept_words, listed, named_in
from policyc.model.names import Concept
from policyc.norms.concepts import NONE, OTHER, Closure
from policyc.norms.region import AFTER, DAWN, Side
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
CASE = {
    Side.BEARER: "by {}",
    Side.ACTION: "to {}",
    Side.OBJECT: "for {}",
    Side.PEOPLE: "about {}",
    Side.COUNTERPARTY: "with {}",
    Side.PURPOSE: "for {}",
    Side.PLACE: "in {}",
    Side.SOURCE: "from {}",
}
REST = {
    Side.BEARER: "by anyone else",
    Side.ACTION: "for anything else that is done",
    Side.OBJECT: "for other data",
    Side.PEOPLE: "about anyone else",
    Side.COUNTERPARTY: "with anyone else",
    Side.PURPOSE: "for any other purpose",
    Side.PLACE: "anywhere else",
    Side.SOURCE: "from anyone else",
}
UNSTATED = {Side.PURPOSE: "where no purpose is stated", Side.COUNTERPARTY: "where nobody else takes part"}
VERDICTS = {
    Verdict.PERMITTED: "permitted",
    Verdict.FORBIDDEN: "forbidden",
    Verdict.CONFLICTING: "conflicting",
    Verdict.UNCOVERED: "not covered",
}
OTHERWISE = "for anything else of that kind that is done"
MOST_NAMES = 4


def turning_words(answer: Answer, closure: Closure) -> list[str]:
    """What the verdict of an answer turns on, a sentence's worth each; empty where it turns on nothing."""
    if answer.verdict is not Verdict.UNKNOWN:
        return []
    lines = [side_words(side, answer, closure) for side in Side]
    lines += condition_lines(answer, closure)
    lines.append(day_words(answer))
    if answer.limited:
        lines.append("there are too many cases to weigh them all; say more of what is done")
    return [line for line in lines if line] or ["it turns on several things together; say more of what is done"]


def turns(cases: tuple[Case, ...], rest: Callable[[Case], Hashable]) -> bool:
    """Whether cases that are alike in the rest have different verdicts."""
    seen: dict[Hashable, Verdict] = {}
    return any(seen.setdefault(rest(case), case.verdict) is not case.verdict for case in cases)


def by_verdict(found: Iterator[tuple[Verdict, str]]) -> str:
    """Cases as they are read, those of one verdict together."""
    groups: dict[str, set[Verdict]] = {}
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


def side_words(side: Side, answer: Answer, closure: Closure) -> str:
    """What the verdict makes of the cases of one side, where it turns on that side."""

    def others(case: Case) -> Hashable:
        bits = case.point.bits
        return (bits[:side], bits[side + 1 :], case.point.states, case.point.day)

    if not turns(answer.cases, others):
        return ""
    classes = classes_of(side, answer)
    found = (
        (case.verdict, class_words(side, class_of(case.point.bits[side], classes), closure)) for case in answer.cases
    )
    return f"{QUESTIONS[side]}: {by_verdict(found)}"


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


def class_words(side: Side, mask: int, closure: Closure) -> str:
    """A class of a side: its widest names, or what is left besides those that are named."""
    if side is Side.PHASE:
        return "after it has ended" if mask == AFTER else "while it is in force"
    if mask == NONE:
        return UNSTATED.get(side, "where none is stated")
    if mask < 0 or mask & OTHER:
        return REST[side]
    if rest_of := partly_named(mask, closure):
        return OTHERWISE if side is Side.ACTION else CASE[side].format(f"other {concept_words(rest_of)}")
    names = [concept_words(concept) for concept in named_in(closure, mask)]
    if not names:
        return CASE[side].format(bit_words(mask & -mask, side, closure.universe))
    rest = len(names) - MOST_NAMES
    return CASE[side].format(listed([*names[:MOST_NAMES], *([f"{rest} more"] if rest > 0 else [])], "or"))


def partly_named(mask: int, closure: Closure) -> Concept | None:
    """The name that a class is the rest of, once narrower names are taken from it; None where there is none."""
    for concept in closure.universe.named(mask):
        covered = closure.covers(concept)
        if not mask & ~covered and covered & ~mask:
            return concept
    return None


# Conditions and days


def condition_lines(answer: Answer, closure: Closure) -> Iterator[str]:
    """Each condition on which the verdict turns: what it is with it, and what without."""
    states = 0
    for case in answer.cases:
        states |= case.point.states
    while states:
        atom = states & -states
        states ^= atom
        if turns(answer.cases, lambda case, atom=atom: (case.point.bits, case.point.states & ~atom, case.point.day)):  # type: ignore[misc]
            yield condition_line(atom, answer, closure)


def condition_line(atom: int, answer: Answer, closure: Closure) -> str:
    """What the verdict makes of the cases with a condition, and of those without."""
    name = condition_name(atom, answer, closure)
    found = (
        (case.verdict, f"with {name}" if case.point.states & atom else "without it")
        for case in sorted(answer.cases, key=lambda case: not case.point.states & atom)
    )
    return f"{name}: {by_verdict(found)}"


def condition_name(atom: int, answer: Answer, closure: Closure) -> str:
    """The widest name of the narrowest condition that a state belongs to."""
    masks = [
        mask
        for norm in answer.weighed
        for alternative in norm.region.condition
        for mask in (*alternative.held, alternative.absent)
        if mask & atom
    ]
    mask = min(masks, key=int.bit_count, default=atom)
    return bit_words(widest(mask, closure), Side.OBJECT, closure.universe)


def day_words(answer: Answer) -> str:
    """The days from which the verdict is another."""
    if not turns(answer.cases, lambda case: (case.point.bits, case.point.states)):
        return ""
    ordered = sorted(answer.cases, key=lambda case: case.point.day)
    return f"the day: {by_verdict((case.verdict, start_words(case.point.day)) for case in ordered)}"


def start_words(day: int) -> str:
    """A stretch of days by its first."""
    return "before" if day == DAWN else f"from {date.fromordinal(day).isoformat()}"

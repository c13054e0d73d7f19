"""The ways in which one act may be done: `only if required by law, or with consent`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from policyc.resolve.names import Names, Unresolved
from policyc.resolve.segments import Segment
from policyc.syntax import tree


def ways(segment: Segment, names: Names) -> Iterator[list[tree.Phrase]]:
    """The phrases of an act, once for each way in which it may be done: ``only if required by law, or with consent``.

    An `or` behind what lifts a ban lifts it too.
    """
    phrases = lifted_too(segment) if segment.modal == "must not" else segment.phrases
    marks = [at for at, part in enumerate(phrases) if isinstance(part, tree.OtherWay)]
    if not marks:
        yield phrases
        return
    first = marks[0] - 1
    if first < 0 or segment.modal in ("must", "need not") or lifts(phrases[first]):
        report_other_way(phrases[marks[0]], names)
    shared, mode = phrases[:first], getattr(phrases[first], "mode", "")
    bounds = [first - 1, *marks, len(phrases)]
    for start, end in pairwise(bounds):
        head, *rest = phrases[start + 1 : end]
        if mode == "only" and start != bounds[0] and isinstance(head, tree.NamePhrase | tree.ConditionPhrase):
            head = replace(head, mode="only")
        yield [*shared, head, *rest]


def lifted_too(segment: Segment) -> list[tree.Phrase]:
    """The phrases of a ban, where each other way to lift it is one more exception."""
    found: list[tree.Phrase] = []
    lifting = False
    for part in segment.phrases:
        last = found[-1] if found else None
        if isinstance(part, tree.OtherWay) and last is not None and lifts(last):
            lifting = True
        elif lifting and isinstance(part, tree.NamePhrase | tree.ConditionPhrase):
            found.append(replace(part, mode="except"))
            lifting = False
        else:
            found.append(part)
    return found


def lifts(part: tree.Phrase) -> bool:
    """Whether a phrase lifts a ban, or takes leave away."""
    unless = isinstance(part, tree.ConditionPhrase) and part.word == "unless"
    return unless or getattr(part, "mode", "") == "except" or isinstance(part, tree.ExceptAllowed | tree.ExceptNames)


def report_other_way(mark: tree.Phrase, names: Names) -> None:
    """Report an `or` between phrases that has no single meaning; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(mark.span),
        "`or` stands between two phrases here, and it can be read in two ways.",
        "Write a sentence for each; under one label they are one clause.",
    )
    raise Unresolved

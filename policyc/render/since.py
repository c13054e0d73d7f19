"""What is new since an earlier run, and what is gone: for whoever keeps checking while writing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from policyc.findings import Finding, Unchecked
from policyc.render.concise import finding_line
from policyc.render.conclusion import unchecked_words, verdict
from policyc.render.paint import DEFAULT_WIDTH, Line, safe, text_of, wrapped
from policyc.render.phrases import counted
from policyc.render.text import finding_lines
from policyc.report import Report
from policyc.source import Source

T = TypeVar("T")
MOST_NAMED = 3
"""So many changed files are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Since:
    """What one run found that the run before did not, and what it does not find any more."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]


def since(before: Report, after: Report) -> Since:
    """The difference of two reports; a finding that only moved is neither new nor gone."""
    return Since(
        without(after.findings, before.findings),
        without(before.findings, after.findings),
        without(after.unchecked, before.unchecked),
    )


def without(things: Iterable[T], known: Iterable[T]) -> tuple[T, ...]:
    """Those of some things that are not known; of several alike, as many as there are more."""
    left = Counter(map(identity, known))
    fresh = []
    for each in things:
        name = identity(each)
        if left[name]:
            left[name] -= 1
        else:
            fresh.append(each)
    return tuple(fresh)


def identity(thing: object) -> Hashable:
    """By what something is known again, whatever its line."""
    match thing:
        case Finding():
            return thing.fingerprint, thing.severity, thing.suppressed
        case Unchecked():
            return thing.place.path, thing.reason, thing.quote
        case _:
            raise TypeError(f"{thing!r} is nothing that a run finds")


def render_since(
    before: Report,
    after: Report,
    changed: Iterable[str],
    sources: Mapping[str, Source],
    width: int = DEFAULT_WIDTH,
    colour: bool = False,
    concise: bool = False,
) -> str:
    """Which files changed, what is new in full, what is gone in a line each, and how things stand now."""
    difference = since(before, after)
    lines = changed_lines(list(changed), difference, width)
    for finding in difference.new:
        lines += [[(finding_line(finding), "")]] if concise else [*finding_lines(finding, sources, width), []]
    for item in difference.unchecked:
        lines += wrapped([("not checked: ", "bold")], f"{safe(str(item.place))} {unchecked_words(item)}", width)
    for finding in difference.gone:
        lead: Line = [("gone: ", "bold green")]
        lines += [[*lead, (finding_line(finding), "")]] if concise else wrapped(lead, finding_line(finding), width)
    return text_of([*lines, *wrapped([], verdict(after), width), []], colour)


def changed_lines(changed: list[str], difference: Since, width: int) -> list[Line]:
    """The first line: which files changed, and whether that brought anything."""
    named = [safe(name) for name in changed[:MOST_NAMED]]
    if len(changed) > MOST_NAMED:
        named.append(counted(len(changed) - MOST_NAMED, "more file"))
    nothing = "" if difference.new or difference.gone or difference.unchecked else " Nothing new."
    return wrapped([("Changed: ", "bold")], f"{', '.join(named)}.{nothing}", width)

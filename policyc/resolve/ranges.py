"""Clauses named from one label to another: `2 to 7` and `4(a) to (c)` as the labels of a document that lie there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from policyc.model.document import label_parts
from policyc.resolve.naming.names import Names, Unresolved
from policyc.syntax import tree

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
NUMERAL = re.compile(r"(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
HYPHENATED = re.compile(r"(?P<low>[0-9]+)-(?P<high>[0-9]+)")
Parts = tuple[str, ...]


def labels_meant(references: Iterable[tree.Reference], names: Names) -> tuple[str, ...]:
    """The labels that some references mean, each once; raises ``Unresolved``, reported, where a range has no order."""
    found = [label for reference in references for label in meant(reference, names)]
    return tuple(dict.fromkeys(found))


def meant(reference: tree.Reference, names: Names) -> tuple[str, ...]:
    """The labels that one reference means: itself, or both its ends and what the document has between them."""
    low, _, high = reference.label.partition(" to ")
    if not high:
        ends = hyphenated(low, names.labels)
        if ends is None:
            return (low,)
        low, high = ends
    between = labels_between(low, high, names.labels)
    if between is None:
        names.reporter.error(
            "broken-sentence",
            names.origin(reference.span),
            f"`{reference.label}` does not say which clauses lie between: the one is no number of the same kind as the "
            "other, or does not come before it.",
            "Name each clause: `clauses 2, 3 and 4`.",
        )
        raise Unresolved
    return between


def hyphenated(label: str, labels: Sequence[str]) -> tuple[str, str] | None:
    """The ends of `2-7`, where no clause bears that label itself."""
    found = HYPHENATED.fullmatch(label)
    if found is None or any(label in label_parts(each) for each in labels):
        return None
    return (found["low"], found["high"]) if int(found["low"]) < int(found["high"]) else None


def labels_between(low: str, high: str, labels: Sequence[str]) -> tuple[str, ...] | None:
    """Two labels, and those of a document between them; None where the two cannot be compared."""
    first, last = label_parts(low), label_parts(high)
    if high.startswith("(") and len(last) < len(first):
        last = (*first[: len(first) - len(last)], *last)
        high = written(last, low)
    depth = len(first)
    if len(last) != depth or any(one.isdigit() is not other.isdigit() for one, other in zip(first, last, strict=True)):
        return None
    siblings = [each for each in map(label_parts, labels) if len(each) >= depth]
    roman = are_roman([part for each in (first, last, *siblings) for part in each[:depth]])
    start, end = ordinals(first, roman), ordinals(last, roman)
    if start >= end:
        return None
    inside = [each for each in labels if len(label_parts(each)) >= depth]
    inner = [each for each in inside if start < ordinals(label_parts(each)[:depth], roman) < end]
    return (low, *inner, high)


def written(parts: Parts, like: str) -> str:
    """A label of some parts, its last ones in parentheses as in another: `4(c)` like `4(a)`."""
    head = like[: like.rindex("(")]
    kept = len(label_parts(head))
    return head + "".join(f"({part})" for part in parts[kept:])


def are_roman(parts: Iterable[str]) -> bool:
    """Whether letters count as Roman numerals: one of several letters is such a numeral."""
    return any(len(part) > 1 and NUMERAL.fullmatch(part) for part in parts)


def ordinals(parts: Parts, roman: bool) -> tuple[tuple[int, str], ...]:
    """The parts of a label in the order in which they are counted."""
    return tuple(ordinal(part, roman) for part in parts)


def ordinal(part: str, roman: bool) -> tuple[int, str]:
    """Where a number, numeral or letter comes."""
    found = re.match(r"[0-9]+", part)
    if found:
        return int(found[0]), part[found.end() :]
    if roman and NUMERAL.fullmatch(part):
        values = [ROMAN[letter] for letter in part]
        return sum(-one if one < max(values[at:]) else one for at, one in enumerate(values)), ""
    return 0, part

"""Repairs of what cannot be read, each kept only where it makes more of the text readable and changes nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from policyc.findings import Edit, Finding
from policyc.pipeline.repair.edits import Repair, edited, repair_of
from policyc.source import Source, Span
from policyc.syntax import parse
from policyc.syntax.tree import Tree
from policyc.syntax.write import write_sentence

MOST_FAULTS = 8
"""A sentence with more faults than that is not mended by a program."""
CHARACTERS = frozenset({"unseen-character", "look-alike-character"})


@dataclass(frozen=True, slots=True)
class Mended:
    """A broken stretch of a text, the words that can be read in its place, and the repairs that made them."""

    span: Span
    words: str
    repairs: tuple[Repair, ...]


def readable(source: Source) -> tuple[str, tuple[Repair, ...]]:
    """A text with the repairs of its characters and broken sentences, and these; what was read stays as it was."""
    made: list[Repair] = []
    while step := characters(source) or sentences(source):
        text, repairs = step
        made += repairs
        source = Source(source.path, text)
    return source.text, tuple(made)


def characters(source: Source) -> tuple[str, list[Repair]] | None:
    """The text without misleading characters, where that breaks no sentence; None where there is nothing to do."""
    tree, findings = parse(source)
    found = [each for each in findings.found if each.rule in CHARACTERS and each.repair]
    text = edited(source, [edit for each in found for edit in each.repair])
    again, left = parse(Source(source.path, text))
    if len(again.broken) > len(tree.broken) or mendable(left.found) >= mendable(findings.found):
        return None
    return text, [repair_of(each.rule, each.repair, source) for each in found]


def mendable(found: list[Finding]) -> int:
    """How many misleading characters a program may mend."""
    return sum(len(each.repair) for each in found if each.rule in CHARACTERS)


def sentences(source: Source) -> tuple[str, list[Repair]] | None:
    """The text with sentences that can be read now; None where there is nothing to do."""
    tree, _ = parse(source)
    found = [mended for span in tree.broken if (mended := mend(source, span))]
    kept = sound(source, tree, found)
    return (replaced(source, kept), [repair for each in kept for repair in each.repairs]) if kept else None


def mend(source: Source, span: Span) -> Mended | None:
    """A broken stretch with all its faults mended, looked at by itself; None where one is left."""
    part, first = Source(source.path, source.text[slice(*span)]), source.position(span[0])[0] - 1
    repairs: list[Repair] = []
    for _ in range(MOST_FAULTS):
        tree, findings = parse(part)
        if not tree.broken:
            return Mended(span, part.text, tuple(repairs)) if repairs else None
        fault = next((each for each in findings.found if each.repair and each.rule not in CHARACTERS), None)
        if fault is None:
            return None
        repairs.append(repair_of(fault.rule, fault.repair, part, first))
        part = Source(source.path, edited(part, fault.repair))
    return None


def sound(source: Source, tree: Tree, found: Sequence[Mended]) -> Sequence[Mended]:
    """Those of some stretches after which more can be read, and every other sentence says what it said."""
    if not found or adds(tree, parse(Source(source.path, replaced(source, found)))[0]):
        return found
    if len(found) == 1:
        return ()
    half = len(found) // 2
    one, other = sound(source, tree, found[:half]), sound(source, tree, found[half:])
    return one or other


def replaced(source: Source, found: Sequence[Mended]) -> str:
    """The text of a source with stretches replaced; one of which nothing is left takes the blanks before it along."""
    edits = []
    for each in found:
        start, end = each.span
        words = each.words if each.words.strip() else ""
        if not words:
            start = len(source.text[:start].rstrip(" \t"))
        edits.append(Edit(source.place((start, end)), words))
    return edited(source, edits)


def adds(before: Tree, after: Tree) -> bool:
    """Whether fewer sentences are broken, and every sentence that was read before still says what it said."""
    return len(after.broken) < len(before.broken) and not said(before) - said(after)


def said(tree: Tree) -> Counter[str]:
    """What the sentences of a tree say, each in its canonical form."""
    return Counter(map(write_sentence, tree.sentences))

"""Repairs of what cannot be read: one after the other, each kept only where it makes more of the text readable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from policyc.findings import Finding
from policyc.pipeline.repair.edits import Repair, edited, repair_of, span_of
from policyc.source import Source, Span
from policyc.syntax import parse
from policyc.syntax.tree import Tree
from policyc.syntax.write import write_sentence

MOST_FAULTS = 8
"""A sentence with more faults than that is not mended by a program."""
CHARACTERS = frozenset({"unseen-character", "look-alike-character"})


def readable(source: Source) -> tuple[str, tuple[Repair, ...]]:
    """A text with the repairs of its characters and broken sentences, and these; what was read stays as it was."""
    made: list[Repair] = []
    while step := next(steps(source), None):
        repairs, text = step
        made += repairs
        source = Source(source.path, text)
    return source.text, tuple(made)


def steps(source: Source) -> Iterator[tuple[list[Repair], str]]:
    """What can be repaired next: all characters at once, else all sentences, else one of them."""
    tree, findings = parse(source)
    repairs = [repair_of(each.rule, each.repair, source) for each in findings.found if each.repair]
    signs = [each for each in repairs if each.rule in CHARACTERS]
    sentences = [each for each in repairs if each.rule not in CHARACTERS]
    if signs:
        text = applied(source, signs)
        again, left = parse(Source(source.path, text))
        if len(again.broken) <= len(tree.broken) and misleading(left.found) < misleading(findings.found):
            yield signs, text
    if len(sentences) > 1:
        text = applied(source, sentences)
        if adds(tree, parse(Source(source.path, text))[0], len(sentences)):
            yield sentences, text
    for each in sentences:
        yield from chain(source, tree, each)


def chain(source: Source, tree: Tree, repair: Repair) -> Iterator[tuple[list[Repair], str]]:
    """A repair of one sentence, and those that its further faults need; nothing where it stays broken."""
    made = [repair]
    start = span_of(repair.edits[0].place, source)[0]
    for _ in range(MOST_FAULTS):
        source = Source(source.path, applied(source, made[-1:]))
        again, findings = parse(source)
        if adds(tree, again, 1):
            yield made, source.text
            return
        around = next((span for span in again.broken if span[0] <= start <= span[1]), None)
        following = next((each for each in findings.found if each.repair and lies_in(each, around, source)), None)
        if following is None:
            return
        made.append(repair_of(following.rule, following.repair, source))


def lies_in(finding: Finding, span: Span | None, source: Source) -> bool:
    """Whether a finding blames words of a sentence."""
    at = span_of(finding.primary.place, source)[0]
    return span is not None and span[0] <= at <= span[1]


def applied(source: Source, repairs: list[Repair]) -> str:
    """The text of a source with some repairs."""
    return edited(source, (edit for each in repairs for edit in each.edits))


def misleading(found: list[Finding]) -> int:
    """How many misleading characters a program may mend."""
    return sum(len(each.repair) for each in found if each.rule in CHARACTERS)


def adds(before: Tree, after: Tree, number: int) -> bool:
    """Whether so many fewer sentences are broken, and every sentence that was read before still says what it said."""
    return len(before.broken) - len(after.broken) == number and not said(before) - said(after)


def said(tree: Tree) -> Counter[str]:
    """What the sentences of a tree say, each in its canonical form."""
    return Counter(map(write_sentence, tree.sentences))

"""Repairs of conditions that add nothing: taken out where the clauses then permit, forbid and require just the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policyc.findings import Edit, Finding
from policyc.norms.norm import Norm
from policyc.pipeline.comparison import compare
from policyc.pipeline.files import Inputs
from policyc.pipeline.repair.edits import Repair, edited, repair_of
from policyc.pipeline.road import examine
from policyc.source import Source, Span
from policyc.syntax import parse
from policyc.syntax.tree import Clause, Combination, ConditionPhrase, NamePhrase, Phrase, Tree

RULE = "redundant-condition"
SAME = ("modality", "items", "timing", "by_only", "manner", "quoted", "ensured", "lawful", "purpose_stated")
CONDITIONS = ("with", "without")


def without_idle(source: Source, beside: Sequence[Source]) -> tuple[str, Repair] | None:
    """A source without one of its idle conditions, None where it has none; ``beside`` is what it is read with."""
    tree, _ = parse(source)
    if all(len(list(spans_of(clause, source))) < 2 for clause in tree.sentences if isinstance(clause, Clause)):
        return None
    before = [source, *beside]
    for finding in examine(before).findings.found:
        if finding.rule != RULE or finding.primary.place.path != source.path:
            continue
        for edit in ways(finding, tree):
            text = edited(source, [edit])
            if says_the_same(before, [Source(source.path, text), *beside]):
                return text, repair_of(RULE, (edit,), source)
    return None


def says_the_same(before: list[Source], after: list[Source]) -> bool:
    """Whether every single clause says what it said, and they do together, and all of that could be weighed."""
    comparison = compare(Inputs(before), Inputs(after))
    found, old, new = comparison.found, comparison.old.norms, comparison.new.norms
    if found.changes or found.arrivals or found.demands or comparison.unchecked or len(old) != len(new):
        return False
    return all(map(alike, old, new))


def alike(old: Norm, new: Norm) -> bool:
    """Whether two norms permit, forbid or require the very same acts, by the same day and in the same manner."""
    same_acts = old.region.inside(new.region) and new.region.inside(old.region)
    return same_acts and all(getattr(old, part) == getattr(new, part) for part in SAME)


def ways(finding: Finding, tree: Tree) -> Iterator[Edit]:
    """The ways to take one condition out of a clause, the last first; none takes a comment with it."""
    source = tree.source
    for sentence in tree.sentences:
        if isinstance(sentence, Clause) and source.place(sentence.span) == finding.primary.place:
            for span in reversed(list(spans_of(sentence, source))):
                words = source.text[slice(*span)]
                if words and "#" not in words:
                    yield Edit(source.place(span), "")


def spans_of(clause: Clause, source: Source) -> Iterator[Span]:
    """The conditions of a clause, each as it can be taken out."""
    for phrase in clause.statement.phrases:
        yield from parts(phrase, source)


def parts(phrase: Phrase, source: Source) -> Iterator[Span]:
    """A phrase of conditions, and each condition that it joins, with the white space or the joining word before it."""
    match phrase:
        case NamePhrase(word=word, names=names) if word in CONDITIONS:
            items: Sequence[Span] = [each.span for each in names.items]
        case ConditionPhrase(condition=Combination(operands=operands)):
            items = [each.span for each in operands]
        case ConditionPhrase():
            items = []
        case _:
            return
    yield before(phrase.span, source)
    for at, span in enumerate(items):
        if len(items) > 1:
            yield (items[at - 1][1], span[1]) if at else (span[0], items[1][0])


def before(span: Span, source: Source) -> Span:
    """A phrase with the comma and the white space before it."""
    start = span[0]
    while start and source.text[start - 1] in " \t\r\n,":
        start -= 1
    return start, span[1]

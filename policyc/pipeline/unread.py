"""What could not be read of files, or was not there to be read."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.findings import Findings, Unchecked
from policyc.source import Place
from policyc.syntax.tree import Tree


def unread(trees: list[Tree], findings: Findings) -> Iterator[Unchecked]:
    """Files without a sentence, which may be a mistake, and broken parts that nothing in the findings counts yet."""
    counted = {item.place.path for item in findings.unchecked if item.incomplete}
    for tree in trees:
        path = tree.source.path
        if not tree.sentences and not tree.broken:
            yield Unchecked(Place(path, 1, 1, 1, 1), "an empty file", incomplete=True)
        for span in tree.broken if path not in counted else ():
            yield Unchecked(tree.source.place(span), "a part that could not be read", incomplete=True)

"""From a source to its canonical form; a file that could not be read whole keeps the form it has."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.findings import Finding
from policyc.source import Source
from policyc.syntax import parse
from policyc.syntax.format import format_tree


@dataclass(frozen=True, slots=True)
class Formatted:
    """A source, its canonical form, and what kept it from being formatted (the text is then as it was)."""

    source: Source
    text: str
    problems: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the canonical form differs."""
        return self.text != self.source.text


def formatted(source: Source) -> Formatted:
    """The canonical form, with the line ends of the source; it parses to the same tree, or policyc is at fault."""
    tree, problems = parse(source)
    if tree.broken or problems.unchecked:
        return Formatted(source, source.text, tuple(problems.found))
    text = format_tree(tree)
    again, _ = parse(Source(source.path, text))
    if again.sentences != tree.sentences or again.comments != tree.comments:
        raise AssertionError(f"the canonical form of {source.path} says something else")
    return Formatted(source, text.replace("\n", "\r\n") if "\r\n" in source.text else text)

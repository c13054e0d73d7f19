"""What would change in a file, as a unified diff."""

from __future__ import annotations

from difflib import unified_diff

from policyc.source import Source, visible


def unified(source: Source, text: str, how: str) -> str:
    """A diff from a source to a text; hidden characters by name, so that a terminal shows what is there."""
    path = visible(source.path)
    before, after = (each.splitlines() for each in (source.text, text))
    lines = unified_diff(before, after, path, f"{path} ({how})", lineterm="")
    return "".join(f"{visible(line.replace(chr(9), '    '))}\n" for line in lines)

"""The rules' pages as Markdown files: ``python -m policyc.rules.pages docs/rules`` writes them anew."""

from __future__ import annotations

import sys
from pathlib import Path

from policyc.rules.catalogue import Rule, rules

INDEX = "README.md"


def page_text(rule: Rule) -> str:
    """One rule's page: its name, what it is, and the page of its module as it stands."""
    return f"# {rule.name}\n\n*{rule.family} · usually {article(rule.severity.value)}*\n\n{rule.page.strip()}\n"


def article(word: str) -> str:
    """A word with its article."""
    return ("an " if word[0] in "aeiou" else "a ") + word


def index_text() -> str:
    """The list of all pages, family by family."""
    lines = ["# The rules", "", "Made from the rules' own pages by `python -m policyc.rules.pages docs/rules`."]
    family = ""
    for rule in rules().values():
        if rule.family != family:
            family = rule.family
            lines += ["", f"## {family.capitalize()}", "", "| rule | usually | what it finds |", "|---|---|---|"]
        lines.append(f"| [{rule.name}]({rule.name}.md) | {rule.severity.value} | {rule.summary} |")
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Every file of the folder of pages, by name."""
    return {INDEX: index_text(), **{f"{rule.name}.md": page_text(rule) for rule in rules().values()}}


def write(folder: Path) -> None:
    """Write every page into a folder, and remove those of rules that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":  # pragma: no cover
    write(Path(sys.argv[1]))

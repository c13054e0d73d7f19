"""What a sentence names, so that others can be told from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from policyc.syntax import tree

OTHERS = re.compile(r"\b(?:another|others?|else)\b", re.IGNORECASE)


def names_in(statement: tree.Statement) -> Iterator[tree.Name]:
    """Every name that a statement gives in a list: what is acted on, and what its phrases name."""
    lists = [statement.subject.names]
    for act in (statement.act, *(part.act for part in statement.phrases if isinstance(part, tree.Further))):
        lists += [act.object] if act and act.object else []
    phrases = (*statement.lead, *statement.phrases)
    lists += [part.names for part in phrases if isinstance(part, tree.NamePhrase | tree.ExceptNames)]
    for listed in lists:
        yield from (item for item in listed.items if isinstance(item, tree.Name) and not OTHERS.search(item.text))
    if statement.ensured is not None:
        told = statement.ensured
        inner = names_in(told) if isinstance(told, tree.Statement) else told.words.all
        yield from (item for item in inner if isinstance(item, tree.Name))

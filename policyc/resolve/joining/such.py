"""What *such* points at: *such data* are the data that the clause has named before, *such breach* that breach."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from policyc.model.names import key
from policyc.resolve.naming.belonging import OF
from policyc.resolve.naming.names import Names, Unresolved, keys_above
from policyc.syntax import tree

SUCH = re.compile(r"\bsuch\s+(?:an?\s+|any\s+)?", re.IGNORECASE)
WORD = re.compile(r"[\w'&/+-]+")

Node = TypeVar("Node")


def with_such(statement: tree.Statement, names: Names) -> tree.Statement:
    """A statement in which every *such* gives way to what it points at.

    Raises ``Unresolved``, reported, where the clause names nothing before that it could point at, or several things.
    """
    if not SUCH.search(names.source.text, *statement.span):
        return statement
    begun = min([statement.span[0], *(each.span[0] for each in names.named)])
    return mapped(statement, lambda name: pointed(name, begun, names))


def mapped(node: Node, change: Callable[[tree.Name], tree.Name]) -> Node:
    """A part of a tree with each of its names changed."""
    match node:
        case tree.Name():
            return change(node)  # type: ignore[return-value]
        case tuple():
            return tuple(mapped(each, change) for each in node)  # type: ignore[return-value]
        case _ if is_dataclass(node) and not isinstance(node, type):
            parts = {each.name: getattr(node, each.name) for each in fields(node) if each.init}
            return replace(node, **{name: mapped(part, change) for name, part in parts.items()})
        case _:
            return node


def pointed(name: tree.Name, begun: int, names: Names) -> tree.Name:
    """A name with what its *such* points at, in a clause that begins somewhere: ``deletion of such data``."""
    found = SUCH.search(name.text)
    if found is None:
        return name
    before, words = name.text[: found.start()], name.text[found.end() :].split()
    for count in range(len(words), 0, -1):
        meant = antecedents(" ".join(words[:count]), name, begun, names)
        if len(meant) == 1:
            return tree.Name(" ".join([before + meant[0], *words[count:]]), name.span)
        if meant:
            break
    names.reporter.error(
        "stop-word",
        names.origin(name.span),
        f"`{name.text[found.start() :]}` may point at several things here, or at nothing that the clause names before.",
        "Name it again instead of `such`.",
    )
    raise Unresolved


def antecedents(what: str, name: tree.Name, begun: int, names: Names) -> list[str]:
    """What *such* with some words can point at: what was named before and is of that kind, or else the words again."""
    before = [each for each in names.named if each.span[1] <= name.span[0] and not SUCH.search(each.text)]
    kind = names.find(tree.Name(what, name.span))
    if kind is None:
        said = [each.text for each in before if is_headed(each.text, what)]
    else:
        alike = [each for each in before if kind.is_root or is_headed(each.text, what)]
        found = [(each.text, names.find(each, frozenset({kind.kind}))) for each in alike]
        said = [text for text, one in found if one and one != kind and kind.key in keys_above(one, names)]
    distinct = list({key(text): text for text in said}.values())
    return distinct or ([what] if is_said(what, names.source.text[begun : name.span[0]]) else [])


def is_headed(text: str, what: str) -> bool:
    """Whether what a name is of does not matter, and it ends in some words: *old consent of customers* in *consent*."""
    return f" {key(OF.split(text)[0])}".endswith(f" {key(what)}")


def is_said(what: str, text: str) -> bool:
    """Whether some words stand in a text, in either number."""
    said, count = WORD.findall(text), len(what.split())
    return any(key(" ".join(said[at : at + count])) == key(what) for at in range(len(said) - count + 1))

"""`of` that is said again behind `and` or `or`: *names of customers or of employees*, *inform Acme of A and of B*.

What stands before the first `of` goes with the second as well, where the two make names of one sort; of somebody who is
told one thing, the other is told too. What is neither, or both, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import NoReturn, TypeVar

from policyc.model.kinds import ACTIONS, CONDITIONS, DATA, PERSONS, THINGS
from policyc.model.names import Kind, key, verbs_of_participle
from policyc.resolve.actors import is_own_party
from policyc.resolve.naming.belonging import OF
from policyc.resolve.naming.names import Names, Unresolved, is_somebody, keys_above
from policyc.source import Span
from policyc.syntax import tree

SAID_AGAIN = re.compile(r"\b(?:and|or)(?:\s|#[^\r\n]*[\r\n])+of\b", re.IGNORECASE)
JOINED = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
COMMENT = re.compile(r"#[^\r\n]*")
OF_BEFORE = re.compile(r"\bof\s*\Z", re.IGNORECASE)
APART = frozenset(Kind) - PERSONS - DATA - THINGS - ACTIONS
SORTS = (PERSONS, DATA | THINGS, *(frozenset({kind}) for kind in Kind if kind in APART))
"""Kinds of which one name of a list is where the others are."""
LONGEST_HEAD = 6
"""How many words may stand before an `of` that goes with several names."""
NOUNS = frozenset(Kind) - ACTIONS
LONGEST_PARTICLE = 2
"""How many words at the end of a list may belong to the verb: ``keep records of A and of B confidential``."""

Item = TypeVar("Item")
Node = TypeVar("Node")


def with_of_again(node: Node, span: Span, names: Names) -> Node:
    """A part of a sentence that stands somewhere, every list in it with whole names.

    Raises ``Unresolved``, reported, where nobody can tell what a second `of` belongs to.
    """
    if not SAID_AGAIN.search(names.source.text, *span):
        return node
    return mapped(node, lambda items: whole_each(items, names))


def mapped(node: Node, change: Callable[[tuple[object, ...]], tuple[object, ...]]) -> Node:
    """A part of a tree with each of its lists of names changed."""
    match node:
        case tuple():
            return tuple(mapped(each, change) for each in node)  # type: ignore[return-value]
        case tree.Name():
            return node
        case _ if is_dataclass(node) and not isinstance(node, type):
            parts = {each.name: mapped(getattr(node, each.name), change) for each in fields(node) if each.init}
            if isinstance(node, tree.Names):
                parts["items"] = change(parts["items"])
            elif isinstance(node, tree.Combination):
                parts["operands"] = change(parts["operands"])
            return replace(node, **parts)
        case _:
            return node


def whole_each(items: tuple[object, ...], names: Names) -> tuple[object, ...]:
    """A list, each name in it that begins with an `of` said again made whole."""
    found, base = list(items[:1]), items[0]
    for at, item in enumerate(items[1:], 1):
        if (
            not isinstance(item, tree.Name)
            or not item.text.lower().startswith("of ")
            or not again(items[at - 1 :], names)
        ):
            found.append(item)
            base = item
        else:
            found.append(whole(item, base, items[0], names))
    return tuple(found)


def again(items: Sequence[object], names: Names) -> bool:
    """Whether `and` or `or` stands between the first two of some names, or behind them before an `of` as well."""
    before, item, *behind = items
    assert isinstance(item, tree.Name)
    between = COMMENT.sub("", names.source.text[slice(span_of(before)[1], item.span[0])])
    if JOINED.search(between):
        return True
    following = behind[0] if behind else None
    return (
        isinstance(following, tree.Name) and following.text.lower().startswith("of ") and again([item, *behind], names)
    )


def whole(item: tree.Name, base: object, first: object, names: Names) -> tree.Name:
    """The name that stands behind an `of` said again, with what goes with it before the `of` of the name before."""
    rest = names.part(item, 1, len(item.text.split()))
    if not isinstance(base, tree.Name):
        refuse(item, names)
    if base.text.lower().startswith("of "):
        return item
    if OF.search(base.text) is None:
        if OF_BEFORE.search(names.source.text[: span_of(first)[0]]):
            return rest
        refuse(item, names)
    found = meanings(base, rest, names)
    words = rest.text.split()
    for count in range(len(words) - 1, max(0, len(words) - 1 - LONGEST_PARTICLE), -1):
        if found:
            break
        behind = " ".join(words[count:])
        found = [f"{each} {behind}" for each in meanings(base, names.part(rest, 0, count), names)]
    if len(found) > 1:
        refuse_either(item, sorted(found, key=len), names)
    if not found and kind_of(rest.text, names) is None:
        names.reporter.undeclared(rest.text, names.origin(rest.span), names.lexicon, NOUNS)
        raise Unresolved
    if not found:
        refuse(item, names)
    return tree.Name(found[0], item.span) if found[0] != rest.text else rest


def meanings(base: tree.Name, rest: tree.Name, names: Names) -> list[str]:
    """Each name that what stands behind an `of` said again may be; of two sorts only where it can be nothing else."""
    for alike in (True, False):
        found = {each.lower(): each for each in readings(base, rest, alike, names)}
        if found:
            return list(found.values())
    return []


def readings(base: tree.Name, rest: tree.Name, alike: bool, names: Names) -> Iterator[str]:
    """What a name behind an `of` said again may be: with each head that it fits, or alone, where somebody is told.

    ``alike`` asks that the names before and behind `and` be of one sort.
    """
    for of in OF.finditer(base.text):
        words, first = base.text[: of.start()].split(), base.text[of.end() :]
        heads = [" ".join(words[at:]) for at in range(max(0, len(words) - LONGEST_HEAD), len(words))]
        fitting = next((head for head in heads if fits(head, first, rest.text, alike, names)), None)
        if fitting is not None:
            yield f"{fitting} of {rest.text}"
        if is_below(heads[-1], CONDITIONS, "notice", names):
            yield f"{heads[-1]} of {rest.text}"
        elif any(is_own_party(head, names) or is_told(head, rest, names) for head in heads) or tells(heads[-1], names):
            yield rest.text


def fits(head: str, first: str, second: str, alike: bool, names: Names) -> bool:
    """Whether what stands before an `of` makes a name with either of two names behind it, of one sort if ``alike``."""
    one, other = kind_of(first, names), kind_of(second, names)
    if alike and one is not None and not any(one in sort and other in sort for sort in SORTS):
        return False
    return finds(f"{head} of {first}", names) and finds(f"{head} of {second}", names)


def kind_of(text: str, names: Names) -> Kind | None:
    """What kind of thing words stand for; a party for a role, None for nothing known."""
    found = names.find(tree.Name(text, (0, 0)), NOUNS)
    return found.kind if found is not None else Kind.PARTY if is_somebody(text, names) else None


def is_told(head: str, rest: tree.Name, names: Names) -> bool:
    """Whether words stand for somebody who may be told of what is nobody."""
    return is_somebody(head, names) and not is_somebody(rest.text, names)


def tells(word: str, names: Names) -> bool:
    """Whether a word says that somebody is told: *informed of breaches*."""
    return any(is_below(verb, ACTIONS, "notify", names) for verb in verbs_of_participle(word))


def is_below(word: str, kinds: frozenset[Kind], shipped: str, names: Names) -> bool:
    """Whether a word stands for a kind of something that the vocabulary has."""
    found = names.lexicon.find(key(word), kinds)
    return found is not None and shipped in keys_above(found, names)


def finds(text: str, names: Names) -> bool:
    """Whether words stand for something that may be named in a list."""
    return names.find(tree.Name(text, (0, 0)), NOUNS) is not None


def span_of(item: object) -> Span:
    """Where a name, or a condition, stands."""
    span: Span = getattr(item, "span", (0, 0))
    return span


def refuse(item: tree.Name, names: Names) -> NoReturn:
    """Report an `of` of which nobody can tell what it belongs to; raises ``Unresolved``."""
    names.reporter.error(
        "broken-sentence",
        names.origin(item.span),
        f"`{item.text}` behind `and` or `or` does not say what it belongs to.",
        "Say the word before `of` again: `copies of records and copies of reports`; or write a sentence for each.",
    )
    raise Unresolved


def refuse_either(item: tree.Name, meant: Sequence[str], names: Names) -> NoReturn:
    """Report an `of` that may belong to one thing or another; raises ``Unresolved``."""
    one, *others = (f"`{each}`" for each in meant)
    names.reporter.error(
        "broken-sentence",
        names.origin(item.span),
        f"`{item.text}` behind `and` or `or` can be read in two ways: {one}, or {', or '.join(others)}.",
        f"Write what is meant in full: `and {meant[-1]}` instead of `and {item.text}`; or write a sentence for each.",
    )
    raise Unresolved

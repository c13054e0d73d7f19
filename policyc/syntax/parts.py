"""Small readings that the builder shares: places, numbers, lists; and what is raised where words would be misread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

from lark import Token

from policyc.source import Span
from policyc.syntax import tree

MAXIMUM_NESTING = 64
"""How deep conditions, or statements that ensure others, may stand in one another."""

SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
SMALL = SMALL_NUMBERS.split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {name: number for number, name in enumerate(SMALL)} | {
    f"{ten}-{SMALL[one]}" if one else ten: 10 * number + one for number, ten in enumerate(TENS, 2) for one in range(10)
}
TIMES = {"once": 1, "twice": 2}
LENGTH = re.compile(
    r"(?:(?P<count>[0-9]+|(?!business|calendar)[a-z-]+)(?: ?\((?P<again>[0-9]+)\))? )?(?:calendar )?"
    r"(?P<unit>business day|hour|day|week|month|quarter|year)(?:s?'?s?)(?: notice)?$"
)
NO_VERB_WORDS = "be been being have has had do does at by also then either both always never ever so of it their its"
NOT_VERBS = frozenset(NO_VERB_WORDS.split())
LY_WORDS = "ally apply bully comply fly imply multiply rally rely reply supply tally"
VERBS_IN_LY = frozenset(LY_WORDS.split())

Children = list[Any]
T = TypeVar("T")
Problem = Literal[
    "several subjects",
    "quoted name",
    "double negation",
    "mixed list",
    "mixed condition",
    "nesting",
    "survival event",
    "stop word",
    "article without a name",
    "no such day",
    "two numbers",
    "passive",
    "not a verb",
]


@dataclass
class Misread(Exception):
    """Words that the grammar takes but that would be misread; ``problem`` names which guard stopped them."""

    problem: Problem
    span: Span
    words: str = ""


def word(token: Token) -> str:
    """The token's words in lower case, one space between them."""
    return " ".join(token.lower().split())


def span_of(children: Children) -> Span:
    """From the first child that has a place to the last."""
    spans = [span for span in map(bounds, children) if span is not None]
    return (spans[0][0], spans[-1][1]) if spans else (0, 0)


def bounds(child: Any) -> Span | None:
    """The span of a token, a node or a tuple of nodes; None for what has none."""
    if isinstance(child, Token):
        return (child.start_pos or 0, child.end_pos or 0)
    if isinstance(child, tuple):
        return (child[0].span[0], child[-1].span[1]) if child else None
    return cast("Span | None", getattr(child, "span", None))


def first(children: Children, kind: type[T]) -> T | None:
    """The first child of a kind, or None."""
    return next((child for child in children if isinstance(child, kind)), None)


def token_of(children: Children, prefix: str) -> Token | None:
    """The first token whose type begins so, or None."""
    return next((child for child in children if isinstance(child, Token) and child.type.startswith(prefix)), None)


def noun_of(token: Token | None) -> tree.Noun | None:
    """The word for a clause at the end of a token such as ``prevails over sections``, in the singular."""
    last = word(token).split()[-1].removesuffix("s") if token else ""
    return cast(tree.Noun, last) if last in ("clause", "section", "article", "paragraph") else None


def names_from(items: Children, joiner: tree.Joiner | None) -> tree.Names:
    """A list of names with its span."""
    return tree.Names(tuple(items), joiner, span_of(items))


def one_joiner(tokens: list[Token], problem: Problem = "mixed list") -> tree.Joiner | None:
    """The joiner of a list, None where only commas stand; ``and`` beside ``or`` is a misreading."""
    joiners = [token for token in tokens if token.type in ("AND", "OR")]
    for token in joiners:
        if token.type != joiners[0].type:
            raise Misread(problem, span_of([token]), word(token))
    return cast(tree.Joiner, word(joiners[0])) if joiners else None


def split_mode(children: Children) -> tuple[tree.Mode, Children]:
    """The mode before a phrase, if there is one, and the rest."""
    mode, *rest = children
    return (cast(tree.Mode, word(mode)) if mode is not None else ""), rest


def duration(token: Token) -> tree.Duration:
    """The length of time in a token such as ``forty-five (45) days``, ``every 2 years`` or ``on 1 day's notice``."""
    found = LENGTH.search(word(token).removeprefix("every ").removeprefix("on "))
    if found is None:
        raise AssertionError(f"the grammar took {token!r} for a length of time")
    count, again = number(found["count"] or "one"), found["again"]
    if again is not None and int(again) != count:
        raise Misread("two numbers", span_of([token]), word(token))
    return tree.Duration(count, cast(Any, found["unit"]), span_of([token]))


def number(written: str) -> int:
    """A number in digits or words."""
    return int(written) if written.isdigit() else NUMBERS[written]


def check_verb(token: Token) -> None:
    """Stop what stands where the verb belongs and is none: ``be deleted``, ``securely delete``, ``have the right``."""
    text = word(token)
    if text == "be":
        raise Misread("passive", span_of([token]), text)
    if text in NOT_VERBS or (text.endswith("ly") and text not in VERBS_IN_LY):
        raise Misread("not a verb", span_of([token]), text)

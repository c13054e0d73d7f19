"""Small readings that the builders share: numbers, lists, verbs; and what is raised where words would be misread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

from policyc.source import Span
from policyc.syntax import tree
from policyc.syntax.token import Token

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
COUNT = "|".join(sorted(NUMBERS, key=len, reverse=True))
LENGTH = re.compile(
    rf"(?:\b(?P<count>[0-9]+|{COUNT})(?: ?\((?P<again>[0-9]+)\))?[ -])?(?:calendar )?"
    r"(?P<unit>(?:business|working) day|second|minute|hour|day|week|month|quarter|year)s?'?s?(?: period)?"
    r"(?:(?: of)?(?: prior| advance)?(?: written)? notice| in advance| beforehand| ahead of time"
    r"| (?:of|from)(?: the date of)?| thereafter| afterwards?"
    r"| after (?:the )?(?:its )?(?:termination|expiry|expiration|end)(?: of (?:this|the) agreement)?"
    r"| after it (?:ends|terminates))?$"
)
ONCE_A_YEAR = re.compile(r"\bannually(?: thereafter)?$")
NO_VERB_WORDS = "be been being have has had do does at by also then either both always never ever so of it their its"
NOT_VERBS = frozenset(NO_VERB_WORDS.split())
LY_WORDS = "ally apply bully comply fly imply multiply rally rely reply supply tally"
VERBS_IN_LY = frozenset(LY_WORDS.split())
PARTICLES = frozenset({"available", "on", "over", "out", "up", "back", "off", "in", "place"})
NO_PARTICIPLES = frozenset({"and", "or", "otherwise"})

Values = list[Any]
"""What a rule of the grammar is made of: tokens, nodes, and a list where the grammar repeats something."""

T = TypeVar("T")
Problem = Literal[
    "several subjects",
    "quoted name",
    "double negation",
    "mixed list",
    "mixed condition",
    "nesting",
    "survival event",
    "survives while",
    "prevails over what",
    "runs twice",
    "stop word",
    "article without a name",
    "no such day",
    "two numbers",
    "passive",
    "neither passive",
    "only allowed",
    "granted further",
    "aside",
    "nor",
    "neither further",
    "limited if",
    "not a verb",
    "only before verb",
    "only subject",
]


@dataclass
class Misread(Exception):
    """Words that the grammar takes but that would be misread; ``problem`` names which guard stopped them."""

    problem: Problem
    span: Span
    words: str = ""


@dataclass
class Stopped(Exception):
    """Text that the grammar does not take: the token at fault, and the terminals that could stand there.

    The token's type is empty where its sign is none of the language's, ``$END`` where the text ends too early.
    """

    token: Token
    accepted: frozenset[str]


def first(values: Values, kind: type[T]) -> T | None:
    """The first value of a kind, or None."""
    return next((value for value in values if isinstance(value, kind)), None)


def repeated(values: Values) -> Values:
    """What the grammar repeats at the end of a rule; empty where it stands there not once."""
    last = values[-1]
    return last if isinstance(last, list) else []


def noun_of(token: Token) -> tree.Noun | None:
    """The word for a clause at the end of a token such as ``prevails over sections``, in the singular."""
    last = token.said.split()[-1].removesuffix("s")
    return cast(tree.Noun, last) if last in ("clause", "section", "article", "paragraph") else None


def one_joiner(tokens: Sequence[Token], problem: Problem = "mixed list") -> tree.Joiner | None:
    """The joiner of a list, None where only commas stand; ``and`` beside ``or`` is a misreading."""
    joiners = [token for token in tokens if token.type != "COMMA"]
    for token in joiners:
        if token.type != joiners[0].type:
            raise Misread(problem, token.span, token.said)
    return cast(tree.Joiner, joiners[0].said) if joiners else None


def mode_of(token: Token | None) -> tree.Mode:
    """The mode before a phrase, empty where there is none."""
    return cast(tree.Mode, token.type.lower()) if token else ""


def duration_of(token: Token) -> tree.Duration:
    """The length of time in a token such as ``forty-five (45) days``, ``every 2 years`` or ``on 1 day's notice``."""
    found = LENGTH.search(ONCE_A_YEAR.sub("every year", token.said))
    if found is None:
        raise AssertionError(f"the grammar took {token!r} for a length of time")
    count, again = number(found["count"] or "one"), found["again"]
    if again is not None and int(again) != count:
        raise Misread("two numbers", token.span, token.said)
    return tree.Duration(count, cast(Any, found["unit"].replace("working", "business")), token.span)


def participles(token: Token) -> tuple[tuple[tree.Manner, ...], tree.Names]:
    """The manner and the verbs of a token such as ``be securely shared or sold by``."""
    found = [(each.group(), token.start + each.start()) for each in re.finditer(r"[\w-]+", token.words.lower())]
    words = found[1:-1]
    joiners = [said for said, _ in words if said in ("and", "or")]
    if len(set(joiners)) > 1:
        raise Misread("mixed list", token.span, joiners[-1])
    names: list[tree.Name] = []
    for said, at in words:
        if said in PARTICLES and names:
            names[-1] = tree.Name(f"{names[-1].text} {said}", (names[-1].span[0], at + len(said)))
        elif said not in NO_PARTICIPLES:
            names.append(tree.Name(said, (at, at + len(said))))
    adverbs = names[:1] if len(names) > 1 and is_adverb(names[0].text) else []
    manner = tuple(tree.Manner(tree.Names((each,), None, each.span), each.span) for each in adverbs)
    names = names[len(adverbs) :]
    joiner = cast(tree.Joiner, joiners[0]) if joiners else None
    return manner, tree.Names(tuple(names), joiner, token.span)


def is_adverb(word: str) -> bool:
    """Whether a word is a manner by its ending: ``securely``; ``apply`` is none."""
    return word.endswith("ly") and word not in VERBS_IN_LY


def number(written: str) -> int:
    """A number in digits or words."""
    return int(written) if written.isdigit() else NUMBERS[written]


def check_verb(token: Token) -> None:
    """Stop what stands where the verb belongs and is none: ``be deleted``, ``have the right``."""
    text = token.words.lower()
    if text == "be":
        raise Misread("passive", token.span, text)
    if text in NOT_VERBS:
        raise Misread("not a verb", token.span, text)

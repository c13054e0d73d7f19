"""All terminals of the grammar as one regular expression that finds tokens fast.

Lark's order decides, priority first. A terminal that begins with a letter is tried only where that letter stands; which
letters those are is read from the terminal itself, and where that is not certain, it is tried everywhere.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from re import _constants as codes
from re import _parser as reader
from typing import Any

FEW = 8
"""A terminal that begins with more letters than these keeps its own place in the order."""

ROW = 3
"""How many letters are looked at one after the other; more are halved first."""

CAPTURING = re.compile(r"(\\.|\[(?:\\.|[^\]\\])*\])|\((?!\?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal of the grammar: its name, its regular expression without groups, the signs that it may begin with.

    Letters are in lower case; None stands for any sign.
    """

    name: str
    pattern: str
    signs: frozenset[str] | None

    @property
    def is_sorted(self) -> bool:
        """Whether it begins with few signs, all of them letters."""
        return self.signs is not None and len(self.signs) <= FEW and all(map(str.isalpha, self.signs))


def terminal(name: str, pattern: str) -> Terminal:
    """A terminal, with the signs that it may begin with."""
    plain = CAPTURING.sub(lambda found: found[1] or "(?:", pattern)
    return Terminal(name, plain, begins(reader.parse(plain))[0])


class Scanner:
    """Writes the expression; ``kinds`` names the terminal of each of its groups, None for what is passed over.

    White space before a token belongs to the match, not to the group. What begins no token is in the last group, of
    which the kind is empty; at the end of the text a match is in no group.
    """

    def __init__(self, terminals: Sequence[Terminal], ignored: frozenset[str]) -> None:
        self.kinds: list[str | None] = [None]
        self.ignored = ignored
        self.pattern = f"\\s*+(?:{'|'.join(self.parts(terminals))}|(.)|\\Z)"
        self.kinds.append("")

    def parts(self, terminals: Sequence[Terminal]) -> Iterator[str]:
        """The terminals in their order, those in a row that begin with letters sorted by these."""
        row: dict[str, list[Terminal]] = {}
        for one in terminals:
            if one.is_sorted:
                for letter in sorted(one.signs or ()):
                    row.setdefault(letter, []).append(one)
                continue
            yield from self.by_letter(row)
            row = {}
            yield (look(one.signs) if one.signs and len(one.signs) > 1 else "") + self.groups([one])
        yield from self.by_letter(row)

    def by_letter(self, row: dict[str, list[Terminal]]) -> Iterator[str]:
        """The terminals of a row, those of each letter behind a look at what stands there."""
        letters = sorted(row)
        if len(letters) <= ROW:
            for letter in letters:
                yield f"{look([letter])}(?:{self.groups(row[letter])})"
            return
        for half in (letters[: len(letters) // 2], letters[len(letters) // 2 :]):
            inner = "|".join(self.by_letter({letter: row[letter] for letter in half}))
            yield f"{look(half)}(?:{inner})"

    def groups(self, terminals: Iterable[Terminal]) -> str:
        """Terminals one after the other, each in a group."""
        written = []
        for one in terminals:
            self.kinds.append(None if one.name in self.ignored else one.name)
            written.append(f"({one.pattern})")
        return "|".join(written)


def look(signs: Iterable[str]) -> str:
    """Whether one of some signs stands here, letters in either case."""
    return f"(?=[{''.join(re.escape(form) for sign in sorted(signs) for form in forms(sign))}])"


def forms(sign: str) -> list[str]:
    """A sign, or all characters that read as a letter where case counts for nothing: long s is one of *s*."""
    return [sign, sign.upper(), *re.findall(f"(?i:{sign})", like_letters())] if sign.isalpha() else [sign]


@cache
def like_letters() -> str:
    """All characters beyond ASCII that read as a letter of ASCII where case counts for nothing."""
    return "".join(re.findall("(?i:[a-z])", "".join(map(chr, range(128, sys.maxunicode + 1)))))


Signs = tuple[frozenset[str] | None, bool]
"""The signs that an expression may begin with, None for any; and whether it may match nothing."""


def begins(parsed: Any) -> Signs:
    """How an expression may begin, as far as that is certain."""
    found: frozenset[str] = frozenset()
    for code, argument in parsed:
        signs, may_be_empty = part_begins(code, argument)
        if signs is None:
            return None, False
        found |= signs
        if not may_be_empty:
            return found, False
    return found, True


def part_begins(code: Any, argument: Any) -> Signs:
    """How one part of an expression may begin."""
    match code:
        case codes.LITERAL:
            return signs_of(argument, argument), False
        case codes.IN:
            return any_of([signs_of(*bounds(each)) for each in argument]), False
        case codes.SUBPATTERN:
            return begins(argument[3])
        case codes.BRANCH:
            ways = [begins(each) for each in argument[1]]
            return any_of([signs for signs, _ in ways]), any(empty for _, empty in ways)
        case codes.MAX_REPEAT:
            least, _, inner = argument
            signs, empty = begins(inner)
            return signs, empty or least == 0
        case codes.ASSERT | codes.ASSERT_NOT | codes.AT:
            return frozenset(), True
        case _:
            return None, False


def bounds(choice: Any) -> tuple[int, int]:
    """The lowest and the highest sign of a part of a class; all there are where it is no sign and no range."""
    match choice:
        case (codes.LITERAL, int(sign)):
            return sign, sign
        case (codes.RANGE, (int(low), int(high))):
            return low, high
        case _:
            return 0, sys.maxunicode


def signs_of(low: int, high: int) -> frozenset[str] | None:
    """A range of signs, letters in lower case; None where it goes beyond ASCII."""
    return frozenset(chr(sign).lower() for sign in range(low, high + 1)) if high < 128 else None


def any_of(some: Sequence[frozenset[str] | None]) -> frozenset[str] | None:
    """All signs of some sets; None where one of them is."""
    known = [signs for signs in some if signs is not None]
    return frozenset().union(*known) if len(known) == len(some) else None

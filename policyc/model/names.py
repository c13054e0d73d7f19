"""Kinds of names, and when two spellings are one name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

ARTICLES = frozenset({"a", "an", "the", "any", "all", "each", "every"})
SIBILANT_PLURAL = re.compile(r"(ss|x|zz|sh|ch)es$")


class Kind(Enum):
    """What a name stands for; the value is the root that names of the kind descend from."""

    DATA = "data"
    PURPOSE = "purpose"
    PARTY = "party"
    PEOPLE = "people"
    PLACE = "place"
    CONDITION = "condition"
    ACTION = "action"
    EVENT = "event"
    LAW = "law"
    THING = "thing"

    __hash__ = object.__hash__
    """Kinds are looked up without end; nothing may depend on their order in a set, which no hash promises."""


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """The identity of a name: letter case, articles, hyphens, white space and the last word's regular plural ignored.

    >>> key("The Opt-In  consents")
    'opt in consent'
    """
    words = [word for word in text.lower().replace("-", " ").split() if word not in ARTICLES]
    if words:
        words[-1] = singular(words[-1])
    return " ".join(words)


ROOT_WORDS = frozenset(kind.value for kind in Kind) | {"person"}
PERSONAL_ROOTS = frozenset({"party", "people", "person"})


def own_root(text: str) -> str | None:
    """The key of what a document itself may call by the word of a whole kind; None where a name means the whole kind.

    *The Purpose*, *the purpose* and *Purpose* are the one that is defined, as is *any Purpose*; *any purpose* is any.
    Only *the Party* is one that is defined: *each Party* and *the Parties* are each of the parties.

    >>> own_root("The Purpose"), own_root("any purpose"), own_root("each Party")
    ('the purpose', None, None)
    """
    *before, last = text.split() or [""]
    spelling = key(text)
    if spelling not in ROOT_WORDS:
        return None
    articled = "the" in map(str.lower, before)
    if spelling in PERSONAL_ROOTS:
        return f"the {spelling}" if articled and last.lower() == spelling else None
    definite = articled or last[:1].isupper()
    return f"the {spelling}" if definite else None


def singular(word: str) -> str:
    """A word without its regular plural ending; both numbers of a word come out the same."""
    if word.endswith(("ies", "ie")):
        return word[: word.rindex("ie")] + "y"
    if SIBILANT_PLURAL.search(word):
        return word[:-2]
    if word.endswith("che"):
        return word[:-1]
    if word.endswith("s") and (word.endswith("eaus") or not word.endswith(("ss", "us", "is"))):
        return word[:-1]
    return word


def base_verbs(word: str) -> tuple[str, ...]:
    """What the third person of a verb may stand for: ``uses`` is ``use``, ``discloses`` is ``disclose``."""
    forms = [word]
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s"):
        forms.append(word[:-1])
    return tuple(forms)


IRREGULAR_PARTICIPLES = """
    begin begun, bind bound, break broken, bring brought, build built, buy bought, choose chosen, do done,
    draw drawn, drive driven, find found, give given, hear heard, hide hidden, hold held, keep kept, know
    known, lay laid, leave left, lend lent, let let, lose lost, make made, overwrite overwritten, put put,
    read read, resell resold, see seen, seek sought, sell sold, send sent, set set, show shown, take taken,
    teach taught, tell told, understand understood, undertake undertaken, withdraw withdrawn, withhold
    withheld, write written
"""
IRREGULAR = {participle: verb for verb, participle in (pair.split() for pair in IRREGULAR_PARTICIPLES.split(","))}


def verbs_of_participle(word: str) -> tuple[str, ...]:
    """The verbs that a participle may belong to, the likeliest first: ``copied`` to ``copy``."""
    low = word.lower()
    if low in IRREGULAR:
        return (IRREGULAR[low],)
    if not low.endswith("ed"):
        return (low,)
    stem = low[:-2]
    doubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
    return (f"{stem[:-1]}y",) if stem.endswith("i") else (low[:-1], stem, *doubled, low)


def lower_first(text: str) -> str:
    """A name inside a sentence: a capital that only began its definition is lowered, others are kept."""
    first, _, rest = text.partition(" ")
    plain = first[:1].isupper() and first[1:].islower()
    return text[:1].lower() + text[1:] if plain and (rest == "" or not any(c.isupper() for c in rest)) else text


@dataclass(frozen=True, slots=True)
class Concept:
    """What a name stands for: one for each kind and key in the whole workspace.

    A party with a legal name is known by that name, so that two agreements may call it differently. ``is_root`` marks
    the name of the kind itself, which stands for everything of it.
    """

    kind: Kind
    key: str
    text: str = field(compare=False)
    is_root: bool = field(init=False, compare=False, repr=False)
    _hash: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the hash: concepts are looked up far more often than made."""
        object.__setattr__(self, "_hash", hash((self.kind.value, self.key)))
        object.__setattr__(self, "is_root", self.key == self.kind.value)

    def __hash__(self) -> int:
        """Of kind and key."""
        return self._hash

    def __str__(self) -> str:
        """The name as its first definition wrote it, its article left out."""
        return self.text


class Role(Enum):
    """Persons that the language knows without a definition; who they are depends on the agreement and the bearer."""

    ANYONE = "anyone"
    THIRD_PARTIES = "third parties"
    EACH_PARTY = "each party"
    OTHER_PARTY = "the other party"


ROLES = {
    "anyone": Role.ANYONE,
    "anybody": Role.ANYONE,
    "any person": Role.ANYONE,
    "person": Role.ANYONE,
    "everyone": Role.ANYONE,
    "third party": Role.THIRD_PARTIES,
    "party": Role.EACH_PARTY,
    "either party": Role.EACH_PARTY,
    "both party": Role.EACH_PARTY,
    "other party": Role.OTHER_PARTY,
}
"""The keys by which a clause calls a built-in role."""
GUARDING = ("delete", "anonymise", "de identify", "pseudonymise", "encrypt", "redact", "restrict")
"""The keys of the shipped acts that end data or make them safer: they are done for their own sake, and are no use."""

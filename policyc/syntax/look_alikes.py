"""Letters that are taken for those of another script: what a word seems to say and does not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category, name, normalize

from policyc.findings import Severity
from policyc.source import code_point, visible

SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
LOOKS_LIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТХҮУаеорсухіјѕһԁԛԝӏԌ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινκυαρω" + "օսոհցզԼՍՏ" + "ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ",
        "ABESIJKMHOPCTXYYaeopcyxijshdqwlG" + "ABEZHIKMNOPTYXoivkuapw" + "ounhgqLUS" + "ABCDEHJKLMPRSTVWZ",
        strict=True,
    )
)
"""Letters of other scripts, and the Latin ones that they are taken for."""
STATEMENT_WORDS = "may must shall will not neither nor need needs and or is are a an the any all"
PHRASE_WORDS = (
    "for to with without from in outside about within after before on until under if unless only except even despite"
    " per between where"
)
KEYWORDS = frozenset(f"{STATEMENT_WORDS} {PHRASE_WORDS}".split())
"""Words of the language that no name holds: an imitation of one of them can only be meant for it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a character, whatever its place; ``instead`` is what to put there where that is sure."""

    rule: str
    message: str
    help: str
    severity: Severity = Severity.ERROR
    instead: str | None = None


@lru_cache(maxsize=1024)
def look_alikes(word: str) -> tuple[tuple[int, Problem], ...]:
    """The letters of a word, by their place in it, that are taken for letters of another script."""
    main = main_script(word)
    found = ((at, letter, imitated(letter, main)) for at, letter in enumerate(word))
    foreign = [(at, letter, other) for at, letter, other in found if other]
    plain = list(word)
    for at, _, other in foreign:
        plain[at : at + 1] = [other]
    sure = "".join(plain).lower() in KEYWORDS
    return tuple((at, look_alike(word, letter, other, sure)) for at, letter, other in foreign)


def look_alike(word: str, letter: str, other: str, sure: bool = False) -> Problem:
    """What to say of a letter that is taken for one of another script; ``sure`` that the other was meant."""
    message = (
        f"`{visible(word, 80)}` holds {code_point(letter)}, {described(letter)}, which looks like `{other}`:"
        " it is not the word that one reads."
    )
    help, instead = f"Type `{other}` in its place.", other if sure else None
    return Problem("look-alike-character", message, help, instead=instead)


def disguised(word: str) -> Problem:
    """What to say of a whole word that is taken for a Latin one."""
    latin = "".join(LOOKS_LIKE[letter] for letter in word)
    kind = script(word[0]).capitalize()
    message = f"All letters of `{visible(word, 80)}` are {kind} and look Latin: it is not `{latin}`."
    return Problem("look-alike-character", message, f"If `{latin}` is meant, type it anew.", Severity.WARNING)


def is_disguised(word: str, line: str) -> bool:
    """Whether a word looks Latin though no letter is, and nothing else on its line is in its script."""
    return len(word) > 1 and all(letter in LOOKS_LIKE for letter in word) and script(word[0]) not in plain_scripts(line)


@lru_cache(maxsize=1024)
def plain_scripts(line: str) -> frozenset[str]:
    """The scripts of a line's letters that look like no Latin ones."""
    return frozenset(script(letter) for letter in set(line) if letter not in LOOKS_LIKE)


def main_script(word: str) -> str:
    """The script of most letters of a word; Latin where two are even."""
    scripts = [script(letter) for letter in word]
    return max(SCRIPTS, key=lambda each: (scripts.count(each), each == "LATIN"))


def imitated(letter: str, main: str) -> str:
    """Which letter of a word's main script a letter is taken for; empty where it is no foreigner there."""
    if letter.isascii() and main != "LATIN":
        return next((other for other, latin in LOOKS_LIKE.items() if latin == letter and script(other) == main), "")
    plain = normalize("NFKC", letter)
    if main == "LATIN" and plain.isascii() and plain != letter and category(letter) != "Lo":
        return plain
    return LOOKS_LIKE.get(letter, "") if main == "LATIN" else ""


@cache
def script(letter: str) -> str:
    """The script that a letter's Unicode name begins with."""
    return name(letter, "").split(" ")[0]


def described(letter: str) -> str:
    """A letter's Unicode name, as a reader writes it: ``Cyrillic capital letter es``."""
    return name(letter).capitalize()

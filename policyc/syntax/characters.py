"""Characters that mislead a reader: unseen ones, and letters that look like those of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import category, name, normalize

from policyc.findings import Evidence, Finding, Findings, Severity
from policyc.source import Source, Span, code_point, is_unseen, visible

UNUSUAL = re.compile(r"[^\t\n\r -~]+")
WORD = re.compile(r"[^\W\d_]+")
BYTE_ORDER_MARK = "\ufeff"
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
LOOKS_LIKE = dict(
    zip(
        "АВЕЅІЈКМНОРСТХҮУаеорсухіјѕһԁԛԝӏԌ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινκυαρω" + "օսոհցզԼՍՏ" + "ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ",
        "ABESIJKMHOPCTXYYaeopcyxijshdqwlG" + "ABEZHIKMNOPTYXoivkuapw" + "ounhgqLUS" + "ABCDEHJKLMPRSTVWZ",
        strict=True,
    )
)
"""Letters of other scripts, and the Latin ones that they are taken for."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a character, whatever its place."""

    rule: str
    message: str
    help: str
    severity: Severity = Severity.ERROR


MOST = 1000
AND_MORE = Problem(
    "unseen-character",
    f"After {MOST:,} of them, more misleading characters follow here: this is hardly a text.",
    "Look whether this is the file that you mean, and whether it is saved as UTF-8.",
)


def character_findings(source: Source) -> Findings:
    """Findings about misleading characters, comments and quotations included: one for each character and line.

    After very many the last one says that more follow.
    """
    if not UNUSUAL.search(source.text):
        return Findings()
    found: dict[tuple[int, str], Finding] = {}
    for span, problem in problems(source):
        line, _ = source.position(span[0])
        sign = source.text[slice(*span)]
        if (line, sign) in found:
            continue
        last = len(found) == MOST
        found[line, sign] = finding(source, span, AND_MORE if last else problem)
        if last:
            break
    return Findings(list(found.values()))


def finding(source: Source, span: Span, problem: Problem) -> Finding:
    """A problem as a finding that quotes its line."""
    line, _ = source.position(span[0])
    evidence = Evidence("the character", source.place(span), visible(source.lines[line - 1].strip()[:200]))
    return Finding(problem.rule, problem.severity, problem.message, evidence, problem.help)


def problems(source: Source) -> Iterator[tuple[Span, Problem]]:
    """What is wrong with each misleading character, or word of them, and where."""
    for run in UNUSUAL.finditer(source.text):
        for at, sign in enumerate(run.group(), run.start()):
            if is_unseen(sign) and (at or sign != BYTE_ORDER_MARK):
                yield (at, at + 1), unseen(sign)
    for word in WORD.finditer(source.text):
        if not word.group().isascii():
            for at, problem in look_alikes(word.group()):
                yield (word.start() + at, word.start() + at + 1), problem
            if is_disguised(word.group(), source.lines[source.position(word.start())[0] - 1]):
                yield word.span(), disguised(word.group())


@lru_cache(maxsize=1024)
def unseen(sign: str) -> Problem:
    """What to say of a character that shows nothing."""
    called = name(sign, "a control character" if category(sign) == "Cc" else "a character without a name").lower()
    if sign in DIRECTIONS:
        effect = "it turns the order in which the line is shown, so that one reads what does not stand there"
    else:
        effect = "a reader cannot see it, and words that look the same differ by it"
    message = f"Here stands {code_point(sign)}, {called}: {effect}."
    return Problem("unseen-character", message, "Delete it, or type the words around it anew.")


@lru_cache(maxsize=1024)
def look_alikes(word: str) -> tuple[tuple[int, Problem], ...]:
    """The letters of a word, by their place in it, that are taken for letters of another script."""
    main = main_script(word)
    found = ((at, letter, imitated(letter, main)) for at, letter in enumerate(word))
    return tuple((at, look_alike(word, letter, other)) for at, letter, other in found if other)


def look_alike(word: str, letter: str, other: str) -> Problem:
    """What to say of a letter that is taken for one of another script."""
    message = (
        f"`{visible(word, 80)}` holds {code_point(letter)}, {described(letter)}, which looks like `{other}`:"
        " it is not the word that one reads."
    )
    return Problem("look-alike-character", message, f"Type `{other}` in its place.")


def disguised(word: str) -> Problem:
    """What to say of a whole word that is taken for a Latin one."""
    latin = "".join(LOOKS_LIKE[letter] for letter in word)
    message = f"All letters of `{visible(word, 80)}` are {script(word[0]).capitalize()} and look Latin: it is not `{latin}`."
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

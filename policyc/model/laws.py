"""Laws as people cite them: *GDPR Art. 28(3)*, *45 CFR 164.514(e)*; and when two such words are about the same law."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from policyc.model.document import label_parts
from policyc.model.lexicon import Lexicon
from policyc.model.names import Kind, key

NUMBER = r"\d+[a-z]{0,2}(?:\.\d+[a-z]?)*(?:\s?\(\w{1,5}\))*"
BETWEEN = r"\s*(?:,\s*and\s|,|\band\b|\bor\b|\bto\b|-|&)\s*"
NUMBERS = rf"{NUMBER}(?:{BETWEEN}{NUMBER})*"
NAMED_ARTICLES = re.compile(
    rf"(?:\b(?:articles?|arts?\.?|sections?|secs?\.?|parts?|rules?)|§+)\s*(?P<numbers>{NUMBERS})(?![\w/])"
)
LAST_NUMBERS = re.compile(rf"(?<=[^\d\s])\s+(?P<numbers>{NUMBERS})$")
RANGE = re.compile(r"(?P<first>\d{1,4})\s*(?:-|\bto\b)\s*(?P<last>\d{1,4})(?![\w.(])")
WIDEST_RANGE = 200
SEVERAL = re.compile(r";|,|/|\band\b|\s(?=\d+ (?:u\.?s\.?c|c\.?f\.?r)\b)")
"""What stands between laws that are cited in one breath; *FERPA 34 CFR 99.31* is two."""
CODE = re.compile(r"\d+ (usc|cfr)|cal(ifornia)? civ(il)? code")
DASHES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-"})
KINDS = frozenset({Kind.LAW})


@dataclass(frozen=True, slots=True)
class Citation:
    """A law by its key, and the article that is meant, as parts: ``28(3)`` is ``("28", "3")``; none is all of it."""

    law: str
    article: tuple[str, ...] = ()

    def meets(self, other: Citation) -> bool:
        """Whether one of two citations lies within the other."""
        shared = min(len(self.article), len(other.article))
        return self.law == other.law and self.article[:shared] == other.article[:shared]


def brings_in(title: str, under: Iterable[str], declared: Iterable[str], shipped: Lexicon) -> bool:
    """Whether some declared titles or laws mean a law: its title, or one of those that its header says it is under."""
    own = [cited for words in (title, *under) for cited in citations(words, shipped)]
    return any(
        words.lower() == title.lower() or any(each.meets(cited) for each in citations(words, shipped) for cited in own)
        for words in declared
    )


@lru_cache(maxsize=1 << 12)
def citations(words: str, shipped: Lexicon) -> tuple[Citation, ...]:
    """The laws that words cite, by the names that policyc ships; what it cannot take apart is one unknown law."""
    text = " ".join(words.lower().translate(DASHES).split())
    whole = citation(text, shipped)
    if any(is_known(each, shipped) for each in whole):
        return whole
    parts = [found for part in SEVERAL.split(text) if (found := citation(part.strip(), shipped))]
    if len(parts) > 1 and all(is_known(each, shipped) for found in parts for each in found):
        return tuple(dict.fromkeys(each for found in parts for each in found))
    bare = re.sub(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)$", "", text)
    return citation(bare, shipped) if bare != text and re.search(r"[^\W\d]", bare) else whole


def citation(text: str, shipped: Lexicon) -> tuple[Citation, ...]:
    """One law with the articles that are cited of it; nothing where no law is named."""
    if known := shipped.find(key(text), KINDS):
        return (Citation(known.key),)
    found = NAMED_ARTICLES.search(text) or LAST_NUMBERS.search(text)
    if found is None:
        return (Citation(law_key(text, shipped)),) if text else ()
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    law = law_key(rest, shipped)
    return tuple(Citation(law, article) for article in articles(found["numbers"])) if law else ()


def law_key(text: str, shipped: Lexicon) -> str:
    """The key of a law's name, stripped of the words by which its articles were tied to it."""
    name = key(re.sub(r"^\W*(?:of\s+)?(?:the\s+)?|\W*(?:of|under)?\W*$", "", text.strip()).replace(".", ""))
    known = shipped.find(name, KINDS)
    return known.key if known else name


def articles(numbers: str) -> list[tuple[str, ...]]:
    """The articles that a list of numbers names, those between two that ``to`` or a dash joins among them."""
    spread = RANGE.sub(lambda found: ",".join(map(str, between(found))), numbers)
    return [label_parts(number.replace(" (", "(")) for number in re.findall(NUMBER, spread)]


def between(found: re.Match[str]) -> Iterable[int]:
    """The numbers of a range; only its ends where it is absurdly wide or runs backwards."""
    first, last = int(found["first"]), int(found["last"])
    return range(first, last + 1) if 0 <= last - first <= WIDEST_RANGE else (first, last)


def is_known(cited: Citation, shipped: Lexicon) -> bool:
    """Whether a citation is of a law that policyc knows by name, or of a code by its title number."""
    return shipped.find(cited.law, KINDS) is not None or CODE.fullmatch(cited.law) is not None

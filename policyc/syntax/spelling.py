"""Words that are nearly keywords."""

from __future__ import annotations

from functools import lru_cache

from policyc.syntax.broken import Broken, Diagnosis

KEYWORD_LIST = (
    "must shall may means includes excludes reveals serves needs with without from outside about after "
    "before until under within unless except despite between agreement policy vocabulary scenario every "
    "prevails survives using"
)
KEYWORDS = tuple(KEYWORD_LIST.split())
OPENERS = ("agreement", "policy", "vocabulary", "scenario")
WORDS_OF_THEIR_OWN = frozenset(["form", "firm", "mist", "most", "just", "wish", "ever", "very", "mean", "mass"])
SHORTEST, LONGEST = 4, 12
NEAR = 12


def misspelt(broken: Broken) -> Diagnosis | None:
    """``Facebook muts delete …``, ``agreemnt "Deal" …``: a word near the fault that is nearly a keyword."""
    for place in range(broken.at, max(-1, broken.at - NEAR), -1):
        token = broken.tokens[place] if place < len(broken.tokens) else None
        meant = nearest(token.words.lower()) if token is not None and token.type == "WORD" else ""
        if token is not None and meant and (place == 0) >= (meant in OPENERS):
            message = f"`{broken.shown(token.span)}` is not a word of the language, but nearly one."
            return Diagnosis(token.span, message, f"If `{meant}` is meant: {broken.rewritten((token.span, meant))}")
    return None


@lru_cache(maxsize=4096)
def nearest(word: str) -> str:
    """The keyword that a word is one slip of the finger away from; empty for none."""
    if not SHORTEST <= len(word) <= LONGEST or word in KEYWORDS or word in WORDS_OF_THEIR_OWN:
        return ""
    return next((keyword for keyword in KEYWORDS if is_slip(word, keyword)), "")


def is_slip(word: str, keyword: str) -> bool:
    """Whether one letter is missing, added, changed or swapped with its neighbour."""
    if abs(len(word) - len(keyword)) > 1 or word[0] != keyword[0]:
        return False
    same = next((at for at, (one, other) in enumerate(zip(word, keyword, strict=False)) if one != other), len(keyword))
    rest, other = word[same:], keyword[same:]
    swapped = other[1:2] + other[:1] + other[2:]
    return rest in (swapped, other[1:]) or rest[1:] in (other, other[1:])


CAUSES = (misspelt,)

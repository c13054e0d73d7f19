"""What to say of a word that turns a sentence around and so never stands inside a name."""

from __future__ import annotations

from dataclasses import replace

from policyc.source import Span
from policyc.syntax.broken import STOPS, Broken, Diagnosis

RELATIVE = (
    "it begins a description, and it cannot be told where that ends",
    "Say of who acts as a condition what describes them (`If a party receives …, it must …`), set what follows the "
    "description off with a comma, or give what is described a name in a sentence of its own",
)
LAWYERS_WORD = ("it points at other words without naming them", "Name what is meant, or leave it out")
NOBODY = ("it turns the whole sentence into a ban", "Write `neither party may …`, or `… must not …` after who must not")
DESCRIPTION = ("who", "whom", "whose", "which", "that")

ADVICE: dict[str, tuple[str, str]] = {
    "than": ("it compares", "Write `at least`, `at most` or `except`"),
    "no": NOBODY,
    "none": NOBODY,
    "nothing": NOBODY,
    "nobody": NOBODY,
    "no-one": NOBODY,
    "otherwise": ("it does not say in which case", "Write a clause of its own, with `if` or `unless`"),
    "and/or": ("it says two things at once", "Write `or`; in a list, `and` and `or` both mean each of its names"),
    "such": ("it points at what was said before", "Name it again"),
    "such as": ("it begins examples of what the word before it holds", "Say it in a definition: `… includes … and …`"),
    "including": ("it begins a list of what the word before it holds", "Say it in a definition: `… includes … and …`"),
    "because": ("it gives a reason", "Leave the reason out, or put it into a comment, after `#`"),
    "but": ("it joins two sentences", "Write `except …`, or a second sentence"),
    **dict.fromkeys(DESCRIPTION, RELATIVE),
    **dict.fromkeys(("hereby", "herein", "hereof", "hereunder", "thereof", "thereto"), LAWYERS_WORD),
}
REPLACEMENTS = {"and/or": "or", "hereby": ""}


def stop_word(broken: Broken, part: Span, word: str) -> Diagnosis:
    """``upon termination``, ``any purpose other than research``, ``customers who live in France``."""
    why, advice = ADVICE.get(word, RELATIVE)
    example = rewrite(broken, part, word)
    if word == "no" and other_than(broken):
        advice = "Write `only` before what is left"
    help = f"{advice}: {example}" if example else f"{advice}."
    message = f"`{word}` cannot be part of a name: {why}."
    return Diagnosis(part, message, help, "stop-word", synonym(broken, part, word))


def synonym(broken: Broken, part: Span, word: str) -> tuple[tuple[Span, str], ...]:
    """What to put in the place of a stop word where the language has a word that means the same; else nothing."""
    following = next((token for token in broken.tokens if token.start >= part[1]), None)
    match word:
        case "hereby" if following is not None:
            return (((part[0], following.start), ""),)
        case _:
            return ()


def near_stop_word(broken: Broken) -> Diagnosis | None:
    """A stop word that stopped the sentence before its name was complete: ``notwithstanding 4.1``."""
    words = [*broken.name_run, *broken.tokens[broken.at : broken.at + 1]]
    token = next((each for each in words if each.type in STOPS), None)
    if token is None:
        return None
    return stop_word(replace(broken, fault=token.span), token.span, token.said)


def rewrite(broken: Broken, part: Span, word: str) -> str:
    """The sentence without the stop word, where one can be proposed; else empty."""
    match word:
        case "no" if broken.kind(-1) == "FOR" and (later := other_than(broken)):
            return broken.rewritten(((broken.place(-1)[0], later[1]), "only for"))
        case "and/or" | "hereby":
            return broken.rewritten((part, REPLACEMENTS[word]))
        case _:
            return ""


def other_than(broken: Broken) -> Span | None:
    """Where ``other than`` follows in the same name."""
    for token in broken.tokens[broken.at + 1 :]:
        if token.type == "EXCEPT" and token.words.lower().startswith("other"):
            return token.span
        if token.type not in ("WORD", "ARTICLE"):
            break
    return None

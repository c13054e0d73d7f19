"""What to say of a word that turns a sentence around and so never stands inside a name."""

from __future__ import annotations

from dataclasses import replace

from policyc.source import Span
from policyc.syntax.broken import MODALS, PHRASES, Broken, Diagnosis

RELATIVE = (
    "it begins a description of what the word before it means",
    "Give what is described a name, in a sentence of its own, and use that name here",
)
LAWYERS_WORD = ("it points at other words without naming them", "Name what is meant, or leave it out")
NOBODY = ("it turns the whole sentence into a ban", "Write `neither party may …`, or `… must not …` after who must not")
CONDITION_OR_TIME = "it leaves open whether a condition or a time is meant"
DESCRIPTION = ("who", "whom", "whose", "which", "that")

ADVICE: dict[str, tuple[str, str]] = {
    "upon": ("it is not the word for a time", "Write `after` for what comes later, or `on` for the same day"),
    "when": (CONDITION_OR_TIME, "Write `if` for a condition, or `after` for a time"),
    "while": (CONDITION_OR_TIME, "Write `if` for a condition, or `for` or `until` for how long"),
    "during": ("it is not the word for a time", "Write `for 30 days`, `until …` or `if …`"),
    "solely": ("it is not the word for a limit", "Write `only`, right before the phrase that it limits"),
    "other than": ("it takes something out of what is named", "Write `except` and the names that are left out"),
    "than": ("it compares", "Write `at least`, `at most` or `except`"),
    "no": NOBODY,
    "none": NOBODY,
    "nothing": NOBODY,
    "nobody": NOBODY,
    "no-one": NOBODY,
    "provided that": ("it is not the word for a condition", "Write `if` and the condition, at the end of the clause"),
    "notwithstanding": ("it is not the word for what a clause overrides", "Write `despite` and labels"),
    "otherwise": ("it does not say in which case", "Write a clause of its own, with `if` or `unless`"),
    "and/or": ("it says two things at once", "Write `or`; in a list, `and` and `or` both mean each of its names"),
    "as": ("it compares", "Write `except as this agreement allows`, or name what is meant"),
    "including": ("it begins a list of what the word before it holds", "Say it in a definition: `… includes … and …`"),
    "because": ("it gives a reason", "Leave the reason out, or put it into a comment, after `#`"),
    "but": ("it joins two sentences", "Write `except …`, or a second sentence"),
    **dict.fromkeys(DESCRIPTION, RELATIVE),
    **dict.fromkeys(("hereby", "herein", "hereof", "hereunder", "thereof", "thereto"), LAWYERS_WORD),
}
SAME_AS = {"whenever": "when", "exclusively": "solely"}
REPLACEMENTS = {"upon": "after", "and/or": "or", "provided that": "if", "hereby": ""}


def stop_word(broken: Broken, part: Span, word: str) -> Diagnosis:
    """``upon termination``, ``any purpose other than research``, ``customers who live in France``."""
    known = SAME_AS.get(word, word)
    why, advice = ADVICE[known]
    example = rewrite(broken, part, known)
    if known == "no" and other_than(broken):
        advice = "Write `only` before what is left"
    help = f"{advice}: {example}" if example else f"{advice}."
    message = f"`{word}` cannot be part of a name: {why}."
    return Diagnosis(part, message, help, "stop-word", synonym(broken, part, known))


def synonym(broken: Broken, part: Span, word: str) -> tuple[tuple[Span, str], ...]:
    """What to put in the place of a stop word where the language has a word that means the same; else nothing."""
    following = next((token for token in broken.tokens if token.start >= part[1]), None)
    kind = following.type if following is not None else ""
    modal = broken.before(*MODALS)
    limits = modal is not None and modal.type in ("MAY", "DUTY") and broken.before("NEITHER") is None
    match word:
        case "solely" if limits and kind in PHRASES - {"ONLY", "EVEN", "EXCEPT"}:
            return ((part, "only"),)
        case "notwithstanding" if kind == "REFERENCE":
            return ((part, "Despite" if broken.text[part[0]].isupper() else "despite"),)
        case "hereby" if following is not None:
            return (((part[0], following.start), ""),)
        case _:
            return ()


def near_stop_word(broken: Broken) -> Diagnosis | None:
    """A stop word that stopped the sentence before its name was complete: ``notwithstanding 4.1``."""
    words = [*broken.name_run, *broken.tokens[broken.at : broken.at + 1]]
    token = next((each for each in words if each.type == "STOP_WORD"), None)
    if token is None:
        return None
    return stop_word(replace(broken, fault=token.span), token.span, token.said)


def rewrite(broken: Broken, part: Span, word: str) -> str:
    """The sentence without the stop word, where one can be proposed; else empty."""
    match word:
        case "other than":
            return without_other_than(broken, part)
        case "no" if broken.at == 0 or broken.kind(-1) == "LABEL":
            return without_no(broken, part)
        case "notwithstanding" if broken.kind(1) in ("REFERENCE", "WORD"):
            return broken.rewritten((part, "despite"))
        case "solely":
            return moved_only(broken, part)
        case "no" if broken.kind(-1) == "FOR" and (later := other_than(broken)):
            return broken.rewritten(((broken.place(-1)[0], later[1]), "only for"))
        case "upon" | "and/or" | "hereby" | "provided that":
            return broken.rewritten((part, REPLACEMENTS[word]))
        case _:
            return ""


def moved_only(broken: Broken, part: Span) -> str:
    """``solely for research`` as ``only for research``; before a verb it moves to the first phrase; else empty."""
    following = broken.tokens[broken.at + 1 :]
    phrase = next((token for token in following if token.type in PHRASES), None)
    if phrase is None:
        return ""
    start = phrase.start
    return broken.rewritten((part, ""), ((start, start), "only "))


def other_than(broken: Broken) -> Span | None:
    """Where ``other than`` follows in the same name."""
    for token in broken.tokens[broken.at + 1 :]:
        if token.type == "STOP_WORD" and token.words.lower().startswith("other"):
            return token.span
        if token.type not in ("WORD", "ARTICLE"):
            break
    return None


def without_other_than(broken: Broken, part: Span) -> str:
    """``for any purpose other than research`` as an exception of the phrase, or as its limit after ``may``."""
    modal = broken.before(*MODALS)
    for token in reversed(broken.tokens[: broken.at]):
        if token.type in ("FOR", "TO", "WITH", "IN") and modal is not None:
            mode = "only" if modal.type == "MAY" else "except"
            return broken.rewritten(((token.start, part[1]), f"{mode} {token.words.lower()}"))
        if token.type not in ("WORD", "ARTICLE"):
            break
    return broken.rewritten((part, "except"))


def without_no(broken: Broken, part: Span) -> str:
    """``No party may sell data`` as ``neither party may``, ``no bank may`` as ``a bank must not``."""
    following = [token for token in broken.tokens if token.start >= part[1]]
    if following and following[0].words.lower() == "party":
        return broken.rewritten((part, "Neither"))
    modal = next((token for token in following if token.type in ("MAY", "DUTY")), None)
    if modal is None:
        return ""
    return broken.rewritten((part, "A"), (modal.span, "must not"))

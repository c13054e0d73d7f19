"""Words at the wrong place: numbers and reserved words in names, phrases without an end, verbs that are missing."""

from __future__ import annotations

from policyc.source import visible
from policyc.syntax.broken import (
    HEADERS,
    LONGEST_WORD,
    MODALS,
    NAME_PARTS,
    PHRASES,
    PROPERTIES,
    Broken,
    Diagnosis,
)
from policyc.syntax.expected import continuations

JOINED = frozenset(["in", "on", "for", "as", "will", "need", "even", "only", "about", "without", "between"])
"""What may belong to a word beside it: `sign-in data`, `terms-for-use`; most others begin a phrase."""
RESERVED = (PHRASES - {"ONLY"}) | PROPERTIES | {"MAY", "DUTY", "NOT", "AND", "OR", "NOR", "BETWEEN", "WHERE"}


def missing_verb(broken: Broken) -> Diagnosis | None:
    """``Facebook must bank data`` reads on; ``Facebook must.`` and ``must the data`` do not."""
    follows = ("_STOP", "ARTICLE", "STRING", "REFERENCE", "DURATION")
    if broken.kind(-1) not in MODALS or not (broken.ended or broken.kind() in follows):
        return None
    message = f"After `{broken.words(-1)}` the verb is missing."
    modal = broken.words(-1)
    return Diagnosis(broken.place(-1), message, f"Say what is done: `{modal} delete …`, `{modal} share …`.")


def unfinished_phrase(broken: Broken) -> Diagnosis | None:
    """``… except.``, ``… for, with consent``."""
    if broken.kind(-1) not in (PHRASES | PROPERTIES) - {"EVERY", "NOTICE", "SOFT", "BOUND", "FREE"}:
        return None
    if broken.kind() not in PHRASES | {"_STOP", "_QUESTION_MARK", "COMMA"} or broken.kind(-1) in ("ONLY", "EVEN"):
        return None
    word = broken.words(-1).lower()
    message = f"After `{word}` nothing stands that it could mean."
    return Diagnosis(broken.place(-1), message, f"Say what, or leave `{word}` out.")


def number_as_name(broken: Broken) -> Diagnosis | None:
    """``Facebook may keep 5 records.``, ``ISO 27001``."""
    if broken.kind() not in ("REFERENCE", "DATE") or "WORD" not in broken.accepted:
        return None
    word = broken.words()
    if broken.kind(-1) == "WORD" and broken.kind(-2) not in MODALS:
        part = (broken.place(-1)[0], broken.fault[1])
        example = broken.rewritten((part, f"{broken.words(-1)}-{word}"))
        message = f"The number `{word}` stands inside a name."
        return Diagnosis(broken.fault, message, f"If it belongs to the word before it, join them: {example}")
    message = f"The number `{word}` stands where a name belongs."
    return Diagnosis(
        broken.fault, message, "Give what is meant a name; only time, and how often, are counted in numbers."
    )


def two_sentences(broken: Broken) -> Diagnosis | None:
    """``Facebook may use balances are data.``, ``Chase is a bank may use balances.``"""
    if broken.kind(-1) not in ("WORD", "STRING"):
        return None
    word = broken.words()
    if broken.kind() in PHRASES and broken.before(*PROPERTIES) and not broken.before(*MODALS):
        message = f"This sentence defines a name, and `{word} …` says how something is done."
        return Diagnosis(broken.fault, message, f"Say it in a clause. What can stand here: {continuations(broken)}.")
    if broken.kind() in MODALS and broken.before(*PROPERTIES):
        message = f"This sentence defines a name, and `{word}` says what someone does."
        return Diagnosis(broken.fault, message, "Write two sentences, each with its full stop.")
    inside_phrase = broken.kind(-2) in MODALS | PHRASES - {"IF", "UNLESS"}
    if broken.kind() not in PROPERTIES or not broken.before(*MODALS) or inside_phrase:
        return None
    if broken.before("IF", "UNLESS"):
        message = f"A condition is a name, and `{word}` cannot stand in one."
        help = 'Put the condition into quotation marks: `if "the customer is a child"`.'
        return Diagnosis(broken.fault, message, help)
    message = f"This sentence says what someone does, and `{word}` says what a name is."
    return Diagnosis(broken.fault, message, "Write two sentences, each with its full stop.")


def no_modal(broken: Broken) -> Diagnosis | None:
    """``Facebook uses bank data.``: neither a modal nor a word of definitions anywhere in the sentence."""
    words = [token for token in broken.tokens if token.type != "LABEL"]
    if not words or words[0].type not in NAME_PARTS or len(words) < 2:
        return None
    if any(token.type in MODALS | PROPERTIES | HEADERS | {"STATUS", "VERDICT", "PREVAILS_OVER"} for token in words):
        return None
    if broken.kind() not in PHRASES | {"_STOP", "COMMA", ""}:
        return None
    part = (words[0].start, broken.place(-1)[1])
    message = "The sentence does not say whether someone may or must do this, or what a name means."
    help = (
        f"Put `may`, `must` or `must not` before the verb: `{visible(words[0].words, LONGEST_WORD)} must not …`."
        " In a definition, write `is` or `includes`."
    )
    return Diagnosis(part, message, help)


def reserved_in_name(broken: Broken) -> Diagnosis | None:
    """``Last will is data.``, ``Terms for use are data.``, ``in need``."""
    if broken.kind() in PROPERTIES and broken.kind(-1) in PHRASES:
        message = f"`{broken.words()}` is a reserved word, and no name begins with it."
        return Diagnosis(broken.fault, message, "Use another word for the name.")
    for place in (-1, 0):
        if broken.words(place).lower() not in JOINED:
            continue
        if broken.kind(place) in RESERVED and broken.kind(place - 1) == "WORD" and " " not in broken.words(place):
            return joined(broken, place)
    return None


def joined(broken: Broken, place: int) -> Diagnosis | None:
    """Propose to join a reserved word to the words around it."""
    last = place + 1 if place == 0 and broken.kind(1) in NAME_PARTS - {"ARTICLE"} else place
    if place == 0 and last == 0:
        return None
    part = (broken.place(place - 1)[0], broken.place(last)[1])
    name = "-".join(broken.words(each) for each in range(place - 1, last + 1))
    message = f"`{broken.words(place).lower()}` is a reserved word: it ends the name before it."
    help = f"If it belongs to a name, join the words: {broken.rewritten((part, name))}"
    return Diagnosis(broken.place(place), message, help)


CAUSES = (missing_verb, unfinished_phrase, number_as_name, two_sentences, no_modal, reserved_in_name)

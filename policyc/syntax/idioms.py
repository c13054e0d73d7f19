"""Idioms of lawyers that the language says in its own words."""

from __future__ import annotations

import re

from policyc.syntax.broken import MODALS, PHRASES, Broken, Diagnosis

BE = r"\b(?:is|are|(?:shall|will|must|may) be)"
RIGHTS: tuple[tuple[str, str, str], ...] = (
    (rf"{BE} (?:prohibited|forbidden|barred|restrained) (?:from|to)\b", "must not", "a ban"),
    (r"\b(?:can(?:not| not|'t)|(?:could|should) not|(?:could|should|must|wo|sha)n't)(?![\w-])", "must not", "a ban"),
    (r"\b(?:does|do) not\b|\b(?:does|do)n't\b", "must not", "a ban"),
    (rf"{BE} bound to\b", "must", "a duty"),
    (rf"{BE} able to\b", "may", "a permission"),
    (r"\b(?:should|ought to)(?![\w-])", "must", "a duty"),
    (r"\b(?:can|could|might|would)(?![\w-])", "may", "a permission"),
)
IDIOMS = tuple((re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE), word, what) for pattern, word, what in RIGHTS)
VERBS_TOO = frozenset({"INCLUDES", "EXCLUDES", "REVEALS", "SERVES", "NEEDS"})
QUOTED = re.compile(r'"[^"]*"|#[^\r\n]*')


def right_instead_of_duty(broken: Broken) -> Diagnosis | None:
    """``is able to``, ``should``, ``can``, ``does not``: one of the four modals instead."""
    words = QUOTED.sub(lambda found: " " * len(found.group()), broken.text[slice(*broken.span)])
    for pattern, modal, what in IDIOMS:
        found = pattern.search(words)
        if found and broken.span[0] + found.start() <= broken.fault[1]:
            part = (broken.span[0] + found.start(), broken.span[0] + found.end())
            message = f"`{broken.shown(part)}` is not one of the words for what someone may or must do."
            help = f"For {what}, write `{modal}`: {plain(broken, part, modal)}"
            return Diagnosis(part, message, help)
    return None


def plain(broken: Broken, part: tuple[int, int], modal: str) -> str:
    """The sentence with a modal in the place of an idiom; a verb in -ing after it becomes plain."""
    verb = re.compile(r"\s+(\w+)ing\b").match(broken.text, part[1], broken.span[1])
    if verb is None:
        return broken.rewritten((part, modal))
    return broken.rewritten((part, modal), ((verb.start(1), verb.end()), base_of(verb[1])))


def base_of(stem: str) -> str:
    """A verb from what stands before its -ing: ``us`` is ``use``, ``sell`` stays."""
    return stem + "e" if re.search(r"(?:[^aeiou][aeiou](?:s|v|r|c|g|z)|[lrn]s|ar|u)$|^us$", stem) else stem


def missing_modal(broken: Broken) -> Diagnosis | None:
    """A clause in an idiom, wherever it could not be read further."""
    return None if broken.before(*MODALS) else right_instead_of_duty(broken)


def only_before_verb(broken: Broken) -> Diagnosis | None:
    """``may only use``, ``may use only bank data``."""
    place = next((distance for distance in (0, -1) if broken.kind(distance) == "ONLY"), None)
    if place is None or broken.before(*MODALS) is None:
        return None
    only, at = broken.place(place), broken.at + place
    if place == -1 and broken.kind() not in ("WORD", "ARTICLE", "STRING"):
        return None
    phrase = next((token for token in broken.tokens[at + 1 :] if token.type in PHRASES), None)
    message = f"`only` stands before `{broken.words(place + 1)}`, where it does not say which phrase it limits."
    if phrase is None:
        return Diagnosis(only, message, "Put `only` before a phrase: `only for …`, `only with …`, `only in …`.")
    start = phrase.start
    example = broken.rewritten((only, ""), ((start, start), "only "))
    return Diagnosis(only, message, f"Put it right before the phrase that it limits: {example}")


def phrase_before_verb(broken: Broken) -> Diagnosis | None:
    """``must within 30 days delete data``: no comma shows where the phrase ends."""
    modal = broken.before(*MODALS)
    if modal is None:
        return None
    first, *rest = broken.tokens[broken.tokens.index(modal) + 1 :] or (modal,)
    if first.type not in PHRASES - {"ONLY", "EXCEPT", "EVEN", "SOFT", "ANYHOW"} or any(
        token.type == "COMMA" for token in rest
    ):
        return None
    said, before = broken.shown(first.span), broken.shown(modal.span)
    message = f"`{said} …` stands between `{before}` and the verb, and no comma ends it."
    help = "Put a comma after it, `must, within 30 days after a breach, notify …`, or put it after what is acted on."
    return Diagnosis(first.span, message, help)


def two_modals(broken: Broken) -> Diagnosis | None:
    """``must use and may share``."""
    earlier = broken.before(*MODALS)
    if broken.kind() not in MODALS or earlier is None or broken.before("MUST_PROVIDE", "MAY_PROVIDE"):
        return None
    message = f"After `{broken.shown(earlier.span)}` the sentence says `{broken.words()}` as well."
    help = "One clause says one thing: write a sentence for each, and name who acts in both."
    return Diagnosis(broken.place(), message, help)


def comma_before_modal(broken: Broken) -> Diagnosis | None:
    """``Facebook, may use``."""
    if broken.kind() not in MODALS or broken.kind(-1) != "COMMA":
        return None
    message = f"A comma stands between who acts and `{broken.words()}`."
    return Diagnosis(broken.place(-1), message, f"Leave it out: {broken.rewritten((broken.place(-1), ''))}")


def no_comma_after_lead(broken: Broken) -> Diagnosis | None:
    """``After termination Facebook must delete bank data.``"""
    first = next((token for token in broken.tokens if token.type != "LABEL"), None)
    if broken.kind() not in MODALS or first is None or first.type not in PHRASES:
        return None
    message = f"The sentence begins with `{first.words.lower()} …`, and no comma shows where that phrase ends."
    return Diagnosis(first.span, message, "Put a comma after it: `After termination, Facebook must …`.")


def verb_after_pause(broken: Broken) -> Diagnosis | None:
    """``must include, reveal data``: the comma before such a verb reads as the pause before a property."""
    gap = (broken.place(-1)[1], broken.fault[0])
    if broken.kind() not in VERBS_TOO or not broken.before(*MODALS) or "," not in broken.text[slice(*gap)]:
        return None
    message = f"A comma stands right before the verb `{broken.words()}`."
    return Diagnosis(
        broken.fault, message, f"In a list of verbs write `and` or `or`: {broken.rewritten((gap, ' and '))}"
    )


def neither_later(broken: Broken) -> Diagnosis | None:
    """``Facebook neither uses nor sells bank data.``"""
    if broken.kind() not in ("NEITHER", "NOR"):
        return None
    help = "Begin with it, `Neither party may …`, or write `… must not use or sell …`."
    return Diagnosis(broken.fault, f"`{broken.words().lower()}` stands in the middle of the sentence.", help)


CAUSES = (
    only_before_verb,
    two_modals,
    phrase_before_verb,
    comma_before_modal,
    no_comma_after_lead,
    neither_later,
    verb_after_pause,
    missing_modal,
)

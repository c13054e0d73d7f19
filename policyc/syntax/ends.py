"""Where sentences begin and end: labels, and full stops that are missing, doubled or inside a name."""

from __future__ import annotations

import re
from dataclasses import replace

from policyc.syntax.broken import HEADERS, MODALS, PROPERTIES, Broken, Diagnosis
from policyc.syntax.token import Token

ITEM = re.compile(r"\(\s*[0-9A-Za-z]{1,4}\s*\)")
LABELLED = re.compile(r"(?:[0-9][\w-]*(?:\.[\w-]+|\([\w-]+\))*[.:)]?|[A-Za-z]{1,4}\))(?=\s|[^\W\d_])")
VERB = re.compile(r"\s*(?:is|are|means|includes?|may|must|shall|will|need)\b", re.IGNORECASE)
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]*\.?")


def empty_sentence(broken: Broken) -> Diagnosis | None:
    """``Customers are people..``"""
    if broken.at == 0 and broken.kind() == "_STOP":
        message = "A full stop stands here without a sentence."
        start = len(broken.text[: broken.fault[0]].rstrip(" \t"))
        return Diagnosis(broken.fault, message, "Leave it out.", repair=(((start, broken.fault[1]), ""),))
    if broken.text.startswith("..", broken.fault[0]):
        dots = re.compile(r"\.+").match(broken.text, broken.fault[0])
        part = dots.span() if dots else broken.fault
        return Diagnosis(part, "More than one full stop stands here.", "Write one, or the words that are left out.")
    return None


def label(broken: Broken) -> Diagnosis | None:
    """``4.1. Facebook may …``, ``4.1:Facebook may …``, ``(a) Facebook may …``."""
    start = broken.span[0]
    item = ITEM.match(broken.text, start)
    found = item or LABELLED.match(broken.text, start, broken.span[1])
    first = broken.tokens[0].type if broken.tokens else ""
    if found is not None and VERB.match(broken.text, found.end()):
        return None
    if found is None or broken.at > 2 or first not in ("REFERENCE", "_OPEN", "WORD"):
        return None
    words = broken.shown(found.span())
    name = words.strip(" .:()" if item else " .:").removesuffix("" if "(" in words else ")")
    message = f"`{words}` is not how a label is written: a colon and a space come after it."
    help = f"Write {broken.rewritten((found.span(), f'{name}: '))}"
    numbered = item is None and found.group()[0].isdigit() and found.group()[-1] in ".:)"
    space = "" if broken.text[found.end() : found.end() + 1].isspace() else " "
    repair = ((found.span(), f"{name}:{space}"),) if numbered else ()
    return Diagnosis(found.span(), message, help, repair=repair)


def stop_in_name(broken: Broken) -> Diagnosis | None:
    """``U.S. Bancorp may …``, ``Facebook, Inc. may …``, ``facebook.com``."""
    inside = broken.kind() == "_STOP" and broken.at + 1 < len(broken.tokens)
    dotted = broken.kind() == "REFERENCE" and re.match(r"[^\W\d]+\.", broken.words()) is not None
    if not (inside or dotted):
        return None
    part = broken.place() if dotted else (broken.place(-1)[0], broken.fault[1])
    if dotted and broken.kind(1) == "_STOP" and broken.at + 2 < len(broken.tokens):
        part = (part[0], broken.place(1)[1])
    words = broken.shown(part)
    plain = words.replace(".", "" if INITIALS.fullmatch(words) else "-")
    example = broken.rewritten((part, plain))
    help = f"Names go without full stops: {example} How the name is spelt goes into its definition, after `means`."
    return Diagnosis(part, f"A full stop stands inside a name, in `{words}`.", help)


def missing_stop(broken: Broken) -> Diagnosis | None:
    """A sentence without its full stop, at its end or before the next one."""
    begins = broken.kind() in HEADERS | {"SCENARIO"} or (broken.kind() == "LABEL" and broken.words()[0].isdigit())
    if not broken.at or "_STOP" not in broken.accepted or not (broken.ended or begins):
        return None
    last = broken.tokens[broken.at - 1]
    return replace(no_stop_after(broken, last), repair=(((last.end, last.end), "."),))


def missing_stop_at_line_end(broken: Broken) -> Diagnosis | None:
    """A sentence without its full stop whose words run into the next line's sentence."""
    if broken.kind() not in MODALS | PROPERTIES or not broken.before(*MODALS, *PROPERTIES):
        return None
    for last, following in zip(broken.name_run, broken.name_run[1:], strict=False):
        if re.search(r"[\r\n]", broken.text[last.end : following.start]):
            return no_stop_after(broken, last)
    return None


def no_stop_after(broken: Broken, last: Token) -> Diagnosis:
    """Say that a full stop is missing after a word."""
    message = f"No full stop ends the sentence after `{broken.shown(last.span)}`."
    return Diagnosis(last.span, message, "Put a full stop there.")


CAUSES = (empty_sentence, label, stop_in_name, missing_stop, missing_stop_at_line_end)

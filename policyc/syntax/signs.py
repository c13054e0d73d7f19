"""Signs at the wrong place, and those that the language has not: quotation marks, colons, parentheses, dashes."""

from __future__ import annotations

import re

from policyc.syntax.broken import Broken, Diagnosis

LIST = "write each item as a sentence with a label of its own, or all of them in a list: `a, b and c`"
UNKNOWN = {
    '"': ("A quotation begins here, and no quotation mark closes it.", 'Put `"` where the quoted words end.'),
    ";": ("A semicolon joins what should be sentences of their own.", f"End the sentence with a full stop; {LIST}."),
    "—–―": ("A dash stands inside a sentence.", "Use a comma, or make what follows a sentence of its own."),
    "-": ("A hyphen stands alone, as a dash or as the sign of a list item.", f"Leave it out; {LIST}."),
    "•·◦▪*‣": ("This is the sign of a list item.", f"Leave it out; {LIST}."),
    "%": ("Percentages cannot be checked.", 'Put them into quoted words, which are kept: `if "over 5% of …"`.'),
    "$€£¥": ("Amounts of money cannot be checked.", 'Put them into quoted words: `if "the fee of $5 is paid"`.'),
    "§": ("Clauses are named by their labels alone.", 'Write `4.2`; for a law, quote it: `under "GDPR Art. 28"`.'),
    "'`´": ("Quotations stand between double quotation marks.", 'Write `"…"`.'),
    "[]{}<>": ("A blank is left to fill in here.", "Fill it in; a text with blanks left cannot be checked."),
    "!": ("An exclamation mark ends no sentence here.", "End the sentence with a full stop."),
    "/": ("A slash stands alone.", "Write `or`, or join two words without spaces: `HIV/AIDS`."),
    "&": ("`&` stands alone.", "Write `and`, or join two letters without spaces: `AT&T`."),
}
ITEM = re.compile(r"\(\s*[0-9A-Za-z]{1,4}\s*\)")


def unclosed_quotation(broken: Broken) -> Diagnosis | None:
    """``Facebook means "Facebook, Inc.``"""
    if broken.quote is None:
        return None
    return Diagnosis((broken.quote, broken.quote + 1), *UNKNOWN['"'])


def question(broken: Broken) -> Diagnosis | None:
    """``May Facebook use bank data?`` in a file."""
    mark = broken.span[1] - 1
    if broken.asked or (broken.text[mark] != "?" and broken.kind() != "_QUESTION_MARK"):
        return None
    help = 'Ask it on the command line, `policyc ask "May …?"`, or write a scenario with the answer you expect.'
    return Diagnosis((mark, mark + 1), "A question stands among the sentences of a file.", help)


def colon(broken: Broken) -> Diagnosis | None:
    """``the following:``"""
    if broken.kind() not in ("_COLON", "LABEL"):
        return None
    word = broken.words(-1 if broken.kind() == "_COLON" else 0).rstrip(":")
    message = f"A colon stands inside the sentence, after `{word}`." if word else "A sentence begins with a colon."
    return Diagnosis(broken.fault, message, f'Colons follow labels and `per "who"`. For a list, {LIST}.')


def parenthesis(broken: Broken) -> Diagnosis | None:
    """A parenthesis that is left open, that nothing opens, or that is no condition."""
    if broken.kind() == "_OPEN":
        if ITEM.match(broken.text, broken.fault[0]):
            return Diagnosis(broken.fault, "An item of a list begins here.", f"Leave `(…)` out; {LIST}.")
        help = "Leave it out, or make what it says a sentence of its own."
        return Diagnosis(broken.fault, "Parentheses only hold conditions together, after `if` or `unless`.", help)
    if opened := left_open(broken):
        return opened
    if broken.kind() == "_CLOSE":
        help = "Leave it out, or put `(` before the condition."
        return Diagnosis(broken.fault, "Nothing opens this parenthesis.", help)
    return None


def left_open(broken: Broken) -> Diagnosis | None:
    """The last parenthesis of the sentence that nothing closes."""
    closed = 0
    for token in reversed(broken.tokens):
        closed += token.type == "_CLOSE"
        if token.type == "_OPEN":
            if not closed:
                return Diagnosis(token.span, "This parenthesis is not closed.", "Put `)` where the condition ends.")
            closed -= 1
    return None


def comma(broken: Broken) -> Diagnosis | None:
    """``a, , b``, ``a, b,.``"""
    if broken.kind(-1) not in ("COMMA", "AND", "OR") or broken.kind() not in ("COMMA", "AND", "OR", "_STOP"):
        return None
    message = f"After `{broken.words(-1)}` a name is missing."
    return Diagnosis(broken.place(-1), message, f"Add it, or leave `{broken.words(-1)}` out.")


def unknown_sign(broken: Broken) -> Diagnosis | None:
    """A sign that the language has not."""
    place = broken.fault[1] if broken.kind() == "REFERENCE" else broken.fault[0]
    sign = broken.text[place : place + 1]
    if broken.ended or (broken.kind() and sign != "%"):
        return None
    for signs, (message, help) in UNKNOWN.items():
        if sign in signs:
            return Diagnosis((place, place + 1), message, help)
    message = f"`{broken.shown(broken.fault)}` is no sign of the language, and no part of a name."
    return Diagnosis(broken.fault, message, "Spell it out, or put the words that need it into a quotation.")


CAUSES = (
    colon,
    parenthesis,
    comma,
    unknown_sign,
)

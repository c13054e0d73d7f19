"""What goes wrong in headers, definitions and scenarios."""

from __future__ import annotations

from policyc.syntax.broken import HEADERS, MODALS, Broken, Diagnosis

HEADER_WORDS = frozenset({"USING", "AMENDS", "REPLACES", "INCORPORATES", "STATUS"})
TITLED = frozenset({"agreement", "policy", "vocabulary", "scenario"})
NEEDS_QUOTE = {"means": "the contract's words", "using": "a title", "amends": "a title", "replaces": "a title"}
NEEDS_QUOTE |= {"incorporates": "a title", "called": "another name"}


def untitled_header(broken: Broken) -> Diagnosis | None:
    """``Agreement between Facebook and Chase.``, ``agreement Deal between …``."""
    first = broken.tokens[0] if broken.tokens else None
    if first is None or first.type != "WORD" or first.words.lower() not in TITLED:
        return None
    if broken.before(*MODALS, "IS"):
        return None
    title = []
    for token in broken.tokens[1:]:
        if token.type != "WORD":
            break
        title.append(token.words)
    part = (first.end, broken.tokens[len(title)].end)
    words = " ".join(title) or "Title"
    message = f"After `{first.words.lower()}` stands no title in quotation marks."
    title_words = f' "{words}"'
    return Diagnosis(first.span, message, f"Write {broken.rewritten((part, title_words))}")


def stray_header_word(broken: Broken) -> Diagnosis | None:
    """``Using "GLBA".``"""
    first = broken.tokens[0].type if broken.tokens else ""
    if broken.kind() not in HEADER_WORDS or first in HEADERS:
        return None
    message = f"`{broken.words().lower()}` belongs into the sentence that begins a document."
    return Diagnosis(broken.fault, message, f'Put it there: `agreement "Title" between …, {broken.words().lower()} …`.')


def missing_quotation(broken: Broken) -> Diagnosis | None:
    """``Facebook means a company.``, ``per John``."""
    if broken.kind(-1) == "PER":
        message = "After `per` stands in quotation marks who says so."
        return Diagnosis(broken.place(-1), message, 'Write `per "Wall Street Journal"`, or `per "who": "their words"`.')
    for token in broken.tokens[: broken.at]:
        if token.type == "WORD" and token.words.lower() in NEEDS_QUOTE and not broken.before(*MODALS):
            what = NEEDS_QUOTE[token.words.lower()]
            message = f"After `{token.words.lower()}` stands {what}, in quotation marks."
            return Diagnosis(token.span, message, f'Write `{token.words.lower()} "…"`; for a kind, write `is`.')
    return None


def not_a_kind(broken: Broken) -> Diagnosis | None:
    """``Facebook is not a bank.``"""
    if broken.kind() != "NOT" or broken.kind(-1) != "IS":
        return None
    message = "A definition says what a name is, not what it is not."
    return Diagnosis(broken.fault, message, "Leave it out, or say of the other name that it `excludes` this one.")


def scenario(broken: Broken) -> Diagnosis | None:
    """A scenario without its colon or its verdict."""
    started = next((place for place, token in enumerate(broken.tokens) if token.type == "SCENARIO"), None)
    if started is None or started >= broken.at:
        return None
    if broken.at == started + 2 and broken.kind() != "_COLON":
        title = broken.place(-1)
        message = "No colon stands after the title of the scenario."
        return Diagnosis(title, message, f"Write {broken.rewritten((title, broken.shown(title) + ':'))}")
    if broken.kind() == "_STOP":
        message = "The scenario does not say which verdict is expected."
        help = "End it with `is permitted`, `is forbidden`, `is conflicting`, `is uncovered` or `is unknown`."
        return Diagnosis(broken.place(-1), message, help)
    return None


def unfinished_order(broken: Broken) -> Diagnosis | None:
    """``Clause 4 prevails over.``"""
    if broken.words().lower() not in ("prevails", "prevail") or broken.kind() != "WORD":
        return None
    help = 'Say over what: `prevails over clause 6`, `over any other agreement` or `over "Title"`.'
    return Diagnosis(broken.fault, f"`{broken.words()}` stands here without what is prevailed over.", help)


CAUSES = (untitled_header, stray_header_word, missing_quotation, not_a_kind, scenario, unfinished_order)

"""What to say of words that the grammar takes but that would be misread."""

from __future__ import annotations

from policyc.syntax.broken import Broken, Diagnosis, span
from policyc.syntax.idioms import modal_idiom
from policyc.syntax.parts import MAXIMUM_NESTING, Misread
from policyc.syntax.stop_words import stop_word


def explain_misread(broken: Broken, misread: Misread) -> Diagnosis:
    """The diagnosis of a sentence that a guard stopped."""
    return GUARDS[misread.problem](broken, misread)


def several_subjects(broken: Broken, misread: Misread) -> Diagnosis:
    """``Names and balances are data.``"""
    subjects = [part for part in broken.tokens if misread.span[0] <= span(part)[0] < misread.span[1]]
    name = " ".join(part for part in subjects[: next(i for i, each in enumerate(subjects) if each.type in SEPARATORS)])
    one = broken.rewritten((misread.span, name))
    return Diagnosis(
        misread.span, "One sentence defines one name.", f"Write a sentence for each name, the first so: {one}."
    )


def quoted_name(broken: Broken, misread: Misread) -> Diagnosis:
    """``"Bank data" means …``"""
    help = f"Leave out the quotation marks: {broken.rewritten((misread.span, misread.words))}."
    return Diagnosis(misread.span, "A name that is defined stands without quotation marks.", help)


def double_negation(broken: Broken, misread: Misread) -> Diagnosis:
    """``Neither party may not sell data.``"""
    modal = "may" if misread.words.startswith(("may", "need")) else misread.words.split()[0]
    return Diagnosis(
        misread.span,
        f"`neither` already forbids; with `{misread.words}` the sentence would say no twice.",
        f"Say it once: {broken.rewritten((misread.span, modal))}.",
    )

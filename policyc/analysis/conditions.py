"""Conditions and exceptions of clauses in words."""

from __future__ import annotations

from policyc.analysis.words import concept_words, listed
from policyc.model.document import Every, Formula, Holds, Limit, Modality, Negation, Provision, Some

EFFECTS = {
    Modality.PERMISSION: "permits",
    Modality.DUTY: "requires",
    Modality.BAN: "forbids",
    Modality.RELEASE: "releases from",
}


def left_out(words: str, modality: Modality) -> str:
    """An exception, with what it does to the clause said aloud."""
    return f"{words}: that is not what this clause {EFFECTS[modality]}"


# Conditions


def state_line(limit: Limit, formula: Formula, modality: Modality) -> tuple[str, str]:
    """The aspect and the words of a condition."""
    words = phrase_words(limit, formula)
    if limit.mode == "only":
        return "on condition", f"only {words}: otherwise it is forbidden"
    if limit.mode == "except":
        return "exception", left_out(words, modality)
    if limit.mode == "even":
        return "even so", f"also {words}: that changes nothing"
    if limit.word == "unless":
        return "exception", f"unless {formula_words(formula)}: then this clause {EFFECTS[modality]} nothing"
    if limit.word == "without":
        return "on condition", words if modality is Modality.BAN else f"with or without {formula_words(formula)}"
    if is_absence(limit, formula) and modality is Modality.PERMISSION:
        return "on condition", f"{words}: else this clause {EFFECTS[modality]} nothing"
    return ("how" if modality is Modality.DUTY and limit.tells_manner else "on condition"), words


def phrase_words(limit: Limit, formula: Formula) -> str:
    """A condition behind its word; *with* what must not be is *without* it."""
    if not is_absence(limit, formula):
        return worded(limit, formula)
    absent = formula.operands if isinstance(formula, Every) else (formula,)
    return f"without {listed((grouped(each.operand) for each in absent if isinstance(each, Negation)), 'or')}"


def worded(limit: Limit, formula: Formula) -> str:
    """A condition behind its word as it stands: ``with consent``, ``outside the corporate group``."""
    word = "outside the" if limit.word == "outside" else limit.word
    return f"{word} {formula_words(formula)}".strip()


def is_absence(limit: Limit, formula: Formula) -> bool:
    """Whether a phrase says what must not be: ``without disruption`` in leave."""
    absent = formula.operands if isinstance(formula, Every) else (formula,)
    return limit.word == "with" and all(isinstance(each, Negation) for each in absent)


def formula_words(formula: Formula) -> str:
    """A condition in words; what is only quoted is said to be unchecked."""
    match formula:
        case Holds(concept, text, quoted):
            return f'"{text}" (quoted: not checked)' if quoted else concept_words(concept)
        case Negation(operand):
            return f"not {grouped(operand)}"
        case Every(operands):
            return listed(map(grouped, operands))
        case Some(operands):
            return listed(map(grouped, operands), "or")


def grouped(formula: Formula) -> str:
    """A condition inside another, in brackets where it is joined itself."""
    words = formula_words(formula)
    return f"({words})" if isinstance(formula, Every | Some) else words


def condition_words(provision: Provision) -> str:
    """All conditions of a provision, as one phrase; empty where there is none."""
    states = [(limit, limit.formula) for limit in provision.limits if limit.formula is not None]
    return ", ".join(" ".join(f"{limit.mode} {phrase_words(limit, formula)}".split()) for limit, formula in states)


def quoted_conditions(provision: Provision) -> list[str]:
    """The conditions of a provision that are only quoted."""
    found = [words for limit in provision.limits if limit.formula for words in quoted_in(limit.formula)]
    return found + (quoted_conditions(provision.ensured) if provision.ensured else [])


def quoted_in(formula: Formula) -> list[str]:
    """The quoted words in a condition."""
    match formula:
        case Holds(_, text, quoted):
            return [text] if quoted else []
        case Negation(operand):
            return quoted_in(operand)
        case Every(operands) | Some(operands):
            return [words for operand in operands for words in quoted_in(operand)]

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
    words = f"{limit.word} {formula_words(formula)}".strip()
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
    return ("how" if modality is Modality.DUTY and limit.tells_manner else "on condition"), words


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
    return ", ".join(
        " ".join(f"{limit.mode} {limit.word} {formula_words(formula)}".split()) for limit, formula in states
    )


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

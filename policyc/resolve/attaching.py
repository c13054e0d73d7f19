"""What a condition behind `only` or `except` belongs to: to the phrase that it follows.

*May share records only with auditors with consent* leaves auditors, and these with consent; *must not share records
except with auditors under confidentiality* leaves auditors out only under confidentiality. Read as a condition of the
whole clause, the one would forbid nothing without consent, and the other nothing without confidentiality.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from policyc.model.document import Dimension, Formula, Holds, Limit, Modality, Term, TermList
from policyc.model.names import Kind

LIFTING = ("unless", "without")
NECESSARY = ("necessary", "strictly necessary", "minimum necessary")


def attached(limits: Iterable[Limit], modality: Modality) -> tuple[Limit, ...]:
    """The phrases of a clause, each condition behind an `only` or an `except` with what it belongs to."""
    if modality is Modality.PERMISSION:
        return closed_on(tuple(limits))
    return excepted_given(tuple(limits)) if modality is Modality.BAN else tuple(limits)


def closed_on(limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """What may be done *only* so, and under a condition, may not be done without the condition either."""
    found, closed = list[Limit](), False
    for limit in limits:
        closed = closed or limit.mode == "only"
        condition = limit.formula is not None and not is_law(limit.formula)
        further = closed and is_bare(limit) and (condition or bool(found and needs(found[-1], limit)))
        found.append(replace(limit, mode="only") if further else limit)
    return tuple(found)


def needs(last: Limit, limit: Limit) -> bool:
    """Whether a phrase says what for something is necessary: *to the extent necessary for support*."""
    necessary = isinstance(last.formula, Holds) and last.formula.concept.key in NECESSARY
    return necessary and limit.dimension is Dimension.PURPOSE


def is_law(formula: Formula) -> bool:
    """Whether a condition is that something happens under a law: that says by what right, and closes nothing."""
    return isinstance(formula, Holds) and formula.concept.kind is Kind.LAW


def excepted_given(limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """An exception from a ban holds only as far as the phrases behind it say."""
    found: list[Limit] = []
    for limit in limits:
        last = found[-1] if found else None
        if last is not None and last.word == "unless" and is_bare(limit) and needs(last, limit):
            last = found[-1] = replace(last, mode="except", word="if", outside=False)
        if last is None or not is_bare(limit) or not follows(limit, last):
            found.append(limit)
        elif last.mode == "except":
            found[-1] = replace(last, given=(*last.given, limit))
        else:
            found[-1:] = [*apart(last, limit)]
    return tuple(found)


def is_bare(limit: Limit) -> bool:
    """Whether a phrase says neither `only` nor `except` nor the like, nor lifts a ban itself."""
    return not limit.mode and limit.word not in LIFTING


def follows(limit: Limit, last: Limit) -> bool:
    """Whether a phrase belongs to the exception before it: behind *except* all does, behind a list a condition."""
    if last.mode == "except":
        return True
    return limit.formula is not None and bool(taken_from(last))


def apart(last: Limit, condition: Limit) -> tuple[Limit, Limit]:
    """A list without the names that *except* takes from it, and these as an exception under a condition."""
    assert last.names is not None
    whole = replace(last.names, terms=tuple(replace(term, minus=()) for term in last.names.terms))
    taken = replace(last, mode="except", names=TermList(taken_from(last)), given=(condition,))
    return replace(last, names=whole), taken


def taken_from(limit: Limit) -> tuple[Term, ...]:
    """The names that *except* takes from a list."""
    return tuple(dict.fromkeys(taken for term in limit.names.terms for taken in term.minus)) if limit.names else ()

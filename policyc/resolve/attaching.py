"""What a phrase behind `only` or `except` belongs to: to the phrase that it follows.

*May share records only with auditors with consent* leaves auditors, and these with consent; *must not share records
except with auditors under confidentiality* leaves auditors out only under confidentiality. Read as a condition of the
whole clause, the one would forbid nothing without consent, and the other nothing without confidentiality. *May share
records with affiliates, except with affiliates outside Germany* leaves those in Germany. What a comma sets off behind
an exception belongs to the clause; a condition of leave always does, unless it lifts (*except for marketing without
consent*), and one behind an exception from a ban never does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from policyc.model.document import Dimension, Formula, Holds, Limit, Modality, Term, TermList
from policyc.model.names import Kind

LIFTING = ("unless", "without")
NECESSARY = ("necessary", "strictly necessary", "minimum necessary")


def attached(limits: Iterable[Limit], modality: Modality) -> tuple[Limit, ...]:
    """The phrases of a clause, each condition behind an `only` or an `except` with what it belongs to."""
    match modality:
        case Modality.PERMISSION:
            return closed_on(excepted_given(limits, of_leave))
        case Modality.BAN:
            return excepted_given(lifted(limits), of_ban)
        case _:
            return tuple(limits)


def led(lead: tuple[Limit, ...], limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """The phrases of a clause, those before it first; an *only* there closes all that the clause says.

    *Only with consent, Acme may use records for marketing* forbids marketing without consent, and nothing else. What
    the clause leaves out stays out of that.
    """
    only = tuple(limit for limit in lead if limit.mode == "only")
    rest = tuple(limit for limit in lead if limit.mode != "only")
    at = next((at for at, limit in enumerate(limits) if limit.mode == "except"), len(limits))
    return (*rest, *limits[:at], *only, *limits[at:])


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


def lifted(limits: Iterable[Limit]) -> Iterator[Limit]:
    """The phrases of a ban; *unless necessary for* a purpose is an exception of what is necessary for it."""
    last: Limit | None = None
    for limit in limits:
        if last is not None:
            necessary = last.word == "unless" and is_bare(limit) and needs(last, limit)
            yield replace(last, mode="except", word="if", outside=False) if necessary else last
        last = limit
    if last is not None:
        yield last


def excepted_given(limits: Iterable[Limit], belongs: Callable[[Limit, Limit], bool]) -> tuple[Limit, ...]:
    """An exception holds only as far as the phrases behind it say that belong to it."""
    found: list[Limit] = []
    for limit in limits:
        last = found[-1] if found else None
        if last is None or limit.mode or not belongs(limit, last):
            found.append(limit)
        elif last.mode == "except":
            found[-1] = replace(last, given=(*last.given, limit))
        else:
            found[-1:] = [*apart(last, limit)]
    return tuple(found)


def is_bare(limit: Limit) -> bool:
    """Whether a phrase says neither `only` nor `except` nor the like, nor lifts a ban itself."""
    return not limit.mode and limit.word not in LIFTING


def of_ban(limit: Limit, last: Limit) -> bool:
    """Whether a phrase of a ban belongs to the exception before it, which may be names taken from those it reaches."""
    excepts = last.mode == "except" or bool(taken_from(last))
    if not excepts or not is_bare(limit):
        return False
    from_persons = last.mode == "except" or last.dimension is Dimension.COUNTERPARTY or takes_all(last)
    return limit.formula is not None or (from_persons and not is_aside(limit))


def of_leave(limit: Limit, last: Limit) -> bool:
    """Whether a phrase of leave belongs to the exception before it: names, and what lifts the exception."""
    lifts_or_names = limit.formula is None or limit.word in LIFTING
    return (last.mode == "except" or takes_all(last)) and lifts_or_names and not is_aside(limit)


def takes_all(limit: Limit) -> bool:
    """Whether *except* takes away every name of a list: all that is left then is what follows (*affiliates abroad*)."""
    return limit.names is not None and all(
        any(taken.value == term.value for taken in term.minus) for term in limit.names.terms
    )


def is_aside(limit: Limit) -> bool:
    """Whether a comma sets a phrase off from what stands before it."""
    start = limit.origin.span[0]
    return limit.origin.source.text[:start].rstrip().endswith(",")


def apart(last: Limit, given: Limit) -> tuple[Limit, Limit]:
    """A list without the names that *except* takes from it, and these as an exception that holds with what follows."""
    assert last.names is not None
    whole = replace(last.names, terms=tuple(replace(term, minus=()) for term in last.names.terms))
    taken = replace(last, mode="except", names=TermList(taken_from(last)), given=(given,))
    return replace(last, names=whole), taken


def taken_from(limit: Limit) -> tuple[Term, ...]:
    """The names that *except* takes from a list."""
    return tuple(dict.fromkeys(taken for term in limit.names.terms for taken in term.minus)) if limit.names else ()

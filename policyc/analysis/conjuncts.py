"""The single conditions that a clause joins: which of them exclude each other, and which follow from others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from policyc.analysis.conditions import formula_words
from policyc.analysis.words import concept_words
from policyc.model.document import Every, Formula, Limit, Modality, Occasion, Provision, Some
from policyc.norms.concepts import Closure
from policyc.norms.condition import ALWAYS, NEVER, Condition, TooManyAlternatives, condition, conjunction, entails
from policyc.norms.draft import Draft, quoted_words

HAPPENED = ("after", "on")


@dataclass(frozen=True, slots=True)
class Conjunct:
    """One condition of a clause in words, and what must hold for it; ``quoted`` where only its words are known."""

    words: str
    holds: Condition
    quoted: bool = False


def conjuncts(provision: Provision, closure: Closure) -> list[Conjunct]:
    """The conditions that must all hold for a clause to speak; none where they are too intricate to weigh."""
    try:
        limits = [single for limit in provision.limits for single in split(limit)]
        found = [conjunct(limit, limit.formula, provision.modality, closure) for limit in limits if limit.formula]
    except TooManyAlternatives:
        return []
    return [each for each in found if each.holds != ALWAYS]


def split(limit: Limit) -> Iterator[Limit]:
    """A phrase of conditions as several, where each of them must hold by itself."""
    joined = Some if limit.outside != (limit.mode == "except") else Every
    if isinstance(limit.formula, joined):
        for operand in limit.formula.operands:
            yield from split(replace(limit, formula=operand))
    else:
        yield limit


def conjunct(limit: Limit, formula: Formula, modality: Modality, closure: Closure) -> Conjunct:
    """One phrase of conditions; one that changes nothing always holds."""
    draft = Draft()
    draft.apply_condition(
        replace(limit, mode="" if limit.mode == "only" else limit.mode), condition(formula, closure.covers), modality
    )
    lead = f"{limit.mode} {limit.word}".strip()
    return Conjunct(f"{lead} {formula_words(formula)}".strip(), draft.condition, bool(quoted_words(formula)))


def exclusive(found: list[Conjunct]) -> tuple[Conjunct, ...]:
    """The fewest conditions of some that can never hold together; empty where all can, or nobody can tell."""
    groups = [*combinations(found, 1), *combinations(found, 2), tuple(found)]
    return next((group for group in groups if group and never_together(group)), ())


def never_together(group: tuple[Conjunct, ...]) -> bool:
    """Whether some conditions can never hold together; false where they are too intricate to tell."""
    try:
        return conjunction(*(each.holds for each in group)) == NEVER
    except TooManyAlternatives:
        return False


def implied(found: list[Conjunct]) -> Iterator[tuple[Conjunct, Conjunct]]:
    """Each condition that holds whenever another of some does, with that other one."""
    for at, wide in enumerate(found):
        for other, narrow in enumerate(found):
            if (
                at != other
                and entails(narrow.holds, wide.holds)
                and not (at < other and entails(wide.holds, narrow.holds))
            ):
                yield wide, narrow
                break


def opposed_events(provision: Provision, closure: Closure) -> tuple[Occasion, Occasion] | None:
    """An event that must have happened and one that must not, of which it is a kind: no such time ever comes.

    On duties events are triggers, of which there may be several.
    """
    if provision.modality is Modality.DUTY:
        return None
    for late in provision.timing.occasions:
        for early in provision.timing.occasions:
            if (
                late.word in HAPPENED
                and early.word not in HAPPENED
                and not closure.covers(late.event) & ~closure.covers(early.event)
            ):
                return late, early
    return None


def occasion_words(occasion: Occasion) -> str:
    """An event and when, seen from it: ``after breach``."""
    return f"{occasion.word} {concept_words(occasion.event)}"

"""The picture of one finding: the acts of its witness in order, each from who does it to whom it reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from policyc.analysis.words import TAKES_NONE, TAKES_WITH, third_person
from policyc.findings import Evidence, Step
from policyc.render.phrases import clause_words, counted, listed
from policyc.source import Place

Target = Callable[[Place], str | None]
"""The anchor on the page of what stands at a place of a file; None where the page does not show it."""

WITH = frozenset({*TAKES_WITH, *map(third_person, TAKES_WITH)}) - {""}
NEITHER = frozenset({*TAKES_NONE, *map(third_person, TAKES_NONE)})


@dataclass(frozen=True, slots=True)
class Said:
    """A clause as a picture names it: its agreement and number, and its anchor if the page shows it."""

    words: str
    target: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """One act: ``chained`` where its actor is whom the act before reached, or who did that act by itself.

    ``toward`` is the word between what is done and the taker (*with*, *to*); ``against`` is there where it is
    forbidden.
    """

    number: int
    actor: str
    chained: bool
    does: str
    data: str
    toward: str
    taker: str
    purposes: str
    by: Said | None
    against: Said | None


@dataclass(frozen=True, slots=True)
class Witness:
    """The acts in runs: in a run each act begins where the one before ended. ``words`` say what the picture shows."""

    words: str
    runs: tuple[tuple[Act, ...], ...]

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts in order."""
        return tuple(act for run in self.runs for act in run)


def witness(steps: Sequence[Step], target: Target) -> Witness | None:
    """The picture of a witness; None where it has no steps."""
    if not steps:
        return None
    acts = list(numbered(steps, target))
    starts = [place for place, act in enumerate(acts) if not act.chained]
    runs = tuple(tuple(acts[start:end]) for start, end in zip(starts, [*starts[1:], len(acts)], strict=True))
    return Witness(outline(acts), runs)


def numbered(steps: Sequence[Step], target: Target) -> Iterator[Act]:
    """The steps as acts, counted from 1."""
    before = ""
    for number, step in enumerate(steps, 1):
        yield Act(
            number,
            step.actor,
            bool(before) and before == step.actor,
            step.does,
            listed(step.data),
            toward(step) if step.taker else "",
            step.taker,
            listed(step.purposes),
            said(step.by, target) if step.by else None,
            said(step.against, target) if step.against else None,
        )
        before = step.taker or step.actor


def toward(step: Step) -> str:
    """The word before whom an act reaches: *shares names with*, *sells names to*; *notifies* takes none."""
    if step.does in WITH:
        return "with"
    return "" if step.does in NEITHER and not step.data else "to"


def said(evidence: Evidence, target: Target) -> Said:
    """The clause of evidence, by its agreement and number, else by its place."""
    named = ", ".join(part for part in (evidence.agreement, clause_words(evidence.clause or "")) if part)
    return Said(named or f"{evidence.place.path}:{evidence.place.line}", target(evidence.place))


def outline(acts: Sequence[Act]) -> str:
    """What the picture shows, in a few words."""
    forbidden = sum(act.against is not None for act in acts)
    if len(acts) == 1:
        return "The act as a picture" + (", forbidden" if forbidden else "")
    return f"The {counted(len(acts), 'act')} as a picture" + (f", {forbidden} of them forbidden" if forbidden else "")

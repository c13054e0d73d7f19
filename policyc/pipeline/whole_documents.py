"""Changes of whole documents as a page shows them: what came or went, other days, other parties, requirements."""

from __future__ import annotations

from collections.abc import Iterable

from policyc.analysis.difference.documents import Arrival, effects_of
from policyc.analysis.difference.grading import Direction, together
from policyc.analysis.difference.pairing import Moved, Replaced
from policyc.analysis.difference.sentences import Demand
from policyc.analysis.words import counted, listed
from policyc.findings import Evidence
from policyc.model.document import Document, Modality, Requirement, TermLimit
from policyc.norms.norm import Norm
from policyc.norms.verdict import Verdict
from policyc.pipeline.comparison import Comparison
from policyc.pipeline.redline import compared, header
from policyc.pipeline.telling import verdict_words
from policyc.render.difference.shape import ChangeView
from policyc.rules.wording import scenario

SAYS = {
    Modality.PERMISSION: ("permits", "permit"),
    Modality.DUTY: ("requires", "require"),
    Modality.BAN: ("forbids", "forbid"),
    Modality.RELEASE: ("releases from a duty", "release from a duty"),
}


def says_words(says: dict[Modality, int]) -> str:
    """How many clauses of a document permit, require and forbid something."""
    found = ((number, words) for modality, words in SAYS.items() if (number := says.get(modality)))
    return listed(f"{number} {words[number > 1]}" for number, words in found)


def added_message(document: Document, says: dict[Modality, int]) -> str:
    """An agreement that came."""
    return f'The {document.kind} "{document.title}" is new; {contents(document, says)}.'


def removed_message(document: Document, says: dict[Modality, int]) -> str:
    """An agreement that went."""
    return f'The {document.kind} "{document.title}" is gone, and all that it said with it; {contents(document, says)}.'


def contents(document: Document, says: dict[Modality, int]) -> str:
    """What the clauses of a document do, counted, and how many requirements it makes."""
    asked = [*document.requirements, *document.term_limits]
    demands = counted(len(asked), "requirement")
    if not says:
        return f"it has {demands}" if asked else "it has no clause"
    more = f"; it has {demands}" if asked else ""
    return f"of its {counted(sum(says.values()), 'clause')} {says_words(says)}{more}"


def period_words(days: Iterable[object]) -> str:
    """The days of an agreement in words."""
    first, last = days
    parts = [f"from {first}" if first else "", f"until {last}" if last else ""]
    return " ".join(part for part in parts if part) or "without a date"


# Views


def arrival_view(arrival: Arrival, comparison: Comparison) -> ChangeView:
    """An agreement that came or went."""
    document, came = arrival.document, arrival.came
    telling = added_message if came else removed_message
    verdicts = (verdict_words(Verdict.UNCOVERED), verdict_words(arrival.verdict))
    before, after = verdicts if came else reversed(verdicts)
    facts = comparison.new if came else comparison.old
    example = scenario(arrival.witness, facts, arrival.norm) if arrival.witness and arrival.norm else None
    return ChangeView(
        sort="document",
        direction=arrival.direction.value,
        agreement=document.title,
        message=telling(document, arrival.says),
        before=before if example else None,
        after=after if example else None,
        particulars=(),
        clauses=(header(None, document) if came else header(document, None),),
        causes=(),
        witness=example,
    )


def moved_view(moved: Moved, comparison: Comparison) -> ChangeView:
    """An agreement that is in force on other days."""
    pair, before, after = moved.pair, period_words(moved.before), period_words(moved.after)
    return ChangeView(
        sort="period",
        direction=moved_direction(moved, comparison.new.norms_of(pair.new), comparison).value,
        agreement=pair.new.title,
        message=f"The agreement is in force {after}, and was in force {before}; with it all that its clauses say.",
        before=None,
        after=None,
        particulars=(),
        clauses=(header(pair.old, pair.new),),
        causes=(),
        witness=None,
    )


def moved_direction(moved: Moved, norms: list[Norm], comparison: Comparison) -> Direction:
    """How it bears on people that all clauses hold for longer, or for less long."""
    (start, end), (new_start, new_end) = moved.before, moved.after
    longer = earlier(new_start, start) or later(new_end, end)
    shorter = earlier(start, new_start) or later(end, new_end)
    closure = comparison.new.closure(moved.pair.new)
    effects = together(each for norm in norms for each in effects_of(norm, closure))
    if effects is None or (longer and shorter):
        return Direction.MIXED
    return effects if longer else effects.reverse


def earlier(one: object, other: object) -> bool:
    """Whether a first day lies before another; no day at all is the earliest."""
    return one != other and (one is None or (other is not None and one < other))  # type: ignore[operator]


def later(one: object, other: object) -> bool:
    """Whether a last day lies after another; no day at all is the latest."""
    return one != other and (one is None or (other is not None and one > other))  # type: ignore[operator]


def replaced_view(replaced: Replaced) -> ChangeView:
    """A party in another's place."""
    pair = replaced.pair
    return ChangeView(
        sort="party",
        direction="mixed",
        agreement=pair.new.title,
        message=f"{replaced.new.text} takes the place of {replaced.old.text} in every clause.",
        before=None,
        after=None,
        particulars=("the clauses were compared as if both were one party",),
        clauses=(header(pair.old, pair.new),),
        causes=(),
        witness=None,
    )


# Requirements


def demand_view(demand: Demand) -> ChangeView:
    """A requirement on agreements that came, went or changed."""
    told = {
        (True, True): "This requirement on agreements changed",
        (True, False): "This requirement on agreements is gone",
        (False, True): "This is a new requirement on agreements",
    }[demand.old is not None, demand.new is not None]
    sides = (required(demand.old), required(demand.new))
    title = next(each.agreement for each in sides if each is not None) or ""
    return ChangeView(
        sort="requirement",
        direction=demand.direction.value,
        agreement=title,
        message=f"{told}.",
        before=None,
        after=None,
        particulars=(),
        clauses=(compared(*sides),),
        causes=(),
        witness=None,
    )


def required(demand: tuple[Requirement | TermLimit, Document] | None) -> Evidence | None:
    """A requirement as evidence."""
    if demand is None:
        return None
    requirement, document = demand
    name = requirement.label or f"line {requirement.origin.place.line}"
    return Evidence(name, requirement.origin.place, requirement.origin.words, document.title, requirement.label)

"""Answers as a page shows them: verdicts, deciding clauses with the definitions that lead to them, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from policyc.analysis.answer import BINDING, Answer
from policyc.analysis.chains import Link, Slot, chains, named
from policyc.analysis.facts import Facts
from policyc.analysis.listing import Item, listing
from policyc.analysis.nearest import nearest_permission
from policyc.analysis.obligation import Obligation
from policyc.analysis.timing import rhythm, timing_words
from policyc.analysis.turning import turning_words
from policyc.findings import Evidence
from policyc.model.document import Clause, Dimension, Document, Modality, Situation
from policyc.model.names import Concept
from policyc.norms.in_force import holds_on, why_absent
from policyc.norms.norm import Norm
from policyc.norms.region import Side
from policyc.norms.verdict import Verdict
from policyc.report import AnswerItem, AnswerView

Asked = dict[Slot, list[Concept]]
SLOTS: dict[Side, Slot] = {
    Side.BEARER: "who",
    Side.ACTION: "does",
    Side.OBJECT: "what",
    Side.PEOPLE: Dimension.PEOPLE,
    Side.COUNTERPARTY: Dimension.COUNTERPARTY,
    Side.PURPOSE: Dimension.PURPOSE,
    Side.PLACE: Dimension.PLACE,
    Side.SOURCE: Dimension.SOURCE,
}
AS_STATED = "required as far as these clauses say"
"""The verdict on a kind of act of which clauses require some."""

MOST_EXPLAINED = 4
"""Of how many names of one item it is told why a clause speaks of them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants to know besides the verdict: the side that it leaves open, duties, what came nearest."""

    sought: Side | None = None
    must: bool = False
    why_not: bool = False


def answer_view(found: Answer, situation: Situation, facts: Facts, wanted: Wanted) -> AnswerView:
    """An answer as a page shows it."""
    nearest = nearest_permission(found, facts) if wanted.why_not and found.verdict is not Verdict.PERMITTED else None
    asked, document = named(situation), found.document
    items = listing(wanted.sought, found, situation, facts, wanted.must) if wanted.sought is not None else []
    free = found.verdict is Obligation.FREE
    sought = wanted.sought is not None
    norms = [norm for item in items for norm in item.answer.deciding] if sought else found.deciding
    deciding, because = explained(sorted(norms, key=lambda norm: norm.index), asked, document, facts, wanted.must, free)
    return AnswerView(
        agreement=document.title,
        verdict=found.verdict.value,
        deciding=deciding,
        turns_on=() if sought else tuple(turning_words(found, facts.closure(document))),
        nearest=quote(nearest.norm.clause, nearest.norm.document, "comes nearest") if nearest else None,
        lacks=nearest.lacks if nearest else (),
        because=because,
        items=tuple(item_view(item, wanted, asked, facts) for item in items if norms),
        together=tuple(each.title for each in facts.at_hand(document) if each is not document),
        absent=absence(document, situation, facts),
        sought=wanted.why_not,
    )


def item_view(item: Item, wanted: Wanted, asked: Asked, facts: Facts) -> AnswerItem:
    """One line of a listing as a page shows it."""
    found = item.answer
    if wanted.sought is not None and len(item.concepts) <= MOST_EXPLAINED:
        asked = asked | {SLOTS[wanted.sought]: list(item.concepts)}
    deciding, because = explained(found.deciding, asked, found.document, facts, wanted.must)
    if wanted.must and found.verdict is Verdict.UNKNOWN and any(case.verdict in BINDING for case in found.cases):
        return AnswerItem(item.words, AS_STATED, deciding, (), because, item.rest)
    turns = tuple(turning_words(found, facts.closure(found.document)))
    return AnswerItem(item.words, found.verdict.value, deciding, turns, because, item.rest)


def absence(document: Document, situation: Situation, facts: Facts) -> str:
    """Why an agreement does not hold on the day that is asked about; empty where it does, or where no day is."""
    day = situation.day or facts.as_of
    return "" if day is None or holds_on(document, day) else why_absent(document, day, facts.workspace.documents)


# Clauses


def explained(
    norms: Iterable[Norm], asked: Asked, document: Document, facts: Facts, must: bool, free: bool = False
) -> tuple[tuple[Evidence, ...], tuple[tuple[str, ...], ...]]:
    """Each deciding clause once, with what it does, and the definitions by which it speaks of what is asked about."""
    by_clause: dict[int, list[Norm]] = {}
    for norm in norms:
        by_clause.setdefault(id(norm.clause), []).append(norm)
    closure = facts.closure(document)
    groups = list(by_clause.values())
    evidence = tuple(quote(each[0].clause, each[0].document, effects(each, must, free)) for each in groups)
    links = (chains(each[0], asked, closure, facts.shipped) for each in groups)
    return evidence, tuple(tuple(map(link_words, each)) for each in links)


def effects(norms: list[Norm], must: bool, free: bool) -> str:
    """What the norms of one clause do to an act."""
    grants = [norm for norm in norms if norm.grants]
    if grants and any(norm.by_only is not None for norm in norms):
        return f"{effect(grants[0], must)}, and by `only` forbids the rest"
    return effect(norms[0], must, free)


def link_words(link: Link) -> str:
    """One step of a chain, and where it is said."""
    place = link.origin.place
    return f"{link.words} ({'shipped vocabulary' if link.shipped else f'{place.path}:{place.line}'})"


def effect(norm: Norm, must: bool, free: bool = False) -> str:
    """What a norm does to an act."""
    if norm.bans:
        return "forbids it" if norm.by_only is None else "forbids it: `only` closes the list"
    if norm.modality is Modality.RELEASE:
        return "releases from it"
    if norm.modality is Modality.PERMISSION:
        limits = "".join(f", {words}" for words in rhythm(norm.timing) if words)
        return "permits it, and requires nothing" if must else f"permits it{limits}"
    when = timing_words(norm.timing)
    if free:
        return f"requires it only {when}" if when else "requires it"
    leaves = "requires it or something else instead" if norm.alternatives else "requires it"
    return f"{leaves}{f', {when}' if when else ''}" if must else "requires it, and so permits it"


def quote(clause: Clause, document: Document, message: str) -> Evidence:
    """A clause as evidence."""
    return Evidence(message, clause.origin.place, clause.origin.words, document.title, clause.label)

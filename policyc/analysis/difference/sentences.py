"""Sentences that permit and forbid nothing by themselves: requirements on agreements, and mere edits of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from policyc.analysis.difference.grading import Direction
from policyc.analysis.difference.pairing import Pair
from policyc.analysis.facts import Facts
from policyc.model.document import Clause, Document, Provision, Requirement, Selection, TermLimit, TermList
from policyc.norms.from_model import Normaliser


@dataclass(frozen=True, slots=True)
class Demand:
    """A change of what agreements must provide: the requirement and its document, before and after."""

    direction: Direction
    old: tuple[Requirement | TermLimit, Document] | None
    new: tuple[Requirement | TermLimit, Document] | None


def demands(pair: Pair, old: Facts, new: Facts) -> Iterator[Demand]:
    """The requirements of a policy that came, went or changed; those of one number are one."""
    before = {each: meaning(each, pair.old, old) for each in required(pair.old)}
    after = {each: meaning(each, pair.new, new) for each in required(pair.new)}
    gone = [each for each, said in before.items() if said not in after.values()]
    come = [each for each, said in after.items() if said not in before.values()]
    for left in gone:
        right = next((each for each in come if each.label is not None and each.label == left.label), None)
        if right is not None:
            come.remove(right)
        after_it = (right, pair.new) if right else None
        yield Demand(Direction.MIXED if right else Direction.LOOSER, (left, pair.old), after_it)
    yield from (Demand(Direction.STRICTER, None, (each, pair.new)) for each in come)


def required(document: Document) -> list[Requirement | TermLimit]:
    """All that a policy asks of agreements."""
    return [*document.requirements, *document.term_limits]


def meaning(requirement: Requirement | TermLimit, document: Document, facts: Facts) -> Hashable:
    """What a requirement demands of which agreements, its words left aside as far as that can be told."""
    selections = frozenset(map(selection, requirement.selections))
    if isinstance(requirement, TermLimit):
        return selections, requirement.longest
    said = [asked(each, requirement, document, facts) for each in (requirement.provision, *requirement.alternatives)]
    if not all(said):
        return plain(requirement.origin.words)
    return requirement.negative, selections, frozenset(said)


def asked(provision: Provision, requirement: Requirement, document: Document, facts: Facts) -> frozenset[Hashable]:
    """What one provision of a requirement demands."""
    normaliser = Normaliser(document, facts.closure(document), 0)
    return frozenset(
        (norm.modality, norm.ensured, norm.region, norm.timing, norm.manner, norm.alternatives is None)
        for norm in normaliser.clause_norms(Clause(None, provision, requirement.origin))
    )


def selection(selected: Selection) -> Hashable:
    """To which agreements a requirement speaks, order left aside."""
    titles = frozenset(title.lower() for title in selected.titles)
    return selected.word, names(selected.names), names(selected.kinds), titles, selected.negated


def names(terms: TermList | None) -> Hashable:
    """The names of a list."""
    return terms and frozenset(str(term.value) for term in terms.terms)


# Edits


def edits(pair: Pair) -> int:
    """How many clauses of the new version are not word by word, and under the same number, in the old one."""
    before = Counter(written(clause) for clause in pair.old.clauses)
    after = Counter(written(clause) for clause in pair.new.clauses)
    changed = sum((after - before).values()) or sum((before - after).values())
    moved = not changed and [*map(written, pair.old.clauses)] != [*map(written, pair.new.clauses)]
    return changed or int(moved)


def written(clause: Clause) -> tuple[str, str]:
    """A clause as it is written: its number and its words."""
    return clause.label or "", plain(clause.origin.words)


def plain(words: str) -> str:
    """Words without regard to letter case and white space."""
    return " ".join(words.casefold().split())

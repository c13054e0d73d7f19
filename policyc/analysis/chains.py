"""Chains of definitions: why a name that is asked about falls under the name that a clause uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from policyc.analysis.words import concept_words
from policyc.model.document import Dimension, Every, Formula, Holds, Negation, Provision, Situation, Some, TermList
from policyc.model.lexicon import Entry, Lexicon, Origin, Relation
from policyc.model.names import Concept
from policyc.norms.concepts import Closure
from policyc.norms.norm import Norm

Slot = Dimension | str
SAID = {
    Relation.IS: "{} {are} a kind of {}",
    Relation.IN: "{} {are} in {}",
    Relation.DERIVED_FROM: "{} {are} derived from {} and bound by the same terms",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain in words, and where it is said; ``shipped`` where policyc's own vocabulary says it."""

    words: str
    origin: Origin
    shipped: bool


def chains(norm: Norm, asked: dict[Slot, list[Concept]], closure: Closure, shipped: Lexicon) -> Iterator[Link]:
    """The definitions by which the names that are asked about fall under those of a norm's clause, each once."""
    told: set[str] = set()
    own = named(norm.provision)
    for slot, concepts in asked.items():
        wanted = own.get(slot, [])
        for concept in concepts:
            for link in path(concept, wanted, closure, shipped):
                if link.words not in told:
                    told.add(link.words)
                    yield link


def path(concept: Concept, wanted: list[Concept], closure: Closure, shipped: Lexicon) -> list[Link]:
    """The shortest way up from a concept to one of some others; none where it is one of them or lies below none."""
    ways: dict[Concept, list[Link]] = {concept: []}
    pending = [concept]
    for at in pending:
        if at in wanted:
            return ways[at]
        for up in closure.containers(at):
            if up not in ways and (link := said(at, up, closure.lexicon, shipped)):
                ways[up] = [*ways[at], link]
                pending.append(up)
    return []


def said(child: Concept, parent: Concept, lexicon: Lexicon, shipped: Lexicon) -> Link | None:
    """What says that one concept lies directly below another, the nearest scope first."""
    for scope in lexicon.scopes():
        own, holder = scope.entries.get(child), scope.entries.get(parent)
        for relation in own.upward() if own else ():
            if own and parent in own.linked(relation):
                return link(SAID[relation], child, parent, own, shipped)
        if holder and child in holder.linked(Relation.INCLUDES):
            return link("{} {include} {}", parent, child, holder, shipped)
    return None


def link(form: str, first: Concept, second: Concept, entry: Entry, shipped: Lexicon) -> Link:
    """One step in words."""
    several = is_plural(first)
    verbs = {"are": "are" if several else "is", "include": "include" if several else "includes"}
    words = form.format(concept_words(first), concept_words(second), **verbs)
    return Link(words, entry.origin, shipped.entries.get(entry.concept) is entry)


def is_plural(concept: Concept) -> bool:
    """Whether a name takes a plural verb."""
    last = concept.text.lower()
    return last.endswith("data") or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


# The names of clauses and situations, by what they are said of


def named(said: Provision | Situation) -> dict[Slot, list[Concept]]:
    """The concepts that a clause or situation names: who, what is done, to what, and in each phrase."""
    found: dict[Slot, list[Concept]] = {
        "who": listed(said.bearer),
        "does": listed(said.actions),
        "what": listed(said.object),
    }
    for limit in said.limits:
        names = list(stated(limit.formula)) if limit.formula is not None else listed(limit.names)
        found.setdefault(limit.dimension, []).extend(names)
    return found


def listed(terms: TermList | None) -> list[Concept]:
    """The concepts of a list; built-in roles have no definition."""
    return [term.value for term in terms.terms if isinstance(term.value, Concept)] if terms else []


def stated(formula: Formula) -> Iterator[Concept]:
    """The conditions that a formula names."""
    match formula:
        case Holds(concept):
            yield concept
        case Negation(operand):
            yield from stated(operand)
        case Every(operands) | Some(operands):
            for operand in operands:
                yield from stated(operand)

"""What the parts of one statement add up to: its acts, its limits, its times."""

from __future__ import annotations

from dataclasses import dataclass, field

from policyc.model.document import (
    Dimension,
    Every,
    Formula,
    Holds,
    Limit,
    Mode,
    Quotation,
    Some,
    Term,
    TermList,
    Timing,
)
from policyc.model.kinds import PERSONS
from policyc.model.names import Concept, Kind, Role, key
from policyc.resolve.naming.names import Names, keys_above
from policyc.resolve.report import bare
from policyc.source import Span
from policyc.syntax import tree

NOUNS = frozenset(Kind) - {Kind.ACTION}


@dataclass(slots=True)
class Parts:
    """What the phrases of one statement add up to."""

    names: Names
    verbs: tuple[Concept, ...] = ()
    object: TermList | None = None
    on_parties: bool = False
    limits: list[Limit] = field(default_factory=list)
    timing: Timing = field(default_factory=Timing)
    per: Quotation | None = None
    outranks: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    outranks_all: bool = False
    yields_to_all: bool = False
    yields_to_grants: bool = False
    remarks: tuple[str, ...] = ()
    failed: bool = False

    def does(self, *acts: str) -> bool:
        """Whether all that is done is one of some acts, or of a kind of them."""
        return bool(self.verbs) and all(not keys_above(verb, self.names).isdisjoint(acts) for verb in self.verbs)


def is_person(term: object) -> bool:
    """Whether a term stands for parties or people."""
    value = getattr(term, "value", None)
    return isinstance(value, Role) or getattr(value, "kind", None) in PERSONS


def is_only(names: tree.Names, kinds: frozenset[Kind], parts: Parts) -> bool:
    """Whether the first of some names stands for something of these kinds, and for nobody and nothing else here."""
    first = names.items[0]
    found = None
    if isinstance(first, tree.Name):
        found = parts.names.find(first, NOUNS) or parts.names.find(first)
    return found is not None and found.kind in kinds and not parts.names.role(key_of(first))


def is_declared_person(name: tree.Name | tree.Quote, parts: Parts) -> bool:
    """Whether a name stands for a party or people here."""
    spelling = key_of(name)
    return bool(parts.names.lexicon.find(spelling, PERSONS) or parts.names.role(spelling))


def add_names(
    parts: Parts,
    dimension: Dimension,
    mode: Mode,
    terms: TermList,
    span: tuple[int, int],
    word: str,
    outside: bool = False,
) -> None:
    """Add a limit by names."""
    parts.limits.append(Limit(dimension, mode, terms, None, outside, word, parts.names.origin(span)))


def add_states(phrase: tree.NamePhrase, parts: Parts, outside: bool) -> None:
    """Add a limit by conditions or safeguards."""
    formula = parts.names.states(phrase.names, f"`{phrase.word}`")
    add_formula(parts, phrase.word, formula, phrase.span, phrase.mode, outside)


def add_formula(parts: Parts, word: str, formula: Formula, span: Span, mode: Mode = "", outside: bool = False) -> None:
    """Add a limit by a condition."""
    parts.limits.append(Limit(Dimension.CONDITION, mode, None, formula, outside, word, parts.names.origin(span)))


def add_capacity(phrase: tree.NamePhrase, parts: Parts, kinds: frozenset[Kind]) -> None:
    """Add in which capacity something is done: ``as a processor``, ``on behalf of Chase``, ``from the EEA``."""
    add_formula(parts, "", capacities(phrase, parts, kinds), phrase.span, phrase.mode)


def capacities(phrase: tree.NamePhrase, parts: Parts, kinds: frozenset[Kind]) -> Formula:
    """The conditions that something is done in some capacities."""
    terms = parts.names.terms(phrase.names, kinds, f"`{phrase.word}`")
    states = tuple(capacity(phrase.word, term) for term in terms.terms)
    return states[0] if len(states) == 1 else (Some if terms.choice else Every)(states)


def capacity(word: str, term: Term) -> Holds:
    """The condition that something is done in a capacity; equal only for the same name."""
    called = term.value.value if isinstance(term.value, Role) else term.value.key
    text = f"{word} {bare(term.text)}"
    return Holds(Concept(Kind.CONDITION, f"{word} {called}", text), text)


def key_of(name: tree.Name | tree.Quote) -> str:
    """The key of a name of the tree."""
    return key(name.text)

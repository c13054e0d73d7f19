"""How rules quote clauses, and words that several rules share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policyc.analysis.facts import Facts
from policyc.analysis.voices import known_from_others
from policyc.analysis.words import concept_words, listed
from policyc.findings import Evidence, Severity
from policyc.model.document import Clause, Document, Status
from policyc.model.lexicon import Entry, Origin
from policyc.model.names import Concept
from policyc.norms.norm import Norm


def quote(norm: Norm, message: str) -> Evidence:
    """A norm's clause as evidence."""
    return quote_clause(norm.clause, norm.document, message)


def quote_clause(clause: Clause, document: Document, message: str) -> Evidence:
    """A clause as evidence."""
    return Evidence(message, clause.origin.place, clause.origin.words, document.title, clause.label)


def quote_header(document: Document, message: str) -> Evidence:
    """The sentence that begins a document, as evidence: what silence is blamed on."""
    return Evidence(message, document.origin.place, document.origin.words, document.title)


def quote_origin(origin: Origin, message: str, document: Document | None = None) -> Evidence:
    """Any stretch of text as evidence."""
    return Evidence(message, origin.place, origin.words, document.title if document else None)


def definition(concept: Concept, facts: Facts, document: Document, message: str) -> list[Evidence]:
    """Where the workspace itself defines a concept, as evidence; nothing for what policyc ships."""
    entry = facts.closure(document).lexicon.defining(concept)
    if entry is None or (concept in facts.shipped.entries and facts.shipped.entries[concept] is entry):
        return []
    return [quote_origin(entry.origin, message)]


def own_entries(facts: Facts) -> list[Entry]:
    """Every definition of the files that are checked, in the order of places."""
    entries = [entry for scope in facts.workspace.scopes for entry in scope.entries.values()]
    return sorted(entries, key=lambda entry: entry.origin.place)


def defined_for(document: Document, facts: Facts) -> Iterator[Entry]:
    """Every definition that a document sees and that policyc does not ship."""
    shipped = set(map(id, facts.shipped.scopes()))
    for scope in document.lexicon.scopes():
        if id(scope) not in shipped:
            yield from scope.entries.values()


def names(concepts: Iterable[Concept]) -> str:
    """Concepts as a list inside a sentence."""
    return listed(concept_words(concept) for concept in concepts)


def unless_in_force(document: Document, severity: Severity) -> Severity:
    """The severity of a silence: a note in proposed agreements, templates and what is known only from others' words."""
    titles = (document.title, *document.incorporates)
    certain = document.status is Status.LIVE and not known_from_others(document, titles)
    return severity if certain else severity.at_most(Severity.NOTE)


def is_whole_text(document: Document) -> bool:
    """Whether an agreement's own silence can be blamed: no template with blanks, nor known only from others' words."""
    titles = (document.title, *document.incorporates)
    return document.status is not Status.TEMPLATE and not known_from_others(document, titles)

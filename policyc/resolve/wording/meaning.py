"""Verbs as they are meant of what they are done to, and how: to *use* a party is to engage it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from policyc.model.document import Term, TermList
from policyc.model.kinds import ACTIONS, CONDITIONS, PERSONS
from policyc.model.names import Concept, Kind, key
from policyc.resolve.naming.names import Names
from policyc.resolve.parts import Parts
from policyc.syntax import tree

OF_PARTIES = {"use": "engage", "keep": "engage", "train": "educate", "evaluate": "audit", "monitor": "supervise"}
"""What some shipped verbs mean where they are done to parties: ``use subprocessors``, ``assess each subcontractor``."""
OF_DATA = {"audit": "access", "review": "access", "include term": "use"}
"""What they mean where they are done to data: ``inspect and review education records``."""

TO_PERSONS = {"display": "admit", "copy": "share"}
"""What they mean where they are done to data for somebody to have or to see: ``display records to users``."""


def as_meant(actions: TermList, statement: tree.Statement, parts: Parts) -> TermList:
    """The verbs of a clause as they are meant of what they are done to, and how.

    To *use* or *retain* a party is to engage it, to *inspect* data to look at them; to *keep* data in confidence says
    nothing of how long they are kept; to *display* data to somebody is to let them see these.
    """
    meant = OF_PARTIES if parts.on_parties else (OF_DATA if on_data(parts.object) else {})
    if statement.modal == "must" and any(says_how(part, parts.names) for part in statement.phrases):
        meant = {**meant, "keep": "protect"}
    if on_data(parts.object) and any(is_to_persons(part, parts.names) for part in statement.phrases):
        meant = {**meant, **TO_PERSONS}
    answering = any(term.text.lower() == "answer" for term in actions.terms)
    words = {part.word for part in statement.phrases if isinstance(part, tree.NamePhrase) and not part.mode}
    if answering and parts.object is None and "for" in words and "to" not in words:
        meant = {**meant, "respond": "answer for"}
    return replace(actions, terms=tuple(as_if(term, meant, parts.names) for term in actions.terms))


def as_if(term: Term, meant: Mapping[str, str], names: Names) -> Term:
    """One verb as another one, where it is meant as that."""
    verb = meant.get(term.value.key) if isinstance(term.value, Concept) else None
    found = names.lexicon.find(verb, ACTIONS) if verb else None
    return replace(term, value=found) if found else term


def on_data(object: TermList | None) -> bool:
    """Whether something is done to data alone."""
    terms = object.terms if object else ()
    return bool(terms) and all(isinstance(term.value, Concept) and term.value.kind is Kind.DATA for term in terms)


def is_to_persons(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase says to whom."""
    if not isinstance(part, tree.NamePhrase) or part.word != "to":
        return False
    first = part.names.items[0]
    return names.role(key(first.text)) is not None or names.find(first, PERSONS) is not None


def says_how(part: tree.Phrase, names: Names) -> bool:
    """Whether a phrase says in which manner data are kept: ``in confidence``, ``in encrypted form``."""
    if not isinstance(part, tree.NamePhrase) or part.mode or part.word not in ("in", "under", "as"):
        return False
    return names.find(part.names.items[0], CONDITIONS) is not None

"""`except` and names: what is taken out of the nearest list whose kind they fit."""

from __future__ import annotations

from dataclasses import replace

from policyc.model.document import TermList
from policyc.model.names import Kind, Role, key
from policyc.resolve.naming.names import PERSONS, Unresolved, without
from policyc.resolve.parts import Parts
from policyc.syntax import tree


def read_except_names(names: tree.Names, parts: Parts) -> None:
    """``except`` and names take from the nearest list before them whose kind they fit."""
    lists = [(at, limit.names) for at, limit in enumerate(parts.limits) if limit.names is not None][::-1]
    fitting = [(at, terms) for at, terms in lists if fits(names.items[0], kinds_of(terms), parts)]
    if fitting or (lists and parts.object is None):
        at, terms = (fitting or lists)[0]
        taken = parts.names.terms(names, kinds_of(terms), "`except` here")
        parts.limits[at] = replace(parts.limits[at], names=without(terms, taken))
    elif parts.object is not None:
        taken = parts.names.terms(names, kinds_of(parts.object), "`except` here")
        parts.object = without(parts.object, taken)
    else:
        parts.names.reporter.error(
            "broken-sentence",
            parts.names.origin(names.span),
            "`except` takes names away from the list before it, and there is no list here.",
            "Name what is meant first: `any data except account balances`, `with anyone except the auditor`.",
        )
        raise Unresolved


def fits(name: tree.Name | tree.Quote, kinds: frozenset[Kind], parts: Parts) -> bool:
    """Whether a name is of one of some kinds here."""
    if kinds & PERSONS and parts.names.role(key(name.text)):
        return True
    return parts.names.find(name, kinds) is not None


def kinds_of(terms: TermList) -> frozenset[Kind]:
    """The kinds that the names of a list have; persons go together."""
    kinds = frozenset(Kind.PARTY if isinstance(term.value, Role) else term.value.kind for term in terms.terms)
    return kinds | PERSONS if kinds & PERSONS else kinds

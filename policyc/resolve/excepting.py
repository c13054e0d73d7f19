"""`except` and names: what is taken out of the nearest list whose kind they fit.

What `including` adds behind an exception illustrates it where it is a kind of what is excepted. Else it names something
of what is left: who uses data for no purpose *other than support, including marketing* does not use them for marketing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

from policyc.model.document import TermList
from policyc.model.kinds import PERSONS
from policyc.model.names import Concept, Kind, Role, key
from policyc.resolve.naming.names import Names, Unresolved, keys_above, without
from policyc.resolve.parts import Parts
from policyc.source import Span
from policyc.syntax import tree


def read_except_names(names: tree.Names, parts: Parts, span: Span | None = None) -> None:
    """``except`` and names take from the nearest list before them whose kind they fit; ``span`` is where all stands."""
    lists = [(at, limit.names) for at, limit in enumerate(parts.limits) if limit.names is not None][::-1]
    fitting = [(at, terms) for at, terms in lists if fits(names.items[0], kinds_of(terms), parts)]
    if fitting or (lists and parts.object is None):
        at, terms = (fitting or lists)[0]
        parts.limits[at] = replace(parts.limits[at], names=left_of(terms, names, span or names.span, parts.names))
    elif parts.object is not None:
        parts.object = left_of(parts.object, names, span or names.span, parts.names)
    else:
        parts.names.reporter.error(
            "broken-sentence",
            parts.names.origin(names.span),
            "`except` takes names away from the list before it, and there is no list here.",
            "Name what is meant first: `any data except account balances`, `with anyone except the auditor`.",
        )
        raise Unresolved


def left_of(terms: TermList, listed: tree.Names, span: Span, names: Names) -> TermList:
    """What is left of a list without some names, and what these are said to leave in by name."""
    excepted, left = divided(listed, span, kinds_of(terms), names)
    taken = names.terms(excepted, kinds_of(terms), "`except` here")
    return without(with_names(terms, left, names), taken)


def with_rest(phrase: tree.NamePhrase, parts: Parts) -> tree.NamePhrase:
    """A phrase behind *other than* without what it includes of anything else, which goes with the list before it."""
    sweeping = [
        (at, limit.names)
        for at, limit in enumerate(parts.limits)
        if limit.names is not None and not limit.mode and all(is_anything(term.value) for term in limit.names.terms)
    ]
    for at, terms in reversed(sweeping):
        if fits(phrase.names.items[0], kinds_of(terms), parts):
            excepted, left = divided(phrase.names, phrase.span, kinds_of(terms), parts.names)
            parts.limits[at] = replace(parts.limits[at], names=with_names(terms, left, parts.names))
            return replace(phrase, names=excepted)
    return phrase


def is_anything(value: Concept | Role) -> bool:
    """Whether a name stands for everything of its kind."""
    return isinstance(value, Concept) and value.is_root


def with_names(terms: TermList, added: tree.Names | None, names: Names) -> TermList:
    """A list with what else it includes by name."""
    more = names.terms(added, kinds_of(terms), "`including`").terms if added else ()
    return replace(terms, terms=terms.terms + more)


def divided(
    listed: tree.Names, span: Span, kinds: frozenset[Kind], names: Names
) -> tuple[tree.Names, tree.Names | None]:
    """What is excepted, and what `including` behind it names of the rest.

    Raises ``Unresolved``, reported, where it could be either: of persons, and behind *except*.
    """
    including = listed.including
    if including is None:
        return listed, None
    excepted = [names.find(item, kinds) for item in listed.items]
    keys = {each.key for each in excepted if each is not None}
    inner = tuple(item for item in including.items if is_below(item, keys, kinds, names))
    outer = tuple(item for item in including.items if item not in inner)
    if outer and (kinds & PERSONS or names.origin(span).words.lower().startswith("except")):
        refuse(listed, outer[0], names)
    kept = replace(including, items=inner) if inner else None
    return replace(listed, including=kept), replace(including, items=outer) if outer else None


def is_below(item: tree.Name | tree.Quote, keys: set[str], kinds: frozenset[Kind], names: Names) -> bool:
    """Whether a name is one of some, or of a kind of them."""
    found = names.find(item, kinds)
    return found is not None and not keys.isdisjoint(keys_above(found, names))


def refuse(listed: tree.Names, added: tree.Name | tree.Quote, names: Names) -> NoReturn:
    """Report an inclusion that may be part of the exception or of what is left; raises ``Unresolved``."""
    excepted, included = listed.items[-1].text, added.text
    names.reporter.error(
        "broken-sentence",
        names.origin(listed.span),
        f"`including {included}` behind an exception can be read in two ways: it names more of what is excepted, or "
        "something that is not.",
        f"If it is excepted, write `{excepted} and {included}`; if not, put `including {included}` before the "
        "exception.",
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

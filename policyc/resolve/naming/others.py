"""Others than a sentence names: *other data*, *any other party*, *anyone else*, *data from other sources*.

What they are other than stands in the same clause: there *other purposes* are all purposes but those that it names.
Where what it names is of the very kind, as in *users … other users*, they are a kind of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from policyc.model.document import Term
from policyc.model.kinds import PERSONS
from policyc.model.lexicon import Lexicon
from policyc.model.names import Concept, Kind, Role
from policyc.resolve.naming.belonging import OTHER, Find, Kinds, is_anybody

LEFT = frozenset({Kind.DATA, Kind.PURPOSE, Kind.PLACE})
"""Kinds of which *other* ones are all but those named; of persons and things they are a kind of their own."""


@dataclass(frozen=True, slots=True)
class Others:
    """What is other than what a clause names: a kind, or a role, and what is left out; ``alike`` a kind of its own."""

    value: Concept | Role
    minus: tuple[Concept, ...] = ()
    alike: bool = False


class Unnamed(Exception):
    """Nothing is named that *other* things could be other than."""


def others(text: str, kinds: Kinds, named: tuple[Concept, ...], lexicon: Lexicon, find: Find) -> Others | None:
    """What a name that begins with *other* stands for; None where it does not; raises ``Unnamed``."""
    if (kinds is None or kinds & PERSONS) and is_anybody(text):
        return Others(Role.ANYONE, tuple(each for each in named if each.kind in PERSONS))
    said = OTHER.fullmatch(text)
    head = find(said["what"], kinds) if said else None
    if head is None or head.kind is Kind.ACTION:
        return None
    below = tuple(each for each in named if each != head and head in lexicon.above(each))
    if head in named or head.kind not in LEFT:
        return Others(head, alike=True)
    alike = tuple(each for each in named if each.kind is head.kind)
    if not alike:
        raise Unnamed
    return Others(head, below or alike)


def as_term(found: Others, text: str, made: Concept | None) -> Term:
    """Others as a name of a list; ``made`` is their own kind where they have one."""
    taken = tuple(Term(each, each.text) for each in found.minus)
    return Term(made or found.value, text, taken)

"""Families of actions: those of a clause that take its phrases alike."""

from __future__ import annotations

from dataclasses import dataclass

from policyc.model.document import TermList
from policyc.model.names import Concept, Kind
from policyc.norms.concepts import Closure

ON_DATA = ("process", "delete", "restrict", "encrypt")
"""All that is done to data: what is done with them, and how they are ended, frozen and guarded."""


@dataclass(frozen=True, slots=True)
class Family:
    """Actions of a clause that take phrases alike.

    ``interacts``: each has a counterparty (*share*, *notify*); ``lacks_counterparty``: none has (*use*, *keep*);
    neither where they cover acts of both sorts (*process*). ``shares`` and ``receives`` tell which way data go.
    """

    concepts: tuple[Concept, ...]
    items: tuple[int, ...]
    interacts: bool
    lacks_counterparty: bool
    shares: bool
    receives: bool

    @property
    def exchanges(self) -> bool:
        """Whether data change hands."""
        return self.shares or self.receives


class Acts:
    """What the engine has to know of actions: which have a counterparty, which hand data over."""

    def __init__(self, closure: Closure) -> None:
        self._closure = closure
        self.interact = closure.covers_key("interact", Kind.ACTION)
        self.on_data = closure.covers_keys(ON_DATA, Kind.ACTION)
        self.share = closure.covers_key("share", Kind.ACTION)
        self.receive = closure.covers_key("receive", Kind.ACTION)

    def families(self, actions: TermList) -> list[Family]:
        """The actions of a clause, in families."""
        groups: dict[tuple[bool, bool, bool, bool], list[Concept]] = {}
        for term in actions.terms:
            if isinstance(term.value, Concept):
                groups.setdefault(self._traits(self._closure.covers(term.value)), []).append(term.value)
        return [
            Family(tuple(concepts), tuple(map(self._closure.covers, concepts)), *traits)
            for traits, concepts in groups.items()
        ]

    def _traits(self, mask: int) -> tuple[bool, bool, bool, bool]:
        lacks = not mask & self.interact and not mask & ~self.on_data
        return (not mask & ~self.interact, lacks, not mask & ~self.share, not mask & ~self.receive)
